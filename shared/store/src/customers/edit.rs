//! Who edited a customer last: the audit events know it, so the customer need not.

use backoffice_domain::audit::Action;
use backoffice_domain::{CustomerId, Editor, UserId};
use jiff::Timestamp;
use serde::Deserialize;

use crate::Error;
use crate::audit::Target;
use crate::edge::{Range, Store};
use crate::page::Order;

/// The most events looked at. Of a customer who was assigned more often since, nobody learns who
/// edited them; the change that is refused is refused all the same.
const EVENTS: usize = 50;

/// The last edit of a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerEdit {
    /// Who made it; nobody if an operator did.
    pub by: Option<Editor>,
    /// When.
    pub at: Timestamp,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    action: Action,
    actor_pk: String,
    actor_name: Option<String>,
    at: Timestamp,
}

impl Event {
    fn edit(self) -> CustomerEdit {
        let id = self.actor_pk.split_once('#').and_then(|(_, id)| UserId::parse(id).ok());
        let by = id.zip(self.actor_name).map(|(id, name)| Editor { id, name });
        CustomerEdit { by, at: self.at }
    }
}

impl Store {
    /// The last edit of what the store says of a customer.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn last_edit_of_customer(&self, id: &CustomerId) -> Result<Option<CustomerEdit>, Error> {
        let partition = Target::Customer(id.clone()).events();
        let range = Range { order: Order::Descending, consistent: true, ..Range::of_table(partition, EVENTS) };
        self.trip();
        for item in self.read_range(&range).await?.items {
            let event: Event = serde_dynamo::from_item(item)?;
            if matches!(event.action, Action::CustomerCreated | Action::CustomerUpdated) {
                return Ok(Some(event.edit()));
            }
        }
        Ok(None)
    }
}
