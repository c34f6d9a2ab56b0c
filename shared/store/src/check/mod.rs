//! Whether the table holds together: reads all of it and changes nothing.
//!
//! Every transaction keeps users, credentials, memberships, counts, search words, owners and audit
//! events in agreement. This module knows nothing of the transactions; it judges what they left.
//!
//! Customers and audit events may be millions, so they are not held. What has to agree between items of
//! different keys is compared by sums (`sums.rs`): each item adds fingerprints of what it says of a user or
//! a customer, and takes away those of what others have to say of them (`balance.rs`). Of a user or
//! customer about whom everything agrees nothing is left. What does not come out at nothing is suspected
//! and read once more: these few items are held, and exact rules (`users.rs`, `customers.rs`, …) name what
//! is wrong. A suspicion may be mistaken, a breach is not; that a disagreement sums up to nothing happens
//! once in 2^100 times or so. Users are few, but one way for both is simpler. Groups and roles are some
//! dozens and are held from the beginning (`whole.rs`).
//!
//! So the memory it takes is the sums' 16 MB, a page of the table for each of four readers, and what is
//! broken, of which a thousand are looked into.

mod access;
mod audit;
mod balance;
mod contents;
mod customers;
mod findings;
mod found;
mod rule;
mod sums;
mod users;
mod whole;
mod words;

use jiff::Timestamp;

pub use findings::{Breach, Findings};
pub use rule::Rule;

use crate::Error;
use crate::audit::Target;
use crate::edge::{Item, Key, Store};
use crate::records::counts::CountsRecord;
use balance::Balance;
use contents::Contents;
use found::Found;
use sums::{Fingerprints, Suspects};

/// How often the table is read while something in it does not agree.
const LOOKS: usize = 3;

impl Store {
    /// Reads the whole table and compares everything that is kept in more than one place, once.
    ///
    /// The table is no snapshot while it is read: a change made meanwhile may show as a breach that
    /// is gone when one looks again. It costs the table's size, so it is nothing for a request.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn check(&self) -> Result<Findings, Error> {
        self.look(&Fingerprints::default()).await
    }

    /// The same for a table in use: a breach is one that every one of several looks has found.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn check_in_use(&self) -> Result<Findings, Error> {
        let fingerprints = Fingerprints::default();
        let mut findings = self.look(&fingerprints).await?;
        for _ in 1..LOOKS {
            if findings.breach_count() == 0 {
                break;
            }
            findings = findings.lasting(self.look(&fingerprints).await?);
        }
        Ok(findings)
    }

    /// Notes how many customers a check has counted, for lists to tell: all that a check ever writes.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn note_counts(&self, findings: &Findings, now: Timestamp) -> Result<(), Error> {
        self.put(CountsRecord::write(findings.customers, now)?).await
    }

    async fn look(&self, fingerprints: &Fingerprints) -> Result<Findings, Error> {
        let mut findings = Findings::default();
        let (whole, suspects) = {
            let mut balance = Balance::new(fingerprints);
            self.read_everything(|reader, item| {
                findings.items += 1;
                if let Some((key, found)) = read(item, &mut findings) {
                    balance.take(reader, &key, &found);
                }
            })
            .await?;
            balance.finish()
        };
        (findings.users, findings.customers) = (whole.users, whole.customers);
        whole.judge(&mut findings);
        if !suspects.is_empty() {
            self.look_into(&suspects, &mut findings).await?;
            findings.left_out += suspects.left_out();
        }
        Ok(findings)
    }

    /// Names what is wrong with the suspects.
    async fn look_into(&self, suspects: &Suspects<'_>, findings: &mut Findings) -> Result<(), Error> {
        let mut contents = Contents::new(suspects);
        // What cannot be read has been named.
        let mut named = Findings::default();
        self.read_everything(|_, item| {
            if let Some((_, found)) = read(item, &mut named) {
                contents.take(found);
            }
        })
        .await?;
        users::check(&contents, findings);
        access::check(&contents, findings);
        customers::check(&contents, findings);
        words::check(&contents, findings);
        audit::check(&contents, findings);
        Ok(())
    }
}

/// What an item is. One that cannot be read, or lies where it does not belong, is a breach; one whose time
/// is over is nothing.
fn read(item: Item, findings: &mut Findings) -> Option<(Key, Found)> {
    let key = Key::of(&item)?;
    if has_ended(&item) {
        return None;
    }
    match Found::read(&key, item) {
        Ok((found, None)) => Some((key, found)),
        Ok((found, Some((rule, text)))) => {
            findings.breach(&key, rule, text);
            Some((key, found))
        }
        // The reason may quote what the item holds.
        Err(_) => {
            findings.breach(&key, Rule::Readable, "cannot be read");
            None
        }
    }
}

fn has_ended(item: &Item) -> bool {
    let expires_at = item.get("expiresAt").and_then(|value| value.as_n().ok()?.parse::<i64>().ok());
    expires_at.is_some_and(|at| at <= Timestamp::now().as_second())
}
