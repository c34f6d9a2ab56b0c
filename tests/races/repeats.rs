//! One request, sent many times at once (R32): whoever asks again while the first is under way has the
//! first one's answer, never their own change as somebody else's.

use acceptance::{Answer, Person, administrator, somebody, unique};
use serde_json::json;

use crate::customers::customer;
use crate::{ROUNDS, at_once, crowd_of, turn};

#[test]
fn r32_an_edit_sent_many_times_at_once_is_made_once_and_answered_alike() {
    let _turn = turn();
    let person = somebody().create();

    for round in 0..ROUNDS {
        let (key, version) = (unique(), round as u64 + 1);
        let answers = at_once(crowd_of(round), |_| {
            let edit = json!({ "firstName": format!("Round {round}") });
            administrator().patch(person.path()).if_match(version).once(&key).json(&edit).send()
        });

        all_alike(answers, round);
        assert_eq!(person.version(), version + 1, "round {round}");
    }
}

#[test]
fn r32_an_assignment_sent_many_times_at_once_is_made_once_and_answered_alike() {
    let _turn = turn();
    let (person, customer) = (somebody().create(), customer());

    for round in 0..ROUNDS {
        let (key, name) = (unique(), if round % 2 == 0 { "assign" } else { "unassign" });
        let path = format!("{}/customers", person.path());
        let answers = at_once(crowd_of(round), |_| {
            administrator().patch(&path).once(&key).json(&json!({ name: [customer] })).send()
        });

        all_alike(answers, round);
        assert_eq!(customers_of(&person), 1 - round % 2, "round {round}");
    }
}

/// Ends the test unless each was told the same success.
fn all_alike(answers: Vec<Answer>, round: usize) {
    let answers: Vec<Answer> = answers.into_iter().map(|answer| answer.expect(200)).collect();
    for answer in &answers {
        assert_eq!(answer.text(), answers[0].text(), "round {round}");
    }
}

fn customers_of(person: &Person) -> usize {
    usize::try_from(person.now()["customerCount"].as_u64().expect("a count")).expect("a small number")
}
