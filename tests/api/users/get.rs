//! `GET /users/{userId}`

use acceptance::shape::shape;
use acceptance::{access, administrator, budget, customer_service, somebody, unknown_id};
use insta::assert_json_snapshot;

access!(read "getUser", |client| client.get(format!("/users/{}", unknown_id())));

#[test]
fn answers_the_user_with_their_version() {
    let person = somebody().named("Ada", "Lovelace").create();

    let answer = administrator().get(person.path()).send().expect(200).within(budget::READ);

    assert_json_snapshot!(shape(&answer), @r#"
    {
      "body": {
        "agent": false,
        "createdAt": "[time]",
        "customerCount": 0,
        "email": "[email]",
        "firstName": "Ada",
        "groups": [
          {
            "id": "[id]",
            "name": "Content editors"
          }
        ],
        "id": "[id]",
        "language": "en",
        "lastName": "Lovelace",
        "lastSignInAt": null,
        "status": "active",
        "updatedAt": "[time]",
        "updatedBy": {
          "id": "[id]",
          "name": "Demo Administrator"
        },
        "version": 1
      },
      "content-type": "application/json",
      "etag": "\"1\"",
      "status": 200
    }
    "#);
}

#[test]
fn whoever_may_read_sees_the_same() {
    let person = somebody().create();

    let seen = customer_service().get(person.path()).send().expect(200).within(budget::READ);

    assert_eq!(seen.json(), person.now());
}

#[test]
fn r29_an_id_that_is_none_is_a_404() {
    super::needs_a_user(|id| administrator().get(format!("/users/{id}")));
}

#[test]
fn r31_the_entity_tag_moves_with_every_edit_and_with_nothing_else() {
    let person = somebody().create();

    person.sign_in();
    assert_eq!(person.version(), 1, "signing in");
    person.update(&serde_json::json!({"agent": true})).expect(200);
    assert_eq!(person.version(), 2, "an edit");
}
