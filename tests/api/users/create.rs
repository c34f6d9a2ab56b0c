//! `POST /users`

use acceptance::shape::shape;
use acceptance::{access, budget, somebody};
use insta::assert_json_snapshot;
use serde_json::json;

access!(change "createUser", |client| client.post("/users").json(&json!({})));

#[test]
fn creates_an_active_user() {
    let answer = somebody().try_create().expect(201).within(budget::create(4));

    assert_json_snapshot!(shape(&answer), @r#"
    {
      "body": {
        "agent": false,
        "createdAt": "[time]",
        "customerCount": 0,
        "email": "[email]",
        "firstName": "Robin",
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
        "version": 1
      },
      "content-type": "application/json",
      "etag": "\"1\"",
      "location": "/api/v1/users/[id]",
      "status": 201
    }
    "#);
}
