//! Customers together with whose they are.

use std::collections::{BTreeSet, HashMap};

use backoffice_domain::{Customer, CustomerId, User, UserId};

use crate::edge::{Item, Key, Store};
use crate::records::customer::CustomerRecord;
use crate::records::user::UserRecord;
use crate::{Error, keys};

/// A customer and the user they are assigned to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedCustomer {
    /// The customer.
    pub customer: Customer,
    /// The owner, as they are now.
    pub owner: Option<User>,
}

impl Store {
    /// Reads customers as they are at this moment; those that do not exist are left out.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn customers(&self, ids: &[CustomerId]) -> Result<HashMap<CustomerId, Customer>, Error> {
        let keys: Vec<Key> = ids.iter().map(keys::customer).collect();
        let items = self.read_strongly(&keys).await?;
        items.values().map(|item| CustomerRecord::read(item).map(|customer| (customer.id.clone(), customer))).collect()
    }

    /// Adds the owners, each read once and none if nobody has an owner.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn with_owners(&self, customers: Vec<Customer>) -> Result<Vec<OwnedCustomer>, Error> {
        let owners: BTreeSet<UserId> = customers.iter().filter_map(|customer| customer.owner).collect();
        let keys: Vec<Key> = owners.into_iter().map(keys::user).collect();
        let owners = users_of(&self.read_rows(&keys).await?)?;
        let owned = |customer: Customer| {
            let owner = customer.owner.and_then(|id| owners.get(&id)).cloned();
            OwnedCustomer { customer, owner }
        };
        Ok(customers.into_iter().map(owned).collect())
    }
}

/// The users among items that may be others' too.
pub(super) fn users_of(items: &HashMap<Key, Item>) -> Result<HashMap<UserId, User>, Error> {
    let users = items.iter().filter(|(key, _)| key.pk.starts_with(keys::USER_PREFIX));
    users.map(|(_, item)| UserRecord::read(item).map(|user| (user.id, user))).collect()
}
