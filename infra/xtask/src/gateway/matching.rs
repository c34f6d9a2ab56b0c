//! Which route answers a request, by API Gateway's rules.

use std::collections::BTreeMap;

use axum::http::Method;
use percent_encoding::percent_decode_str;

use crate::template::Route;

/// The path parameters of a request, decoded.
pub(super) type Parameters = BTreeMap<String, String>;

/// The route of a request: of those whose method and path match, the one with the most segments written out; without
/// any, `$default`.
pub(super) fn find<'a>(routes: &'a [Route], method: &Method, path: &str) -> Option<(&'a Route, Parameters)> {
    let matching = routes.iter().filter(|route| route.method.as_deref().is_none_or(|own| own == method.as_str()));
    let best = matching
        .filter_map(|route| {
            let parameters = parameters(route.path.as_deref()?, path)?;
            Some((route, parameters))
        })
        .min_by_key(|(route, parameters)| (parameters.len(), route.method.is_none()));
    best.or_else(|| Some((routes.iter().find(|route| route.path.is_none())?, Parameters::new())))
}

fn parameters(pattern: &str, path: &str) -> Option<Parameters> {
    let mut parameters = Parameters::new();
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    if pattern.len() != path.len() {
        return None;
    }
    for (expected, segment) in pattern.into_iter().zip(path) {
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !segment.is_empty() => {
                let value = percent_decode_str(segment).decode_utf8_lossy().into_owned();
                parameters.insert(name.to_owned(), value);
            }
            None if expected == segment => {}
            _ => return None,
        }
    }
    Some(parameters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(method: &str, path: &str) -> Route {
        Route { method: Some(method.to_owned()), path: Some(path.to_owned()), function: String::new(), throttle: None }
    }

    fn routes() -> Vec<Route> {
        vec![
            route("GET", "/api/v1/users/{userId}"),
            route("GET", "/api/v1/users/{userId}/customers"),
            route("GET", "/api/v1/users/me"),
            route("PUT", "/api/v1/customers/{customerId}"),
            Route { method: None, path: None, function: String::new(), throttle: None },
        ]
    }

    fn found(method: &str, path: &str) -> (String, Parameters) {
        let routes = routes();
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let (route, parameters) = find(&routes, &method, path).expect("a route");
        (route.key(), parameters)
    }

    #[test]
    fn parameters_are_decoded() {
        let (key, parameters) = found("PUT", "/api/v1/customers/a%20b%C3%A9");

        assert_eq!(key, "PUT /api/v1/customers/{customerId}");
        assert_eq!(parameters["customerId"], "a bé");
    }

    #[test]
    fn a_written_out_segment_wins_over_a_parameter() {
        assert_eq!(found("GET", "/api/v1/users/me").0, "GET /api/v1/users/me");
        assert_eq!(found("GET", "/api/v1/users/you").0, "GET /api/v1/users/{userId}");
    }

    #[test]
    fn everything_else_is_the_default_route() {
        for (method, path) in [
            ("GET", "/api/v1/nothing"),
            ("POST", "/api/v1/users/1"),
            ("HEAD", "/api/v1/users/1"),
            ("GET", "/api/v1/users/"),
            ("GET", "/api/v1/users/1/"),
            ("GET", "/api/v1//users"),
        ] {
            assert_eq!(found(method, path).0, "$default", "{method} {path}");
        }
    }
}
