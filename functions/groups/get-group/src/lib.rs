//! `GET /groups/{groupId}`: one group.

use std::sync::Arc;

use backoffice_domain::{Group, Permission};
use backoffice_http::openapi::ReadRefusals;
use backoffice_http::represent::GroupBody;
use backoffice_http::{Answer, Context, Request, Stop, get_definition};

/// Answers one group.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(
    get, path = "/api/v1/groups/{groupId}", operation_id = "getGroup", tag = "groups",
    params(("groupId" = String, Path, description = "The group's id.", format = Uuid)),
    responses((status = 200, description = "The group.", body = GroupBody), ReadRefusals),
    extensions(("x-permission" = json!("groups.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    get_definition::<Group>(&context, &request, Permission::GroupsRead).await
}
