//! `DELETE /users/{userId}/sessions`: signing a user out everywhere; oneself everywhere else.

use std::sync::Arc;

use backoffice_domain::{Permission, Status};
use backoffice_http::openapi::ReadRefusals;
use backoffice_http::{ATTEMPTS, Answer, Context, Needs, Request, StatusCode, Stop, guard, until_decided};
use backoffice_store::Error;

/// Ends all sessions of a user; of oneself all but the one that asks. Of oneself it needs no permission; of
/// another the person who asks holds all that they do.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(
    delete, path = "/api/v1/users/{userId}/sessions", operation_id = "endSessions", tag = "session",
    params(("userId" = String, Path, description = "The user's id.", format = Uuid)),
    responses((status = 204, description = "The sessions have ended."), ReadRefusals),
    extensions(("x-permission" = json!("sessions.end"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    until_decided(&context, ATTEMPTS, || try_end(&context, &request)).await
}

/// Ends them; nothing if the user is another one by now: they may hold more than whoever asks, or a session of
/// theirs may have been taken along into what was not known here.
async fn try_end(context: &Context, request: &Arc<Request>) -> Result<Option<Answer>, Stop> {
    let who = guard(context, request, Needs::permission_unless_own(Permission::SessionsEnd)).await?;
    let user = who.target_user()?;
    who.check_holds_as_much_as(user)?;
    // Whoever is not active has none.
    if user.status == Status::Active {
        let kept = who.is_self(user).then_some(&who.session);
        match context.store.end_all(&who.acting(), user, kept).await {
            Err(Error::UserChanged(_) | Error::UserDeleted) => return Ok(None),
            other => other?,
        }
    }
    Ok(Some(Answer::empty(StatusCode::NO_CONTENT)))
}
