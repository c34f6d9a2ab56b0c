//! How long a signed-in browser stays signed in.

use jiff::{SignedDuration, Timestamp};

use crate::{User, UserId, id::SessionId, user::Status};

/// A session ends after this long without a request (OWASP ASVS 5.0, 7.3.1).
pub const IDLE: SignedDuration = SignedDuration::from_hours(1);
/// A session ends this long after signing in, whatever happens (OWASP ASVS 5.0, 7.3.2).
pub const ABSOLUTE: SignedDuration = SignedDuration::from_hours(12);
/// How stale the noted time of the last request may get: a write for each request would cost more
/// than the request itself.
pub const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id, the second part of the cookie.
    pub id: SessionId,
    /// Who signed in.
    pub user_id: UserId,
    /// SHA-256 of the cookie's secret, in hexadecimal; the secret itself is nowhere but in the cookie.
    pub secret_hash: String,
    /// The user's epoch when they signed in: a later epoch ends this session.
    pub epoch: u64,
    /// When they signed in.
    pub created_at: Timestamp,
    /// When a request was last noted (see [`SEEN_EVERY`]).
    pub seen_at: Timestamp,
    /// The browser, as it names itself.
    pub device: String,
    /// The address that it signed in from.
    pub address: String,
}

impl Session {
    /// When the session ends if nothing more is asked.
    pub fn expires_at(&self) -> Timestamp {
        (self.seen_at + IDLE).min(self.created_at + ABSOLUTE)
    }

    /// Whether a request at `now` is signed in as `user`. The store's time-to-live only tidies up;
    /// this decides.
    pub fn admits(&self, user: &User, now: Timestamp) -> bool {
        self.user_id == user.id
            && user.status == Status::Active
            && self.epoch == user.session_epoch
            && now < self.expires_at()
    }

    /// Whether the last request is noted too long ago and has to be noted again.
    pub fn is_stale(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) >= SEEN_EVERY
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::user::tests::user;

    fn session(user: &User) -> Session {
        Session {
            id: SessionId::new(uuid::Uuid::nil()),
            user_id: user.id,
            secret_hash: "01".repeat(32),
            epoch: user.session_epoch,
            created_at: Timestamp::UNIX_EPOCH,
            seen_at: Timestamp::UNIX_EPOCH,
            device: String::new(),
            address: String::new(),
        }
    }

    #[test]
    fn r19_idle_and_absolute_time_outs_hold() {
        let user = user();
        let mut session = session(&user);
        let start = session.created_at;
        assert!(session.admits(&user, start + IDLE - SignedDuration::from_nanos(1)));
        assert!(!session.admits(&user, start + IDLE));
        session.seen_at = start + ABSOLUTE - SignedDuration::from_mins(1);
        assert!(session.admits(&user, start + ABSOLUTE - SignedDuration::from_nanos(1)));
        assert!(!session.admits(&user, start + ABSOLUTE));
    }

    #[test]
    fn r15_an_older_epoch_another_user_or_status_ends_it() {
        let user = user();
        let session = session(&user);
        let now = session.created_at;
        assert!(session.admits(&user, now));
        assert!(!session.admits(&User { session_epoch: user.session_epoch + 1, ..user.clone() }, now));
        assert!(!session.admits(&User { status: Status::Deactivated, ..user.clone() }, now));
        assert!(!session.admits(&User { status: Status::Deleted, ..user.clone() }, now));
        assert!(!session.admits(&User { id: UserId::new(uuid::Uuid::max()), ..user }, now));
    }
}
