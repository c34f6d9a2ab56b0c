//! `DELETE /roles/{roleId}`: deleting a role that no group carries.

use std::sync::Arc;

use backoffice_domain::access::Definitions;
use backoffice_domain::audit::Action;
use backoffice_domain::{Permission, Role};
use backoffice_http::openapi::{ActRefusals, VersionHeader};
use backoffice_http::represent::GroupRef;
use backoffice_http::{Admitted, Answer, Code, Context, Decision, Problem, Request, Stop, change_definition};
use serde_json::json;

/// Deletes a role that no group carries.
///
/// # Errors
/// 401, 403 (also for what it allows or denies and whoever asks does not hold), 428, 404, 412; 409 for the
/// built-in role, or with the groups that carry it.
#[utoipa::path(
    delete, path = "/api/v1/roles/{roleId}", operation_id = "deleteRole", tag = "roles",
    params(
        ("roleId" = String, Path, description = "The role's id.", format = Uuid),
        VersionHeader,
    ),
    responses((status = 204, description = "The role is no more."), ActRefusals),
    extensions(("x-permission" = json!("roles.delete"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let decide = |_: &Admitted, definitions: &Definitions| {
        let role: Role = request.to_change(definitions, &request.if_match()?)?;
        let carriers: Vec<GroupRef> = definitions.carriers(role.id).into_iter().map(GroupRef::from).collect();
        if !carriers.is_empty() {
            return Err(Problem::new(Code::RoleInUse).with("groups", json!(carriers)).into());
        }
        Ok(Decision { action: Action::RoleDeleted, before: Some(role), after: None })
    };
    change_definition(&context, &request, Permission::RolesDelete, decide).await
}
