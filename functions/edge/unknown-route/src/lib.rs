//! `$default`: every address and method that is no operation.

use std::sync::{Arc, LazyLock};

use backoffice_http::{Answer, Code, Context, Problem, Request, Stop};
use serde_json::{Map, Value};

/// The API's paths and methods, as the OpenAPI document says them.
static PATHS: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    let document: Value =
        serde_json::from_str(include_str!("../../../../docs/openapi.json")).expect("the committed document is JSON");
    document["paths"].as_object().cloned().unwrap_or_default()
});

/// Answers 405 with `Allow` where another method is meant, 404 elsewhere.
///
/// # Errors
/// Always.
pub async fn handle(_context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let problem = match allowed(request.path()) {
        Some(methods) => Problem::new(Code::MethodNotAllowed).with_header("allow", methods),
        None => Problem::new(Code::NotFound),
    };
    Err(problem.into())
}

/// The methods of all operations at `path`, or `None` if there are none.
fn allowed(path: &str) -> Option<String> {
    let mut methods: Vec<String> = PATHS
        .iter()
        .filter(|(template, _)| matches(template, path))
        .filter_map(|(_, operations)| operations.as_object())
        .flat_map(|operations| operations.keys())
        .map(|method| method.to_uppercase())
        .collect();
    methods.sort();
    methods.dedup();
    (!methods.is_empty()).then(|| methods.join(", "))
}

fn matches(template: &str, path: &str) -> bool {
    let (mut template, mut path) = (template.split('/'), path.split('/'));
    loop {
        match (template.next(), path.next()) {
            (None, None) => return true,
            (Some(part), Some(segment)) if part == segment => {}
            (Some(part), Some(segment)) if part.starts_with('{') && !segment.is_empty() => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r50_methods_come_from_the_document() {
        assert_eq!(allowed("/api/v1/users").as_deref(), Some("GET, POST"));
        assert_eq!(
            allowed("/api/v1/users/0190a5c8-7b1e-7000-8000-000000000001").as_deref(),
            Some("DELETE, GET, PATCH")
        );
        assert_eq!(allowed("/api/v1/session").as_deref(), Some("DELETE, GET, POST"));
        for nowhere in ["/", "/api/v1", "/api/v1/users/", "/api/v1/users/1/2", "/api/v2/users", ""] {
            assert_eq!(allowed(nowhere), None, "{nowhere}");
        }
    }
}
