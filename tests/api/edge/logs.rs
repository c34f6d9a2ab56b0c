//! A line of the log is one line, whatever is in a request (R47).

use acceptance::{administrator, signed_out, somebody};
use serde_json::{Value, json};

#[test]
fn r47_what_is_typed_cannot_forge_a_line() {
    let forged = "x\r\n{\"level\":\"INFO\",\"forged\":true}\u{1b}[2J";
    somebody().named(forged, forged).try_create().expect(422);
    administrator().get("/users").query("q", forged).send().expect(200);
    administrator().get(format!("/users/{}", "%0d%0a%7b%22forged%22%3atrue%7d%1b")).send().expect(404);
    signed_out().attempt(forged, forged).expect(422);
    signed_out().post("/session").json(&json!({ forged: 1 })).send().expect(422);

    let logs = acceptance::logs();

    for line in logs.lines() {
        let line: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(line["forged"].is_null(), "{line}");
    }
    assert!(!logs.contains('\u{1b}'));
}
