//! Customers that were taken over from a deleted user.

use backoffice_domain::audit::Action;
use backoffice_domain::{CustomerId, UserId};
use serde::Deserialize;

use crate::Error;
use crate::edge::{Range, Store};
use crate::page::Order;

/// The most events looked at: bounds what restoring costs, however much has happened.
const EVENTS: usize = 100;

/// A customer that belongs to somebody else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostCustomer {
    /// The customer.
    pub id: CustomerId,
}

#[derive(Deserialize)]
struct Event {
    action: Action,
    changes: Vec<EventChange>,
}

#[derive(Deserialize)]
struct EventChange {
    field: String,
    from: serde_json::Value,
}

impl Store {
    /// The customers that others took over since the user was deleted, newest first; read from the
    /// user's audit events, beside the guard's read.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn lost_customers(&self, user: UserId) -> Result<Vec<LostCustomer>, Error> {
        let range = Range { order: Order::Descending, ..Range::of_table(format!("AUDIT#user#{user}"), EVENTS) };
        let mut lost = Vec::new();
        for item in self.read_range(&range).await?.items {
            let event: Event = serde_dynamo::from_item(item)?;
            match event.action {
                Action::UserDeleted => break,
                Action::CustomerUnassigned => lost.extend(
                    event
                        .changes
                        .iter()
                        .filter(|change| change.field == "customers")
                        .filter_map(|change| change.from.as_str())
                        .filter_map(|id| CustomerId::parse(id).ok().map(|id| LostCustomer { id })),
                ),
                _ => {}
            }
        }
        Ok(lost)
    }
}
