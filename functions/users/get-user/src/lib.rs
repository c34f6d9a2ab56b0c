//! `GET /users/{userId}`: one user.

use std::sync::Arc;

use backoffice_domain::Permission;
use backoffice_http::openapi::ReadRefusals;
use backoffice_http::represent::UserBody;
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, guard};

/// Answers one user.
///
/// # Errors
/// 401, 403; 404 if there is no such user.
#[utoipa::path(
    get, path = "/api/v1/users/{userId}", operation_id = "getUser", tag = "users",
    params(("userId" = String, Path, description = "The user's id.", format = Uuid)),
    responses((status = 200, description = "The user.", body = UserBody), ReadRefusals),
    extensions(("x-permission" = json!("users.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::UsersRead).user()).await?;
    let user = who.target_user()?;
    Ok(Answer::json(StatusCode::OK, &who.represent(user)).etag(user.version))
}
