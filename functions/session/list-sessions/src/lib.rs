//! `GET /users/{userId}/sessions`: where a user is signed in.

use std::sync::Arc;

use backoffice_domain::Permission;
use backoffice_domain::session::Session;
use backoffice_http::openapi::ReadRefusals;
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, guard};
use serde::Serialize;
use utoipa::ToSchema;

/// A signed-in browser.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
#[serde(rename_all = "camelCase")]
pub struct SessionItem {
    /// The session's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// The browser, as it names itself; perhaps empty.
    pub device: String,
    /// The address that it signed in from; empty if that was not noted.
    pub address: String,
    /// When it signed in (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last used, to within five minutes (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub seen_at: String,
    /// When the session ends if nothing more is asked (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub expires_at: String,
    /// Whether it is the session that asks.
    pub current: bool,
}

impl SessionItem {
    fn new(session: &Session, asking: &Session) -> Self {
        Self {
            id: session.id.to_string(),
            device: session.device.clone(),
            address: session.address.clone(),
            created_at: session.created_at.to_string(),
            seen_at: session.seen_at.to_string(),
            expires_at: session.expires_at().to_string(),
            current: session.user_id == asking.user_id && session.id == asking.id,
        }
    }
}

/// The sessions of a user.
#[derive(Serialize, ToSchema)]
pub struct SessionList {
    /// The sessions, newest first; at most the newest 100.
    pub items: Vec<SessionItem>,
}

/// Answers the sessions that hold at this moment. Of oneself it needs no permission.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(
    get, path = "/api/v1/users/{userId}/sessions", operation_id = "listSessions", tag = "session",
    params(("userId" = String, Path, description = "The user's id.", format = Uuid)),
    responses((status = 200, description = "Where the user is signed in.", body = SessionList), ReadRefusals),
    extensions(("x-permission" = json!("sessions.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission_unless_own(Permission::SessionsRead)).await?;
    let user = who.target_user()?;
    let sessions = context.store.sessions(user.id).await?;
    let holding = sessions.iter().filter(|session| session.admits(user, request.now()));
    let items = holding.map(|session| SessionItem::new(session, &who.session)).collect();
    Ok(Answer::json(StatusCode::OK, &SessionList { items }))
}
