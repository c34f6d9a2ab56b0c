//! What faults leave behind holds together before anybody asks again (R33, R56).

use std::process::Command;

use acceptance::watch::KINDS;
use serde_json::Value;

use crate::alone;
use crate::attack::leave;
use crate::customers::Assign;
use crate::users::{Restore, Update};

#[test]
fn r33_what_faults_leave_behind_holds_together() {
    // Others would change the table while it is read.
    let _turn = alone();
    let left = KINDS.map(|kind| match kind {
        // Only reads are answered in part.
        "unprocessed" => leave::<Update>(kind, "BatchGetItem"),
        "short" => leave::<Restore>(kind, "Query"),
        _ => leave::<Assign>(kind, "TransactWriteItems"),
    });
    holds_together();
    for repeat in left {
        repeat();
    }
    holds_together();
}

/// Has the whole table read, as an operator would.
fn holds_together() {
    let variable = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let mut check = Command::new(variable("BACKOFFICE_CHECK"));
    let said = check.arg(variable("TABLE_NAME")).output().expect("check-table");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let checked: Value = serde_json::from_slice(&said.stdout).expect("JSON");
    assert_eq!(checked["breachCount"], 0, "{checked}");
}
