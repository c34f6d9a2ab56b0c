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
use crate::audit::SIGN_IN_PREFIX;
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
            | Action::SessionRefused
            | Action::SessionDelayed
            | Action::CustomerAssigned
            | Action::CustomerUnassigned => false,
        }
    }
}

/// What the events of one record have to lead to.
struct History<'a> {
    record: Key,
    version: u64,
    /// Each field's changes from nothing to what it is now.
    fields: BTreeMap<&'a str, Vec<(Value, Value)>>,
}

impl<'a> History<'a> {
    fn of(record: Key, version: u64, now: Vec<Change>, unset: &[&'a str]) -> Self {
        let set = now.into_iter().map(|change| (change.field, vec![(change.from, change.to)]));
        // What is not set may have been: then its events lead back to nothing.
        let fields = unset.iter().map(|field| (*field, Vec::new())).chain(set).collect();
        Self { record, version, fields }
    }

    fn judge(&self, events: &[Event], findings: &mut Findings) {
        let edits = events.iter().filter(|event| event.is_edit()).count() as u64;
        if edits != self.version {
            findings.breach(&self.record, format!("is of version {}, {edits} edits are recorded", self.version));
        }
        for (field, now) in &self.fields {
            if !leads_to(events, field, now) {
                findings.breach(&self.record, format!("its events do not lead to its {field}"));
            }
        }
    }
}

pub(super) fn check(contents: &Contents, findings: &mut Findings) {
    let mut histories: BTreeMap<String, History<'_>> = BTreeMap::new();
    for user in contents.users.values() {
        let now = user.changes_since(None, false);
        let history = History::of(keys::user(user.id), user.version, now, &["customers"]);
        histories.insert(format!("AUDIT#user#{}", user.id), history);
    }
    for customer in contents.customers.values() {
        let now = customer.changes_since(None);
        let history = History::of(keys::customer(&customer.id), customer.version, now, &["gender", "owner"]);
        histories.insert(format!("AUDIT#customer#{}", customer.id), history);
        let owner = customer.owner.and_then(|owner| histories.get_mut(&format!("AUDIT#user#{owner}")));
        if let Some(customers) = owner.and_then(|owner| owner.fields.get_mut("customers")) {
            customers.push((Value::Null, customer.id.as_str().into()));
        }
    }
    for (partition, history) in &histories {
        history.judge(contents.events.get(partition).map(Vec::as_slice).unwrap_or_default(), findings);
    }
    // Sign-ins that were refused to what is no user are events of nothing indeed.
    let is_about_something = |partition: &&String| !partition.starts_with(SIGN_IN_PREFIX);
    let strays =
        contents.events.keys().filter(is_about_something).filter(|partition| !histories.contains_key(*partition));
    for partition in strays {
        findings.breach(&Key::new(partition, "*"), "are events of nothing");
    }
}

/// Whether the events of a field come to the same as the changes in `now`.
fn leads_to(events: &[Event], field: &str, now: &[(Value, Value)]) -> bool {
    let mut balance: BTreeMap<String, i64> = BTreeMap::new();
    let mut turn = |from: &Value, to: &Value| {
        *balance.entry(from.to_string()).or_default() -= 1;
        *balance.entry(to.to_string()).or_default() += 1;
    };
    for change in events.iter().flat_map(|event| &event.changes).filter(|change| change.field == field) {
        turn(&change.from, &change.to);
    }
    for (from, to) in now {
        turn(to, from);
    }
    balance.values().all(|count| *count == 0)
}
