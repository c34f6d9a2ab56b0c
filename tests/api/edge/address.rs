//! Nobody chooses the address they are recorded and limited under (R49).

use acceptance::{administrator, somebody, table};
use serde_json::json;

#[test]
fn r49_what_a_client_says_of_its_address_counts_for_nothing() {
    let person = somebody().create();

    administrator()
        .patch(person.path())
        .if_match(1)
        .header("x-forwarded-for", "203.0.113.9")
        .header("forwarded", "for=203.0.113.9")
        .header("x-real-ip", "203.0.113.9")
        .header("x-viewer-address", "203.0.113.9")
        .header("x-viewer-host", "elsewhere.example")
        .header("x-origin-secret", "guessed")
        .json(&json!({"agent": true}))
        .send()
        .expect(200);

    let event = table::user_events(&person.id).pop().expect("an event");
    assert_eq!(event["address"], "127.0.0.1");
}
