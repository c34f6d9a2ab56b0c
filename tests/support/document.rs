//! `docs/openapi.json`, against which every answer is held.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;
use ureq::http::Method;

use crate::shape::is_time;
use crate::{Answer, schema, stack};

/// The committed description of the API.
pub static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../docs/openapi.json")).expect("the document is JSON"));

/// One operation of the document.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// The method in lower case.
    pub method: &'static str,
    body: &'static Value,
}

impl Operation {
    /// Its id.
    pub fn id(self) -> &'static str {
        self.body["operationId"].as_str().expect("an operation has an id")
    }

    /// The permission it needs, if any.
    pub fn permission(self) -> Option<&'static str> {
        self.body["x-permission"].as_str()
    }

    fn matches(self, method: &Method, path: &str) -> bool {
        let path = path.split('?').next().unwrap_or_default();
        let (parts, segments) = (self.path.split('/'), path.split('/'));
        self.method.eq_ignore_ascii_case(method.as_str())
            && parts.clone().count() == segments.clone().count()
            && parts.zip(segments).all(|(part, segment)| part.starts_with('{') || part == segment)
    }
}

/// All operations, by their id.
pub fn operations() -> BTreeMap<&'static str, Operation> {
    let paths = DOCUMENT["paths"].as_object().expect("paths");
    let operations = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().expect("methods");
        methods.iter().map(move |(method, body)| Operation { path, method, body })
    });
    operations.map(|operation| (operation.id(), operation)).collect()
}

/// Ends the test if the answer is not one of those that the document says, or says of our insides
/// what nobody has to know (R25, R43).
pub(crate) fn judge(method: &Method, path: &str, answer: &Answer) {
    // An answer to HEAD has no body to be judged.
    if !path.starts_with("/api/") || *method == Method::HEAD {
        return;
    }
    // A process that died promised nothing; whoever does not expect that fails by the status.
    if answer.status == 502 {
        return;
    }
    // The document says of every operation that it may happen; it may not.
    assert_ne!(answer.status, 500, "{answer}");
    keeps_secrets(answer);
    if answer.status >= 400 && !is_of_the_gateway(answer) {
        is_problem(answer);
    }
    // A literal path before one with parameters.
    let mut matching: Vec<_> = operations().into_values().filter(|operation| operation.matches(method, path)).collect();
    matching.sort_by_key(|operation| operation.path.matches('{').count());
    match matching.first() {
        Some(operation) => is_documented(*operation, answer),
        None => assert!(matches!(answer.status, 404 | 405 | 413 | 429), "an unknown path or method: {answer}"),
    }
    if !is_of_the_gateway(answer) {
        assert_eq!(answer.header("cache-control"), Some("no-store"), "R22: {answer}");
    }
}

/// API Gateway's own refusals are `{"message"}`.
fn is_of_the_gateway(answer: &Answer) -> bool {
    matches!(answer.status, 413 | 429 | 503) && answer.json()["message"].is_string()
}

fn is_problem(answer: &Answer) {
    assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{answer}");
    let problem = answer.json();
    assert_eq!(problem["status"], answer.status, "{answer}");
    assert_eq!(problem["type"], format!("urn:backoffice:problem:{}", answer.code()), "{answer}");
    assert!(problem["requestId"].as_str().is_some_and(|id| !id.is_empty()), "{answer}");
    schema::check("Problem", &problem, false).unwrap_or_else(|flaw| panic!("{flaw}: {answer}"));
}

fn is_documented(operation: Operation, answer: &Answer) {
    let id = operation.id();
    let described = &operation.body["responses"][answer.status.to_string()];
    assert!(described.is_object(), "{id} does not say that it may answer {answer}");
    for (name, header) in described["headers"].as_object().into_iter().flatten() {
        match answer.header(&name.to_lowercase()) {
            Some(value) => {
                assert!(header["schema"]["format"] != "date-time" || is_time(value), "{id}: {name}: {answer}");
            }
            None => assert!(header["required"] != true, "{id} does not say {name}: {answer}"),
        }
    }
    let media_type = answer.header("content-type").unwrap_or_default();
    if media_type.is_empty() && described["content"].is_null() {
        return;
    }
    let content = &described["content"][media_type];
    assert!(content.is_object(), "{id} does not say that it may answer {media_type}: {answer}");
    // A problem has further members by its code.
    if media_type == "application/json" {
        schema::check_value(&content["schema"], &answer.json()).unwrap_or_else(|flaw| panic!("{id}: {flaw}: {answer}"));
    }
}

fn keeps_secrets(answer: &Answer) {
    let table = stack::variable("TABLE_NAME");
    let text = answer.text();
    for secret in ["$argon2", "\"secretHash\":", "\"sessionEpoch\":", "arn:aws", "DynamoDb", "panicked", "src/", &table]
    {
        assert!(!text.contains(secret), "tells of our insides: {answer}");
    }
}
