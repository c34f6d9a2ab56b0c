//! `POST /session`

use acceptance::access::Access;
use acceptance::shape::{is_time, shape};
use acceptance::{Client, PASSWORD, administrator, budget, signed_out, somebody, table};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

/// Anybody may try.
pub(crate) const ACCESS: Access =
    Access { operation: "signIn", request: |client| client.post("/session").json(&json!({})) };

#[test]
fn r23_signed_out() {
    (ACCESS.request)(&signed_out()).send().expect(422);
}

#[test]
fn r21_another_site() {
    ACCESS.refuses_another_site();
}

#[test]
fn answers_who_is_signed_in_and_what_they_may_do() {
    let person = somebody().in_groups(["Customer service"]).create();

    let answer = signed_out().attempt(&person.email, PASSWORD).expect(201);

    assert_json_snapshot!(shape(&answer), @r#"
    {
      "body": {
        "expiresAt": "[time]",
        "permissions": [
          "users.read",
          "users.assign-customers",
          "customers.read",
          "groups.read"
        ],
        "user": {
          "agent": false,
          "createdAt": "[time]",
          "customerCount": 0,
          "email": "[email]",
          "firstName": "Robin",
          "groups": [
            {
              "id": "[id]",
              "name": "Customer service"
            }
          ],
          "id": "[id]",
          "language": "en",
          "lastName": "Vale",
          "lastSignInAt": "[time]",
          "status": "active",
          "updatedAt": "[time]",
          "updatedBy": {
            "id": "[id]",
            "name": "Demo Administrator"
          },
          "version": 1
        }
      },
      "content-type": "application/json",
      "location": "/api/v1/session",
      "status": 201
    }
    "#);
}

#[test]
fn costs_no_more_than_its_budget() {
    let person = somebody().create();
    let session = person.sign_in();

    signed_out().attempt(&person.email, PASSWORD).expect(201).within(budget::SIGN_IN);
    session.attempt(&person.email, PASSWORD).expect(201).within(budget::SIGN_IN);
    signed_out().attempt(&person.email, "wrong").expect(401).within(budget::SIGN_IN);
}

#[test]
fn the_last_sign_in_is_noted_and_the_version_stays() {
    let person = somebody().create();
    assert_eq!(person.now()["lastSignInAt"], Value::Null);

    person.sign_in();

    let user = person.now();
    assert!(user["lastSignInAt"].as_str().is_some_and(is_time));
    assert_eq!(user["version"], 1);
}

#[test]
fn the_email_is_the_same_in_every_case() {
    let person = somebody().create();

    Client::sign_in(&format!(" {} ", person.email.to_uppercase()), PASSWORD);
}

#[test]
fn r14_the_cookie_is_for_this_host_over_tls_and_no_script() {
    let person = somebody().create();

    let answer = signed_out().attempt(&person.email, PASSWORD).expect(201);

    let (cookie, attributes) = answer.set_cookie().and_then(|line| line.split_once(';')).expect("a cookie");
    assert_eq!(attributes, " Path=/; Secure; HttpOnly; SameSite=Strict");
    let secret = cookie.rsplit('.').next().expect("a secret");
    assert_eq!(secret.len(), 43, "256 bits in base64url");
    let item = table::session(&Client::with_cookie(cookie)).to_string();
    assert!(!item.contains(secret), "only its hash is stored: {item}");
    assert!(!answer.text().contains(secret));
}

#[test]
fn r15_every_sign_in_has_a_token_of_its_own() {
    let person = somebody().create();

    let (one, other) = (person.sign_in(), person.sign_in());

    assert_ne!(one.cookie(), other.cookie());
    one.get("/session").send().expect(200);
    other.get("/session").send().expect(200);
}

#[test]
fn r15_signing_in_ends_the_session_it_came_with() {
    let (person, other) = (somebody().create(), somebody().create());
    let session = person.sign_in();

    let answer = session.attempt(&other.email, PASSWORD).expect(201);

    session.get("/session").send().refused(401, "session_required");
    let next = Client::with_cookie(answer.session_cookie().expect("a session"));
    assert_eq!(next.get("/session").send().expect(200).json()["user"]["id"], other.id);
}

#[test]
fn a_failed_attempt_leaves_the_session_as_it_is() {
    let person = somebody().create();
    let session = person.sign_in();

    let answer = session.attempt(&person.email, "wrong");

    answer.refused(401, "sign_in_failed");
    assert!(answer.set_cookie().is_none());
    session.get("/session").send().expect(200);
}

#[test]
fn somebody_elses_session_is_not_ended_by_naming_it() {
    let (person, other) = (somebody().create(), somebody().create());
    let session = person.sign_in();
    let (name, _) = session.cookie().rsplit_once('.').expect("a secret");

    let guessed = Client::with_cookie(format!("{name}.{}", "A".repeat(43)));
    guessed.attempt(&other.email, PASSWORD).expect(201);

    session.get("/session").send().expect(200);
}

#[test]
fn e_mail_and_password_are_all_there_is_to_say() {
    let sign_in = |body: Value| signed_out().post("/session").json(&body).send();

    sign_in(json!({})).refused_fields(&[("/email", "required"), ("/password", "required")]);
    sign_in(json!({"email": 1, "password": null}))
        .refused_fields(&[("/email", "wrong_type"), ("/password", "null_refused")]);
    sign_in(json!({"email": "robin", "password": ""}))
        .refused_fields(&[("/email", "malformed"), ("/password", "required")]);
    sign_in(json!({"email": "robin@acceptance.example", "password": "x", "remember": true}))
        .refused_fields(&[("/remember", "unknown_field")]);
}

#[test]
fn r21_a_form_cannot_sign_anybody_in() {
    let person = somebody().create();
    let form = format!("email={}&password={PASSWORD}", person.email);
    for media_type in ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"] {
        let answer = signed_out().post("/session").body(media_type, form.clone()).send();
        answer.refused(415, "unsupported_media_type");
        assert!(answer.set_cookie().is_none());
    }
}

#[test]
fn r25_the_password_is_in_no_answer_and_no_log() {
    let password = "a murmuration of 400 starlings";
    let person = somebody().with("password", password).create();
    let session = Client::sign_in(&person.email, password);
    signed_out().attempt(&person.email, "a murmuration of 401 starlings").expect(401);
    administrator().get("/users").query("q", "quietly-searched-word").send().expect(200);

    let logs = acceptance::logs();

    let secret = session.cookie().rsplit('.').next().expect("a secret");
    for unseen in [password, "401 starlings", "$argon2", secret, &person.email, "quietly-searched-word"] {
        assert!(!logs.contains(unseen), "{unseen} is in a log");
    }
}
