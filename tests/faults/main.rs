//! What the product survives: a store that fails in every way, at every call, and functions that are killed.
//!
//! Set-up and judgement go to functions that reach the store undisturbed; only the request in question goes
//! to functions, on the same table, whose calls can be made to fail (`acceptance::watch`).

mod account;
mod attack;
mod chaos;
mod customers;
mod definitions;
mod drift;
mod kill;
mod reads;
mod session;
mod users;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use acceptance::document::operations;
use acceptance::{Client, administrator};

/// The administrator, asking functions that can be made to fail.
fn failing() -> Client {
    administrator().meeting_faults()
}

/// A test that kills functions would disturb all the others, and the faults of some tests hit every call of a
/// function.
static COMPANY: RwLock<()> = RwLock::new(());

/// Held by whoever does not mind others.
fn together() -> RwLockReadGuard<'static, ()> {
    COMPANY.read().unwrap_or_else(PoisonError::into_inner)
}

/// Held by whoever disturbs others.
fn alone() -> RwLockWriteGuard<'static, ()> {
    COMPANY.write().unwrap_or_else(PoisonError::into_inner)
}

/// Tells whoever watches the tests, at once: what is printed otherwise is shown of failed tests only.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "\n{text}");
}

#[test]
fn r33_every_change_is_attacked() {
    let attacked: BTreeSet<_> =
        [&users::ATTACKED[..], &customers::ATTACKED, &definitions::ATTACKED, &session::ATTACKED, &account::ATTACKED]
            .concat()
            .into_iter()
            .collect();
    let changes = operations().into_values().filter(|operation| operation.method != "get");

    assert_eq!(attacked, changes.map(acceptance::document::Operation::id).collect());
}
