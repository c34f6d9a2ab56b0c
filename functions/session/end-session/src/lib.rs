//! `DELETE /users/{userId}/sessions/{sessionId}`: signing a user out of one browser.

use std::sync::Arc;

use backoffice_domain::Permission;
use backoffice_http::openapi::ReadRefusals;
use backoffice_http::{
    ATTEMPTS, Answer, Context, Needs, Request, StatusCode, Stop, ended_cookie, guard, until_decided,
};
use backoffice_store::Error;

/// Ends a session; its very next request is refused. Of oneself it needs no permission; of another the person
/// who asks holds all that they do.
///
/// # Errors
/// 401, 403; 404 for a session that has ended.
#[utoipa::path(
    delete, path = "/api/v1/users/{userId}/sessions/{sessionId}", operation_id = "endSession", tag = "session",
    params(
        ("userId" = String, Path, description = "The user's id.", format = Uuid),
        ("sessionId" = String, Path, description = "The session's id.", format = Uuid),
    ),
    responses((status = 204, description = "The session has ended."), ReadRefusals),
    extensions(("x-permission" = json!("sessions.end"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    until_decided(&context, ATTEMPTS, || try_end(&context, &request)).await
}

/// Ends it; nothing if the user is another one by now, who may hold more than whoever asks.
async fn try_end(context: &Context, request: &Arc<Request>) -> Result<Option<Answer>, Stop> {
    let needs = Needs::permission_unless_own(Permission::SessionsEnd).session_in_path();
    let who = guard(context, request, needs).await?;
    let user = who.target_user()?;
    who.check_holds_as_much_as(user)?;
    let session = who.target_session()?;
    match context.store.end_one(&who.acting(), user, session).await {
        Err(Error::UserChanged(_) | Error::UserDeleted) => return Ok(None),
        other => other?,
    }
    let answer = Answer::empty(StatusCode::NO_CONTENT);
    let is_this_one = session.id == who.session.id && who.is_self(user);
    Ok(Some(if is_this_one { answer.header("set-cookie", ended_cookie()) } else { answer }))
}
