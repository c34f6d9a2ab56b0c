//! Writing what the store says of a customer. The owner is another matter and stays.

use backoffice_domain::Customer;
use backoffice_domain::audit::Action;

use crate::audit::Subject;
use crate::edge::{Condition, Store, Transaction, number, string};
use crate::keys::Kind;
use crate::records::customer::CustomerRecord;
use crate::records::token::TokenRecord;
use crate::{Acting, Error, Once};

/// How often a change is made anew because the customer got another owner meanwhile.
const ATTEMPTS: usize = 4;

/// A change of what the store says of one customer.
#[derive(Debug)]
pub struct CustomerChange<'a> {
    /// The customer as they were read; nothing if they are new.
    pub before: Option<&'a Customer>,
    /// The customer as they shall be, with the same owner.
    pub after: &'a Customer,
    /// The answer to remember under an idempotency key.
    pub once: Option<&'a Once>,
}

impl Store {
    /// Writes a customer with search words and audit event, or changes nothing.
    ///
    /// # Errors
    /// [`Error::Repeated`] and [`Error::KeyReused`] for the idempotency key, [`Error::ActorChanged`],
    /// [`Error::CustomerChanged`]; the store is busy or unavailable.
    pub async fn put_customer(&self, acting: &Acting, change: &CustomerChange<'_>) -> Result<(), Error> {
        let mut before = change.before.cloned();
        for _ in 0..ATTEMPTS {
            let after = change.after.with_owner(before.as_ref().and_then(|before| before.owner));
            let mut transaction = self.transaction();
            Once::remember(change.once, acting.now, &mut transaction)?;
            acting.check(&mut transaction);
            write(acting, before.as_ref(), &after, &mut transaction)?;
            match self.commit(transaction).await {
                // Only the owner moved, which is no edit: the same data again beside the new owner.
                Err(Error::CustomerChanged(current)) if Some(current.version) == version(before.as_ref()) => {
                    before = Some(*current);
                }
                other => return other,
            }
        }
        Err(Error::Contended)
    }
}

fn version(customer: Option<&Customer>) -> Option<u64> {
    customer.map(|customer| customer.version)
}

/// Adds the change from what a customer was (or nothing) to what they are.
pub(crate) fn write(
    acting: &Acting,
    before: Option<&Customer>,
    after: &Customer,
    transaction: &mut Transaction,
) -> Result<(), Error> {
    let action = if let Some(before) = before {
        transaction.update(&CustomerRecord::write(before)?, &CustomerRecord::write(after)?, is_as_read(before));
        Action::CustomerUpdated
    } else {
        transaction.create(CustomerRecord::write(after)?, |item| match CustomerRecord::read(item) {
            Ok(current) => Error::CustomerChanged(Box::new(current)),
            Err(error) => error,
        });
        Action::CustomerCreated
    };
    let words = before.map(Customer::words).unwrap_or_default();
    TokenRecord::replace(transaction, Kind::Customer, after.id.as_str(), &words, &after.words())?;
    acting.record(transaction, &Subject::Customer(after), action, after.changes_since(before))
}

/// The customer is as they were read, the owner too: an owner's list is sorted by the customer's
/// name, so name and owner may not change past each other.
pub(super) fn is_as_read(before: &Customer) -> Condition {
    let (id, version, owner) = (before.id.clone(), before.version, before.owner);
    let mut values = vec![(":version", number(version))];
    let same_owner = owner.map_or("attribute_not_exists(#ownerId)", |_| "#ownerId = :owner");
    values.extend(owner.map(|owner| (":owner", string(owner.to_string()))));
    Condition::new(format!("#data.#version = :version AND {same_owner}"), values, move |item| {
        match item.map(CustomerRecord::read) {
            None => Some(Error::CustomerMissing(id.clone())),
            Some(Err(error)) => Some(error),
            Some(Ok(current)) if (current.version, current.owner) == (version, owner) => None,
            Some(Ok(current)) => Some(Error::CustomerChanged(Box::new(current))),
        }
    })
}
