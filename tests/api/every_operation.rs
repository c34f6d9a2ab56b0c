//! What is asked of every operation: a new one without its "signed out" and "forbidden" case fails here.

use std::collections::BTreeSet;

use acceptance::access::Access;
use acceptance::document::{Operation, operations};

use crate::{account, audit, customers, edge, groups, roles, session, users};

/// Who may do what, of every area.
pub(crate) fn access() -> Vec<Access> {
    [
        account::ACCESS,
        audit::ACCESS,
        customers::ACCESS,
        edge::ACCESS,
        groups::ACCESS,
        roles::ACCESS,
        session::ACCESS,
        users::ACCESS,
    ]
    .concat()
}

#[test]
fn r23_every_operation_says_who_may() {
    let proved: BTreeSet<_> = access().into_iter().map(|access| access.operation).collect();

    assert_eq!(proved, operations().into_keys().collect());
}

#[test]
fn r23_only_oneself_and_what_is_no_secret_need_no_permission() {
    let open: Vec<_> =
        operations().into_values().filter(|operation| operation.permission().is_none()).map(Operation::id).collect();

    assert_eq!(
        open,
        ["changePassword", "getOpenApiDocument", "getSession", "listPermissions", "signIn", "signOut", "updateAccount"]
    );
}
