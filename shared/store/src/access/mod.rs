//! Groups and roles, and the policy compiled from them.

mod change;

use backoffice_domain::access::{Definition, Definitions};
use backoffice_domain::audit::Action;

pub use change::DefinitionChange;

use crate::audit::Subject;
use crate::edge::{Range, Store};
use crate::page::Order;
use crate::records::access::{Headcount, PolicyRecord};
use crate::records::definition;
use crate::{Acting, Error, keys};

/// The most items of the access partition: more groups than the policy can hold, and all the roles.
const DEFINITIONS: usize = 500;

impl Store {
    /// Reads all groups and roles, strongly consistent.
    ///
    /// A query is no snapshot. Whoever changes them has read the policy before: if its version is still
    /// the same when the change is made, nothing of this was changed while it was read.
    ///
    /// # Errors
    /// The store is unavailable, or holds something unreadable.
    pub async fn definitions(&self) -> Result<Definitions, Error> {
        self.trip();
        let range = Range { order: Order::Ascending, consistent: true, ..Range::of_table(keys::ACCESS, DEFINITIONS) };
        let items = self.read_range(&range).await?.items;
        let definitions = items.into_iter().filter_map(|item| definition::read(item).transpose());
        definitions.collect()
    }

    /// Prepares an empty table: the first groups and roles, their policy, and counts of nobody. Does
    /// nothing to a table that is prepared.
    ///
    /// # Errors
    /// The store is busy or unavailable.
    pub async fn prepare(&self, acting: &Acting, first: &Definitions) -> Result<(), Error> {
        let mut transaction = self.transaction();
        transaction.create(PolicyRecord::write(&first.compile(1))?, |_| Error::AdministratorExists);
        transaction.create(Headcount::nobody(), |_| Error::AdministratorExists);
        let roles = first.roles.values().cloned().map(|role| (Action::RoleCreated, Definition::from(role)));
        let groups = first.groups.values().cloned().map(|group| (Action::GroupCreated, Definition::from(group)));
        for (action, definition) in roles.chain(groups) {
            transaction.create(definition::write(&definition)?, |_| Error::AdministratorExists);
            let changes = Definition::changes(None, Some(&definition));
            acting.record(&mut transaction, &Subject::Definition(&definition), action, changes)?;
        }
        match self.commit(transaction).await {
            Err(Error::AdministratorExists) => Ok(()),
            other => other,
        }
    }
}
