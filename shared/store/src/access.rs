//! Groups and the policy compiled from them.

use backoffice_domain::{Group, Policy};

use crate::edge::{Range, Store};
use crate::page::Order;
use crate::records::access::{GroupRecord, Headcount, PolicyRecord};
use crate::{Error, keys};

/// The most items of the access partition: more groups than the policy can hold.
const DEFINITIONS: usize = 500;

impl Store {
    /// Reads all groups, strongly consistent.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn groups(&self) -> Result<Vec<Group>, Error> {
        self.trip();
        let sort = ("begins_with(sk, :prefix)".to_owned(), vec![(":prefix", crate::edge::string(keys::GROUP_PREFIX))]);
        let range = Range {
            sort: Some(sort),
            order: Order::Ascending,
            consistent: true,
            ..Range::of_table(keys::ACCESS, DEFINITIONS)
        };
        self.read_range(&range).await?.items.into_iter().map(GroupRecord::read).collect()
    }

    /// Prepares an empty table: the first groups, their policy, and counts of nobody. Does nothing
    /// to a table that is prepared.
    ///
    /// # Errors
    /// The store is busy or unavailable.
    pub async fn prepare(&self, groups: &[Group], policy: &Policy) -> Result<(), Error> {
        let mut transaction = self.transaction();
        transaction.create(PolicyRecord::write(policy)?, |_| Error::AdministratorExists);
        transaction.create(Headcount::nobody(), |_| Error::AdministratorExists);
        for group in groups {
            transaction.create(GroupRecord::write(group)?, |_| Error::AdministratorExists);
        }
        match self.commit(transaction).await {
            Err(Error::AdministratorExists) => Ok(()),
            other => other,
        }
    }
}
