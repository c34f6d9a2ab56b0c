//! One e-mail, one user (R30).

use acceptance::somebody;

use crate::{at_once, only, turn};

#[test]
fn r30_of_a_hundred_creates_with_one_email_exactly_one_wins() {
    let _turn = turn();
    let person = somebody();

    let answers = at_once(100, |_| person.try_create());

    let winner = only(201, &answers).json();
    for refused in answers.iter().filter(|answer| answer.status != 201) {
        let problem = refused.refused(409, "email_taken");
        assert_eq!(problem["errors"][0]["params"]["userId"], winner["id"]);
    }
}
