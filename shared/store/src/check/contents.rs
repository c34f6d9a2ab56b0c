//! The items of the suspects, sorted by what they are.

use std::collections::{BTreeMap, BTreeSet};

use backoffice_domain::session::Session;
use backoffice_domain::{Customer, CustomerId, GroupId, User, UserId};

use super::Target;
use super::audit::History;
use super::found::Found;
use super::sums::Suspects;
use crate::records::token::TokenRecord;

/// The most sessions and customers of somebody that are held to be named.
const NAMED: usize = 1000;

/// Everything about the suspects.
pub(super) struct Contents<'a> {
    suspects: &'a Suspects<'a>,
    pub(super) users: BTreeMap<UserId, User>,
    /// By the normalised e-mail.
    pub(super) logins: BTreeMap<String, UserId>,
    pub(super) sessions: Vec<Session>,
    pub(super) members: BTreeSet<(GroupId, UserId)>,
    pub(super) customers: BTreeMap<CustomerId, Customer>,
    /// How many customers somebody owns, and the first of them.
    pub(super) owned: BTreeMap<UserId, (u64, Vec<CustomerId>)>,
    /// Search words by the record they lead to.
    pub(super) tokens: BTreeMap<Target, Vec<TokenRecord>>,
    /// What records and their audit events come to.
    pub(super) histories: BTreeMap<Target, History>,
}

impl<'a> Contents<'a> {
    pub(super) fn new(suspects: &'a Suspects<'a>) -> Self {
        Self {
            suspects,
            users: BTreeMap::new(),
            logins: BTreeMap::new(),
            sessions: Vec::new(),
            members: BTreeSet::new(),
            customers: BTreeMap::new(),
            owned: BTreeMap::new(),
            tokens: BTreeMap::new(),
            histories: BTreeMap::new(),
        }
    }

    /// Takes an item in if it is about a suspect.
    pub(super) fn take(&mut self, found: Found) {
        let holds = |user: UserId| self.suspects.hold(&Target::User(user));
        match found {
            Found::User(user) if holds(user.id) => {
                let history = self.history(Target::User(user.id));
                history.is_of(user.version, &user.changes_since(None, false));
                self.users.insert(user.id, *user);
            }
            Found::Session(session) if holds(session.user_id) && self.sessions.len() < NAMED => {
                self.sessions.push(*session);
            }
            Found::Login(email, user) if holds(user) => {
                self.logins.insert(email, user);
            }
            Found::Member(group, user) if holds(user) => {
                self.members.insert((group, user));
            }
            Found::Customer(customer) => self.take_customer(*customer),
            Found::Token(subject, token) if self.suspects.hold(&subject) => {
                self.tokens.entry(subject).or_default().push(token);
            }
            Found::Event(subject, event) if self.suspects.hold(&subject) => {
                self.history(subject).happened(&event);
            }
            _ => {}
        }
    }

    fn take_customer(&mut self, customer: Customer) {
        if let Some(owner) = customer.owner.filter(|owner| self.suspects.hold(&Target::User(*owner))) {
            let (count, ids) = self.owned.entry(owner).or_default();
            *count += 1;
            if ids.len() < NAMED {
                ids.push(customer.id.clone());
            }
            self.history(Target::User(owner)).owns(&customer.id);
        }
        let subject = Target::Customer(customer.id.clone());
        if self.suspects.hold(&subject) {
            self.history(subject).is_of(customer.version, &customer.changes_since(None));
            self.customers.insert(customer.id.clone(), customer);
        }
    }

    fn history(&mut self, subject: Target) -> &mut History {
        let fingerprints = self.suspects.fingerprints;
        self.histories.entry(subject.clone()).or_insert_with(|| History::of(subject, fingerprints))
    }
}
