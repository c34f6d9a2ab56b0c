//! `DELETE /users/{userId}`: taking a user out of service for good, or until restored.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::{Permission, Status};
use backoffice_http::openapi::{ActRefusals, VersionHeader};
use backoffice_http::represent::{EndedBody, SelfEnd};
use backoffice_http::{Answer, Context, Request, StatusAction, Stop, set_status};

/// Deletes a user, whose sessions end. They stay in the list, keep their e-mail, and can be restored.
///
/// # Errors
/// Those of [`set_status`].
#[utoipa::path(
    delete, path = "/api/v1/users/{userId}", operation_id = "deleteUser", tag = "users",
    params(
        ("userId" = String, Path, description = "The user's id.", format = Uuid),
        VersionHeader,
    ),
    responses((status = 200, description = "The user, deleted; on oneself, also that the session has ended.", body = EndedBody), ActRefusals),
    extensions(("x-permission" = json!("users.delete"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let action = StatusAction {
        permission: Permission::UsersDelete,
        status: Status::Deleted,
        action: Action::UserDeleted,
        ends_own_session: Some(SelfEnd::SelfDeleted),
    };
    set_status(&context, &request, action).await
}
