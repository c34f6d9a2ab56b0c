//! `POST /users`

mod email;
mod fields;
mod password;

use acceptance::shape::shape;
use acceptance::{access, administrator, budget, somebody, unique};
use insta::assert_json_snapshot;
use serde_json::json;

access!(change "createUser", |client| client.post("/users").json(&json!({})));

#[test]
fn creates_an_active_user() {
    let answer = somebody().try_create().expect(201);

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

#[test]
fn takes_everything_there_is_to_say() {
    let user = somebody()
        .named("Zoë", "van der Berg")
        .in_groups(["Customer service", "Content editors"])
        .with("agent", true)
        .with("language", "de");

    let answer = user.try_create().expect(201);

    assert_json_snapshot!(shape(&answer)["body"], @r#"
    {
      "agent": true,
      "createdAt": "[time]",
      "customerCount": 0,
      "email": "[email]",
      "firstName": "Zoë",
      "groups": [
        {
          "id": "[id]",
          "name": "Customer service"
        },
        {
          "id": "[id]",
          "name": "Content editors"
        }
      ],
      "id": "[id]",
      "language": "de",
      "lastName": "van der Berg",
      "lastSignInAt": null,
      "status": "active",
      "updatedAt": "[time]",
      "updatedBy": {
        "id": "[id]",
        "name": "Demo Administrator"
      },
      "version": 1
    }
    "#);
}

#[test]
fn costs_no_more_than_its_budget() {
    let words = 4; // robin, vale, the local part of the e-mail, its domain
    let user = somebody().in_groups(["Customer service", "Content editors"]);

    user.try_create().expect(201).within(budget::create(words));
}

#[test]
fn r36_the_user_is_at_the_location_and_in_the_list_at_once() {
    let email = format!("{}@acceptance.example", unique());

    let answer = somebody().email(&email).try_create().expect(201);

    let location = answer.header("location").expect("a location");
    let path = location.strip_prefix("/api/v1").expect("a path of the API");
    let read = administrator().get(path).send().expect(200);
    let list = administrator().get("/users").query("q", &email).send().expect(200).json();
    assert_eq!(read.json(), answer.json());
    assert_eq!(read.header("etag"), answer.header("etag"));
    assert_eq!(list["items"], json!([answer.json()]));
}

#[test]
fn the_new_user_can_sign_in() {
    let person = somebody().create();

    let session = person.sign_in().get("/session").send().expect(200).json();

    assert_eq!(session["user"]["id"], person.id);
}

#[test]
fn r39_ids_tell_nothing_of_each_other() {
    let (one, other) = (somebody().create().id, somebody().create().id);

    let random = |id: &str| id[14..].to_owned();
    assert_eq!(&one[14..15], "7", "UUIDv7");
    assert_ne!(random(&one), random(&other));
}
