//! Whether the table holds together: reads all of it and changes nothing.
//!
//! Every transaction keeps users, credentials, memberships, counts, search words, owners and audit
//! events in agreement. This module knows nothing of the transactions; it judges what they left.

mod access;
mod audit;
mod contents;
mod customers;
mod tokens;
mod users;

use std::fmt;

use contents::Contents;

use crate::Error;
use crate::edge::{Key, Store};

/// One disagreement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The key of the item that is wrong or missing, as `<pk> <sk>`.
    pub item: String,
    /// What is wrong with it. Holds no names and no addresses but those in the key.
    pub text: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.item, self.text)
    }
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many items there are.
    pub items: usize,
    /// How many of them are users.
    pub users: usize,
    /// How many of them are customers.
    pub customers: usize,
    /// What does not agree, by key.
    pub breaches: Vec<Breach>,
}

impl Findings {
    fn breach(&mut self, key: &Key, text: impl Into<String>) {
        self.breaches.push(Breach { item: format!("{} {}", key.pk, key.sk), text: text.into() });
    }
}

impl Store {
    /// Reads the whole table and compares everything that is kept in more than one place.
    ///
    /// The table is no snapshot while it is read: a change made meanwhile may show as a breach that
    /// is gone when one looks again. It costs the table's size, so it is nothing for a request.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn check(&self) -> Result<Findings, Error> {
        let mut findings = Findings::default();
        let mut contents = Contents::default();
        self.read_everything(|item| {
            findings.items += 1;
            contents.take(item, &mut findings);
        })
        .await?;
        findings.users = contents.users.len();
        findings.customers = contents.customers.len();
        users::check(&contents, &mut findings);
        access::check(&contents, &mut findings);
        customers::check(&contents, &mut findings);
        tokens::check(&contents, &mut findings);
        audit::check(&contents, &mut findings);
        findings.breaches.sort();
        Ok(findings)
    }
}
