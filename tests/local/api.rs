//! What API Gateway answers by itself, and what nobody can tell the functions but CloudFront.

use crate::send;

const JSON: (&str, &str) = ("content-type", "application/json");
const OURS: (&str, &str) = ("x-requested-with", "backoffice");

#[test]
fn a_body_that_api_gateway_would_not_take_is_its_own_413() {
    let answer = send("POST", "/api/v1/users", &[JSON, OURS], vec![b' '; 11 * 1024 * 1024]);

    assert_eq!((answer.status, answer.text.as_str()), (413, r#"{"message":"Request Entity Too Large"}"#));
}

#[test]
fn a_body_that_a_function_would_not_take_is_the_functions_413() {
    let answer = send("POST", "/api/v1/users", &[JSON, OURS], vec![b' '; 2 * 1024 * 1024]);

    assert_eq!(answer.status, 413);
    assert_eq!(answer.header("content-type"), "application/problem+json");
}

#[test]
fn who_asks_more_often_than_the_template_allows_gets_429() {
    let answers: Vec<_> = std::thread::scope(|scope| {
        let asked: Vec<_> =
            (0..60).map(|_| scope.spawn(|| send("POST", "/api/v1/session", &[JSON, OURS], b"{}".to_vec()))).collect();
        asked.into_iter().map(|asked| asked.join().expect("an answer")).collect()
    });

    let refused = answers.iter().find(|answer| answer.status == 429).expect("one too many");
    assert_eq!(refused.text, r#"{"message":"Too Many Requests"}"#);
    assert!(answers.iter().any(|answer| answer.status == 422), "the others are let through");
}

#[test]
fn r49_a_request_cannot_name_its_own_host() {
    // The function compares the origin with the host that the gateway saw, not with the one the request claims.
    let claimed = [
        OURS,
        ("origin", "https://elsewhere.example"),
        ("x-viewer-host", "elsewhere.example"),
        ("x-viewer-address", "203.0.113.1"),
        ("x-origin-secret", "guessed"),
    ];

    let answer = send("DELETE", "/api/v1/session", &claimed, Vec::new());

    assert_eq!(answer.status, 403);
    assert!(answer.text.contains("cross_site_request"), "{}", answer.text);
}
