//! `GET /users/{userId}/sessions`

use acceptance::{access, administrator, budget, own_address, somebody, table, unknown_id};
use serde_json::Value;

access!(read "listSessions", |client| client.get(format!("/users/{}/sessions", unknown_id())));

#[test]
fn r20_oneself_sees_ones_own_without_a_permission() {
    let person = somebody().create();
    let (before, now) = (person.sign_in(), person.sign_in().at(own_address()));

    let answer = now.get(format!("{}/sessions", person.path())).send().expect(200).within(budget::SESSIONS);

    let items = answer.json()["items"].as_array().expect("items").clone();
    let current: Vec<&Value> = items.iter().map(|item| &item["current"]).collect();
    assert_eq!(current, [true, false], "the newest first");
    let stored = table::session(&before);
    assert_eq!((&items[1]["id"], &items[1]["createdAt"]), (&stored["id"], &stored["createdAt"]));
    assert_eq!(items[1]["address"], stored["address"]);
    assert!(items[1]["address"].as_str().is_some_and(|address| address.starts_with("127.")));
    assert!(!answer.text().contains(stored["secretHash"].as_str().expect("a hash")));
}

#[test]
fn r20_administrators_see_those_of_others() {
    let person = somebody().create();
    let session = person.sign_in();
    let path = format!("{}/sessions", person.path());

    let items = administrator().get(&path).send().expect(200).json()["items"].clone();

    assert_eq!((items.as_array().map(Vec::len), &items[0]["current"]), (Some(1), &false.into()));
    somebody().create().sign_in().get(&path).send().refused(403, "permission_denied");
    session.delete("/session").send().expect(204);
    assert_eq!(administrator().get(&path).send().expect(200).json()["items"], Value::Array(Vec::new()));
}

#[test]
fn r19_what_has_ended_is_not_shown_though_it_is_still_there() {
    let person = somebody().create();
    let (ended, _holds) = (person.sign_in(), person.sign_in());
    // An hour later it was over: the second is that of 1970.
    table::set_session_times(&ended, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", 1_767_229_200);
    let path = format!("{}/sessions", person.path());
    assert_eq!(administrator().get(&path).send().expect(200).json()["items"].as_array().map(Vec::len), Some(1));

    person.deactivate().expect(200);
    assert_eq!(administrator().get(&path).send().expect(200).json()["items"].as_array().map(Vec::len), Some(0));
}
