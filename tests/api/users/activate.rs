//! `POST /users/{userId}/activate`

use acceptance::{access, administrator, budget, somebody, table, unknown_id};

access!(change "activateUser", |client| client.post(format!("/users/{}/activate", unknown_id())).if_match(1));

#[test]
fn a_deactivated_user_can_sign_in_again() {
    let person = somebody().create();
    person.deactivate().expect(200);

    let answer = person.activate().expect(200).within(budget::SET_STATUS);

    let user = answer.json();
    assert_eq!((&user["status"], &user["version"]), (&"active".into(), &3.into()));
    assert_eq!((answer.version(), person.now()), (3, user));
    person.sign_in();
}

#[test]
fn r16_sessions_from_before_stay_ended() {
    let person = somebody().create();
    let session = person.sign_in();
    person.deactivate().expect(200);

    person.activate().expect(200);

    session.get("/session").send().refused(401, "session_required");
}

#[test]
fn activating_an_active_user_changes_nothing() {
    let person = somebody().create();
    let before = (person.now(), table::user_events(&person.id));

    let answer = person.activate().expect(200);

    assert_eq!(answer.json(), before.0);
    assert!(answer.set_cookie().is_none());
    assert_eq!((person.now(), table::user_events(&person.id)), before);
}

#[test]
fn a_deleted_user_is_to_be_restored_first() {
    let person = somebody().create();
    person.delete().expect(200);

    person.activate().refused(409, "user_deleted");
}

#[test]
fn r31_asks_for_the_version() {
    let person = somebody().create();
    person.deactivate().expect(200);

    super::needs_the_version(&person, &administrator().post(person.path() + "/activate"));
}

#[test]
fn an_unknown_user_is_a_404() {
    super::needs_a_user(|id| administrator().post(format!("/users/{id}/activate")).if_match(1));
}
