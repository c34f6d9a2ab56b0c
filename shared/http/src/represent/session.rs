//! Sessions in JSON.

use backoffice_domain::{Permissions, Policy, User};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use super::{SelfEnd, UserBody};

/// Who is signed in, and what they may do.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = SessionAnswer)]
#[serde(rename_all = "camelCase")]
pub struct SessionBody {
    /// The signed-in user.
    pub user: UserBody,
    /// What they may do.
    pub permissions: Vec<&'static str>,
    /// When the session ends if nothing more is asked (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub expires_at: String,
}

impl SessionBody {
    /// The session of `user`.
    pub fn new(user: &User, policy: &Policy, permissions: Permissions, expires_at: Timestamp) -> Self {
        Self {
            user: UserBody::new(user, policy),
            permissions: permissions.iter().map(backoffice_domain::Permission::as_str).collect(),
            expires_at: expires_at.to_string(),
        }
    }
}

/// A user whose change has ended the session that asked for it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ChangedUser)]
pub struct EndedBody {
    /// The user.
    #[serde(flatten)]
    pub user: UserBody,
    /// `ended` if one has changed oneself so that the session is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, examples("ended"))]
    pub session: Option<&'static str>,
    /// Why it is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = reason, required = false)]
    pub reason: Option<SelfEnd>,
}

fn reason() -> Object {
    crate::openapi::words(&["self_deactivated", "self_deleted"])
}

impl EndedBody {
    /// The user; `reason` if the change has ended the session.
    pub fn new(user: UserBody, reason: Option<SelfEnd>) -> Self {
        Self { user, session: reason.map(|_| "ended"), reason }
    }
}
