//! Addresses and methods that are no operation (R50).

use acceptance::shape::shape;
use acceptance::{administrator, signed_out};
use insta::assert_json_snapshot;
use ureq::http::Method;

#[test]
fn r50_an_unknown_path_is_a_404_for_everybody() {
    for path in ["/nowhere", "", "/", "/users/", "/users/1/2/3", "/Users", "/session/x", "/../v1/users", "//users"] {
        signed_out().get(path).send().refused(404, "not_found");
    }
    administrator().get("/nowhere").send().refused(404, "not_found");
    signed_out().raw(&Method::GET, "/api/v2/users").send().refused(404, "not_found");
}

#[test]
fn r50_an_unknown_method_is_a_405_that_says_the_known_ones() {
    let answer = signed_out().put("/users").send();

    assert_json_snapshot!(shape(&answer), @r#"
    {
      "allow": "GET, POST",
      "body": {
        "code": "method_not_allowed",
        "requestId": "[request]",
        "status": 405,
        "title": "This address does not take this method.",
        "type": "urn:backoffice:problem:method_not_allowed"
      },
      "content-type": "application/problem+json",
      "status": 405
    }
    "#);
}

#[test]
fn r50_every_address_knows_its_methods() {
    for (path, allowed) in [
        ("/session", "DELETE, GET, POST"),
        ("/users/1", "DELETE, GET, PATCH"),
        ("/users/1/restore", "POST"),
        ("/users/1/customers", "GET, PATCH"),
        ("/customers/C-1", "PUT"),
        ("/groups", "GET, POST"),
        ("/groups/1", "DELETE, GET, PATCH"),
        ("/groups/1/members", "GET, PATCH"),
        ("/roles/1", "DELETE, GET, PATCH"),
        ("/openapi.json", "GET"),
    ] {
        for method in [Method::TRACE, Method::OPTIONS] {
            let answer = signed_out().request(&method, path).send();
            answer.refused(405, "method_not_allowed");
            assert_eq!(answer.header("allow"), Some(allowed), "{path}");
        }
    }
}

#[test]
fn r50_head_is_no_method_here() {
    let answer = signed_out().request(&Method::HEAD, "/users").send().expect(405);

    assert_eq!(answer.header("allow"), Some("GET, POST"));
    assert!(answer.body.is_empty());
}

#[test]
fn r50_a_literal_path_is_no_id() {
    let answer = signed_out().get("/customers/import").send();

    answer.refused(405, "method_not_allowed");
}
