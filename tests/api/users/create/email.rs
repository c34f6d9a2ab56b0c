//! One e-mail, one user (R30).

use acceptance::shape::steady;
use acceptance::{administrator, somebody, unique};
use insta::assert_json_snapshot;
use serde_json::json;

#[test]
fn r30_a_taken_email_is_refused_and_says_whose_it_is() {
    let person = somebody().create();

    let problem = somebody().email(&person.email).try_create().refused(409, "email_taken");

    assert_eq!(problem["errors"][0]["params"]["userId"], person.id);
    assert_json_snapshot!(steady(&problem), @r#"
    {
      "code": "email_taken",
      "errors": [
        {
          "code": "email_taken",
          "params": {
            "status": "active",
            "userId": "[id]"
          },
          "pointer": "/email"
        }
      ],
      "requestId": "[request]",
      "status": 409,
      "title": "A user has this e-mail already.",
      "type": "urn:backoffice:problem:email_taken"
    }
    "#);
}

#[test]
fn r30_an_email_is_the_same_in_every_case_and_unicode_form() {
    let word = unique();
    somebody().email(&format!("jos\u{e9}.straße.{word}@acceptance.example")).create();

    for same in [
        format!("JOS\u{c9}.STRASSE.{word}@ACCEPTANCE.EXAMPLE"),
        format!("jose\u{301}.straße.{word}@acceptance.example"),
        format!("ｊｏｓé.strasse.{word}@acceptance.example"),
        format!("  josé.straße.{word}@acceptance.example "),
    ] {
        somebody().email(&same).try_create().refused(409, "email_taken");
    }
}

#[test]
fn r30_a_deleted_users_email_stays_theirs() {
    let person = somebody().create();
    person.delete().expect(200);

    let problem = somebody().email(&person.email).try_create().refused(409, "email_taken");

    let expected = json!([{
        "pointer": "/email", "code": "email_taken", "params": {"userId": person.id, "status": "deleted"},
    }]);
    assert_eq!(problem["errors"], expected);
}

#[test]
fn an_email_that_is_none_is_refused() {
    let long = format!("{}@{}.example", "x".repeat(60), "y.".repeat(100));
    for (email, code) in [
        ("", "required"),
        ("robin", "malformed"),
        ("robin@localhost", "malformed"),
        ("robin@@acceptance.example", "malformed"),
        ("robin vale@acceptance.example", "malformed"),
        ("robin\u{200b}@acceptance.example", "malformed"),
        ("robin\r\nbcc: x@acceptance.example", "control_character"),
        (&long, "too_long"),
    ] {
        somebody().email(email).try_create().refused_fields(&[("/email", code)]);
    }
}

#[test]
fn what_is_refused_leaves_the_email_free() {
    let email = format!("{}@acceptance.example", unique());

    somebody().email(&email).with("language", "fr").try_create().expect(422);

    let list = administrator().get("/users").query("q", &email).send().expect(200).json();
    assert_eq!(list["items"], json!([]));
    somebody().email(&email).create();
}
