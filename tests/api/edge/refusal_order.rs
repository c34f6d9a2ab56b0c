//! Of several things that are wrong the first one counts, in one order everywhere.

use acceptance::{Client, Request, administrator, content_editor, signed_out, somebody, unknown_id};
use serde_json::json;
use ureq::http::Method;

const HUGE: usize = 1_000_001;

/// A request in which everything is wrong but method and path, and its body as large as said.
fn all_wrong(client: &Client, method: &Method, path: &str, size: usize) -> Request {
    let body = " ".repeat(size);
    client.raw(method, format!("/api/v1{path}")).header("origin", "https://elsewhere.example").body("text/plain", body)
}

fn of_ours(request: Request) -> Request {
    request.without("origin").header("x-requested-with", "backoffice")
}

#[test]
fn of_an_edit() {
    let (nobody, taken) = (unknown_id(), somebody().create());
    let unknown = format!("/users/{nobody}");
    let of = |client: &Client, size: usize| all_wrong(client, &Method::PATCH, &unknown, size);

    all_wrong(&signed_out(), &Method::PATCH, "/nowhere", HUGE).send().refused(404, "not_found");
    all_wrong(&signed_out(), &Method::PATCH, "/users", HUGE).send().refused(405, "method_not_allowed");
    of(&signed_out(), HUGE).send().refused(413, "payload_too_large");
    of(&signed_out(), 1).send().refused(403, "cross_site_request");
    of_ours(of(&signed_out(), 1)).send().refused(401, "session_required");
    of_ours(of(&content_editor(), 1)).send().refused(403, "permission_denied");
    let allowed = of_ours(of(&administrator(), 1));
    allowed.send().refused(415, "unsupported_media_type");
    let of_json = allowed.body("application/json", "{");
    of_json.send().refused(428, "precondition_required");
    let versioned = of_json.if_match(9);
    versioned.clone().once("two words").send().refused(400, "malformed_idempotency_key");
    versioned.send().refused(400, "malformed_body");
    versioned.clone().json(&json!({"language": "fr"})).send().refused(422, "validation_failed");
    versioned.json(&json!({"email": taken.email})).send().refused(404, "not_found");

    let person = somebody().create();
    let edit = administrator().patch(person.path()).json(&json!({"email": taken.email}));
    edit.clone().if_match(9).send().refused(412, "stale_version");
    edit.if_match(1).send().refused(409, "email_taken");
}

#[test]
fn of_a_creation() {
    let of = |client: &Client, size: usize| all_wrong(client, &Method::POST, "/users", size);

    of(&signed_out(), HUGE).send().refused(413, "payload_too_large");
    of(&signed_out(), 1).send().refused(403, "cross_site_request");
    of_ours(of(&signed_out(), 1)).send().refused(401, "session_required");
    of_ours(of(&content_editor(), 1)).send().refused(403, "permission_denied");
    let allowed = of_ours(of(&administrator(), 1)).once("two words");
    allowed.send().refused(415, "unsupported_media_type");
    let of_json = allowed.body("application/json", "{");
    of_json.send().refused(400, "malformed_idempotency_key");
    of_json.once("one").send().refused(400, "malformed_body");
}

#[test]
fn of_a_status_action() {
    let unknown = format!("/users/{}/activate", unknown_id());
    let of = |client: &Client, size: usize| all_wrong(client, &Method::POST, &unknown, size);

    of(&signed_out(), HUGE).send().refused(413, "payload_too_large");
    of(&signed_out(), 1).send().refused(403, "cross_site_request");
    of_ours(of(&signed_out(), 1)).send().refused(401, "session_required");
    of_ours(of(&content_editor(), 1)).send().refused(403, "permission_denied");
    let allowed = of_ours(of(&administrator(), 1)).once("two words");
    allowed.send().refused(428, "precondition_required");
    let versioned = allowed.if_match(9);
    versioned.send().refused(400, "malformed_idempotency_key");
    versioned.once("one").send().refused(404, "not_found");

    let person = somebody().create();
    person.delete().expect(200);
    let activate = administrator().post(person.path() + "/activate");
    activate.clone().if_match(9).send().refused(412, "stale_version");
    activate.if_match(2).send().refused(409, "user_deleted");
}

#[test]
fn of_signing_in() {
    let of = |size: usize| all_wrong(&signed_out(), &Method::POST, "/session", size);

    of(HUGE).send().refused(413, "payload_too_large");
    of(1).send().refused(403, "cross_site_request");
    of_ours(of(1)).send().refused(415, "unsupported_media_type");
    of_ours(of(1)).body("application/json", "{").send().refused(400, "malformed_body");
    of_ours(of(1)).json(&json!({"email": "robin"})).send().refused(422, "validation_failed");
}

#[test]
fn of_a_list() {
    let wrong = |client: &Client| client.get("/users?limit=0&cursor=made-up").send();

    wrong(&signed_out()).refused(401, "session_required");
    wrong(&content_editor()).refused(403, "permission_denied");
    wrong(&administrator()).refused(400, "malformed_query");
    administrator().get("/users?limit=1&cursor=made-up").send().refused(400, "cursor_refused");
}

#[test]
fn r41_a_body_of_one_megabyte_is_read() {
    let padding = "x".repeat(HUGE - 1 - r#"{"firstName":""}"#.len());
    let body = json!({"firstName": padding}).to_string();
    assert_eq!(body.len(), HUGE - 1);

    let answer = administrator().post("/users").body("application/json", body).send();

    answer.refused(422, "validation_failed");
}
