//! A line of the log is one line, whatever is in a request (R47).

use acceptance::{administrator, holder, signed_out, somebody};
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

#[test]
fn r46_the_log_says_who_was_denied_what() {
    let (lead, strong) = (holder(&["allow users.*"]), holder(&["allow groups.*", "allow roles.*"]));
    lead.client.get("/roles").send().refused(403, "permission_denied");
    let body = json!({ "firstName": "Ada" });
    lead.client.patch(strong.person.path()).if_match(1).json(&body).send().refused(403, "user_holds_more");
    let groups = json!({ "groups": [strong.group.id] });
    let person = somebody().create();
    lead.client.patch(person.path()).if_match(1).json(&groups).send().refused(403, "permissions_not_held");
    let role = json!({ "name": acceptance::unique(), "rules": acceptance::rules(&["allow users.read"]) });
    strong.client.post("/roles").json(&role).send().refused(403, "permissions_not_held");

    let logs = acceptance::logs();

    let lines = logs.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let denials: Vec<Value> = lines.filter(|line| line["fields"]["message"] == "denied").collect();
    for (who, what) in [
        (&lead, "roles.read"),
        (&lead, "user_holds_more"),
        (&lead, "permissions_not_held"),
        (&strong, "permissions_not_held"),
    ] {
        let is_it = |line: &&Value| line["fields"]["user"] == who.person.id && line["fields"]["what"] == what;
        let found: Vec<_> = denials.iter().filter(is_it).collect();
        assert!(matches!(found[..], [one] if one["span"]["id"].is_string()), "{what}: {found:?}");
    }
}
