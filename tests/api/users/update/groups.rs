//! Other groups, and with them other rights (R15, R16).

use acceptance::{Alone, administrator, administrators, budget, group_id, somebody, unknown_id};
use serde_json::json;

#[test]
fn r16_new_rights_hold_from_the_next_request_without_signing_out() {
    let person = somebody().in_groups(["Customer service"]).create();
    let session = person.sign_in();
    session.get("/users").send().expect(200);

    person.update(&json!({"groups": [group_id("Content editors")]})).expect(200);
    session.get("/users").send().refused(403, "permission_denied");
    assert_eq!(session.get("/session").send().expect(200).json()["permissions"], json!([]));

    person.update(&json!({"groups": [group_id("Customer service")]})).expect(200);
    session.get("/users").send().expect(200);
}

#[test]
fn groups_move_with_their_members() {
    let person = somebody().in_groups(["Content editors"]).create();
    let groups = json!([group_id("Customer service"), group_id("Content editors")]);

    let answer = person.update(&json!({"groups": groups})).expect(200).within(budget::edit(4));

    let names: Vec<_> =
        answer.json()["groups"].as_array().expect("groups").iter().map(|group| group["name"].clone()).collect();
    assert_eq!(names, ["Customer service", "Content editors"]);
    for name in ["Customer service", "Content editors"] {
        let members = administrator().get("/users").query("group", group_id(name)).query("q", &person.email).send();
        assert_eq!(members.expect(200).json()["items"][0]["id"], person.id, "{name}");
    }
}

#[test]
fn the_order_of_groups_says_nothing() {
    let person = somebody().in_groups(["Customer service", "Content editors"]).create();
    let groups = json!([group_id("Content editors"), group_id("Customer service")]);

    person.update(&json!({"groups": groups})).expect(200);

    assert_eq!(person.version(), 1);
}

#[test]
fn groups_exist_and_are_named_once() {
    let person = somebody().create();
    let editors = group_id("Content editors");

    let answer = person.update(&json!({"groups": [editors, unknown_id(), editors]}));

    answer.refused_fields(&[("/groups/1", "unknown_group"), ("/groups/2", "duplicate")]);
}

#[test]
fn r27_the_last_active_administrator_stays_one() {
    let _alone = Alone::with_the_last_administrator();
    let me = administrator().get("/session").send().expect(200).json()["user"].clone();
    let path = format!("/users/{}", me["id"].as_str().expect("an id"));
    let version = me["version"].as_u64().expect("a version");
    let groups = json!({"groups": [group_id("Content editors")]});

    administrator().patch(path).if_match(version).json(&groups).send().refused(409, "last_administrator");

    let still = administrator().get("/session").send().expect(200).json();
    assert_eq!(still["user"], me);
}

#[test]
fn an_administrator_may_give_up_being_one_while_there_is_another() {
    let people = administrators(1);
    let own = people[0].sign_in();
    let groups = json!({"groups": [group_id("Content editors")]});

    let answer = own.patch(people[0].path()).if_match(1).json(&groups).send().expect(200);

    assert!(answer.set_cookie().is_none(), "they stay signed in");
    own.get("/session").send().expect(200);
    own.get("/users").send().refused(403, "permission_denied");
}
