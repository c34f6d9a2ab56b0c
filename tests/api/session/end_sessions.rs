//! `DELETE /users/{userId}/sessions`

use acceptance::{access, administrator, budget, somebody, table, unknown_id};

access!(change "endSessions", |client| client.delete(format!("/users/{}/sessions", unknown_id())));

#[test]
fn r20_all_of_ones_own_end_but_this_one() {
    let person = somebody().create();
    let (here, others) = (person.sign_in(), [person.sign_in(), person.sign_in()]);
    let path = format!("{}/sessions", person.path());

    here.delete(&path).send().expect(204).within(budget::END_SESSION);

    here.get("/session").send().expect(200);
    for other in &others {
        other.get("/session").send().refused(401, "session_required");
    }
    assert_eq!(here.get(&path).send().expect(200).json()["items"].as_array().map(Vec::len), Some(1));
    // It goes on as before, and so does signing in.
    here.delete(&path).send().expect(204);
    person.sign_in().get("/session").send().expect(200);
    assert_eq!(person.version(), 1, "ending sessions is no edit");
}

#[test]
fn r20_all_of_anothers_end() {
    let person = somebody().create();
    let sessions = [person.sign_in(), person.sign_in()];

    administrator().delete(format!("{}/sessions", person.path())).send().expect(204).within(budget::END_SESSION);

    for session in &sessions {
        session.get("/session").send().refused(401, "session_required");
    }
    let events = table::user_events(&person.id);
    assert_eq!(events.last().map(|event| event["action"].clone()), Some("session.all-ended".into()));
}

#[test]
fn who_is_not_active_has_none_to_end() {
    let person = somebody().create();
    person.deactivate().expect(200);
    let events = table::user_events(&person.id).len();

    administrator().delete(format!("{}/sessions", person.path())).send().expect(204);

    assert_eq!(table::user_events(&person.id).len(), events, "no event without a change");
}
