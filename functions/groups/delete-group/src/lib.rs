//! `DELETE /groups/{groupId}`: deleting a group without members.

use std::sync::Arc;

use backoffice_domain::access::Definitions;
use backoffice_domain::audit::Action;
use backoffice_domain::{Group, Permission};
use backoffice_http::openapi::{ActRefusals, VersionHeader};
use backoffice_http::{Admitted, Answer, Code, Context, Decision, Problem, Request, Stop, change_definition};

/// Deletes a group that has no members. Deleted users who belonged to it are restored without it.
///
/// # Errors
/// 401, 403 (also for what it allows or denies and whoever asks does not hold), 428, 404, 412; 409 for the
/// built-in group, or with the number of members it has.
#[utoipa::path(
    delete, path = "/api/v1/groups/{groupId}", operation_id = "deleteGroup", tag = "groups",
    params(
        ("groupId" = String, Path, description = "The group's id.", format = Uuid),
        VersionHeader,
    ),
    responses((status = 204, description = "The group is no more."), ActRefusals),
    extensions(("x-permission" = json!("groups.delete"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let decide = |_: &Admitted, definitions: &Definitions| {
        let group: Group = request.to_change(definitions, &request.if_match()?)?;
        if group.member_count > 0 {
            return Err(Problem::new(Code::GroupNotEmpty).with("memberCount", group.member_count).into());
        }
        Ok(Decision { action: Action::GroupDeleted, before: Some(group), after: None })
    };
    change_definition(&context, &request, Permission::GroupsDelete, decide).await
}
