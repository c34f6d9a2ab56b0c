//! The page's files, as CloudFront would serve them.

use crate::{get, send};

#[test]
fn every_view_is_the_index_under_the_production_headers() {
    for path in ["/", "/users", "/users/01900000-0000-7000-8000-000000000000/customers"] {
        let answer = get(path);

        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text.starts_with("<!doctype html>"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
        let policy = answer.header("content-security-policy");
        for rule in ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
    }
}

#[test]
fn assets_never_change_and_a_missing_one_is_not_the_index() {
    let index = get("/").text;
    let start = index.find("/assets/").expect("the index names its assets");
    let path: String = index[start..].chars().take_while(|c| *c != '"').collect();

    assert_eq!(get(&path).header("cache-control"), "public, max-age=31536000, immutable");
    let missing = get("/assets/missing.js");
    assert_eq!((missing.status, missing.text.as_str()), (404, ""));
}

#[test]
fn the_page_is_only_read() {
    assert_eq!(send("POST", "/users", &[], Vec::new()).status, 403);
}
