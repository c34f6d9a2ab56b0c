//! `POST /users/{userId}/restore`

use acceptance::shape::shape;
use acceptance::{access, administrator, administrators, budget, signed_out, somebody, unknown_id};
use insta::assert_json_snapshot;

access!(change "restoreUser", |client| client.post(format!("/users/{}/restore", unknown_id())).if_match(1));

#[test]
fn r35_a_deleted_user_comes_back_deactivated_with_their_groups() {
    let person = somebody().in_groups(["Customer service", "Content editors"]).create();
    let before = person.now();
    person.delete().expect(200);

    let answer = person.restore().expect(200).within(budget::DELETE);

    assert_eq!(person.now()["groups"], before["groups"]);
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
            "name": "Customer service"
          },
          {
            "id": "[id]",
            "name": "Content editors"
          }
        ],
        "id": "[id]",
        "language": "en",
        "lastName": "Vale",
        "lastSignInAt": null,
        "restored": {
          "customers": 0,
          "lostCustomers": [],
          "lostGroups": []
        },
        "status": "deactivated",
        "updatedAt": "[time]",
        "updatedBy": {
          "id": "[id]",
          "name": "Demo Administrator"
        },
        "version": 3
      },
      "content-type": "application/json",
      "etag": "\"3\"",
      "status": 200
    }
    "#);
}

#[test]
fn a_restored_user_signs_in_once_activated_and_by_no_session_from_before() {
    let person = somebody().create();
    let session = person.sign_in();
    person.delete().expect(200);

    person.restore().expect(200);
    signed_out().attempt(&person.email, &person.password).refused(401, "sign_in_failed");

    person.activate().expect(200);
    person.sign_in();
    session.get("/session").send().refused(401, "session_required");
}

#[test]
fn a_restored_administrator_holds_no_right_until_activated() {
    let people = administrators(1);
    let session = people[0].sign_in();
    people[0].delete().expect(200);

    people[0].restore().expect(200);

    session.get("/users").send().refused(401, "session_required");
}

#[test]
fn who_is_not_deleted_is_not_restored() {
    let person = somebody().create();

    person.restore().refused(409, "user_not_deleted");
    person.deactivate().expect(200);
    person.restore().refused(409, "user_not_deleted");
}

#[test]
fn r31_asks_for_the_version() {
    let person = somebody().create();
    person.delete().expect(200);

    super::needs_the_version(&person, &administrator().post(person.path() + "/restore"));
}

#[test]
fn an_unknown_user_is_a_404() {
    super::needs_a_user(|id| administrator().post(format!("/users/{id}/restore")).if_match(1));
}
