//! Groups, their members, and roles.

use acceptance::{Made, administrator, budget, rules, somebody};
use serde_json::{Value, json};

use crate::ledger::{Item, Ledger};

pub(crate) fn measure(ledger: &mut Ledger) {
    let item = |operation, what, status, budget| Item { operation, what, status, budget };
    let admin = administrator();
    let role_body = json!({ "name": "Reader", "rules": rules(&["allow users.read", "deny users.delete"]) });
    let created = ledger
        .measure(item("createRole", "create a role", 201, budget::DEFINE), &admin.post("/roles").json(&role_body));
    let role = Made::of(&created);
    let group_body = json!({ "name": "Readers", "roles": [role.id] });
    let create = admin.post("/groups").json(&group_body);
    let group = Made::of(&ledger.measure(item("createGroup", "create a group", 201, budget::DEFINE), &create));
    ledger.measure(item("getRole", "a role", 200, budget::DEFINITIONS), &admin.get(&role.path));
    ledger.measure(item("getGroup", "a group", 200, budget::DEFINITIONS), &admin.get(&group.path));
    ledger.measure(item("listRoles", "all roles", 200, budget::DEFINITIONS), &admin.get("/roles"));
    ledger.measure(item("listGroups", "all groups", 200, budget::DEFINITIONS), &admin.get("/groups"));
    ledger.measure(item("listPermissions", "all permissions", 200, budget::READ), &admin.get("/permissions"));

    let edit = |made: &Made, body: &Value| admin.patch(&made.path).if_match(made.version()).json(body);
    let rules = edit(&role, &json!({ "rules": rules(&["allow users.*"]) }));
    ledger.measure(item("updateRole", "edit a role's rules", 200, budget::DEFINE), &rules);
    let name = edit(&group, &json!({ "name": "All readers" }));
    ledger.measure(item("updateGroup", "call a group otherwise", 200, budget::DEFINE), &name);

    let people: Vec<Value> = (0..10).map(|_| somebody().create().id.into()).collect();
    let members = format!("{}/members", group.path);
    let change = |body: Value| admin.patch(&members).json(&body);
    let add = item("changeMembers", "put 10 users into a group", 200, budget::MOVE_TEN);
    ledger.measure(add, &change(json!({ "add": people })));
    ledger.measure(item("listMembers", "10 members of a group", 200, budget::LIST), &admin.get(&members));
    let person = format!("/users/{}/permissions", people[0].as_str().expect("an id"));
    let explained = item("explainPermissions", "what a user may do, and why", 200, budget::DEFINITIONS);
    ledger.measure(explained, &admin.get(person));
    let remove = item("changeMembers", "take 10 users out of a group", 200, budget::MOVE_TEN);
    ledger.measure(remove, &change(json!({ "remove": people })));

    let delete = |made: &Made| admin.delete(&made.path).if_match(made.version());
    ledger.measure(item("deleteGroup", "delete a group", 204, budget::DEFINE), &delete(&group));
    ledger.measure(item("deleteRole", "delete a role", 204, budget::DEFINE), &delete(&role));
}
