//! One customer, at most one owner (R34).

use acceptance::{Person, administrator, somebody, unique};
use serde_json::{Value, json};

use crate::{ROUNDS, at_once, crowd_of, only, turn};

/// Puts a new customer and gives their reference.
pub(crate) fn customer() -> String {
    let reference = format!("T-{}", unique());
    let body = json!({ "email": "kim@shop.example", "firstName": "Kim", "lastName": "Moss", "gender": "female" });
    administrator().put(format!("/customers/{reference}")).if_none_match().json(&body).send().expect(201);
    reference
}

/// Assigns one customer to so many at once; answers whose it is then.
fn race<'a>(people: &'a [Person], customer: &str) -> &'a Person {
    let answers = at_once(people.len(), |number| change(&people[number], &json!({ "assign": [customer] })));

    let winner = answers.iter().position(|answer| answer.status == 200).expect("somebody wins");
    assert_eq!(only(200, &answers).json()["assigned"], json!([customer]));
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        let problem = refused.refused(409, "customer_already_assigned");
        assert_eq!(problem["conflicts"][0]["owner"]["id"], people[winner].id);
    }
    &people[winner]
}

fn change(person: &Person, body: &Value) -> acceptance::Answer {
    administrator().patch(format!("{}/customers", person.path())).json(body).send()
}

#[test]
fn r34_of_parallel_assignments_of_one_customer_exactly_one_wins() {
    let _turn = turn();
    let customer = customer();
    let people: Vec<_> = (0..50).map(|_| somebody().create()).collect();

    for round in 0..=ROUNDS {
        let crowd = if round == ROUNDS { people.len() } else { crowd_of(round) };
        let owner = race(&people[..crowd], &customer);
        assert_eq!(owner.now()["customerCount"], 1);
        change(owner, &json!({ "unassign": [customer] })).expect(200);
    }

    let total = people.iter().filter_map(|person| person.now()["customerCount"].as_u64()).sum::<u64>();
    assert_eq!(total, 0, "every count has come back");
}
