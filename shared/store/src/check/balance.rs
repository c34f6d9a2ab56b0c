//! What each item says of a user or customer, and what it says that others have to say.

use backoffice_domain::{GroupId, Status, UserId};

use super::Target;
use super::audit::{self, Event};
use super::found::Found;
use super::sums::{Fingerprints, Sums, Suspects};
use super::whole::Whole;
use crate::edge::{Key, READERS};

/// What two items say of a user or customer, each in its own way.
#[derive(Hash)]
enum Fact<'a> {
    /// This e-mail is theirs.
    Login(&'a str),
    /// They belong to this group.
    Member(GroupId),
    /// They are found by this word, together with all these.
    Word(&'a str, &'a [String]),
    /// They were edited once.
    Edit,
    /// There are events of them.
    Events,
    /// A customer is theirs.
    Customer,
    /// This field has this value, or had it.
    Field(&'a str, &'a str),
}

/// What one reader has seen of a partition: its items come one after the other.
#[derive(Default)]
struct Partition {
    pk: String,
    /// The session epoch of the user whose partition it is.
    epoch: Option<u64>,
}

/// The sums over all items, and what is held whole.
pub(super) struct Balance<'a> {
    sums: Sums<'a>,
    whole: Whole<'a>,
    partitions: [Partition; READERS],
}

impl<'a> Balance<'a> {
    pub(super) fn new(fingerprints: &'a Fingerprints) -> Self {
        let (sums, whole) = (Sums::new(fingerprints), Whole::new(fingerprints));
        Self { sums, whole, partitions: Default::default() }
    }

    /// Everything that is held whole, and who is suspected.
    pub(super) fn finish(self) -> (Whole<'a>, Suspects<'a>) {
        (self.whole, self.sums.suspects())
    }

    /// Takes an item in that this reader found.
    pub(super) fn take(&mut self, reader: usize, key: &Key, found: &Found) {
        let is_first = self.partitions[reader].pk != key.pk;
        if is_first {
            self.partitions[reader] = Partition { pk: key.pk.clone(), epoch: None };
        }
        self.whole.take(found);
        match found {
            Found::User(user) => {
                self.partitions[reader].epoch = Some(user.session_epoch);
                let subject = Target::User(user.id);
                self.sums.expected(&subject, Fact::Login(&user.email.normalised()), 1);
                if user.status != Status::Deleted {
                    for group in &user.groups {
                        self.sums.expected(&subject, Fact::Member(*group), 1);
                    }
                }
                self.sums.expected(&subject, Fact::Customer, user.customer_count);
                self.record(&subject, user.version, &user.words(), &user.changes_since(None, false));
            }
            Found::Customer(customer) => {
                let subject = Target::Customer(customer.id.clone());
                self.record(&subject, customer.version, &customer.words(), &customer.changes_since(None));
                if let Some(owner) = customer.owner {
                    self.own(owner, customer.id.as_str());
                }
            }
            Found::Session(session) => {
                // A user comes before their sessions.
                let epoch = self.partitions[reader].epoch;
                if epoch.is_none_or(|epoch| session.epoch > epoch) {
                    self.sums.suspect(&Target::User(session.user_id));
                }
            }
            Found::Login(email, user) => self.sums.found(&Target::User(*user), Fact::Login(email)),
            Found::Member(group, user) => self.sums.found(&Target::User(*user), Fact::Member(*group)),
            Found::Token(subject, token) => self.sums.found(subject, Fact::Word(token.word(), &token.words)),
            // Held whole, histories too.
            Found::Event(Target::Group(_) | Target::Role(_), _)
            | Found::Definition(_)
            | Found::Policy(_)
            | Found::Headcount(_)
            | Found::Other => {}
            Found::Event(subject, event) => {
                if is_first {
                    self.sums.found(subject, Fact::Events);
                }
                self.event(subject, event);
            }
        }
    }

    /// What a user and a customer have in common.
    fn record(&mut self, subject: &Target, version: u64, words: &[String], now: &[backoffice_domain::audit::Change]) {
        for word in words {
            self.sums.expected(subject, Fact::Word(word, words), 1);
        }
        self.sums.expected(subject, Fact::Edit, version);
        self.sums.expected(subject, Fact::Events, 1);
        for change in now.iter().filter(|change| audit::is_followed(subject, change.field)) {
            self.sums.found(subject, Fact::Field(change.field, &change.from.to_string()));
            self.sums.expected(subject, Fact::Field(change.field, &change.to.to_string()), 1);
        }
    }

    fn own(&mut self, owner: UserId, customer: &str) {
        let subject = Target::User(owner);
        self.sums.found(&subject, Fact::Customer);
        let (nobody, customer) = (serde_json::Value::Null, serde_json::Value::from(customer));
        self.sums.found(&subject, Fact::Field(audit::CUSTOMERS, &nobody.to_string()));
        self.sums.expected(&subject, Fact::Field(audit::CUSTOMERS, &customer.to_string()), 1);
    }

    fn event(&mut self, subject: &Target, event: &Event) {
        if event.is_edit() {
            self.sums.found(subject, Fact::Edit);
        }
        for change in event.followed(subject) {
            self.sums.expected(subject, Fact::Field(&change.field, &change.from.to_string()), 1);
            self.sums.found(subject, Fact::Field(&change.field, &change.to.to_string()));
        }
    }
}
