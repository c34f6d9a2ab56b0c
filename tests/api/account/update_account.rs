//! `PATCH /account`

use acceptance::{Client, Person, access, budget, somebody, table, unique};
use serde_json::{Value, json};

access!(own "updateAccount", |client| client.patch("/account").if_match(0).json(&json!({})));

/// Somebody who may do nothing else, signed in.
fn person() -> (Person, Client) {
    let person = somebody().create();
    let client = person.sign_in();
    (person, client)
}

fn own(client: &Client) -> Value {
    client.get("/session").send().expect(200).json()["user"].clone()
}

#[test]
fn who_may_do_nothing_else_gives_themself_other_names_and_another_language() {
    let (person, client) = person();
    let body = json!({ "firstName": " Ada ", "lastName": "Lovelace", "language": "de" });

    let answer = client.patch("/account").if_match(1).json(&body).send().expect(200).within(budget::edit(4));

    let user = answer.json();
    assert_eq!(
        (&user["firstName"], &user["lastName"], &user["language"]),
        (&"Ada".into(), &"Lovelace".into(), &"de".into())
    );
    assert_eq!((user["version"].as_u64(), answer.version()), (Some(2), 2));
    assert_eq!(user["updatedBy"]["id"], person.id);
    assert_eq!((own(&client), person.now()), (user.clone(), user));
    let events = table::user_events(&person.id);
    let event = events.last().expect("an event");
    assert_eq!((&event["action"], &event["actorPk"]), (&"user.updated".into(), &format!("ACTOR#{}", person.id).into()));
    assert_eq!(event["changes"].as_array().map(Vec::len), Some(3));
}

#[test]
fn r25_what_is_for_those_who_manage_users_cannot_be_set() {
    let (person, client) = person();
    let before = person.now();
    for member in ["email", "groups", "agent", "password", "status", "version", "id", "sessionEpoch", "customerCount"] {
        let body = json!({ "firstName": "Ada", member: "x" });
        let pointer = format!("/{member}");
        client.patch("/account").if_match(1).json(&body).send().refused_fields(&[(&pointer, "unknown_field")]);
    }
    assert_eq!(person.now()["version"], before["version"]);
}

#[test]
fn every_field_that_cannot_be_taken_is_named_at_once() {
    let (_, client) = person();
    let body = json!({ "firstName": "", "lastName": null, "language": "fr" });

    let answer = client.patch("/account").if_match(1).json(&body).send();

    answer.refused_fields(&[("/firstName", "required"), ("/lastName", "null_refused"), ("/language", "unknown_value")]);
}

#[test]
fn r31_needs_the_version_that_was_seen() {
    let (person, client) = person();
    person.update(&json!({ "agent": true })).expect(200);
    let change = client.patch("/account").json(&json!({ "firstName": "Ada" }));

    change.send().refused(428, "precondition_required");
    let problem = change.clone().if_match(1).send().refused(412, "stale_version");

    assert_eq!(problem["current"], person.now());
    assert_eq!(person.now()["firstName"], "Robin");
    change.if_match(2).send().expect(200);
}

#[test]
fn what_is_so_already_is_no_change() {
    let (person, client) = person();
    let events = table::user_events(&person.id).len();

    let answer = client.patch("/account").if_match(1).json(&json!({ "firstName": "Robin" })).send().expect(200);

    assert_eq!((answer.version(), table::user_events(&person.id).len()), (1, events));
}

#[test]
fn r32_sent_again_it_is_done_once() {
    let (_, client) = person();
    let change = client.patch("/account").if_match(1).once(&unique()).json(&json!({ "firstName": "Ada" }));

    let first = change.send().expect(200);
    let again = change.send().expect(200);

    assert_eq!((first.json(), first.version()), (again.json(), 2));
}

#[test]
fn what_one_is_called_now_is_found() {
    let (person, client) = person();
    let name = format!("Selma{}", unique());
    client.patch("/account").if_match(1).json(&json!({ "lastName": name })).send().expect(200);

    let found = acceptance::administrator().get("/users").query("q", &name).send().expect(200).json();

    assert_eq!(found["items"][0]["id"], person.id);
}
