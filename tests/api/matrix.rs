//! Every operation, asked by everybody: what comes of it is `docs/PERMISSIONS.md` (R23).
//!
//! `BACKOFFICE_WRITE_PERMISSIONS=1 cargo xtask test api matrix` writes the table anew.

use std::fmt::Write as _;

use acceptance::access::Access;
use acceptance::document::{Operation, operations};
use acceptance::{Client, Made, Role, administrator, administrator_again, member, rules, signed_out, somebody};
use serde_json::{Value, json};

use crate::every_operation::access;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/PERMISSIONS.md");
const BEGIN: &str = "<!-- who may: written by the test r23_the_matrix_is_what_is_answered -->\n";
const END: &str = "<!-- end -->";

/// The people of the demo data who have groups of their own, with narrow rights.
const NARROW: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../infra/xtask/src/demo/rights.json"));

/// Somebody of a group with a session that no other test uses: one of the operations ends it.
fn client(role: Role) -> Client {
    match role {
        Role::Administrator => administrator_again(),
        _ => somebody().in_groups([role.group()]).create().sign_in(),
    }
}

/// A group with rights like one of the demo data, and its role; both are gone in the end.
fn demo_group(narrow: &Value) -> (Made, Made) {
    let of: Vec<&str> = narrow["rules"].as_array().expect("rules").iter().filter_map(Value::as_str).collect();
    let role = json!({ "name": narrow["name"], "rules": rules(&of) });
    let role = Made::of(&administrator().post("/roles").json(&role).send().expect(201));
    let group = json!({ "name": narrow["name"], "roles": [role.id] });
    (Made::of(&administrator().post("/groups").json(&group).send().expect(201)), role)
}

/// What becomes of an operation that somebody asks for: refused for want of a session or a right, or by nothing but
/// what was asked.
fn verdict(access: Access, client: &Client) -> &'static str {
    let answer = (access.request)(client).send();
    match (answer.status, &*answer.code()) {
        (401, "session_required") => "sign in",
        (403, "permission_denied") => "–",
        (200..=299 | 400 | 404 | 409 | 412 | 422, _) | (401, "sign_in_failed") => "yes",
        _ => panic!("{answer}"),
    }
}

fn row(access: Access, operation: Operation, clients: &[Client]) -> String {
    let permission = operation.permission().map_or_else(String::new, |permission| format!("`{permission}`"));
    let path = operation.path.trim_start_matches("/api/v1");
    let mut row = format!("| `{} {path}` | {permission} |", operation.method.to_uppercase());
    for client in clients {
        let _ = write!(row, " {} |", verdict(access, client));
    }
    row
}

fn table() -> String {
    let demo: Vec<Value> = serde_json::from_str(NARROW).expect("the demo data's people");
    let narrow: Vec<(Made, Made)> = demo.iter().map(demo_group).collect();
    let clients = std::iter::once(signed_out()).chain(Role::ALL.map(client));
    let clients: Vec<Client> = clients.chain(narrow.iter().map(|(group, _)| member(group).sign_in())).collect();
    let mut rows: Vec<(bool, &str, &str, Access, Operation)> = access()
        .into_iter()
        .map(|access| (access, operations()[access.operation]))
        .map(|(access, operation)| (operation.id() == "signOut", operation.path, operation.method, access, operation))
        .collect();
    // Signing out comes last: it ends the sessions that the others are asked with.
    rows.sort_by_key(|(is_last, path, method, ..)| (*is_last, *path, *method));
    let groups: Vec<&str> =
        Role::ALL.iter().map(|role| role.group()).chain(narrow.iter().map(|(group, _)| &*group.name)).collect();
    let mut table = format!("| Operation | Permission | Nobody | {} |\n", groups.join(" | "));
    let _ = writeln!(table, "|{}", " --- |".repeat(3 + groups.len()));
    for (_, _, _, access, operation) in rows {
        let _ = writeln!(table, "{}", row(access, operation, &clients));
    }
    table
}

#[test]
fn r23_the_matrix_is_what_is_answered() {
    let committed = std::fs::read_to_string(FILE).expect("docs/PERMISSIONS.md");
    let (before, rest) = committed.split_once(BEGIN).expect("where the table begins");
    let (_, after) = rest.split_once(END).expect("where the table ends");

    let expected = format!("{before}{BEGIN}{}{END}{after}", table());

    if std::env::var_os("BACKOFFICE_WRITE_PERMISSIONS").is_some() {
        std::fs::write(FILE, &expected).expect("it is written");
    }
    assert_eq!(std::fs::read_to_string(FILE).expect("docs/PERMISSIONS.md"), expected);
}
