//! `PATCH /users/{userId}`

mod email;
mod groups;
mod password;

use acceptance::shape::shape;
use acceptance::{access, administrator, budget, somebody, table, unknown_id};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

access!(change "updateUser", |client| client.patch(format!("/users/{}", unknown_id())).if_match(1).json(&json!({})));

#[test]
fn changes_what_is_said_and_leaves_the_rest() {
    let person = somebody().create();

    let answer = person.update(&json!({"firstName": "Grace", "agent": true, "language": "de"})).expect(200);

    assert_json_snapshot!(shape(&answer), @r#"
    {
      "body": {
        "agent": true,
        "createdAt": "[time]",
        "customerCount": 0,
        "email": "[email]",
        "firstName": "Grace",
        "groups": [
          {
            "id": "[id]",
            "name": "Content editors"
          }
        ],
        "id": "[id]",
        "language": "de",
        "lastName": "Vale",
        "lastSignInAt": null,
        "status": "active",
        "updatedAt": "[time]",
        "updatedBy": {
          "id": "[id]",
          "name": "Demo Administrator"
        },
        "version": 2
      },
      "content-type": "application/json",
      "etag": "\"2\"",
      "status": 200
    }
    "#);
    assert_eq!((person.now(), person.version()), (answer.json(), answer.version()));
}

#[test]
fn r36_the_list_shows_and_finds_the_change_at_once() {
    let person = somebody().create();
    let word = acceptance::unique();

    let changed = person.update(&json!({"lastName": word})).expect(200).within(budget::edit(4)).json();

    let found = |q: &str| administrator().get("/users").query("q", q).send().expect(200).json()["items"].clone();
    assert_eq!(found(&word), json!([changed]));
    assert_eq!(found(&format!("vale {}", person.email)), json!([]), "the old name finds them no more");
}

#[test]
fn saying_what_is_so_already_changes_nothing() {
    let person = somebody().create();
    let before = (person.now(), table::user_events(&person.id));

    for same in [json!({}), json!({"firstName": "Robin", "agent": false}), json!({"lastName": " Vale "})] {
        assert_eq!(person.update(&same).expect(200).json(), before.0);
    }

    assert_eq!((person.now(), table::user_events(&person.id)), before);
}

#[test]
fn r25_status_and_what_only_the_product_sets_cannot_be_set() {
    let person = somebody().create();
    for name in ["id", "status", "version", "sessionEpoch", "hash", "customerCount", "updatedBy", "createdAt"] {
        let pointer = format!("/{name}");
        person.update(&json!({ name: "active" })).refused_fields(&[(&pointer, "unknown_field")]);
    }
    assert_eq!(person.version(), 1);
}

#[test]
fn members_that_cannot_be_taken_are_named_together_and_nothing_is_changed() {
    let person = somebody().create();
    let before = person.now();

    let answer = person.update(&json!({
        "email": "robin", "password": "short", "firstName": null, "lastName": "", "groups": [], "agent": "yes",
        "language": "fr",
    }));

    answer.refused_fields(&[
        ("/email", "malformed"),
        ("/password", "too_short"),
        ("/firstName", "null_refused"),
        ("/lastName", "required"),
        ("/groups", "too_few"),
        ("/agent", "wrong_type"),
        ("/language", "unknown_value"),
    ]);
    assert_eq!(person.now(), before);
}

#[test]
fn a_body_that_is_no_object_is_malformed() {
    let person = somebody().create();
    for body in ["", "[]", "{\"agent\":"] {
        let answer = administrator().patch(person.path()).if_match(1).body("application/json", body).send();
        answer.refused(400, "malformed_body");
    }
}

#[test]
fn r21_only_json_is_a_body() {
    let person = somebody().create();
    for media_type in
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json"]
    {
        let answer = administrator().patch(person.path()).if_match(1).body(media_type, "{\"agent\":true}").send();
        answer.refused(415, "unsupported_media_type");
    }
    assert_eq!(person.version(), 1);
}

#[test]
fn json_is_json_with_parameters_and_in_capitals() {
    let person = somebody().create();
    for (version, media_type) in [(1, "application/json; charset=utf-8"), (2, "Application/JSON")] {
        let body = json!({"agent": version == 1}).to_string();
        administrator().patch(person.path()).if_match(version).body(media_type, body).send().expect(200);
    }
}

#[test]
fn a_deleted_user_is_not_edited() {
    let person = somebody().create();
    person.delete().expect(200);

    person.update(&json!({"agent": true})).refused(409, "user_deleted");
}

#[test]
fn r31_asks_for_the_version() {
    let person = somebody().create();

    super::needs_the_version(&person, &administrator().patch(person.path()).json(&json!({"agent": true})));
}

#[test]
fn r31_the_second_of_two_editors_is_told_what_the_first_did() {
    let person = somebody().create();
    let edit = |changes: Value| administrator().patch(person.path()).if_match(1).json(&changes).send();
    edit(json!({"firstName": "Grace"})).expect(200);

    let answer = edit(json!({"firstName": "Ada"}));

    assert_json_snapshot!(shape(&answer), @r#"
    {
      "body": {
        "changedAt": "[time]",
        "changedBy": {
          "id": "[id]",
          "name": "Demo Administrator"
        },
        "code": "stale_version",
        "current": {
          "agent": false,
          "createdAt": "[time]",
          "customerCount": 0,
          "email": "[email]",
          "firstName": "Grace",
          "groups": [
            {
              "id": "[id]",
              "name": "Content editors"
            }
          ],
          "id": "[id]",
          "language": "en",
          "lastName": "Vale",
          "lastSignInAt": null,
          "status": "active",
          "updatedAt": "[time]",
          "updatedBy": {
            "id": "[id]",
            "name": "Demo Administrator"
          },
          "version": 2
        },
        "requestId": "[request]",
        "status": 412,
        "title": "It was changed meanwhile.",
        "type": "urn:backoffice:problem:stale_version"
      },
      "content-type": "application/problem+json",
      "status": 412
    }
    "#);
    assert_eq!(person.now()["firstName"], "Grace");
}

#[test]
fn an_unknown_user_is_a_404() {
    super::needs_a_user(|id| administrator().patch(format!("/users/{id}")).if_match(1).json(&json!({})));
}
