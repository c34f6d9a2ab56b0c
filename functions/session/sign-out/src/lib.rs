//! `DELETE /session`: signing out.

use std::sync::Arc;

use backoffice_http::openapi::SignedInRefusals;
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, ended_cookie, guard};

/// Ends the session on the server and in the browser.
///
/// # Errors
/// 401 if nobody is signed in.
#[utoipa::path(
    delete, path = "/api/v1/session", operation_id = "signOut", tag = "session",
    responses((status = 204, description = "Signed out; removes the session cookie."), SignedInRefusals),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::session()).await?;
    context.store.end_session(&who.acting(), &who.user, &who.session).await?;
    Ok(Answer::empty(StatusCode::NO_CONTENT).header("set-cookie", ended_cookie()))
}
