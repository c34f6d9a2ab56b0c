//! Signing in and out, and what needs no permission.

use acceptance::{Client, Cost, budget, signed_out, somebody};
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
    ledger.measure(item("signOut", "sign out", 204, budget::SIGN_IN), &client.delete("/session"));

    let wrong = signed_out().post("/session").json(&json!({ "email": person.email, "password": "no such password" }));
    ledger.measure(item("signIn", "refuse a sign-in, and record it", 401, budget::SIGN_IN), &wrong);
    ledger.measure(item("signIn", "refuse another within the minute", 401, budget::SIGN_IN), &wrong);

    let nothing = Cost { trips: 0.0, read: 0.0, write: 0.0 };
    let document = item("getOpenApiDocument", "the API's description", 200, nothing);
    ledger.measure(document, &signed_out().get("/openapi.json"));
}
