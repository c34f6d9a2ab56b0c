//! `PATCH /groups/{groupId}`

use acceptance::{Client, access, administrator, group, group_id, holder, member, role, table, unknown_id};
use serde_json::{Value, json};

access!(change "updateGroup", |client| client.patch(format!("/groups/{}", unknown_id())).if_match(1).json(&json!({})));

#[test]
fn changes_what_is_named_and_leaves_the_rest() {
    let made = group(&[]);
    let name = format!("{} (new)", made.name);

    let answer = made.update(&json!({ "name": name })).expect(200);

    assert_eq!((answer.version(), &answer.json()["name"]), (2, &name.into()));
    assert_eq!(answer.json()["updatedBy"]["name"], administrator_name());
    assert_eq!(made.now(), answer.json());
    let events = table::partition(&format!("AUDIT#group#{}", made.id));
    assert_eq!(events[1]["changes"], json!([{ "field": "name", "from": made.name, "to": answer.json()["name"] }]));
}

fn administrator_name() -> Value {
    let user = administrator().get("/session").send().expect(200).json()["user"].clone();
    format!("{} {}", user["firstName"].as_str().expect("text"), user["lastName"].as_str().expect("text")).into()
}

#[test]
fn what_changes_nothing_moves_no_version() {
    let made = group(&[]);

    made.update(&json!({ "name": made.name, "roles": [] })).expect(200);

    assert_eq!(made.version(), 1);
}

#[test]
fn r16_members_have_other_rights_with_their_next_request() {
    let (reader, none) = (role(&["allow users.read"]), role(&[]));
    let made = group(&[&reader]);
    let session = member(&made).sign_in();
    session.get("/users").send().expect(200);

    made.update(&json!({ "roles": [none.id] })).expect(200);
    session.get("/users").send().refused(403, "permission_denied");
    assert_eq!(session.get("/session").send().expect(200).json()["permissions"], json!([]));

    made.update(&json!({ "roles": [none.id, reader.id] })).expect(200);
    session.get("/users").send().expect(200);
}

#[test]
fn a_new_name_is_seen_wherever_the_group_is_named() {
    let made = group(&[]);
    let person = member(&made);
    let name = format!("{} (new)", made.name);

    made.update(&json!({ "name": name })).expect(200);

    assert_eq!((&person.now()["groups"][0]["name"], person.version()), (&name.into(), 1));
}

#[test]
fn r31_what_was_changed_meanwhile_is_shown_and_not_overwritten() {
    let made = group(&[]);
    made.update(&json!({ "description": "First." })).expect(200);

    let request = administrator().patch(&made.path).json(&json!({ "description": "Second." }));
    request.clone().send().refused(428, "precondition_required");
    let problem = request.if_match(1).send().refused(412, "stale_version");

    assert_eq!((&problem["current"]["description"], &problem["current"]["version"]), (&"First.".into(), &2.into()));
    assert_eq!(problem["changedBy"], problem["current"]["updatedBy"]);
    assert_eq!(problem["changedAt"], problem["current"]["updatedAt"]);
    assert_eq!(made.now(), problem["current"]);
}

#[test]
fn r27_administrators_stay_as_they_are() {
    let path = format!("/groups/{}", group_id("Administrators"));
    for change in [json!({ "name": "Others" }), json!({ "roles": [] }), json!({})] {
        administrator().patch(&path).if_match(1).json(&change).send().refused(409, "built_in");
    }
}

#[test]
fn fields_are_refused_all_at_once() {
    let made = group(&[]);

    made.update(&json!({ "name": " ", "roles": [unknown_id()], "memberCount": 7, "version": 1 })).refused_fields(&[
        ("/name", "required"),
        ("/roles/0", "unknown_role"),
        ("/memberCount", "unknown_field"),
        ("/version", "unknown_field"),
    ]);
    let other = group(&[]);
    made.update(&json!({ "name": other.name })).refused(409, "name_taken");
}

#[test]
fn r26_nobody_gives_or_takes_what_they_do_not_hold() {
    let editor = holder(&["allow groups.*", "allow users.read"]);
    let (reader, keeper, denier) =
        (role(&["allow users.read"]), role(&["allow users.delete"]), role(&["deny users.delete"]));
    let update =
        |client: &Client, made: &acceptance::Made, roles: Value| made.update_as(client, &json!({ "roles": roles }));

    let made = group(&[]);
    update(&editor.client, &made, json!([reader.id])).expect(200);
    update(&editor.client, &made, json!([reader.id, keeper.id])).refused(403, "permissions_not_held");
    update(&editor.client, &made, json!([denier.id])).refused(403, "permissions_not_held");
    // Nor lifts what denies it: that would give it.
    let held_back = group(&[&keeper, &denier]);
    update(&editor.client, &held_back, json!([keeper.id])).refused(403, "permissions_not_held");
    // What it is called gives nobody anything.
    held_back.update_as(&editor.client, &json!({ "description": "Renamed by somebody with less." })).expect(200);
    // Their own group, too.
    update(&editor.client, &editor.group, json!([editor.role.id, keeper.id])).refused(403, "permissions_not_held");
}
