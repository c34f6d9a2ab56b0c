//! `GET /roles/{roleId}`: one role.

use std::sync::Arc;

use backoffice_domain::{Permission, Role};
use backoffice_http::openapi::ReadRefusals;
use backoffice_http::represent::RoleBody;
use backoffice_http::{Answer, Context, Request, Stop, get_definition};

/// Answers one role.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(
    get, path = "/api/v1/roles/{roleId}", operation_id = "getRole", tag = "roles",
    params(("roleId" = String, Path, description = "The role's id.", format = Uuid)),
    responses((status = 200, description = "The role.", body = RoleBody), ReadRefusals),
    extensions(("x-permission" = json!("roles.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    get_definition::<Role>(&context, &request, Permission::RolesRead).await
}
