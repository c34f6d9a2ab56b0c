//! A new password.

use acceptance::shape::steady;
use acceptance::{Client, PASSWORD, administrator, administrators, budget, signed_out, somebody};
use insta::assert_json_snapshot;
use serde_json::json;

const NEW: &str = "quiet harbour 27 lantern xK";

#[test]
fn r15_a_new_password_ends_all_sessions() {
    let person = somebody().create();
    let sessions = [person.sign_in(), person.sign_in()];

    person.update(&json!({"password": NEW})).expect(200).within(budget::edit(4));

    for session in sessions {
        session.get("/session").send().refused(401, "session_required");
    }
    signed_out().attempt(&person.email, PASSWORD).refused(401, "sign_in_failed");
    Client::sign_in(&person.email, NEW);
}

#[test]
fn a_new_password_and_a_new_email_hold_together() {
    let person = somebody().create();
    let email = format!("{}@acceptance.example", acceptance::unique());

    person.update(&json!({"password": NEW, "email": email})).expect(200);

    Client::sign_in(&email, NEW);
    signed_out().attempt(&person.email, NEW).refused(401, "sign_in_failed");
    signed_out().attempt(&email, PASSWORD).refused(401, "sign_in_failed");
}

#[test]
fn a_new_password_for_oneself_ends_ones_own_session() {
    let people = administrators(1);
    let own = people[0].sign_in();

    let answer = own.patch(people[0].path()).if_match(1).json(&json!({"password": NEW})).send().expect(200);

    assert!(answer.set_cookie().is_some() && answer.session_cookie().is_none(), "the cookie is removed");
    own.get("/session").send().refused(401, "session_required");
    let ended = json!([answer.json()["session"], answer.json()["reason"]]);
    assert_json_snapshot!(steady(&ended), @r#"
    [
      "ended",
      "self_password_changed"
    ]
    "#);
}

#[test]
fn r05_strength_is_judged_with_the_names_that_will_hold() {
    let person = somebody().named("Wilhelmina", "Featherstone").create();
    let edit = |changes| administrator().patch(person.path()).if_match(1).json(&changes).send();

    edit(json!({"password": "Featherstone-Wilhelmina-12"})).refused_fields(&[("/password", "password_context")]);
    let renamed = json!({"password": "Throckmorton-Throckmorton", "lastName": "Throckmorton"});
    edit(renamed).refused_fields(&[("/password", "password_context")]);

    assert_eq!(person.version(), 1);
    person.sign_in();
}
