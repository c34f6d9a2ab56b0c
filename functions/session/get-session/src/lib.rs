//! `GET /session`: who is signed in.

use std::sync::Arc;

use backoffice_http::openapi::SignedInRefusals;
use backoffice_http::represent::SessionBody;
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, guard};

/// Answers the signed-in user, what they may do, and when the session ends.
///
/// # Errors
/// 401 if nobody is signed in.
#[utoipa::path(
    get, path = "/api/v1/session", operation_id = "getSession", tag = "session",
    responses((status = 200, description = "Who is signed in.", body = SessionBody), SignedInRefusals),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::session()).await?;
    let body = SessionBody::new(&who.user, &who.policy, who.permissions, who.session.expires_at());
    Ok(Answer::json(StatusCode::OK, &body))
}
