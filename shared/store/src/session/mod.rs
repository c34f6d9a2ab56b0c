//! Signing in and out, and sessions seen from another one.

mod others;

use backoffice_domain::audit::{Action, Change};
use backoffice_domain::password::PasswordHash;
use backoffice_domain::session::Session;
use backoffice_domain::{Email, Status, User, UserId};

pub(crate) use others::take_along;

use crate::audit::Subject;
use crate::edge::{Condition, Item, Store, number, string};
use crate::records::session::SessionRecord;
use crate::records::user::{LoginRecord, UserRecord};
use crate::{Acting, Error, keys};

/// A credential as it was read.
#[derive(Debug)]
pub struct Credential {
    /// Whose it is.
    pub user_id: UserId,
    /// What their password is compared with.
    pub hash: PasswordHash,
}

impl Credential {
    pub(crate) fn read(item: &Item) -> Result<Self, Error> {
        let login = LoginRecord::read(item)?;
        Ok(Self { user_id: login.user_id, hash: login.hash() })
    }
}

/// A sign-in that has been found right.
#[derive(Debug)]
pub struct SignIn<'a> {
    /// The user as they were read.
    pub user: &'a User,
    /// The hash that the password was compared with.
    pub hash: &'a PasswordHash,
    /// What to put in its place if it is weak.
    pub stronger: Option<&'a PasswordHash>,
    /// The session to open.
    pub session: &'a Session,
    /// The session that the browser had, which ends.
    pub former: Option<&'a Session>,
}

impl Store {
    /// Reads the credential that an e-mail reserves.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn credential(&self, email: &Email) -> Result<Option<Credential>, Error> {
        let key = keys::login(email);
        let items = self.read_strongly(std::slice::from_ref(&key)).await?;
        items.get(&key).map(Credential::read).transpose()
    }

    /// Opens a session: only if the user is still active and of the epoch that was read, so that a
    /// sign-in overtaken by a deactivation opens nothing; and only if the e-mail still has the hash
    /// that was read: it was read before the user, who may be of the epoch of a newer password.
    ///
    /// # Errors
    /// [`Error::ActorChanged`] if the user has changed; [`Error::CredentialChanged`] if the hash has,
    /// by a new password or by another sign-in that made it stronger: one has to compare again; the
    /// store is unavailable.
    pub async fn open_session(&self, acting: &Acting, sign_in: &SignIn<'_>) -> Result<User, Error> {
        let before = sign_in.user;
        let after = User { last_sign_in_at: Some(acting.now), ..before.clone() };
        let mut transaction = self.transaction();
        transaction.update(
            &UserRecord::write(before)?,
            &UserRecord::write(&after)?,
            still_welcome(before.session_epoch),
        );
        transaction.create(SessionRecord::write(sign_in.session)?, |_| {
            Error::Fault("a session's id was used before".to_owned())
        });
        if let Some(former) = sign_in.former {
            transaction.delete(keys::session(former.user_id, former.id));
        }
        match sign_in.stronger {
            Some(stronger) => {
                let login = LoginRecord::write(&before.email, before.id, stronger)?;
                transaction.put_if(login, Some(hash_is(sign_in.hash)));
            }
            None => transaction.check(keys::login(&before.email), hash_is(sign_in.hash)),
        }
        let device = Change::between("device", serde_json::Value::Null, sign_in.session.device.as_str());
        acting.record(
            &mut transaction,
            &Subject::User(before),
            Action::SessionSignedIn,
            device.into_iter().collect(),
        )?;
        self.commit(transaction).await?;
        Ok(after)
    }

    /// Ends a session; one that has ended already stays ended, and nothing is recorded.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn end_session(&self, acting: &Acting, user: &User, session: &Session) -> Result<(), Error> {
        let mut transaction = self.transaction();
        let key = keys::session(session.user_id, session.id);
        transaction.delete_if(key, Some(Condition::present(|| Error::ActorChanged)));
        acting.record(&mut transaction, &Subject::User(user), Action::SessionSignedOut, Vec::new())?;
        match self.commit(transaction).await {
            Err(Error::ActorChanged) => Ok(()),
            other => other,
        }
    }
}

fn still_welcome(epoch: u64) -> Condition {
    Condition::new(
        "#status = :active AND #sessionEpoch = :epoch",
        [(":active", string(Status::Active.as_str())), (":epoch", number(epoch))],
        move |item| {
            let welcome = item
                .and_then(|item| UserRecord::read(item).ok())
                .is_some_and(|user| user.status == Status::Active && user.session_epoch == epoch);
            (!welcome).then_some(Error::ActorChanged)
        },
    )
}

/// The credential still holds the hash that was read.
pub(crate) fn hash_is(hash: &PasswordHash) -> Condition {
    let expected = hash.clone();
    Condition::new("#hash = :hash", [(":hash", string(hash.as_phc()))], move |item: Option<&Item>| {
        let unchanged =
            item.and_then(|item| LoginRecord::read(item).ok()).is_some_and(|login| login.hash() == expected);
        (!unchanged).then_some(Error::CredentialChanged)
    })
}
