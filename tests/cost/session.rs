//! Signing in and out, and what needs no permission.

use acceptance::{Client, Cost, budget, own_address, signed_out, somebody};
use serde_json::json;

use crate::ledger::{Item, Ledger};

pub(crate) fn measure(ledger: &mut Ledger) {
    let item = |operation, what, status, budget| Item { operation, what, status, budget };
    let person = somebody().email("ada@cost.example").create();
    let sign_in =
        |client: &Client| client.post("/session").json(&json!({ "email": person.email, "password": person.password }));
    let answer = ledger.measure(item("signIn", "sign in", 201, budget::SIGN_IN), &sign_in(&signed_out()));
    let client = Client::with_cookie(answer.session_cookie().expect("a cookie"));
    let again = item("signIn", "sign in, ending the session before", 201, budget::SIGN_IN);
    let client = Client::with_cookie(ledger.measure(again, &sign_in(&client)).session_cookie().expect("a cookie"));
    ledger.measure(item("getSession", "who is signed in", 200, budget::READ), &client.get("/session"));
    let sessions = format!("{}/sessions", person.path());
    let another = person.sign_in();
    let list = client.get(&sessions);
    let listed = ledger.measure(item("listSessions", "where somebody is signed in", 200, budget::SESSIONS), &list);
    let listed = listed.json();
    let is_other = |item: &&serde_json::Value| item["current"] == false;
    let other = listed["items"].as_array().expect("items").iter().find(is_other).expect("another one");
    let one = client.delete(format!("{sessions}/{}", other["id"].as_str().expect("an id")));
    ledger.measure(item("endSession", "end a session", 204, budget::END_SESSION), &one);
    another.get("/session").send().expect(401);
    let all = item("endSessions", "end all sessions but one's own", 204, budget::END_SESSION);
    ledger.measure(all, &client.delete(&sessions));
    ledger.measure(item("signOut", "sign out", 204, budget::SIGN_IN), &client.delete("/session"));

    let wrong = signed_out().post("/session").json(&json!({ "email": person.email, "password": "no such password" }));
    ledger.measure(item("signIn", "refuse a sign-in, and record it", 401, budget::SIGN_IN), &wrong);
    ledger.measure(item("signIn", "refuse another within the minute", 401, budget::SIGN_IN), &wrong);

    let nothing = Cost { trips: 0.0, read: 0.0, write: 0.0 };
    let document = item("getOpenApiDocument", "the API's description", 200, nothing);
    ledger.measure(document, &signed_out().get("/openapi.json"));
}

/// What one does to oneself. It comes after the lists, whose people are counted.
pub(crate) fn account(ledger: &mut Ledger) {
    let item = |operation, what, status, budget| Item { operation, what, status, budget };
    // From an address of its own: a refusal that has just been recorded there would not be recorded again.
    let client = somebody().email("grace@cost.example").create().sign_in().at(own_address());
    let names = client.patch("/account").if_match(1).json(&json!({ "firstName": "Grace", "language": "de" }));
    let edit = item("updateAccount", "one's own first name and language", 200, budget::edit(2));
    ledger.measure(edit, &names);
    let change = |current: &str| {
        let body = json!({ "currentPassword": current, "newPassword": "velvet anchor 58 lantern qT2" });
        client.post("/account/password").json(&body)
    };
    let refused =
        item("changePassword", "refuse a wrong current password, and record it", 422, budget::CHANGE_PASSWORD);
    ledger.measure(refused, &change("wrong"));
    let changed = item("changePassword", "a new password for oneself", 200, budget::CHANGE_PASSWORD);
    ledger.measure(changed, &change(acceptance::PASSWORD));
}
