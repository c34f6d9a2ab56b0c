//! `POST /users/{userId}/deactivate`

use acceptance::shape::shape;
use acceptance::{Alone, access, administrator, administrators, budget, signed_out, somebody, table, unknown_id};
use insta::assert_json_snapshot;

access!(change "deactivateUser", |client| client.post(format!("/users/{}/deactivate", unknown_id())).if_match(1));

#[test]
fn the_user_stays_and_cannot_sign_in() {
    let person = somebody().create();

    let answer = person.deactivate().expect(200).within(budget::SET_STATUS);

    let user = answer.json();
    assert_eq!((&user["status"], &user["version"]), (&"deactivated".into(), &2.into()));
    assert_eq!(person.now(), user);
    signed_out().attempt(&person.email, &person.password).refused(401, "sign_in_failed");
}

#[test]
fn r16_the_very_next_request_is_refused() {
    let people = administrators(1);
    let sessions = [people[0].sign_in(), people[0].sign_in()];

    people[0].deactivate().expect(200);

    for session in sessions {
        session.get("/session").send().refused(401, "session_required");
        session.get("/users").send().refused(401, "session_required");
        session.delete("/session").send().refused(401, "session_required");
        session.post("/users").json(&somebody().json()).send().refused(401, "session_required");
    }
}

#[test]
fn r18_deactivating_oneself_ends_the_session() {
    let people = administrators(1);
    let (person, own) = (&people[0], people[0].sign_in());

    let answer = own.post(person.path() + "/deactivate").if_match(person.version()).send().expect(200);

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
            "name": "Administrators"
          },
          {
            "id": "[id]",
            "name": "Content editors"
          }
        ],
        "id": "[id]",
        "language": "en",
        "lastName": "Vale",
        "lastSignInAt": "[time]",
        "reason": "self_deactivated",
        "session": "ended",
        "status": "deactivated",
        "updatedAt": "[time]",
        "updatedBy": {
          "id": "[id]",
          "name": "Robin Vale"
        },
        "version": 2
      },
      "content-type": "application/json",
      "etag": "\"2\"",
      "status": 200
    }
    "#);
    let removed = "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict";
    assert_eq!(answer.set_cookie(), Some(removed));
    own.get("/session").send().refused(401, "session_required");
}

#[test]
fn deactivating_a_deactivated_user_changes_nothing() {
    let person = somebody().create();
    person.deactivate().expect(200);
    let before = (person.now(), table::user_events(&person.id));

    let answer = person.deactivate().expect(200);

    assert_eq!(answer.json(), before.0);
    assert_eq!((person.now(), table::user_events(&person.id)), before);
}

#[test]
fn r27_the_last_active_administrator_stays() {
    let _alone = Alone::with_the_last_administrator();
    let me = administrator().get("/session").send().expect(200).json()["user"].clone();
    let path = format!("/users/{}", me["id"].as_str().expect("an id"));
    let version = me["version"].as_u64().expect("a version");

    let answer = administrator().post(path + "/deactivate").if_match(version).send();

    answer.refused(409, "last_administrator");
    assert!(answer.set_cookie().is_none());
    let still = administrator().get("/session").send().expect(200).json();
    assert_eq!(still["user"], me);
}

#[test]
fn a_deleted_user_is_not_touched() {
    let person = somebody().create();
    person.delete().expect(200);

    person.deactivate().refused(409, "user_deleted");
}

#[test]
fn r31_asks_for_the_version() {
    let person = somebody().create();

    super::needs_the_version(&person, &administrator().post(person.path() + "/deactivate"));
}

#[test]
fn an_unknown_user_is_a_404() {
    super::needs_a_user(|id| administrator().post(format!("/users/{id}/deactivate")).if_match(1));
}
