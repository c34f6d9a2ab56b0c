//! Users and the groups they are in.

use acceptance::{Cost, NewUser, Person, Request, administrator, budget, group_id, somebody, table};
use serde_json::json;

use crate::ledger::{Item, Ledger};

/// More than a page.
const USERS: usize = 30;
/// The search words of Grace Hopper, `grace@cost.example`.
const WORDS: u32 = 6;

pub(crate) fn measure(ledger: &mut Ledger) {
    for number in 0..USERS {
        somebody().email(&format!("robin-{number:02}@cost.example")).create();
    }
    let read = |operation, what, budget| Item { operation, what, status: 200, budget };
    let users = || administrator().get("/users");
    ledger.measure(read("listUsers", "25 users, by last name", budget::LIST), &users());
    let latest = users().query("sort", "lastSignInAt").query("order", "desc");
    ledger.measure(read("listUsers", "25 users, by last sign-in, latest first", budget::LIST), &latest);
    let active = users().query("status", "active");
    ledger.measure(read("listUsers", "25 active users", budget::LIST), &active);
    let group = users().query("group", group_id("Content editors"));
    ledger.measure(read("listUsers", "25 users of a group", budget::LIST), &group);
    let active = group.query("status", "active");
    ledger.measure(read("listUsers", "25 active users of a group of 30", budget::LIST), &active);
    ledger.measure(read("listUsers", "25 users found by a word", budget::SEARCH), &users().query("q", "robin"));

    create_and_edit(ledger);
}

fn create_and_edit(ledger: &mut Ledger) {
    let item = |operation, what, status, budget| Item { operation, what, status, budget };
    let grace = grace();
    let create = administrator().post("/users").once("create-grace").json(&grace.json());
    let with_key = |budget: Cost| Cost { write: budget.write + budget::ONCE, ..budget };
    let budget = with_key(budget::create(WORDS));
    let created = item("createUser", "create a user with 2 groups, with a key", 201, budget);
    let id = ledger.measure(created, &create).json()["id"].as_str().expect("an id").to_owned();
    let path = format!("/users/{id}");
    let person = Person { id, email: "grace@cost.example".to_owned(), password: acceptance::PASSWORD.to_owned() };
    ledger.measure(item("getUser", "a user", 200, budget::READ), &administrator().get(&path));

    let status = |action: &str| administrator().post(format!("{path}/{action}")).if_match(person.version());
    let deactivate = item("deactivateUser", "deactivate a user", 200, budget::SET_STATUS);
    ledger.measure(deactivate, &status("deactivate"));
    ledger.measure(item("activateUser", "activate a user", 200, budget::SET_STATUS), &status("activate"));
    let delete = administrator().delete(&path).if_match(person.version());
    ledger.measure(item("deleteUser", "delete a user with 2 groups", 200, budget::DELETE), &delete);
    ledger.measure(item("restoreUser", "restore a user with 2 groups", 200, budget::DELETE), &status("restore"));

    let groups = ["Customer service", "Administrators"].map(group_id);
    let edits = [
        ("edit: interface language", json!({ "language": "de" }), budget::edit(0)),
        ("edit: agent", json!({ "agent": true }), budget::edit(0)),
        ("edit: a group for another", json!({ "groups": groups }), budget::edit(0)),
        ("edit: last name", json!({ "lastName": "Murray" }), budget::edit(2)),
        ("edit: password", json!({ "password": "another kettle 93 orbit vY7" }), budget::edit(0)),
        ("edit: e-mail", json!({ "email": "grace@elsewhere.example" }), budget::edit_email(4)),
    ];
    for (what, body, budget) in edits {
        let edit: Request = administrator().patch(&path).if_match(person.version()).json(&body);
        ledger.measure(item("updateUser", what, 200, budget), &edit);
    }
    assert!(!table::user_events(&person.id).is_empty());
}

fn grace() -> NewUser {
    let groups = ["Customer service", "Content editors"];
    somebody().named("Grace", "Hopper").email("grace@cost.example").in_groups(groups)
}
