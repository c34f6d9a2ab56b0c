//! `DELETE /users/{userId}/sessions/{sessionId}`

use acceptance::{
    Client, Person, access, administrator, budget, group, holder, member, role, somebody, table, unknown_id,
};

access!(change "endSession", |client| client.delete(format!("/users/{}/sessions/{}", unknown_id(), unknown_id())));

/// Where a client's session is.
fn path(person: &Person, client: &Client) -> String {
    let id = client.cookie().split('.').nth(1).expect("a session's cookie");
    format!("{}/sessions/{id}", person.path())
}

#[test]
fn r20_one_of_ones_own_ends_and_the_others_go_on() {
    let person = somebody().create();
    let (here, there) = (person.sign_in(), person.sign_in());

    here.delete(path(&person, &there)).send().expect(204).within(budget::END_SESSION);

    there.get("/session").send().refused(401, "session_required");
    here.get("/session").send().expect(200);
    here.delete(path(&person, &there)).send().refused(404, "not_found");
    let events = table::user_events(&person.id);
    let last = events.last().expect("an event");
    assert_eq!((&last["action"], &last["actorPk"]), (&"session.ended".into(), &format!("ACTOR#{}", person.id).into()));
}

#[test]
fn r20_ending_the_one_that_asks_is_signing_out() {
    let person = somebody().create();
    let here = person.sign_in();

    let answer = here.delete(path(&person, &here)).send().expect(204);

    assert!(answer.set_cookie().is_some_and(|cookie| cookie.starts_with("__Host-session=;")), "{answer}");
    here.get("/session").send().refused(401, "session_required");
}

#[test]
fn r20_that_of_another_needs_the_permission() {
    let person = somebody().create();
    let session = person.sign_in();

    somebody().create().sign_in().delete(path(&person, &session)).send().refused(403, "permission_denied");
    session.get("/session").send().expect(200);
    administrator().delete(path(&person, &session)).send().expect(204);
    session.get("/session").send().refused(401, "session_required");
    // One user's session is none of another's.
    let other = somebody().create();
    administrator().delete(path(&person, &other.sign_in())).send().refused(404, "not_found");
}

#[test]
fn r26_nobody_signs_out_who_holds_more() {
    let ender = holder(&["allow sessions.*", "allow users.read"]);
    let more = role(&["allow users.delete"]);
    let wide = group(&[&more]);
    let (superior, peer) = (member(&wide), member(&ender.group));
    let session = superior.sign_in();

    ender.client.delete(path(&superior, &session)).send().refused(403, "user_holds_more");
    ender.client.delete(format!("{}/sessions", superior.path())).send().refused(403, "user_holds_more");
    session.get("/session").send().expect(200);
    ender.client.delete(path(&peer, &peer.sign_in())).send().expect(204);
}
