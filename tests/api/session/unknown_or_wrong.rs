//! Whoever may not sign in learns nothing of why (R01). That the times are alike is measured by
//! `cargo xtask bench`; here, that answers and work are.

use acceptance::{Answer, PASSWORD, own_address, signed_out, somebody, unique};
use serde_json::Value;

/// Everything but what differs from any answer to the next.
fn told(answer: &Answer) -> (u16, Vec<(String, String)>, Value) {
    let headers = answer.headers.iter().filter(|(name, _)| *name != "date");
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().expect("text").to_owned()));
    let headers = headers.map(|(name, value)| {
        let value = match name.as_str() {
            "x-store-cost" => without("read", &value),
            "x-hash-cost" => without("ms", &value),
            _ => value,
        };
        (name, value)
    });
    let mut problem = answer.refused(401, "sign_in_failed");
    problem["requestId"] = Value::Null;
    (answer.status, headers.collect(), problem)
}

/// A cost but for one figure. Of reads, DynamoDB Local does not count what it looks for and does not
/// find; DynamoDB itself does. The time of a hash is never the same.
fn without(figure: &str, cost: &str) -> String {
    cost.split("; ").filter(|part| !part.starts_with(&format!("{figure}="))).collect::<Vec<_>>().join("; ")
}

#[test]
fn r01_every_reason_has_the_same_answer_and_costs_the_same() {
    let [wrong, deactivated, deleted, delayed] = [(); 4].map(|()| somebody().create());
    deactivated.deactivate().expect(200);
    deleted.delete().expect(200);
    let stranger = signed_out().at(own_address());
    let attempt = |email: &str, password: &str| told(&stranger.attempt(email, password));
    for _ in 1..=5 {
        attempt(&delayed.email, "wrong");
    }

    let unknown = attempt(&format!("{}@acceptance.example", unique()), PASSWORD);

    // One unit for the account and one for the address; one hash, of somebody or nobody.
    for (name, cost) in [("x-store-cost", "trips=3; write=2"), ("x-hash-cost", "hashes=1")] {
        assert!(unknown.1.contains(&(name.to_owned(), cost.to_owned())), "{unknown:?}");
    }
    assert_eq!(attempt(&wrong.email, "wrong"), unknown);
    assert_eq!(attempt(&wrong.email, &"long".repeat(1000)), unknown);
    assert_eq!(attempt(&deactivated.email, PASSWORD), unknown);
    assert_eq!(attempt(&deactivated.email, "wrong"), unknown);
    assert_eq!(attempt(&deleted.email, PASSWORD), unknown);
    assert_eq!(attempt(&delayed.email, PASSWORD), unknown);
    assert_eq!(attempt(&delayed.email, "wrong"), unknown);
}

#[test]
fn r01_recording_a_refusal_costs_the_same_for_every_reason() {
    let [wrong, deactivated, deleted] = [(); 3].map(|()| somebody().create());
    deactivated.deactivate().expect(200);
    deleted.delete().expect(200);
    // The first refusal of an account from an address is recorded.
    let attempt = |email: &str, password: &str| told(&signed_out().at(own_address()).attempt(email, password));

    let unknown = attempt(&format!("{}@acceptance.example", unique()), PASSWORD);

    assert_eq!(attempt(&wrong.email, "wrong"), unknown);
    assert_eq!(attempt(&deactivated.email, PASSWORD), unknown);
    assert_eq!(attempt(&deleted.email, PASSWORD), unknown);
}
