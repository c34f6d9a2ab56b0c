//! `DELETE /users/{userId}`

use acceptance::shape::shape;
use acceptance::{Alone, access, administrator, administrators, budget, signed_out, somebody, table, unknown_id};
use insta::assert_json_snapshot;

access!(change "deleteUser", |client| client.delete(format!("/users/{}", unknown_id())).if_match(1));

#[test]
fn r35_the_user_stays_in_the_list_as_deleted() {
    let person = somebody().in_groups(["Customer service", "Content editors"]).create();

    let answer = person.delete().expect(200).within(budget::DELETE);

    let user = answer.json();
    assert_eq!((&user["status"], &user["version"]), (&"deleted".into(), &2.into()));
    assert_eq!(person.now(), user);
    let list = administrator().get("/users").query("q", &person.email).send().expect(200).json();
    assert_eq!(list["items"], serde_json::json!([user]), "with the groups they had");
}

#[test]
fn the_user_belongs_to_no_group_any_more() {
    let person = somebody().in_groups(["Customer service"]).create();
    assert!(is_member(&person.id));

    person.delete().expect(200);

    assert!(!is_member(&person.id));
}

#[test]
fn r16_the_very_next_request_is_refused_and_so_is_signing_in() {
    let person = somebody().create();
    let session = person.sign_in();

    person.delete().expect(200);

    session.get("/session").send().refused(401, "session_required");
    signed_out().attempt(&person.email, &person.password).refused(401, "sign_in_failed");
}

#[test]
fn r18_deleting_oneself_ends_the_session() {
    let people = administrators(1);
    let (person, own) = (&people[0], people[0].sign_in());

    let answer = own.delete(person.path()).if_match(person.version()).send().expect(200);

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
        "reason": "self_deleted",
        "session": "ended",
        "status": "deleted",
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
    assert!(answer.set_cookie().is_some() && answer.session_cookie().is_none(), "the cookie is removed");
    own.get("/session").send().refused(401, "session_required");
}

#[test]
fn r27_the_last_active_administrator_stays() {
    let _alone = Alone::with_the_last_administrator();
    let me = administrator().get("/session").send().expect(200).json()["user"].clone();
    let path = format!("/users/{}", me["id"].as_str().expect("an id"));
    let version = me["version"].as_u64().expect("a version");

    administrator().delete(path).if_match(version).send().refused(409, "last_administrator");

    let still = administrator().get("/session").send().expect(200).json();
    assert_eq!(still["user"], me);
}

#[test]
fn deleting_a_deleted_user_is_refused() {
    let person = somebody().create();
    person.delete().expect(200);

    person.delete().refused(409, "user_deleted");
}

#[test]
fn r31_asks_for_the_version() {
    let person = somebody().create();

    super::needs_the_version(&person, &administrator().delete(person.path()));
}

#[test]
fn an_unknown_user_is_a_404() {
    super::needs_a_user(|id| administrator().delete(format!("/users/{id}")).if_match(1));
}

fn is_member(user: &str) -> bool {
    let members = table::partition(&format!("GROUP#{}", acceptance::group_id("Customer service")));
    members.iter().any(|member| member["sk"] == format!("MEMBER#{user}"))
}
