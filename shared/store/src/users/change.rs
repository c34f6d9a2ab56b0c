//! Creating, editing, activating, deactivating, deleting and restoring are one kind of change: from
//! what a user was (or nothing) to what they are.

use backoffice_domain::audit::Action;
use backoffice_domain::password::PasswordHash;
use backoffice_domain::{GroupId, Status, User};

use crate::audit::Subject;
use crate::edge::{Condition, Item, Store, Transaction, number};
use crate::keys::Kind;
use crate::records::access::{Headcount, MemberRecord};
use crate::records::token::TokenRecord;
use crate::records::user::{LoginRecord, UserRecord};
use crate::session::hash_is;
use crate::{Acting, Actor, Conflict, Error, Once, keys};

/// A change of one user.
#[derive(Debug)]
pub struct UserChange<'a> {
    /// What was done.
    pub action: Action,
    /// The user as they were read; nothing if they are new.
    pub before: Option<&'a User>,
    /// The user as they shall be.
    pub after: &'a User,
    /// A new password; needed for a new user.
    pub hash: Option<&'a PasswordHash>,
    /// The answer to remember under an idempotency key.
    pub once: Option<&'a Once>,
}

impl Store {
    /// Changes a user, with e-mail, groups, counts, search words and audit event, or changes nothing.
    ///
    /// # Errors
    /// [`Error::Repeated`] and [`Error::KeyReused`] for the idempotency key, [`Error::ActorChanged`],
    /// [`Error::UserChanged`], [`Error::UserDeleted`], [`Error::UserMissing`],
    /// [`Error::EmailTaken`], [`Error::GroupMissing`], [`Error::LastAdministrator`],
    /// [`Error::AdministratorExists`] for an operator; the store is busy or unavailable.
    pub async fn change_user(&self, acting: &Acting, change: &UserChange<'_>) -> Result<(), Error> {
        match self.try_change_user(acting, change).await {
            // Signing in has made the weak hash stronger that was to move with the e-mail. It does so
            // once: the next attempt moves the hash that stays.
            Err(Error::CredentialChanged) => self.try_change_user(acting, change).await,
            other => other,
        }
    }

    async fn try_change_user(&self, acting: &Acting, change: &UserChange<'_>) -> Result<(), Error> {
        let mut transaction = self.transaction();
        Once::remember(change.once, acting.now, &mut transaction)?;
        self.write_user(acting, change, &mut transaction).await?;
        self.commit(transaction).await
    }

    /// Adds the change with all that goes with it.
    pub(crate) async fn write_user(
        &self,
        acting: &Acting,
        change: &UserChange<'_>,
        transaction: &mut Transaction,
    ) -> Result<(), Error> {
        write_profile(acting, change, transaction)?;
        self.write_login(change, transaction).await?;
        write_groups(change, transaction)?;
        match (&acting.actor, change.before) {
            // An operator creates nobody but the first administrator.
            (Actor::Operator, None) => Headcount::first_administrator(transaction, change.after)?,
            _ => Headcount::move_user(transaction, change.before, change.after),
        }
        let before = change.before.map(User::words).unwrap_or_default();
        TokenRecord::replace(transaction, Kind::User, &change.after.id.to_string(), &before, &change.after.words())?;
        let changes = change.after.changes_since(change.before, change.hash.is_some());
        acting.record(transaction, &Subject::User(change.after), change.action, changes)
    }

    async fn write_login(&self, change: &UserChange<'_>, transaction: &mut Transaction) -> Result<(), Error> {
        let after = change.after;
        let taken =
            |item: &Item| LoginRecord::read(item).map_or_else(|error| error, |login| Error::EmailTaken(login.user_id));
        match (change.before, change.hash) {
            (None, Some(hash)) => transaction.create(LoginRecord::write(&after.email, after.id, hash)?, taken),
            (None, None) => return Err(Error::Fault("a new user without a password".to_owned())),
            (Some(before), hash) if before.email.normalised() != after.email.normalised() => {
                // The credential moves, on condition that it is still the one that moves.
                let Some(credential) = self.credential(&before.email).await? else {
                    // It has moved away already: something before it refuses this change.
                    let refusal = self.refusal(transaction).await?;
                    return Err(refusal.unwrap_or_else(|| Error::Fault("a user without a credential".to_owned())));
                };
                transaction
                    .create(LoginRecord::write(&after.email, after.id, hash.unwrap_or(&credential.hash))?, taken);
                transaction.delete_if(keys::login(&before.email), Some(hash_is(&credential.hash)));
            }
            (Some(_), Some(hash)) => {
                let login = LoginRecord::write(&after.email, after.id, hash)?;
                transaction.put_if(login, Some(Condition::present(|| Error::CredentialChanged)));
            }
            (Some(_), None) => {}
        }
        Ok(())
    }
}

fn write_profile(acting: &Acting, change: &UserChange<'_>, transaction: &mut Transaction) -> Result<(), Error> {
    if change.before.is_none_or(|before| acting.user_id() != Some(before.id)) {
        acting.check(transaction);
    }
    let Some(before) = change.before else {
        transaction
            .create(UserRecord::write(change.after)?, |_| Error::Fault("a user's id was used before".to_owned()));
        return Ok(());
    };
    update_profile(acting, before, change.after, transaction)
}

/// Adds the edit of a user's item. One item cannot take part twice: of the actor's own the condition that
/// they are unchanged joins the edit.
pub(super) fn update_profile(
    acting: &Acting,
    before: &User,
    after: &User,
    transaction: &mut Transaction,
) -> Result<(), Error> {
    let unchanged = if acting.user_id() == Some(before.id) { acting.unchanged() } else { None };
    let condition = match unchanged {
        Some(unchanged) => unchanged.and(is_version(before)),
        None => is_version(before),
    };
    transaction.update(&UserRecord::write(before)?, &UserRecord::write(after)?, condition);
    Ok(())
}

/// The user is as they were read; says what they are now if not.
pub(crate) fn is_version(before: &User) -> Condition {
    let (version, was_deleted) = (before.version, before.status == Status::Deleted);
    Condition::new("#version = :version", [(":version", number(version))], move |item| {
        match item.map(UserRecord::read) {
            None => Some(Error::UserMissing),
            Some(Err(error)) => Some(error),
            Some(Ok(current)) if current.version == version => None,
            Some(Ok(current)) if current.status == Status::Deleted && !was_deleted => Some(Error::UserDeleted),
            Some(Ok(current)) => Some(Error::UserChanged(Box::new(Conflict { current }))),
        }
    })
}

/// A deleted user belongs to no group; the groups stay noted in the user for restoring.
fn memberships(user: &User) -> &[GroupId] {
    if user.status == Status::Deleted { &[] } else { &user.groups }
}

fn write_groups(change: &UserChange<'_>, transaction: &mut Transaction) -> Result<(), Error> {
    let before = change.before.map(memberships).unwrap_or_default();
    let after = memberships(change.after);
    for (position, group) in after.iter().enumerate().filter(|(_, group)| !before.contains(group)) {
        transaction.add(
            keys::group(*group),
            &[("memberCount", 1)],
            Condition::present(move || Error::GroupMissing(position)),
        );
        transaction.put(MemberRecord::write(*group, change.after.id)?);
    }
    for group in before.iter().filter(|group| !after.contains(group)) {
        let exists = Condition::present(|| Error::Fault("a group with a member does not exist".to_owned()));
        transaction.add(keys::group(*group), &[("memberCount", -1)], exists);
        transaction.delete(keys::member(*group, change.after.id));
    }
    Ok(())
}
