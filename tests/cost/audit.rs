//! Reading what was done. It comes last: what the other operations have done is there by then.

use acceptance::{administrator, budget, somebody};

use crate::ledger::{Item, Ledger};

pub(crate) fn measure(ledger: &mut Ledger) {
    let item = |what, budget| Item { operation: "listAuditEvents", what, status: 200, budget };
    let admin = administrator();
    let person = somebody().create();
    let list = || admin.get("/audit-events");
    ledger.measure(item("25 events, newest first", budget::LIST), &list());
    ledger
        .measure(item("what was done to a user", budget::LIST), &list().query("target", format!("user:{}", person.id)));
    ledger.measure(item("25 events of operators", budget::LIST), &list().query("actor", "operator"));
    ledger.measure(item("25 events of one kind", budget::COMBINED), &list().query("action", "user"));
}
