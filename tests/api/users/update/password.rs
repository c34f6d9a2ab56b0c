//! A new password.

use acceptance::{Client, PASSWORD, administrator, administrators, budget, signed_out, somebody};
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
fn r06_who_edits_users_cannot_give_themself_a_password() {
    let people = administrators(1);
    let own = people[0].sign_in();
    let edit = |body| own.patch(people[0].path()).if_match(1).json(&body).send();

    edit(json!({"password": NEW, "agent": true})).refused_fields(&[("/password", "own_password")]);

    own.get("/session").send().expect(200);
    Client::sign_in(&people[0].email, PASSWORD);
    edit(json!({"agent": true})).expect(200);
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
