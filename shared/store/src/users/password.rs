//! A new password for oneself.

use backoffice_domain::User;
use backoffice_domain::audit::Action;
use backoffice_domain::password::PasswordHash;
use backoffice_domain::session::Session;

use super::change::update_profile;
use crate::audit::Subject;
use crate::edge::Store;
use crate::records::user::LoginRecord;
use crate::session::{hash_is, take_along};
use crate::throttle::Attempt;
use crate::{Acting, Error, Once};

/// A new password for whoever asks, whose current one has been found right.
#[derive(Debug)]
pub struct PasswordChange<'a> {
    /// The user as they were read.
    pub before: &'a User,
    /// The user as they shall be, of the next epoch.
    pub after: &'a User,
    /// The hash that the current password was compared with.
    pub compared: &'a PasswordHash,
    /// The hash of the new password.
    pub hash: &'a PasswordHash,
    /// The session that asks, which goes on.
    pub kept: &'a Session,
    /// The answer to remember under an idempotency key.
    pub once: Option<&'a Once>,
}

impl Store {
    /// Changes the password, which ends all sessions but the one that asks, and forgets the failures that
    /// `attempt` was counted with.
    ///
    /// # Errors
    /// [`Error::Repeated`] and [`Error::KeyReused`] for the idempotency key, [`Error::ActorChanged`];
    /// [`Error::UserChanged`] and [`Error::CredentialChanged`] if what was read is another one by now, so that
    /// it has to be compared again; the store is busy or unavailable.
    pub async fn change_password(
        &self,
        acting: &Acting,
        change: &PasswordChange<'_>,
        attempt: &Attempt,
    ) -> Result<(), Error> {
        let PasswordChange { before, after, .. } = *change;
        let mut transaction = self.transaction();
        Once::remember(change.once, acting.now, &mut transaction)?;
        update_profile(acting, before, after, &mut transaction)?;
        let login = LoginRecord::write(&after.email, after.id, change.hash)?;
        transaction.put_if(login, Some(hash_is(change.compared)));
        take_along(change.kept, after.session_epoch, &mut transaction)?;
        let changes = after.changes_since(Some(before), true);
        acting.record(&mut transaction, &Subject::User(after), Action::UserUpdated, changes)?;
        self.forgetting(attempt, Box::pin(self.commit(transaction))).await
    }
}
