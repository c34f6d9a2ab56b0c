//! Sign-ins in flight while the user is removed (R17).

use std::thread;

use acceptance::{Client, own_address, signed_out, somebody};

use crate::{ROUNDS, turn};

#[test]
fn r17_no_sign_in_that_overlaps_a_deactivation_opens_anything_usable() {
    let _turn = turn();
    let mut address = own_address();
    for round in 0..ROUNDS {
        // Fifty failures of one address are too many; a round has three at most.
        if round % 16 == 0 {
            address = own_address();
        }
        let person = somebody().create();
        let answers: Vec<_> = thread::scope(|scope| {
            let tries: Vec<_> = (0..=round % 3)
                .map(|_| scope.spawn(|| signed_out().at(address).attempt(&person.email, &person.password)))
                .collect();
            // Now sooner, now later than the hash, which takes some ten milliseconds.
            thread::sleep(std::time::Duration::from_millis(5 * (round as u64 % 12)));
            if round % 2 == 0 { person.deactivate() } else { person.delete() }.expect(200);
            tries.into_iter().map(|attempt| attempt.join().expect("an answer")).collect()
        });

        let opened: Vec<_> = answers.iter().filter(|answer| answer.status == 201).collect();
        for refused in answers.iter().filter(|answer| answer.status != 201) {
            refused.refused(401, "sign_in_failed");
        }
        let is_refused = || {
            for answer in &opened {
                let session = Client::with_cookie(answer.session_cookie().expect("a cookie"));
                session.get("/session").send().refused(401, "session_required");
            }
        };
        is_refused();
        if round % 2 == 0 {
            person.activate().expect(200);
            is_refused();
        }
    }
}
