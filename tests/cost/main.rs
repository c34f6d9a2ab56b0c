//! What each operation costs, on a table of its own: held against the budgets, and written down for
//! `docs/DATA.md`.

mod audit;
mod customers;
mod definitions;
mod ledger;
mod session;
mod users;

use std::collections::BTreeSet;

use acceptance::document::operations;

use ledger::Ledger;

#[test]
fn r41_every_operation_has_its_price() {
    let mut ledger = Ledger::default();
    session::measure(&mut ledger);
    users::measure(&mut ledger);
    customers::measure(&mut ledger);
    definitions::measure(&mut ledger);
    session::account(&mut ledger);
    audit::measure(&mut ledger);
    ledger.write();

    let priced: BTreeSet<_> = ledger.operations().collect();
    assert_eq!(priced, operations().into_keys().collect(), "each operation is measured");
}
