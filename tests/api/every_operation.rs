//! What is asked of every operation: a new one without its "signed out" and "forbidden" case fails here.

use std::collections::BTreeSet;

use acceptance::document::{Operation, operations};

use crate::{customers, edge, groups, session, users};

#[test]
fn r23_every_operation_says_who_may() {
    let areas = [customers::ACCESS, edge::ACCESS, groups::ACCESS, session::ACCESS, users::ACCESS];
    let proved: BTreeSet<_> = areas.concat().into_iter().map(|access| access.operation).collect();

    assert_eq!(proved, operations().into_keys().collect());
}

#[test]
fn r23_only_the_session_and_the_document_need_no_permission() {
    let open: Vec<_> =
        operations().into_values().filter(|operation| operation.permission().is_none()).map(Operation::id).collect();

    assert_eq!(open, ["getOpenApiDocument", "getSession", "signIn", "signOut"]);
}
