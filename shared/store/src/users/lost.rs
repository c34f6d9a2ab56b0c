//! What a deleted user has lost: customers that were taken over, groups that were deleted.

use backoffice_domain::audit::Action;
use backoffice_domain::{CustomerId, GroupId, User, UserId};
use futures_util::future::try_join_all;
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
#[serde(rename_all = "camelCase")]
struct LastEvent {
    subject_name: Option<String>,
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

    /// Groups that exist no more, with the names they had: as their last events tell. None costs nothing.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn lost_groups(&self, groups: &[GroupId]) -> Result<Vec<(GroupId, String)>, Error> {
        if groups.is_empty() {
            return Ok(Vec::new());
        }
        self.trip();
        try_join_all(groups.iter().map(|group| self.lost_group(*group))).await
    }

    async fn lost_group(&self, group: GroupId) -> Result<(GroupId, String), Error> {
        let range = Range { order: Order::Descending, ..Range::of_table(Target::Group(group).events(), 1) };
        let last: Option<LastEvent> =
            self.read_range(&range).await?.items.pop().map(serde_dynamo::from_item).transpose()?;
        // Events of the time before names were kept have none.
        let name = last.and_then(|event| event.subject_name).unwrap_or_else(|| group.to_string());
        Ok((group, name))
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
