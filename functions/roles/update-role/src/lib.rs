//! `PATCH /roles/{roleId}`: editing a role.

use std::sync::Arc;

use backoffice_domain::access::{Definitions, Description, RoleChanges, Title};
use backoffice_domain::audit::Action;
use backoffice_domain::{Permission, Role};
use backoffice_http::openapi::{EditRefusals, OnceHeader, RuleSchema, VersionHeader};
use backoffice_http::represent::RoleBody;
use backoffice_http::{Admitted, Answer, Context, Decision, Request, Stop, change_definition};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

/// What to change of a role; what is absent stays (RFC 7396, without `null`).
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateRole {
    /// What people call it; no other role's name, whatever the case.
    #[schema(nullable = false, min_length = 1, max_length = 50)]
    pub name: Option<String>,
    /// What it is for.
    #[schema(nullable = false, max_length = 200)]
    pub description: Option<String>,
    /// What it allows and denies, instead of the rules so far.
    #[schema(value_type = Vec<RuleSchema>, required = false, max_items = 50)]
    pub rules: Option<Vec<Value>>,
}

/// Edits a role; what members of the groups that carry it may do is another with their very next request.
///
/// # Errors
/// 401, 403 (also for what is allowed or denied otherwise then and whoever asks does not hold), 415, 428, 400,
/// 422, 404, 412; 409 for the built-in role, or if another one is called so.
#[utoipa::path(
    patch, path = "/api/v1/roles/{roleId}", operation_id = "updateRole", tag = "roles",
    request_body = UpdateRole,
    params(
        ("roleId" = String, Path, description = "The role's id.", format = Uuid),
        VersionHeader,
        OnceHeader,
    ),
    responses((status = 200, description = "The role.", body = RoleBody), EditRefusals),
    extensions(("x-permission" = json!("roles.update"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let decide = |who: &Admitted, definitions: &Definitions| {
        let (expected, mut body) = request.edit()?;
        let name = body.optional_text("name", Title::parse);
        let description = body.optional_text("description", Description::parse);
        let rules = body.rules();
        let (name, description, rules) = body.finish((name, description, rules))?;
        let before: Role = request.to_change(definitions, &expected)?;
        let changes = RoleChanges { name, description, rules };
        let after = before.edited(changes, &who.user.editor(), request.now()).unwrap_or_else(|| before.clone());
        Ok(Decision { action: Action::RoleUpdated, before: Some(before), after: Some(after) })
    };
    change_definition(&context, &request, Permission::RolesUpdate, decide).await
}
