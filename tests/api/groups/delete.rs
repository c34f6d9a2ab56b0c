//! `DELETE /groups/{groupId}`

use acceptance::{access, administrator, group, group_id, holder, member, role, somebody, table, unknown_id};
use serde_json::json;

access!(change "deleteGroup", |client| client.delete(format!("/groups/{}", unknown_id())).if_match(1));

#[test]
fn an_empty_group_is_gone() {
    let made = group(&[]);

    let answer = made.delete().expect(204);

    assert_eq!(answer.text(), "");
    administrator().get(&made.path).send().refused(404, "not_found");
    somebody().with("groups", json!([made.id])).try_create().refused_fields(&[("/groups/0", "unknown_group")]);
    let events = table::partition(&format!("AUDIT#group#{}", made.id));
    assert_eq!((&events[1]["action"], &events[1]["subjectName"]), (&"group.deleted".into(), &made.name.clone().into()));
}

#[test]
fn a_group_with_members_stays_until_they_have_left() {
    let made = group(&[]);
    let (one, other) = (member(&made), member(&made));
    one.delete().expect(200);

    let problem = made.delete().refused(409, "group_not_empty");
    assert_eq!(problem["memberCount"], 1, "who is deleted is no member");

    let elsewhere = group(&[]);
    administrator().patch(format!("{}/members", elsewhere.path)).json(&json!({ "add": [other.id] })).send().expect(200);
    administrator().patch(format!("{}/members", made.path)).json(&json!({ "remove": [other.id] })).send().expect(200);
    made.delete().expect(204);
    // Whoever belonged to it comes back without it.
    let restored = one.restore().expect(200).json();
    let gone = json!([{ "id": made.id, "name": made.name }]);
    assert_eq!((&restored["groups"], &restored["restored"]["lostGroups"]), (&json!([]), &gone));
    // Its name is told as long as the event is.
    let events = administrator().get("/audit-events").query("target", format!("user:{}", one.id)).send().expect(200);
    assert!(events.json()["items"][0].to_string().contains(&made.name), "{events}");
}

#[test]
fn r31_only_the_version_that_was_seen() {
    let made = group(&[]);
    administrator().delete(&made.path).send().refused(428, "precondition_required");
    administrator().delete(&made.path).if_match(2).send().refused(412, "stale_version");
    assert_eq!(made.version(), 1);
}

#[test]
fn r27_administrators_cannot_be_deleted() {
    let path = format!("/groups/{}", group_id("Administrators"));
    administrator().delete(path).if_match(1).send().refused(409, "built_in");
}

#[test]
fn r26_nobody_takes_away_what_they_do_not_hold() {
    let cleaner = holder(&["allow groups.delete", "allow groups.read"]);
    let keeper = role(&["deny users.delete"]);
    let (made, empty) = (group(&[&keeper]), group(&[]));
    let delete = |path: &str| cleaner.client.delete(path).if_match(1).send();

    delete(&made.path).refused(403, "permissions_not_held");
    delete(&empty.path).expect(204);
}
