//! `PATCH /groups/{groupId}/members`

use acceptance::{
    Answer, Made, Person, access, administrator, budget, group, group_id, holder, member, role, somebody, table,
    unique, unknown_id,
};
use serde_json::{Value, json};

access!(change "changeMembers", |client| client.patch(format!("/groups/{}/members", unknown_id())).json(&json!({})));

fn change(made: &Made, body: &Value) -> Answer {
    administrator().patch(format!("{}/members", made.path)).json(body).send()
}

fn groups_of(person: &Person) -> Vec<String> {
    let groups = person.now()["groups"].as_array().expect("groups").clone();
    groups.iter().map(|group| group["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn ten_come_and_ten_go() {
    let (made, other) = (group(&[]), group(&[]));
    let people: Vec<Person> = (0..10).map(|_| member(&other)).collect();
    let ids: Vec<&str> = people.iter().map(|person| &*person.id).collect();

    let answer = change(&made, &json!({ "add": ids })).expect(200).within(budget::MOVE_TEN);
    assert_eq!(answer.json(), json!({ "added": ids, "removed": [] }));
    assert_eq!((&made.now()["memberCount"], made.version()), (&10.into(), 1));
    let again = change(&made, &json!({ "add": ids })).expect(200).json();
    assert_eq!(again, json!({ "added": [], "removed": [] }), "what is so already is no change");

    change(&other, &json!({ "remove": ids })).expect(200).within(budget::MOVE_TEN);
    assert_eq!((&other.now()["memberCount"], groups_of(&people[3])), (&0.into(), vec![made.id.clone()]));
    assert_eq!(people[3].version(), 3);
    let events = table::user_events(&people[3].id);
    let moved = json!([{ "field": "groups", "from": [other.id, made.id], "to": [made.id] }]);
    let sorted = |value: &Value| {
        let mut changes = value.clone();
        changes[0]["from"].as_array_mut().expect("ids").sort_by_key(Value::to_string);
        changes
    };
    assert_eq!((&events[2]["action"], sorted(&events[2]["changes"])), (&"user.updated".into(), sorted(&moved)));
}

#[test]
fn r16_rights_come_and_go_with_membership_at_once() {
    let reader = role(&["allow users.read"]);
    let made = group(&[&reader]);
    let person = somebody().create();
    let session = person.sign_in();
    session.get("/users").send().refused(403, "permission_denied");

    change(&made, &json!({ "add": [person.id] })).expect(200);
    session.get("/users").send().expect(200);
    change(&made, &json!({ "remove": [person.id] })).expect(200);
    session.get("/users").send().refused(403, "permission_denied");
}

#[test]
fn nobody_is_left_without_a_group() {
    let made = group(&[]);
    let (one, other) = (member(&made), somebody().create());
    change(&made, &json!({ "add": [other.id] })).expect(200);

    let problem = change(&made, &json!({ "remove": [other.id, one.id] })).refused(409, "last_group");

    assert_eq!(problem["errors"][0]["pointer"], "/remove/1");
    assert_eq!(made.now()["memberCount"], 2, "all of a call's changes or none");
}

#[test]
fn users_exist_are_named_once_and_are_not_deleted() {
    let made = group(&[]);
    let (person, gone) = (somebody().create(), somebody().create());
    gone.delete().expect(200);

    change(&made, &json!({ "add": [unknown_id(), "x"] })).refused_fields(&[("/add/1", "unknown_user")]);
    change(&made, &json!({ "add": [unknown_id(), person.id] })).refused_fields(&[("/add/0", "unknown_user")]);
    change(&made, &json!({ "add": [person.id, person.id], "remove": [person.id], "x": 1 }))
        .refused_fields(&[("/add/1", "duplicate"), ("/x", "unknown_field")]);
    let problem = change(&made, &json!({ "add": [person.id, gone.id] })).refused(409, "user_deleted");
    assert_eq!(problem["errors"][0]["pointer"], "/add/1");
    let many: Vec<String> = (0..26).map(|_| unknown_id()).collect();
    change(&made, &json!({ "add": many })).refused_fields(&[("/add", "too_many")]);
    assert_eq!(made.now()["memberCount"], 0);
}

#[test]
fn r26_nobody_puts_anybody_where_they_would_hold_more() {
    let editor = holder(&["allow users.update", "allow users.read", "allow customers.read"]);
    let (keeper, denier) = (role(&["allow users.delete"]), role(&["deny customers.read"]));
    let (wide, narrow, denying) = (group(&[&keeper]), group(&[&editor.role]), group(&[&denier]));
    let change = |made: &Made, body: Value| editor.client.patch(format!("{}/members", made.path)).json(&body).send();
    let person = somebody().create();

    change(&narrow, json!({ "add": [person.id] })).expect(200);
    let problem = change(&wide, json!({ "add": [person.id] })).refused(403, "permissions_not_held");
    assert_eq!(problem["permissions"], json!(["users.delete"]));
    // Oneself neither.
    change(&wide, json!({ "add": [editor.person.id] })).refused(403, "permissions_not_held");
    let path = format!("/groups/{}/members", group_id("Administrators"));
    editor.client.patch(path).json(&json!({ "add": [person.id] })).send().refused(403, "permissions_not_held");
    // Nobody who holds more is moved at all.
    let superior = member(&wide);
    let problem = change(&narrow, json!({ "add": [superior.id] })).refused(403, "user_holds_more");
    assert_eq!(problem["errors"][0]["pointer"], "/add/0");
    // What is denied to somebody can be lifted by whoever holds it.
    change(&denying, json!({ "add": [person.id] })).expect(200);
    change(&denying, json!({ "remove": [person.id] })).expect(200);
}

#[test]
fn r32_the_same_request_again_moves_nobody_twice() {
    let made = group(&[]);
    let (person, key) = (somebody().create(), unique());
    let ask = || {
        let request = administrator().patch(format!("{}/members", made.path)).once(&key);
        request.json(&json!({ "add": [person.id] })).send().expect(200)
    };

    assert_eq!(ask().json(), ask().json());
    assert_eq!((person.version(), &made.now()["memberCount"]), (2, &1.into()));
}
