//! Creating, editing and deleting a group or a role are one kind of change, and the policy goes with it.

use backoffice_domain::Policy;
use backoffice_domain::access::Definition;
use backoffice_domain::audit::Action;

use crate::audit::Subject;
use crate::edge::{Condition, Store, Transaction, number, pause};
use crate::records::access::PolicyRecord;
use crate::records::definition;
use crate::{Acting, Error, Once};

/// A change of one group or role.
#[derive(Debug)]
pub struct DefinitionChange<'a> {
    /// What was done.
    pub action: Action,
    /// What it was when it was read; nothing if it is new.
    pub before: Option<&'a Definition>,
    /// What it shall be; nothing if it is deleted.
    pub after: Option<&'a Definition>,
    /// The policy, read before the definitions were.
    pub policy: &'a Policy,
    /// The policy compiled from the definitions as they shall be.
    pub compiled: &'a Policy,
    /// The answer to remember under an idempotency key.
    pub once: Option<&'a Once>,
}

impl Store {
    /// Changes a group or role, with the policy and the audit event, or changes nothing.
    ///
    /// # Errors
    /// [`Error::Repeated`] and [`Error::KeyReused`] for the idempotency key, [`Error::ActorChanged`],
    /// [`Error::DefinitionMissing`], [`Error::DefinitionChanged`], [`Error::GroupNotEmpty`],
    /// [`Error::PolicyFull`]; [`Error::PolicyChanged`] if another group or role was changed since the policy
    /// was read, so that the change has to be decided anew; the store is busy or unavailable.
    pub async fn change_definition(&self, acting: &Acting, change: &DefinitionChange<'_>) -> Result<(), Error> {
        let mut transaction = self.transaction();
        Once::remember(change.once, acting.now, &mut transaction)?;
        acting.check(&mut transaction);
        write_definition(change, &mut transaction)?;
        write_policy(change, &mut transaction)?;
        let subject = change.after.or(change.before).ok_or_else(nothing)?;
        let changes = Definition::changes(change.before, change.after);
        acting.record(&mut transaction, &Subject::Definition(subject), change.action, changes)?;
        self.commit(transaction).await
    }

    /// Lets others go first who change groups and roles at the same moment, for longer with each attempt.
    pub async fn give_way(&self, attempt: u32) {
        pause(attempt).await;
    }
}

fn nothing() -> Error {
    Error::Fault("a change of nothing".to_owned())
}

fn write_definition(change: &DefinitionChange<'_>, transaction: &mut Transaction) -> Result<(), Error> {
    match (change.before, change.after) {
        (None, Some(after)) => {
            transaction
                .create(definition::write(after)?, |_| Error::Fault("a definition's id was used before".to_owned()));
        }
        (Some(before), Some(after)) => {
            transaction.update(&definition::write(before)?, &definition::write(after)?, is_version(before));
        }
        (Some(before), None) => {
            let condition = match before {
                Definition::Group(_) => is_version(before).and(is_empty()),
                Definition::Role(_) => is_version(before),
            };
            transaction.delete_if(definition::key(before), Some(condition));
        }
        (None, None) => return Err(nothing()),
    }
    Ok(())
}

fn write_policy(change: &DefinitionChange<'_>, transaction: &mut Transaction) -> Result<(), Error> {
    if !PolicyRecord::fits(change.compiled) {
        return Err(Error::PolicyFull);
    }
    let version = change.policy.version;
    let unchanged = Condition::new("#version = :version", [(":version", number(version))], move |item| {
        let is_it = |item: &crate::edge::Item| PolicyRecord::read(item.clone()).is_ok_and(|now| now.version == version);
        (!item.is_some_and(is_it)).then_some(Error::PolicyChanged)
    });
    transaction.update(&PolicyRecord::write(change.policy)?, &PolicyRecord::write(change.compiled)?, unchanged);
    Ok(())
}

/// It is as it was read; says what it is now if not.
fn is_version(before: &Definition) -> Condition {
    let version = before.version();
    Condition::new("#version = :version", [(":version", number(version))], move |item| {
        match item.map(|item| definition::read(item.clone())) {
            None => Some(Error::DefinitionMissing),
            Some(Err(error)) => Some(error),
            Some(Ok(None)) => Some(Error::Fault("a definition that is none".to_owned())),
            Some(Ok(Some(current))) if current.version() == version => None,
            Some(Ok(Some(current))) => Some(Error::DefinitionChanged(Box::new(current))),
        }
    })
}

/// The group has no members.
fn is_empty() -> Condition {
    Condition::new("#memberCount = :none", [(":none", number(0))], |item| {
        match item.and_then(|item| definition::read(item.clone()).ok().flatten()) {
            Some(Definition::Group(group)) if group.member_count > 0 => Some(Error::GroupNotEmpty(group.member_count)),
            _ => None,
        }
    })
}
