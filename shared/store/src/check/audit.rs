//! Audit events: no change without one, none without its change.
//!
//! Events of one record come from several machines, whose clocks differ, so their order is not
//! relied upon: taken together, what the changes put in and what they took out has to leave exactly
//! the value that the record has.

use std::collections::BTreeMap;

use backoffice_domain::audit::{Action, Change};
use serde::Deserialize;
use serde_json::Value;

use super::Findings;
use super::contents::Contents;
use crate::Error;
use crate::edge::{Item, Key};
use crate::keys;

/// What an event says has changed.
#[derive(Debug, Deserialize)]
pub(super) struct Event {
    action: Action,
    changes: Vec<EventChange>,
}

#[derive(Debug, Deserialize)]
struct EventChange {
    field: String,
    from: Value,
    to: Value,
}

impl Event {
    pub(super) fn read(item: Item) -> Result<Self, Error> {
        Ok(serde_dynamo::from_item(item)?)
    }

    /// Whether it records an edit, which moves the version by one.
    fn is_edit(&self) -> bool {
        match self.action {
            Action::UserCreated
            | Action::UserUpdated
            | Action::UserActivated
            | Action::UserDeactivated
            | Action::UserDeleted
            | Action::UserRestored
            | Action::UserRecovered
            | Action::CustomerCreated
            | Action::CustomerUpdated => true,
            Action::SessionSignedIn
            | Action::SessionSignedOut
            | Action::CustomerAssigned
            | Action::CustomerUnassigned => false,
        }
    }
}

pub(super) fn check(contents: &Contents, findings: &mut Findings) {
    let mut histories: BTreeMap<String, (Key, u64, Vec<Change>)> = BTreeMap::new();
    for user in contents.users.values() {
        let now = user.changes_since(None, false);
        histories.insert(format!("AUDIT#user#{}", user.id), (keys::user(user.id), user.version, now));
    }
    for (partition, (key, version, now)) in &histories {
        let events = contents.events.get(partition).map(Vec::as_slice).unwrap_or_default();
        let edits = events.iter().filter(|event| event.is_edit()).count() as u64;
        if edits != *version {
            findings.breach(key, format!("is of version {version}, {edits} edits are recorded"));
        }
        for change in now {
            if !leads_to(events, change) {
                findings.breach(key, format!("its events do not lead to its {}", change.field));
            }
        }
    }
    for partition in contents.events.keys().filter(|partition| !histories.contains_key(*partition)) {
        findings.breach(&Key::new(partition, "*"), "are events of nothing");
    }
}

/// Whether the events turn nothing into the value that `now` ends with.
fn leads_to(events: &[Event], now: &Change) -> bool {
    let mut balance: BTreeMap<String, i64> = BTreeMap::new();
    let mut turn = |from: &Value, to: &Value| {
        *balance.entry(from.to_string()).or_default() -= 1;
        *balance.entry(to.to_string()).or_default() += 1;
    };
    for change in events.iter().flat_map(|event| &event.changes).filter(|change| change.field == now.field) {
        turn(&change.from, &change.to);
    }
    turn(&now.to, &now.from);
    balance.values().all(|count| *count == 0)
}
