//! Audit events: no change without one, none without its change.
//!
//! Events of one record come from several machines, whose clocks differ, so their order is not
//! relied upon: taken together, what the changes put in and what they took out has to leave exactly
//! the value that the record has.

use std::collections::BTreeMap;

use backoffice_domain::CustomerId;
use backoffice_domain::audit::{Action, Change};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::contents::Contents;
use super::sums::Fingerprints;
use super::{Findings, Rule, Target};
use crate::edge::{Item, Key};
use crate::keys::ACTOR_PREFIX;
use crate::{Error, audit};

/// The field of a user's events that names customers.
pub(super) const CUSTOMERS: &str = "customers";
const USER_FIELDS: [&str; 8] = ["email", "firstName", "lastName", "status", "groups", "agent", "language", CUSTOMERS];
const GROUP_FIELDS: [&str; 3] = ["name", "description", "roles"];
const ROLE_FIELDS: [&str; 3] = ["name", "description", "rules"];
const CUSTOMER_FIELDS: [&str; 5] = ["email", "firstName", "lastName", "gender", "owner"];

fn followed_fields(subject: &Target) -> &'static [&'static str] {
    match subject {
        Target::User(_) => &USER_FIELDS,
        Target::Customer(_) => &CUSTOMER_FIELDS,
        Target::Group(_) => &GROUP_FIELDS,
        Target::Role(_) => &ROLE_FIELDS,
    }
}

/// Whether a field's events have to lead to what it is now.
pub(super) fn is_followed(subject: &Target, field: &str) -> bool {
    followed_fields(subject).contains(&field)
}

/// What an event says has changed.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Event {
    sk: String,
    actor_pk: String,
    time_pk: String,
    action: Action,
    changes: Vec<EventChange>,
}

#[derive(Debug, Deserialize)]
pub(super) struct EventChange {
    pub(super) field: String,
    pub(super) from: Value,
    pub(super) to: Value,
}

impl Event {
    pub(super) fn read(item: Item) -> Result<Self, Error> {
        Ok(serde_dynamo::from_item(item)?)
    }

    /// Whether the indexes do not find it where it belongs.
    pub(super) fn flaw(&self) -> Option<(Rule, &'static str)> {
        let month = Uuid::try_parse(&self.sk).ok().and_then(audit::time_of).map(audit::month_of);
        let is_filed = month.is_some_and(|month| month == self.time_pk) && self.actor_pk.starts_with(ACTOR_PREFIX);
        (!is_filed).then_some((Rule::Filed, "its keys, in the table or an index, are not those of an event"))
    }

    /// Whether it records an edit, which moves the version by one.
    pub(super) fn is_edit(&self) -> bool {
        match self.action {
            Action::UserCreated
            | Action::UserUpdated
            | Action::UserActivated
            | Action::UserDeactivated
            | Action::UserDeleted
            | Action::UserRestored
            | Action::UserRecovered
            | Action::CustomerCreated
            | Action::CustomerUpdated
            | Action::GroupCreated
            | Action::GroupUpdated
            | Action::RoleCreated
            | Action::RoleUpdated => true,
            Action::SessionSignedIn
            | Action::SessionSignedOut
            | Action::SessionEnded
            | Action::SessionAllEnded
            | Action::SessionRefused
            | Action::SessionDelayed
            | Action::UserPasswordRefused
            | Action::CustomerAssigned
            | Action::CustomerUnassigned
            | Action::GroupDeleted
            | Action::RoleDeleted => false,
        }
    }

    /// Whether its record is gone with it; users stay when they are deleted.
    const fn is_end(&self) -> bool {
        matches!(self.action, Action::GroupDeleted | Action::RoleDeleted)
    }

    /// The changes that have to lead to what a record is now.
    pub(super) fn followed(&self, subject: &Target) -> impl Iterator<Item = &EventChange> {
        self.changes.iter().filter(|change| is_followed(subject, &change.field))
    }
}

/// What a record and its events come to. Events may be many, so they are summed up, too.
pub(super) struct History {
    fingerprints: Fingerprints,
    subject: Target,
    /// The record's version, if there is a record.
    version: Option<u64>,
    edits: u64,
    has_events: bool,
    /// Whether it is gone by one of its events.
    has_ended: bool,
    /// Each field's changes: by the events, less those that lead from nothing to what it is now.
    fields: BTreeMap<String, u128>,
}

impl History {
    pub(super) fn of(subject: Target, fingerprints: &Fingerprints) -> Self {
        let (fingerprints, fields) = (fingerprints.clone(), BTreeMap::new());
        Self { fingerprints, subject, version: None, edits: 0, has_events: false, has_ended: false, fields }
    }

    /// Takes in what the record is now.
    pub(super) fn is_of(&mut self, version: u64, now: &[Change]) {
        self.version = Some(version);
        for change in now {
            if is_followed(&self.subject, change.field) {
                self.turn(change.field, &change.to, &change.from);
            }
        }
    }

    /// Takes in that a customer is theirs now.
    pub(super) fn owns(&mut self, customer: &CustomerId) {
        self.turn(CUSTOMERS, &customer.as_str().into(), &Value::Null);
    }

    /// Takes in an event.
    pub(super) fn happened(&mut self, event: &Event) {
        self.has_events = true;
        self.has_ended |= event.is_end();
        self.edits += u64::from(event.is_edit());
        let subject = self.subject.clone();
        for change in event.followed(&subject) {
            self.turn(&change.field, &change.from, &change.to);
        }
    }

    fn turn(&mut self, field: &str, from: &Value, to: &Value) {
        let [from, to] = [from, to].map(|value| self.fingerprints.of(&value.to_string()));
        let sum = self.fields.entry(field.to_owned()).or_default();
        *sum = sum.wrapping_sub(from).wrapping_add(to);
    }

    pub(super) fn judge(&self, findings: &mut Findings) {
        let record = self.subject.key();
        let Some(version) = self.version else {
            if self.has_ended {
                self.judge_fields(&record, findings);
            } else if self.has_events {
                let events = Key::new(self.subject.events(), "*");
                findings.breach(&events, Rule::Event, "are events of nothing");
            }
            return;
        };
        if self.edits != version {
            let text = format!("is of version {version}, {} edits are recorded", self.edits);
            findings.breach(&record, Rule::Version, text);
        }
        self.judge_fields(&record, findings);
    }

    fn judge_fields(&self, record: &Key, findings: &mut Findings) {
        for field in followed_fields(&self.subject) {
            if self.fields.get(*field).is_some_and(|sum| *sum != 0) {
                findings.breach(record, Rule::History, format!("its events do not lead to its {field}"));
            }
        }
    }
}

pub(super) fn check(contents: &Contents<'_>, findings: &mut Findings) {
    for history in contents.histories.values() {
        history.judge(findings);
    }
}
