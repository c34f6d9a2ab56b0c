//! `POST /roles`: creating a role.

use std::sync::Arc;

use backoffice_domain::access::{Definitions, Description, Title};
use backoffice_domain::audit::Action;
use backoffice_domain::{Permission, Role, RoleId};
use backoffice_http::openapi::{CreateRefusals, OnceHeader, RuleSchema};
use backoffice_http::represent::RoleBody;
use backoffice_http::{Admitted, Answer, Code, Context, Decision, Request, Stop, change_definition};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A role to create.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateRole {
    /// What people call it; no other role's name, whatever the case.
    #[schema(min_length = 1, max_length = 50, examples("Customer-service lead"))]
    pub name: String,
    /// What it is for.
    #[schema(nullable = false, max_length = 200)]
    pub description: Option<String>,
    /// What it allows and denies; a denial beats whatever allows, across all groups and roles.
    #[schema(value_type = Vec<RuleSchema>, required = false, max_items = 50)]
    pub rules: Option<Vec<Value>>,
}

/// Creates a role that no group carries yet.
///
/// # Errors
/// 401, 403 (also for what it allows or denies and whoever asks does not hold), 415, 400, 422; 409 if another
/// role is called so or there is no room for more.
#[utoipa::path(
    post, path = "/api/v1/roles", operation_id = "createRole", tag = "roles",
    request_body = CreateRole,
    params(OnceHeader),
    responses((status = 201, description = "The role.", body = RoleBody), CreateRefusals),
    extensions(("x-permission" = json!("roles.create"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let id = RoleId::new(Uuid::now_v7());
    let decide = |who: &Admitted, definitions: &Definitions| {
        let mut body = request.body()?;
        let name = body.text("name", Title::parse);
        let description = body.optional_text("description", Description::parse);
        let rules = body.rules();
        let (name, description, rules) = body.finish((name, description, rules))?;
        if definitions.roles.len() >= Definitions::MAX_ROLES {
            return Err(Code::TooManyRoles.into());
        }
        let role = Role {
            id,
            name,
            description: description.unwrap_or_default(),
            rules: rules.unwrap_or_default(),
            version: 1,
            updated_at: request.now(),
            updated_by: Some(who.user.editor()),
        };
        Ok(Decision { action: Action::RoleCreated, before: None, after: Some(role) })
    };
    change_definition(&context, &request, Permission::RolesCreate, decide).await
}
