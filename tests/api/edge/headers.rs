//! Headers of every answer (R48).

use acceptance::{administrator, origin, signed_out};
use ureq::http::Method;

#[test]
fn r48_answers_are_read_as_what_they_are_by_us_alone() {
    for answer in [
        administrator().get("/users").send().expect(200),
        signed_out().get("/users").send().expect(401),
        signed_out().get("/nowhere").send().expect(404),
    ] {
        let header = |name: &str| answer.header(name).unwrap_or_default().to_owned();
        assert_eq!(header("strict-transport-security"), "max-age=63072000; includeSubDomains");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "same-origin");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        assert!(header("content-security-policy").contains("frame-ancestors 'none'"));
        assert_eq!(header("cache-control"), "no-store");
    }
}

#[test]
fn r48_no_other_origin_may_read_anything() {
    let foreign = "https://elsewhere.example";
    let preflight = signed_out()
        .request(&Method::OPTIONS, "/users")
        .header("origin", foreign)
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "x-requested-with");
    for answer in [
        administrator().get("/users").header("origin", foreign).send(),
        administrator().get("/users").header("origin", "null").send(),
        administrator().get("/users").header("origin", origin()).send(),
        preflight.send().expect(405),
    ] {
        let opened = answer.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
        assert_eq!(opened, None);
    }
}

#[test]
fn r21_the_pages_own_requests_pass() {
    let session = acceptance::somebody().create().sign_in();

    session.delete("/session").header("origin", origin()).header("sec-fetch-site", "same-origin").send().expect(204);
}
