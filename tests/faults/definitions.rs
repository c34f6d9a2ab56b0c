//! Changes of groups, of their members and of roles.

use std::sync::{Mutex, PoisonError};

use acceptance::{Answer, Made, Person, Request, administrator, group, member, role, rules, somebody, table, unique};
use serde_json::{Value, json};

use crate::attack::{Change, attack};
use crate::failing;

fn events(kind: &str, id: &str) -> Vec<Value> {
    table::partition(&format!("AUDIT#{kind}#{id}"))
}

/// The one of a list with this name.
fn named(list: &str, name: &str) -> Option<Value> {
    let list = administrator().get(list).send().expect(200).json();
    list["items"].as_array().expect("items").iter().find(|item| item["name"] == name).cloned()
}

/// Takes what was created out of the way again.
fn clear(list: &str, name: &str) {
    if let Some(made) = named(list, name) {
        let path = format!("{list}/{}", made["id"].as_str().expect("an id"));
        administrator().delete(path).if_match(made["version"].as_u64().expect("a version")).send();
    }
}

struct CreateRole(String);

impl Change for CreateRole {
    const OPERATION: &'static str = "createRole";
    const FUNCTION: &'static str = "create-role";

    fn prepare() -> Self {
        Self(unique())
    }

    fn request(&self) -> Request {
        let body = json!({ "name": self.0, "rules": rules(&["allow users.read"]) });
        failing().post("/roles").once(&self.0).json(&body)
    }

    fn events(&self) -> usize {
        named("/roles", &self.0).map_or(0, |role| events("role", role["id"].as_str().expect("an id")).len())
    }

    fn shows(&self) -> bool {
        named("/roles", &self.0).is_some()
    }
}

impl Drop for CreateRole {
    fn drop(&mut self) {
        clear("/roles", &self.0);
    }
}

struct CreateGroup(String);

impl Change for CreateGroup {
    const OPERATION: &'static str = "createGroup";
    const FUNCTION: &'static str = "create-group";

    fn prepare() -> Self {
        Self(unique())
    }

    fn request(&self) -> Request {
        failing().post("/groups").once(&self.0).json(&json!({ "name": self.0 }))
    }

    fn events(&self) -> usize {
        named("/groups", &self.0).map_or(0, |group| events("group", group["id"].as_str().expect("an id")).len())
    }

    fn shows(&self) -> bool {
        named("/groups", &self.0).is_some()
    }
}

impl Drop for CreateGroup {
    fn drop(&mut self) {
        clear("/groups", &self.0);
    }
}

/// A role that a group carries, so that the policy is another one with it.
struct UpdateRole {
    role: Made,
    group: Made,
    key: String,
}

impl Change for UpdateRole {
    const OPERATION: &'static str = "updateRole";
    const FUNCTION: &'static str = "update-role";

    fn prepare() -> Self {
        let role = role(&["allow users.read"]);
        Self { group: group(&[&role]), role, key: unique() }
    }

    fn request(&self) -> Request {
        let body = json!({ "rules": rules(&["allow customers.read"]) });
        failing().patch(&self.role.path).if_match(1).once(&self.key).json(&body)
    }

    fn events(&self) -> usize {
        events("role", &self.role.id).len() - 1
    }

    fn shows(&self) -> bool {
        let (role, group) = (self.role.now(), self.group.now());
        let is_changed = role["rules"] == rules(&["allow customers.read"]);
        // The policy and what it is compiled from are never a mixture.
        assert_eq!(group["permissions"], json!([if is_changed { "customers.read" } else { "users.read" }]));
        is_changed
    }
}

impl Drop for UpdateRole {
    fn drop(&mut self) {
        self.group.delete();
    }
}

struct UpdateGroup {
    group: Made,
    key: String,
}

impl Change for UpdateGroup {
    const OPERATION: &'static str = "updateGroup";
    const FUNCTION: &'static str = "update-group";

    fn prepare() -> Self {
        Self { group: group(&[]), key: unique() }
    }

    fn request(&self) -> Request {
        failing().patch(&self.group.path).if_match(1).once(&self.key).json(&json!({ "description": "Changed." }))
    }

    fn events(&self) -> usize {
        events("group", &self.group.id).len() - 1
    }

