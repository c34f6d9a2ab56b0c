//! `PATCH /groups/{groupId}`: editing a group. Members come and go by the list of members.

use std::sync::Arc;

use backoffice_domain::access::{Definitions, Description, GroupChanges, Title};
use backoffice_domain::audit::Action;
use backoffice_domain::{Group, Permission};
use backoffice_http::openapi::{EditRefusals, OnceHeader, VersionHeader};
use backoffice_http::represent::GroupBody;
use backoffice_http::{Admitted, Answer, Context, Decision, Request, Stop, change_definition};
use serde::Deserialize;
use utoipa::ToSchema;

/// What to change of a group; what is absent stays (RFC 7396, without `null`).
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateGroup {
    /// What people call it; no other group's name, whatever the case.
    #[schema(nullable = false, min_length = 1, max_length = 50)]
    pub name: Option<String>,
    /// What it is for.
    #[schema(nullable = false, max_length = 200)]
    pub description: Option<String>,
    /// Ids of roles that exist, instead of those so far.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 20)]
    pub roles: Option<Vec<String>>,
}

/// Edits a group; what its members may do is another with their very next request.
///
/// # Errors
/// 401, 403 (also for what is allowed or denied otherwise then and whoever asks does not hold), 415, 428, 400,
/// 422, 404, 412; 409 for the built-in group, or if another one is called so.
#[utoipa::path(
    patch, path = "/api/v1/groups/{groupId}", operation_id = "updateGroup", tag = "groups",
    request_body = UpdateGroup,
    params(
        ("groupId" = String, Path, description = "The group's id.", format = Uuid),
        VersionHeader,
        OnceHeader,
    ),
    responses((status = 200, description = "The group.", body = GroupBody), EditRefusals),
    extensions(("x-permission" = json!("groups.update"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let decide = |who: &Admitted, definitions: &Definitions| {
        let (expected, mut body) = request.edit()?;
        let name = body.optional_text("name", Title::parse);
        let description = body.optional_text("description", Description::parse);
        let roles = body.roles(definitions);
        let (name, description, roles) = body.finish((name, description, roles))?;
        let before: Group = request.to_change(definitions, &expected)?;
        let changes = GroupChanges { name, description, roles };
        let after = before.edited(changes, &who.user.editor(), request.now()).unwrap_or_else(|| before.clone());
        Ok(Decision { action: Action::GroupUpdated, before: Some(before), after: Some(after) })
    };
    change_definition(&context, &request, Permission::GroupsUpdate, decide).await
}
