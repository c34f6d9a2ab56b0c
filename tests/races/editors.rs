//! No lost update (R31).

use acceptance::{administrator, somebody};
use serde_json::json;

use crate::{ROUNDS, at_once, crowd_of, only, turn};

#[test]
fn r31_of_edits_of_one_version_exactly_one_wins() {
    let _turn = turn();
    let person = somebody().create();

    for round in 0..ROUNDS {
        let version = round as u64 + 1;
        let answers = at_once(crowd_of(round), |number| {
            let edit = json!({ "firstName": format!("Editor {number} of {round}") });
            administrator().patch(person.path()).if_match(version).json(&edit).send()
        });

        let winner = only(200, &answers).json();
        assert_eq!((&person.now(), &winner["version"]), (&winner, &(version + 1).into()), "round {round}");
        for refused in answers.iter().filter(|answer| answer.status != 200) {
            let problem = refused.refused(412, "stale_version");
            assert_eq!(problem["current"], winner, "round {round}");
        }
    }
}
