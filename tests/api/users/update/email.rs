//! A new e-mail (R30).

use acceptance::{Client, administrator, budget, signed_out, somebody, unique};
use serde_json::json;

#[test]
fn the_user_signs_in_with_the_new_one_and_the_old_one_is_free() {
    let person = somebody().create();
    let email = format!("{}@acceptance.example", unique());

    person.update(&json!({"email": email})).expect(200).within(budget::edit_email(4));

    Client::sign_in(&email, &person.password);
    signed_out().attempt(&person.email, &person.password).refused(401, "sign_in_failed");
    somebody().email(&person.email).create();
}

#[test]
fn sessions_go_on() {
    let person = somebody().create();
    let session = person.sign_in();
    let email = format!("{}@acceptance.example", unique());

    person.update(&json!({"email": email})).expect(200);

    assert_eq!(session.get("/session").send().expect(200).json()["user"]["email"], email);
}

#[test]
fn another_spelling_of_the_same_is_no_conflict_with_oneself() {
    let person = somebody().create();

    person.update(&json!({"email": person.email.to_uppercase()})).expect(200);

    person.sign_in();
    assert_eq!(person.now()["email"], person.email.to_uppercase());
}

#[test]
fn r30_somebody_elses_is_refused_whatever_the_spelling_and_status() {
    let (person, other) = (somebody().create(), somebody().create());
    let taken = |status: &str| {
        let answer = person.update(&json!({"email": other.email.to_uppercase(), "agent": true}));
        let problem = answer.refused(409, "email_taken");
        assert_eq!(problem["errors"][0]["params"], json!({"userId": other.id, "status": status}));
    };

    taken("active");
    other.delete().expect(200);
    taken("deleted");

    assert_eq!((person.version(), &person.now()["agent"]), (1, &json!(false)), "nothing of it is changed");
}

#[test]
fn an_email_that_somebody_gave_up_can_be_taken_back() {
    let person = somebody().create();
    let email = format!("{}@acceptance.example", unique());
    person.update(&json!({"email": email})).expect(200);

    person.update(&json!({"email": person.email})).expect(200);

    person.sign_in();
    let found = administrator().get("/users").query("q", &email).send().expect(200).json();
    assert_eq!(found["items"], json!([]));
}