    fn shows(&self) -> bool {
        self.group.now()["description"] == "Changed."
    }
}

/// A group or role is deleted: asked for again it is not there.
struct Delete<const IS_ROLE: bool>(Made);

impl<const IS_ROLE: bool> Delete<IS_ROLE> {
    fn recorded(&self) -> usize {
        events(if IS_ROLE { "role" } else { "group" }, &self.0.id).len() - 1
    }

    fn is_gone(&self) -> bool {
        administrator().get(&self.0.path).send().status == 404
    }

    fn asked(&self) -> Request {
        failing().delete(&self.0.path).if_match(1)
    }

    fn is_fine(answer: &Answer, before: bool) -> bool {
        answer.status == if before { 404 } else { 204 }
    }
}

impl Change for Delete<true> {
    const OPERATION: &'static str = "deleteRole";
    const FUNCTION: &'static str = "delete-role";

    fn prepare() -> Self {
        Self(role(&["allow users.read"]))
    }

    fn request(&self) -> Request {
        self.asked()
    }

    fn events(&self) -> usize {
        self.recorded()
    }

    fn shows(&self) -> bool {
        self.is_gone()
    }

    fn is_repeated(answer: &Answer, before: bool) -> bool {
        Self::is_fine(answer, before)
    }
}

impl Change for Delete<false> {
    const OPERATION: &'static str = "deleteGroup";
    const FUNCTION: &'static str = "delete-group";

    fn prepare() -> Self {
        Self(group(&[]))
    }

    fn request(&self) -> Request {
        self.asked()
    }

    fn events(&self) -> usize {
        self.recorded()
    }

    fn shows(&self) -> bool {
        self.is_gone()
    }

    fn is_repeated(answer: &Answer, before: bool) -> bool {
        Self::is_fine(answer, before)
    }
}

/// One comes and one goes.
struct ChangeMembers {
    group: Made,
    comes: Person,
    goes: Person,
    key: String,
}

impl Change for ChangeMembers {
    const OPERATION: &'static str = "changeMembers";
    const FUNCTION: &'static str = "change-members";

    fn prepare() -> Self {
        let group = group(&[]);
        let editors = acceptance::group_id("Content editors");
        let goes = member(&group);
        goes.update(&json!({ "groups": [group.id, editors] })).expect(200);
        Self { comes: somebody().create(), goes, group, key: unique() }
    }

    fn request(&self) -> Request {
        let body = json!({ "add": [self.comes.id], "remove": [self.goes.id] });
        failing().patch(format!("{}/members", self.group.path)).once(&self.key).json(&body)
    }

    fn events(&self) -> usize {
        table::user_events(&self.comes.id).len() - 1
    }

    fn shows(&self) -> bool {
        let members = administrator().get(format!("{}/members", self.group.path)).send().expect(200).json();
        let ids: Vec<&Value> = members["items"].as_array().expect("items").iter().map(|item| &item["id"]).collect();
        let is_changed = ids == [&json!(self.comes.id)];
        assert!(is_changed || ids == [&json!(self.goes.id)], "all of it or nothing: {members}");
        is_changed
    }
}

/// Each of them writes the policy: side by side they would retry because of one another, and not because of
/// the faults.
fn one_by_one<C: Change>() {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    attack::<C>();
}

#[test]
fn r33_creating_a_role() {
    one_by_one::<CreateRole>();
}

#[test]
fn r33_creating_a_group() {
    one_by_one::<CreateGroup>();
}

#[test]
fn r33_updating_a_role() {
    one_by_one::<UpdateRole>();
}

#[test]
fn r33_updating_a_group() {
    one_by_one::<UpdateGroup>();
}

#[test]
fn r33_deleting_a_role() {
    one_by_one::<Delete<true>>();
}

#[test]
fn r33_deleting_a_group() {
    one_by_one::<Delete<false>>();
}

#[test]
fn r33_changing_members() {
    one_by_one::<ChangeMembers>();
}

/// The operations attacked here.
pub(crate) const ATTACKED: [&str; 7] = [
    CreateRole::OPERATION,
    CreateGroup::OPERATION,
    UpdateRole::OPERATION,
    UpdateGroup::OPERATION,
    Delete::<true>::OPERATION,
    Delete::<false>::OPERATION,
    ChangeMembers::OPERATION,
];
