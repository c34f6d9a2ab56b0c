//! `GET /openapi.json`

use acceptance::access::Access;
use acceptance::document::DOCUMENT;
use acceptance::{Role, signed_out};

/// Anybody may read it.
pub(crate) const ACCESS: Access =
    Access { operation: "getOpenApiDocument", request: |client| client.get("/openapi.json") };

#[test]
fn r23_signed_out() {
    let answer = (ACCESS.request)(&signed_out()).send().expect(200);

    assert_eq!(answer.json(), *DOCUMENT, "the committed one");
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

#[test]
fn r23_nobody_is_forbidden() {
    for role in Role::ALL {
        (ACCESS.request)(&role.client()).send().expect(200);
    }
}
