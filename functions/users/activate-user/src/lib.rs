//! `POST /users/{userId}/activate`: letting a user sign in again.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::{Permission, Status};
use backoffice_http::openapi::{ActRefusals, OnceHeader, VersionHeader};
use backoffice_http::represent::EndedBody;
use backoffice_http::{Answer, Context, Request, StatusAction, Stop, set_status};

/// Activates a user. Activating an active user changes nothing.
///
/// # Errors
/// Those of [`set_status`].
#[utoipa::path(
    post, path = "/api/v1/users/{userId}/activate", operation_id = "activateUser", tag = "users",
    params(
        ("userId" = String, Path, description = "The user's id.", format = Uuid),
        VersionHeader,
        OnceHeader,
    ),
    responses((status = 200, description = "The user, active.", body = EndedBody), ActRefusals),
    extensions(("x-permission" = json!("users.set-status"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let action = StatusAction {
        permission: Permission::UsersSetStatus,
        status: Status::Active,
        action: Action::UserActivated,
        ends_own_session: None,
    };
    set_status(&context, &request, action).await
}
