//! Requests in flight while whoever asks is removed (R16).

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use acceptance::{Answer, Client, Person, administrators, table, unique};
use serde_json::json;

use crate::{ROUNDS, turn};

/// How the administrator removes somebody, in turn; a changed group counts, since it takes the rights.
fn remove(person: &Person, round: usize) -> Answer {
    match round % 3 {
        0 => person.deactivate(),
        1 => person.delete(),
        _ => person.update(&json!({ "groups": [acceptance::group_id("Content editors")] })),
    }
}

/// Makes them an active administrator again, with a session that holds.
fn bring_back(person: &Person, session: &Client, round: usize) {
    match round % 3 {
        0 => person.activate().expect(200),
        1 => {
            person.restore().expect(200);
            person.activate().expect(200)
        }
        _ => person.update(&json!({ "groups": [acceptance::group_id("Administrators")] })).expect(200),
    };
    table::revive_session(session);
}

/// Asks until refused, in turn reading and writing; answers everything that was said.
fn ask_on(session: &Client, customer: &str, is_over: &AtomicBool) -> Vec<Answer> {
    let mut answers = Vec::new();
    let body = json!({ "email": "kim@shop.example", "firstName": "Kim", "lastName": "Moss", "gender": "female" });
    loop {
        let was_over = is_over.load(Ordering::SeqCst);
        answers.push(session.get("/users?limit=1").send());
        let path = format!("/customers/{customer}-{}", answers.len());
        answers.push(session.put(path).if_none_match().json(&body).send());
        if was_over {
            return answers;
        }
    }
}

#[test]
fn r16_no_request_that_starts_after_the_removal_was_answered_is_served() {
    let _turn = turn();
    let people = administrators(1);
    let person = &people[0];
    let session = person.sign_in();
    for round in 0..ROUNDS {
        let (customer, is_over) = (format!("T-{}", unique()), AtomicBool::new(false));
        let (removed, answers) = thread::scope(|scope| {
            let asking: Vec<_> = (0..=round % 3)
                .map(|number| {
                    let (customer, session, is_over) = (format!("{customer}-{number}"), &session, &is_over);
                    scope.spawn(move || ask_on(session, &customer, is_over))
                })
                .collect();
            let removed = remove(person, round).expect(200);
            is_over.store(true, Ordering::SeqCst);
            let answers = asking.into_iter().flat_map(|asking| asking.join().expect("answers"));
            (removed, answers.collect::<Vec<_>>())
        });

        for answer in answers {
            let is_served = answer.status < 300;
            assert!(is_served || matches!(answer.status, 401 | 403), "{answer}");
            assert!(!is_served || answer.asked < removed.answered, "served after the removal: {answer}");
        }
        bring_back(person, &session, round);
    }
}
