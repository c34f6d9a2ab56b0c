//! Ending sessions while others end some of them, and while their user comes to hold more (R20, R26).

use acceptance::{administrator, group, holder, role, somebody, table};
use serde_json::json;

use crate::rights::meanwhile;
use crate::{ROUNDS, at_once, turn};

#[test]
fn r20_when_all_have_ended_none_was_taken_along() {
    let _turn = turn();
    let person = somebody().create();
    let sessions = format!("{}/sessions", person.path());
    let own = [person.sign_in(), person.sign_in()];
    for round in 0..ROUNDS {
        // Each of them keeps its own.
        let answers = at_once(3, |number| match (number + round) % 3 {
            0 => administrator().delete(&sessions).send(),
            other => own[other - 1].delete(&sessions).send(),
        });

        for (number, answer) in answers.iter().enumerate() {
            let is_administrator = (number + round).is_multiple_of(3);
            assert!(answer.status == 204 || (answer.status == 401 && !is_administrator), "{answer}");
        }
        for session in &own {
            session.get("/session").send().refused(401, "session_required");
            table::revive_session(session);
        }
    }
}

#[test]
fn r26_nobody_is_signed_out_by_whom_they_have_come_to_exceed() {
    let _turn = turn();
    let lead = holder(&["allow users.read", "allow sessions.end"]);
    let wide = role(&["allow customers.write"]);
    let (target, plain) = (group(&[&wide]), group(&[]));
    let person = somebody().with("groups", json!([plain.id])).create();
    let (all, members) = (format!("{}/sessions", person.path()), format!("{}/members", target.path));
    let change = |body| administrator().patch(&members).json(&body).send();
    for round in 0..ROUNDS {
        let session = person.sign_in();
        let id = session.cookie().split('.').nth(1).expect("a session's cookie");
        let ended = if round % 2 == 0 { all.clone() } else { format!("{all}/{id}") };
        let end = || lead.client.delete(&ended).send();
        let (joined, answers) = meanwhile(&[end], || change(json!({ "add": [person.id] })));

        for answer in answers {
            // One session ends but once.
            assert!([204, 404].contains(&answer.status) || answer.code() == "user_holds_more", "{answer}");
            assert!(answer.status != 204 || answer.asked < joined.answered, "signed out: {answer}");
        }
        change(json!({ "remove": [person.id] })).expect(200);
    }
}
