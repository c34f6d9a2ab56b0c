//! Operations at once, against the built functions behind the local gateway, on a stack of their own.

use std::thread;

use acceptance::{administrator, somebody};
use serde_json::json;

#[test]
fn r30_of_a_hundred_creates_with_one_email_exactly_one_wins() {
    let person = somebody();

    let answers: Vec<u16> = thread::scope(|scope| {
        let tries: Vec<_> = (0..100).map(|_| scope.spawn(|| person.try_create().status)).collect();
        tries.into_iter().map(|attempt| attempt.join().expect("an answer")).collect()
    });

    assert_eq!(answers.iter().filter(|status| **status == 201).count(), 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|status| **status == 409).count(), 99, "{answers:?}");
}

#[test]
fn r31_of_two_edits_of_one_version_exactly_one_wins() {
    let person = somebody().create();

    for round in 0..200_u64 {
        let version = round + 1;
        let edit = |name: &str| {
            administrator().patch(person.path()).if_match(version).json(&json!({ "firstName": name })).send().status
        };
        let (one, other) = thread::scope(|scope| {
            let one = scope.spawn(|| edit(&format!("One {round}")));
            let other = scope.spawn(|| edit(&format!("Other {round}")));
            (one.join().expect("an answer"), other.join().expect("an answer"))
        });

        assert_eq!((one.min(other), one.max(other)), (200, 412), "round {round}");
        assert_eq!(person.version(), version + 1, "round {round}");
    }
}
