//! An event as it lies in the table, and as it is read.

use std::collections::BTreeMap;

use backoffice_domain::UserId;
use backoffice_domain::audit::Change;
use jiff::Timestamp;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::Target;
use crate::edge::Item;
use crate::{Error, keys};

/// The word for whoever may invoke the operators' functions.
pub(super) const OPERATOR: &str = "operator";
/// The word for somebody who is not signed in.
pub(super) const NOBODY: &str = "nobody";

/// What was done, by whom, to what.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its id, by which events are in order: a `UUIDv7`.
    pub id: Uuid,
    /// When it was recorded.
    pub at: Timestamp,
    /// The word of what was done; a later version may know more words than this one.
    pub action: String,
    /// Who did it.
    pub actor: EventActor,
    /// What it was done to; nothing if somebody tried to sign in to what is no user.
    pub target: Option<Target>,
    /// The name that the target had.
    pub target_name: Option<String>,
    /// What it changed.
    pub changes: Vec<EventChange>,
    /// The names, at that time, of what the changes mention by id.
    pub names: BTreeMap<String, String>,
    /// The request's id.
    pub request_id: String,
    /// The client's address; empty for an operator.
    pub address: String,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventActor {
    /// A user, by the name they had.
    User {
        /// Their id.
        id: UserId,
        /// Their name.
        name: String,
    },
    /// Whoever may invoke the operators' functions.
    Operator,
    /// Somebody who was not signed in.
    Nobody,
}

/// One field's change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventChange {
    /// The field's name in the API.
    pub field: String,
    /// What it was; `null` if it was not.
    pub from: Value,
    /// What it is since; `null` if it is no longer.
    pub to: Value,
}

impl From<Change> for EventChange {
    fn from(change: Change) -> Self {
        Self { field: change.field.to_owned(), from: change.from, to: change.to }
    }
}

/// An event's item.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EventRecord {
    pub(super) pk: String,
    pub(super) sk: String,
    pub(super) actor_pk: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) actor_name: Option<String>,
    pub(super) time_pk: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) subject_name: Option<String>,
    pub(super) action: String,
    pub(super) changes: Vec<EventChange>,
    /// Events of the time before names were kept have none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) names: BTreeMap<String, String>,
    pub(super) request_id: String,
    pub(super) address: String,
    pub(super) at: Timestamp,
}

impl EventRecord {
    pub(super) fn read(item: Item) -> Result<Event, Error> {
        let record: Self = serde_dynamo::from_item(item)?;
        let unreadable = || Error::Fault("an event that is none".to_owned());
        let id = Uuid::try_parse(&record.sk).map_err(|_| unreadable())?;
        let actor = match record.actor_pk.strip_prefix(keys::ACTOR_PREFIX).ok_or_else(unreadable)? {
            OPERATOR => EventActor::Operator,
            NOBODY => EventActor::Nobody,
            user => EventActor::User {
                id: UserId::parse(user).map_err(|_| unreadable())?,
                name: record.actor_name.unwrap_or_default(),
            },
        };
        Ok(Event {
            id,
            at: time_of(id).ok_or_else(unreadable)?,
            action: record.action,
            actor,
            target: Target::of_events(&record.pk),
            target_name: record.subject_name,
            changes: record.changes,
            names: record.names,
            request_id: record.request_id,
            address: record.address,
        })
    }
}

/// When an event was recorded, to the millisecond.
pub(crate) fn time_of(id: Uuid) -> Option<Timestamp> {
    let (seconds, nanoseconds) = id.get_timestamp()?.to_unix();
    Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanoseconds).ok()? / 1_000_000 * 1_000_000).ok()
}

/// The partition, in the index by time, of what happens at `at`.
pub(crate) fn month_of(at: Timestamp) -> String {
    let date = Offset::UTC.to_datetime(at).date();
    keys::month(date.year(), date.month())
}
