//! `POST /users/{userId}/deactivate`: keeping a user out, at once.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::{Permission, Status};
use backoffice_http::openapi::{ActRefusals, OnceHeader, VersionHeader};
use backoffice_http::represent::{EndedBody, SelfEnd};
use backoffice_http::{Answer, Context, Request, StatusAction, Stop, set_status};

/// Deactivates a user, whose sessions end. Deactivating a deactivated user changes nothing.
///
/// # Errors
/// Those of [`set_status`].
#[utoipa::path(
    post, path = "/api/v1/users/{userId}/deactivate", operation_id = "deactivateUser", tag = "users",
    params(
        ("userId" = String, Path, description = "The user's id.", format = Uuid),
        VersionHeader,
        OnceHeader,
    ),
    responses((status = 200, description = "The user, deactivated; on oneself, also that the session has ended.", body = EndedBody), ActRefusals),
    extensions(("x-permission" = json!("users.set-status"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let action = StatusAction {
        permission: Permission::UsersSetStatus,
        status: Status::Deactivated,
        action: Action::UserDeactivated,
        ends_own_session: Some(SelfEnd::SelfDeactivated),
    };
    set_status(&context, &request, action).await
}
