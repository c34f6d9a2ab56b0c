//! What decides whether a request is let in, in one strongly consistent read.

use backoffice_domain::session::Session;
use backoffice_domain::{Customer, CustomerId, Policy, SessionId, User, UserId};
use jiff::Timestamp;

use crate::edge::{Key, Store};
pub use crate::records::access::Headcount;
use crate::records::access::PolicyRecord;
use crate::records::customer::CustomerRecord;
use crate::records::session::SessionRecord;
use crate::records::user::UserRecord;
use crate::{Error, OnceKey, keys};

/// What a request names: read together, so that being let in costs one trip whatever is asked.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The session of the cookie.
    pub session: Option<(UserId, SessionId)>,
    /// The user in the path.
    pub user: Option<UserId>,
    /// The customer in the path.
    pub customer: Option<CustomerId>,
    /// The session in the path.
    pub other_session: Option<(UserId, SessionId)>,
    /// The counts of users.
    pub headcount: bool,
    /// The idempotency key.
    pub once: Option<OnceKey>,
}

/// What there is of it.
#[derive(Debug, Default)]
pub struct Seen {
    /// The session.
    pub session: Option<Session>,
    /// The session's user.
    pub acting: Option<User>,
    /// The compiled policy.
    pub policy: Policy,
    /// The user in the path.
    pub user: Option<User>,
    /// The customer in the path.
    pub customer: Option<Customer>,
    /// The session in the path.
    pub other_session: Option<Session>,
    /// The counts of users.
    pub headcount: Headcount,
    /// Why the idempotency key ends the request here: answered before, or used for another one.
    pub once: Option<Box<Error>>,
}

impl Store {
    /// Reads all of `wanted` as it is at this moment: one trip, one read unit a thing.
    ///
    /// # Errors
    /// The store is unavailable, or holds something unreadable.
    pub async fn see(&self, wanted: &Wanted, now: Timestamp) -> Result<Seen, Error> {
        let mut keys = vec![keys::policy()];
        if let Some((user, session)) = wanted.session {
            keys.extend([keys::user(user), keys::session(user, session)]);
        }
        keys.extend(wanted.user.map(keys::user));
        keys.extend(wanted.customer.as_ref().map(keys::customer));
        keys.extend(wanted.other_session.map(|(user, session)| keys::session(user, session)));
        keys.extend(wanted.headcount.then(keys::headcount));
        keys.extend(wanted.once.as_ref().map(OnceKey::key));
        keys.sort_by(|one, other| (&one.pk, &one.sk).cmp(&(&other.pk, &other.sk)));
        keys.dedup();

        let items = self.read_strongly(&keys).await?;
        let item = |key: Key| items.get(&key);
        let user = |id: UserId| item(keys::user(id)).map(UserRecord::read).transpose();
        let session =
            |(user, id): (UserId, SessionId)| item(keys::session(user, id)).map(SessionRecord::read).transpose();
        let mut seen = Seen {
            policy: item(keys::policy()).map(|item| PolicyRecord::read(item.clone())).transpose()?.unwrap_or_default(),
            user: wanted.user.map(user).transpose()?.flatten(),
            customer: wanted
                .customer
                .as_ref()
                .and_then(|id| item(keys::customer(id)))
                .map(CustomerRecord::read)
                .transpose()?,
            other_session: wanted.other_session.map(session).transpose()?.flatten(),
            headcount: item(keys::headcount())
                .map(|item| Headcount::read(item.clone()))
                .transpose()?
                .unwrap_or_default(),
            once: wanted
                .once
                .as_ref()
                .and_then(|once| item(once.key()).and_then(|item| once.judge(item, now)))
                .map(Box::new),
            ..Seen::default()
        };
        if let Some(own) = wanted.session {
            seen.acting = user(own.0)?;
            seen.session = session(own)?;
        }
        Ok(seen)
    }

    /// Notes that the session was used at `now`. A session that has ended meanwhile stays ended.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn note_seen(&self, session: &Session, now: Timestamp) -> Result<(), Error> {
        let before = SessionRecord::write(session)?;
        let after = SessionRecord::write(&Session { seen_at: now, ..session.clone() })?;
        self.update_if_present(&before, &after).await
    }
}
