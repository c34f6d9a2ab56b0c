//! `Idempotency-Key` on what changes users (R32).

use acceptance::{administrator, administrators, budget, somebody, table, unique};
use serde_json::json;

#[test]
fn r32_creating_twice_with_one_key_creates_once() {
    let (key, user) = (unique(), somebody().json());
    let create = || administrator().post("/users").once(&key).json(&user).send().expect(201);

    let (first, again) = (create(), create());

    assert_eq!(first.text(), again.text());
    for name in ["etag", "location", "content-type"] {
        assert_eq!(first.header(name), again.header(name), "{name}");
    }
    assert!(again.cost().within(budget::READ), "nothing is written");
    assert_eq!(table::user_events(first.json()["id"].as_str().expect("an id")).len(), 1);
}

#[test]
fn r32_one_key_for_another_request_is_refused() {
    let key = unique();
    let create = |user: &serde_json::Value| administrator().post("/users").once(&key).json(user).send();
    let user = somebody();
    create(&user.json()).expect(201);

    create(&user.clone().with("agent", true).json()).refused(422, "idempotency_key_reused");
    let person = somebody().create();
    let elsewhere = administrator().patch(person.path()).if_match(1).once(&key).json(&user.json());
    elsewhere.send().refused(422, "idempotency_key_reused");
}

#[test]
fn r32_an_edit_is_applied_once_though_its_version_has_passed() {
    let (key, person) = (unique(), somebody().create());
    let edit = || administrator().patch(person.path()).if_match(1).once(&key).json(&json!({"agent": true})).send();

    let (first, again) = (edit().expect(200), edit().expect(200));

    assert_eq!(first.text(), again.text());
    assert_eq!(person.version(), 2);
}

#[test]
fn r32_a_status_action_is_applied_once() {
    let (key, person) = (unique(), somebody().create());
    let deactivate = || administrator().post(person.path() + "/deactivate").if_match(1).once(&key).send();

    let (first, again) = (deactivate().expect(200), deactivate().expect(200));

    assert_eq!(first.text(), again.text());
    assert_eq!(person.version(), 2);
}

#[test]
fn r32_each_persons_keys_are_their_own() {
    let key = unique();
    let (people, user) = (administrators(1), somebody());
    administrator().post("/users").once(&key).json(&user.json()).send().expect(201);

    let other = people[0].sign_in().post("/users").once(&key).json(&somebody().json()).send();

    other.expect(201);
}

#[test]
fn a_refused_request_leaves_its_key_unused() {
    let (key, user) = (unique(), somebody());
    let create = |user: serde_json::Value| administrator().post("/users").once(&key).json(&user).send();

    create(user.clone().with("language", "fr").json()).expect(422);

    create(user.json()).expect(201);
}

#[test]
fn a_repetition_is_for_those_who_may_still_ask() {
    let key = unique();
    let (people, user) = (administrators(1), somebody().json());
    let own = people[0].sign_in();
    own.post("/users").once(&key).json(&user).send().expect(201);

    people[0].update(&json!({"groups": [acceptance::group_id("Content editors")]})).expect(200);
    own.post("/users").once(&key).json(&user).send().refused(403, "permission_denied");
    people[0].deactivate().expect(200);
    own.post("/users").once(&key).json(&user).send().refused(401, "session_required");
}

#[test]
fn a_key_has_1_to_128_visible_ascii_characters() {
    let person = somebody().create();
    let edit = |key: &str| administrator().patch(person.path()).if_match(1).once(key).json(&json!({})).send();

    for key in ["", &"k".repeat(129), "two words", "k\u{e9}y"] {
        edit(key).refused(400, "malformed_idempotency_key");
    }
    for key in [&"k".repeat(128), "!~"] {
        edit(key).expect(200);
    }
}
