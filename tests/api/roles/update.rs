//! `PATCH /roles/{roleId}`

use acceptance::{Client, access, administrator, group, holder, member, role, rules, table, unknown_id};
use serde_json::{Value, json};

access!(change "updateRole", |client| client.patch(format!("/roles/{}", unknown_id())).if_match(1).json(&json!({})));

#[test]
fn r16_rules_hold_for_everybody_concerned_with_their_next_request() {
    let made = role(&["allow users.read"]);
    let (one, other) = (group(&[&made]), group(&[&made]));
    let sessions = [&one, &other].map(|group| member(group).sign_in());
    let expect = |status: u16| sessions.iter().for_each(|session| drop(session.get("/users").send().expect(status)));
    expect(200);

    made.update(&json!({ "rules": rules(&["allow users.*", "deny users.read"]) })).expect(200);
    expect(403);
    made.update(&json!({ "rules": rules(&["allow *"]) })).expect(200);
    expect(200);
    made.update(&json!({ "rules": [] })).expect(200);
    expect(403);

    let events = table::partition(&format!("AUDIT#role#{}", made.id));
    let change =
        json!([{ "field": "rules", "from": ["allow users.read"], "to": ["allow users.*", "deny users.read"] }]);
    assert_eq!((&events[1]["changes"], events.len()), (&change, 4));
}

#[test]
fn r28_what_one_role_denies_no_other_allows() {
    let (reader, denier) = (role(&["allow users.*"]), role(&["deny users.read"]));
    let (allowing, denying) = (group(&[&reader]), group(&[&denier]));
    let person = member(&allowing);
    let session = person.sign_in();
    session.get("/users").send().expect(200);

    for groups in [json!([allowing.id, denying.id]), json!([denying.id, allowing.id])] {
        person.update(&json!({ "groups": groups })).expect(200);
        session.get("/users").send().refused(403, "permission_denied");
    }
    denier.update(&json!({ "rules": rules(&["deny customers.*"]) })).expect(200);
    session.get("/users").send().expect(200);
}

#[test]
fn r31_what_was_changed_meanwhile_is_shown_and_not_overwritten() {
    let made = role(&[]);
    made.update(&json!({ "rules": rules(&["deny users.read"]) })).expect(200);

    let request = administrator().patch(&made.path).json(&json!({ "rules": [] }));
    request.clone().send().refused(428, "precondition_required");
    let problem = request.if_match(1).send().refused(412, "stale_version");

    assert_eq!(problem["current"], made.now());
    assert_eq!(problem["changedBy"], problem["current"]["updatedBy"]);
}

#[test]
fn r27_the_built_in_role_stays_as_it_is() {
    let roles = administrator().get("/roles").send().expect(200).json();
    let is_it = |role: &&Value| role["builtIn"] == true;
    let role = roles["items"].as_array().expect("items").iter().find(is_it).expect("the built-in role").clone();
    let path = format!("/roles/{}", role["id"].as_str().expect("an id"));
    let change = json!({ "rules": [] });
    administrator().patch(&path).if_match(1).json(&change).send().refused(409, "built_in");
    administrator().delete(&path).if_match(1).send().refused(409, "built_in");
}

#[test]
fn r26_nobody_gives_or_takes_what_they_do_not_hold() {
    let editor = holder(&["allow roles.*", "allow users.read"]);
    let update = |made: &acceptance::Made, of: &[&str]| made.update_as(&editor.client, &json!({ "rules": rules(of) }));

    let made = role(&["allow users.delete"]);
    update(&made, &["allow users.delete", "allow users.read"]).expect(200);
    update(&made, &["allow users.delete", "allow users.read", "deny users.create"])
        .refused(403, "permissions_not_held");
    update(&made, &["allow users.read"]).refused(403, "permissions_not_held");
    // Lifting what denies gives.
    let denier = role(&["deny users.delete"]);
    update(&denier, &[]).refused(403, "permissions_not_held");
    // Their own role, too.
    update(&editor.role, &["allow *"]).refused(403, "permissions_not_held");
    assert_eq!(made.version(), 2);
}

#[test]
fn r26_nothing_is_taken_from_a_group_whose_members_hold_more() {
    let editor = holder(&["allow roles.*", "allow groups.*", "allow users.read"]);
    let (shared, wide) = (role(&["allow users.read"]), role(&["allow customers.read"]));
    let carrier = group(&[&shared, &wide]);
    let deny = |client: &Client| shared.update_as(client, &json!({ "rules": rules(&["deny users.read"]) }));
    let take = || carrier.update_as(&editor.client, &json!({ "roles": [wide.id] }));
    let superior = member(&carrier);

    for refused in [deny(&editor.client), take()] {
        let problem = refused.refused(403, "permissions_not_held");
        assert_eq!(problem["permissions"], json!(["customers.read"]));
    }
    superior.sign_in().get("/users").send().expect(200);
    // Words are no rights, and of who has left nothing is taken.
    shared.update_as(&editor.client, &json!({ "description": "By somebody with less." })).expect(200);
    superior.delete().expect(200);
    take().expect(200);
    deny(&editor.client).expect(200);
}
