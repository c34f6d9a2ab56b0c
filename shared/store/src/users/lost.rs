//! Customers that were taken over from a deleted user.

use backoffice_domain::audit::Action;
use backoffice_domain::{CustomerId, User, UserId};
use serde::Deserialize;

use crate::Error;
use crate::audit::Target;
use crate::customers::OwnedCustomer;
use crate::edge::{Range, Store};
use crate::page::Order;

/// The most events looked at: bounds what restoring costs, however much has happened.
const EVENTS: usize = 100;
/// The most customers named: as many as one read takes.
const NAMED: usize = 100;

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
    /// The customers that others took over since the user was deleted, newest first, with whose they
    /// are now. Who has lost none costs nothing.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn lost_customers(&self, user: &User) -> Result<Vec<OwnedCustomer>, Error> {
        if user.lost_customers == 0 {
            return Ok(Vec::new());
        }
        let mut ids = self.lost_ids(user.id).await?;
        ids.truncate(NAMED);
        let mut customers = self.customers(&ids).await?;
        self.with_owners(ids.iter().filter_map(|id| customers.remove(id)).collect()).await
    }

    async fn lost_ids(&self, user: UserId) -> Result<Vec<CustomerId>, Error> {
        let range = Range { order: Order::Descending, ..Range::of_table(Target::User(user).events(), EVENTS) };
        let mut lost = Vec::new();
        self.trip();
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
                        .filter_map(|id| CustomerId::parse(id).ok()),
                ),
                _ => {}
            }
        }
        Ok(lost)
    }
}
