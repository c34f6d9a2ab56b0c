//! `GET /permissions`

use std::collections::BTreeSet;

use acceptance::access::Access;
use acceptance::document::operations;
use acceptance::{administrator, budget, content_editor};

pub(crate) const ACCESS: Access = Access { operation: "listPermissions", request: |client| client.get("/permissions") };

#[test]
fn r23_signed_out() {
    ACCESS.refuses_who_is_signed_out();
}

#[test]
fn everybody_who_is_signed_in_reads_what_there_is() {
    let answer = content_editor().get("/permissions").send().expect(200).within(budget::READ);

    assert_eq!(answer.json(), administrator().get("/permissions").send().expect(200).json());
    let first = &answer.json()["items"][0];
    assert_eq!((&first["permission"], &first["area"]), (&"users.read".into(), &"users".into()));
    assert_eq!(first["sentence"]["en"], "See users and their details.");
    assert_eq!(first["sentence"]["de"], "Benutzer und ihre Angaben sehen.");
}

#[test]
fn r23_every_permission_is_needed_by_an_operation() {
    let permissions = administrator().get("/permissions").send().expect(200).json();
    let items = permissions["items"].as_array().expect("items");
    let known: BTreeSet<&str> = items.iter().map(|item| item["permission"].as_str().expect("a word")).collect();
    let needed: BTreeSet<&str> =
        operations().into_values().filter_map(acceptance::document::Operation::permission).collect();
    assert_eq!(known, needed);
}
