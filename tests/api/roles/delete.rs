//! `DELETE /roles/{roleId}`

use acceptance::{access, administrator, group, holder, role, table, unknown_id};
use serde_json::json;

access!(change "deleteRole", |client| client.delete(format!("/roles/{}", unknown_id())).if_match(1));

#[test]
fn a_role_that_no_group_carries_is_gone() {
    let made = role(&["allow users.read"]);

    made.delete().expect(204);

    administrator().get(&made.path).send().refused(404, "not_found");
    let events = table::partition(&format!("AUDIT#role#{}", made.id));
    assert_eq!((&events[1]["action"], &events[1]["subjectName"]), (&"role.deleted".into(), &made.name.clone().into()));
}

#[test]
fn a_role_that_groups_carry_stays_and_says_which() {
    let made = role(&[]);
    let carrier = group(&[&made]);

    let problem = made.delete().refused(409, "role_in_use");
    assert_eq!(problem["groups"], json!([{ "id": carrier.id, "name": carrier.name }]));

    carrier.update(&json!({ "roles": [] })).expect(200);
    made.delete().expect(204);
}

#[test]
fn r31_only_the_version_that_was_seen() {
    let made = role(&[]);
    administrator().delete(&made.path).send().refused(428, "precondition_required");
    administrator().delete(&made.path).if_match(2).send().refused(412, "stale_version");
    assert_eq!(made.version(), 1);
}

#[test]
fn r26_nobody_takes_away_what_they_do_not_hold() {
    let cleaner = holder(&["allow roles.delete"]);
    let (keeper, empty) = (role(&["deny users.delete"]), role(&[]));
    cleaner.client.delete(&keeper.path).if_match(1).send().refused(403, "permissions_not_held");
    cleaner.client.delete(&empty.path).if_match(1).send().expect(204);
}
