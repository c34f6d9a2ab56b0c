//! Sessions seen from another one: where somebody is signed in, and ending that.

use backoffice_domain::audit::{Action, Change};
use backoffice_domain::session::Session;
use backoffice_domain::{User, UserId};
use serde_json::Value;

use crate::audit::Subject;
use crate::edge::{Condition, Range, Store, Transaction, number, string};
use crate::page::Order;
use crate::records::session::SessionRecord;
use crate::records::user::UserRecord;
use crate::users::is_version;
use crate::{Acting, Conflict, Error, keys};

/// The most sessions that are shown, the newest: somebody who signs in all day long has hardly as many.
const SHOWN: usize = 100;

impl Store {
    /// Reads the newest sessions of a user, those too that have ended and still lie in the table.
    ///
    /// # Errors
    /// The store is unavailable, or holds something unreadable.
    pub async fn sessions(&self, user: UserId) -> Result<Vec<Session>, Error> {
        self.trip();
        let sort = ("begins_with(sk, :prefix)".to_owned(), vec![(":prefix", string(keys::SESSION_PREFIX))]);
        let range = Range {
            sort: Some(sort),
            order: Order::Descending,
            consistent: true,
            ..Range::of_table(keys::user(user).pk, SHOWN)
        };
        self.read_range(&range).await?.items.iter().map(SessionRecord::read).collect()
    }

    /// Ends one session of a user, who is as they were read.
    ///
    /// # Errors
    /// [`Error::ActorChanged`], [`Error::SessionMissing`], [`Error::UserChanged`], [`Error::UserDeleted`]; the
    /// store is busy or unavailable.
    pub async fn end_one(&self, acting: &Acting, user: &User, session: &Session) -> Result<(), Error> {
        let mut transaction = self.transaction();
        acting.check(&mut transaction);
        if acting.user_id() != Some(user.id) {
            transaction.check(keys::user(user.id), is_version(user));
        }
        let key = keys::session(session.user_id, session.id);
        transaction.delete_if(key, Some(Condition::present(|| Error::SessionMissing)));
        let device = Change::between("device", session.device.as_str(), Value::Null);
        acting.record(&mut transaction, &Subject::User(user), Action::SessionEnded, device.into_iter().collect())?;
        self.commit(transaction).await
    }

    /// Ends all sessions of a user who is as they were read, but for `kept`: by the epoch, so that it costs the
    /// same however many there are, and none that is opened meanwhile is forgotten.
    ///
    /// # Errors
    /// [`Error::ActorChanged`], [`Error::UserChanged`], also if something else has ended sessions meanwhile,
    /// [`Error::UserDeleted`]; the store is busy or unavailable.
    pub async fn end_all(&self, acting: &Acting, user: &User, kept: Option<&Session>) -> Result<(), Error> {
        let after = User { session_epoch: user.session_epoch + 1, ..user.clone() };
        let mut transaction = self.transaction();
        let condition = match acting.unchanged() {
            Some(unchanged) if acting.user_id() == Some(user.id) => unchanged,
            _ => {
                acting.check(&mut transaction);
                is_version(user).and(is_epoch(user))
            }
        };
        transaction.update(&UserRecord::write(user)?, &UserRecord::write(&after)?, condition);
        if let Some(kept) = kept {
            take_along(kept, after.session_epoch, &mut transaction)?;
        }
        acting.record(&mut transaction, &Subject::User(user), Action::SessionAllEnded, Vec::new())?;
        self.commit(transaction).await
    }
}

/// Takes a session along into the epoch in which all others have ended.
pub(crate) fn take_along(kept: &Session, epoch: u64, transaction: &mut Transaction) -> Result<(), Error> {
    let goes_on = Session { epoch, ..kept.clone() };
    let is_there = Condition::present(|| Error::ActorChanged);
    transaction.update(&SessionRecord::write(kept)?, &SessionRecord::write(&goes_on)?, is_there);
    Ok(())
}

/// Nothing has ended sessions of the user since they were read. That is no edit, so the version does not tell.
fn is_epoch(user: &User) -> Condition {
    let epoch = user.session_epoch;
    Condition::new("#sessionEpoch = :epoch", [(":epoch", number(epoch))], move |item| {
        match item.map(UserRecord::read) {
            None => Some(Error::UserMissing),
            Some(Err(error)) => Some(error),
            Some(Ok(current)) if current.session_epoch == epoch => None,
            Some(Ok(current)) => Some(Error::UserChanged(Box::new(Conflict { current }))),
        }
    })
}
