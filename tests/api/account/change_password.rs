//! `POST /account/password`

use acceptance::{Answer, Client, PASSWORD, Person, access, budget, own_address, signed_out, somebody, table, unique};
use serde_json::json;

access!(own "changePassword", |client| client.post("/account/password").json(&json!({})));

const NEW: &str = "velvet anchor 58 lantern qT2";

/// Somebody who may do nothing else, signed in, from an address of their own.
fn person() -> (Person, Client) {
    let person = somebody().create();
    let client = person.sign_in().at(own_address());
    (person, client)
}

fn change(client: &Client, current: &str, new: &str) -> Answer {
    client.post("/account/password").json(&json!({ "currentPassword": current, "newPassword": new })).send()
}

fn signs_in(person: &Person, password: &str) -> u16 {
    signed_out().at(own_address()).attempt(&person.email, password).status
}

#[test]
fn r06_the_current_password_gives_a_new_one_and_ends_all_other_sessions() {
    let (person, client) = person();
    let others = [person.sign_in(), person.sign_in()];

    let answer = change(&client, PASSWORD, NEW).expect(200).within(budget::CHANGE_PASSWORD);

    assert_eq!((answer.json()["id"].as_str(), answer.version()), (Some(&*person.id), 2));
    assert_eq!(answer.set_cookie(), None, "the session goes on as it is");
    client.get("/session").send().expect(200);
    for other in &others {
        other.get("/session").send().refused(401, "session_required");
    }
    assert_eq!((signs_in(&person, PASSWORD), signs_in(&person, NEW)), (401, 201));
    // And so on.
    change(&client, PASSWORD, NEW).refused_fields(&[("/currentPassword", "wrong_password")]);
    change(&client, NEW, PASSWORD).expect(200);
}

#[test]
fn r06_a_wrong_current_password_changes_nothing() {
    let (person, client) = person();
    let other = person.sign_in();

    change(&client, "wrong", NEW).refused_fields(&[("/currentPassword", "wrong_password")]);

    other.get("/session").send().expect(200);
    assert_eq!((signs_in(&person, NEW), signs_in(&person, PASSWORD), person.version()), (401, 201, 1));
}

#[test]
fn what_cannot_be_a_password_is_refused_before_anything_is_compared() {
    let (person, client) = person();
    for (new, code) in [
        ("", "required"),
        ("too short", "too_short"),
        ("aaaaaaaaaaaaaaaa", "password_too_weak"),
        ("robin vale robin vale", "password_context"),
    ] {
        change(&client, "wrong", new).refused_fields(&[("/newPassword", code)]);
    }
    change(&client, "", "short").refused_fields(&[("/currentPassword", "required"), ("/newPassword", "too_short")]);
    let body = json!({ "currentPassword": PASSWORD, "newPassword": NEW, "email": "x" });
    client.post("/account/password").json(&body).send().refused_fields(&[("/email", "unknown_field")]);
    let events = table::user_events(&person.id);
    assert!(!events.iter().any(|event| event["action"] == "user.password-refused"), "{events:?}");
}

#[test]
fn r09_who_guesses_from_a_session_waits_like_everybody_who_guesses() {
    let (person, client) = person();
    for _ in 1..=5 {
        change(&client, "wrong", NEW).refused_fields(&[("/currentPassword", "wrong_password")]);
    }

    let answer = change(&client, PASSWORD, NEW);

    answer.refused(429, "too_many_passwords");
    let seconds: u64 = answer.header("retry-after").expect("when to try again").parse().expect("seconds");
    assert!((1..=60).contains(&seconds), "{seconds}");
    assert_eq!(signs_in(&person, PASSWORD), 401, "the account is delayed");
    client.get("/session").send().expect(200);
}

#[test]
fn r09_a_right_password_forgets_the_wrong_ones() {
    let (_, client) = person();
    for (current, new) in [(PASSWORD, NEW), (NEW, PASSWORD)] {
        for _ in 1..=4 {
            change(&client, "wrong", new).refused_fields(&[("/currentPassword", "wrong_password")]);
        }
        change(&client, current, new).expect(200);
    }
}

#[test]
fn r42_an_address_with_too_many_failures_has_to_wait() {
    let (address, person) = (own_address(), somebody().create());
    let client = person.sign_in().at(address);
    table::set_failures(address, 50);

    change(&client, PASSWORD, NEW).refused(429, "too_many_sign_ins");
}

#[test]
fn r45_it_is_recorded_without_the_password() {
    let (person, client) = person();
    change(&client, "wrong", NEW).refused_fields(&[("/currentPassword", "wrong_password")]);
    change(&client, "wrong", NEW).refused_fields(&[("/currentPassword", "wrong_password")]);
    change(&client, PASSWORD, NEW).expect(200);

    let events = table::user_events(&person.id);

    let own: Vec<_> = events.iter().filter(|event| event["actorPk"] == format!("ACTOR#{}", person.id)).collect();
    let actions: Vec<_> = own.iter().map(|event| event["action"].as_str().expect("a word")).collect();
    assert_eq!(actions, ["session.signed-in", "user.password-refused", "user.updated"], "refusals once a minute");
    let changes = json!([{ "field": "password", "from": "•••", "to": "•••" }]);
    assert_eq!(own.last().map(|event| event["changes"].clone()), Some(changes));
    assert!(!format!("{events:?}").contains(NEW));
}

#[test]
fn r32_sent_again_it_is_done_once() {
    let (person, client) = person();
    let body = json!({ "currentPassword": PASSWORD, "newPassword": NEW });
    let request = client.post("/account/password").once(&unique()).json(&body);

    let (first, again) = (request.send().expect(200), request.send().expect(200));

    assert_eq!((first.json(), person.version()), (again.json(), 2));
    let other = json!({ "currentPassword": PASSWORD, "newPassword": PASSWORD });
    request.json(&other).send().refused(422, "idempotency_key_reused");
}
