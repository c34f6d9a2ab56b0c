//! A request as the event of payload format 2.0 that API Gateway hands to a function.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::body::Bytes;
use axum::http::{HeaderMap, header, request};
use base64ct::{Base64, Encoding};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::matching::Parameters;

/// Builds the event of a request whose route is known.
pub(super) fn build(
    route_key: &str,
    parameters: &Parameters,
    parts: &request::Parts,
    body: &Bytes,
    peer: SocketAddr,
) -> Value {
    let path = parts.uri.path();
    let query = parts.uri.query().unwrap_or_default();
    let now = Timestamp::now();
    let domain = host(&parts.headers);
    let mut event = json!({
        "version": "2.0",
        "routeKey": route_key,
        "rawPath": path,
        "rawQueryString": query,
        "headers": headers(&parts.headers, peer),
        "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": domain,
            "domainPrefix": domain.split('.').next(),
            "http": {
                "method": parts.method.as_str(),
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": peer.ip().to_string(),
                "userAgent": text(&parts.headers, header::USER_AGENT.as_str()),
            },
            "requestId": Uuid::now_v7().to_string(),
            "routeKey": route_key,
            "stage": "$default",
            "time": now.strftime("%d/%b/%Y:%H:%M:%S +0000").to_string(),
            "timeEpoch": now.as_millisecond(),
        },
        "isBase64Encoded": false,
    });
    let members = event.as_object_mut();
    if let Some(members) = members {
        add_optional(members, parameters, parts, query, body);
    }
    event
}

/// What the event has only when the request has it.
fn add_optional(
    members: &mut Map<String, Value>,
    parameters: &Parameters,
    parts: &request::Parts,
    query: &str,
    body: &Bytes,
) {
    let cookies = cookies(&parts.headers);
    if !cookies.is_empty() {
        members.insert("cookies".to_owned(), json!(cookies));
    }
    if !query.is_empty() {
        members.insert("queryStringParameters".to_owned(), json!(query_parameters(query)));
    }
    if !parameters.is_empty() {
        members.insert("pathParameters".to_owned(), json!(parameters));
    }
    if !body.is_empty() {
        let (body, is_base64) = encode(&text(&parts.headers, header::CONTENT_TYPE.as_str()), body);
        members.insert("body".to_owned(), json!(body));
        members.insert("isBase64Encoded".to_owned(), json!(is_base64));
    }
}

/// Header names in lower case; what was sent several times is joined by commas; cookies stand apart.
fn headers(headers: &HeaderMap, peer: SocketAddr) -> BTreeMap<String, String> {
    let mut joined: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in headers.iter().filter(|(name, _)| *name != header::COOKIE) {
        let value = String::from_utf8_lossy(value.as_bytes());
        joined
            .entry(name.as_str().to_owned())
            .and_modify(|all| {
                all.push(',');
                all.push_str(&value);
            })
            .or_insert_with(|| value.into_owned());
    }
    let address = peer.ip().to_string();
    joined
        .entry("x-forwarded-for".to_owned())
        .and_modify(|all| {
            all.push_str(", ");
            all.push_str(&address);
        })
        .or_insert(address);
    joined
}

fn cookies(headers: &HeaderMap) -> Vec<String> {
    let all = headers.get_all(header::COOKIE);
    all.iter()
        .map(|value| String::from_utf8_lossy(value.as_bytes()))
        .flat_map(|line| line.split(';').map(|cookie| cookie.trim().to_owned()).collect::<Vec<_>>())
        .filter(|cookie| !cookie.is_empty())
        .collect()
}

/// Decoded; what was given several times is joined by commas.
fn query_parameters(query: &str) -> BTreeMap<String, String> {
    let mut parameters: BTreeMap<String, String> = BTreeMap::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        parameters
            .entry(decode(name))
            .and_modify(|all| {
                all.push(',');
                all.push_str(&value);
            })
            .or_insert(value);
    }
    parameters
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// Text stays text; everything else, and what only claims to be text, is sent as Base64.
fn encode(content_type: &str, body: &Bytes) -> (String, bool) {
    const TEXT: [&str; 3] = ["application/json", "application/xml", "application/javascript"];
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_text = kind.starts_with("text/") || TEXT.contains(&kind.as_str());
    match std::str::from_utf8(body) {
        Ok(text) if is_text => (text.to_owned(), false),
        _ => (Base64::encode_string(body), true),
    }
}

fn host(headers: &HeaderMap) -> String {
    let host = text(headers, header::HOST.as_str());
    host.rsplit_once(':').map_or(host.clone(), |(name, _)| name.to_owned())
}

fn text(headers: &HeaderMap, name: &str) -> String {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn event(request: request::Builder, body: &[u8]) -> Value {
        let (parts, ()) = request.body(()).expect("a request").into_parts();
        let parameters = Parameters::from([("userId".to_owned(), "a b".to_owned())]);
        let peer = "203.0.113.9:4000".parse().expect("an address");
        build("GET /api/v1/users/{userId}", &parameters, &parts, &Bytes::copy_from_slice(body), peer)
    }

    #[test]
    fn the_event_says_what_was_asked_and_by_whom() {
        let event = event(Request::get("/api/v1/users/a%20b?q=a&q=b%20c&x").header("host", "localhost:8080"), b"");

        assert_eq!(event["version"], "2.0");
        assert_eq!(event["routeKey"], "GET /api/v1/users/{userId}");
        assert_eq!(event["requestContext"]["routeKey"], "GET /api/v1/users/{userId}");
        assert_eq!(event["requestContext"]["stage"], "$default");
        assert_eq!(event["requestContext"]["domainName"], "localhost");
        assert_eq!(event["requestContext"]["http"]["method"], "GET");
        assert_eq!(event["requestContext"]["http"]["sourceIp"], "203.0.113.9");
        assert_eq!(event["rawPath"], "/api/v1/users/a%20b");
        assert_eq!(event["rawQueryString"], "q=a&q=b%20c&x");
        assert_eq!(event["queryStringParameters"], json!({"q": "a,b c", "x": ""}));
        assert_eq!(event["pathParameters"], json!({"userId": "a b"}));
        assert!(event.get("body").is_none());
    }

    #[test]
    fn repeated_headers_are_joined_and_cookies_stand_apart() {
        let request = Request::get("/")
            .header("Accept", "text/html")
            .header("accept", "text/plain")
            .header("cookie", "a=1; b=2")
            .header("cookie", "c=3")
            .header("x-forwarded-for", "198.51.100.1");

        let event = event(request, b"");

        assert_eq!(event["headers"]["accept"], "text/html,text/plain");
        assert_eq!(event["headers"]["x-forwarded-for"], "198.51.100.1, 203.0.113.9");
        assert!(event["headers"].get("cookie").is_none());
        assert_eq!(event["cookies"], json!(["a=1", "b=2", "c=3"]));
    }

    #[test]
    fn text_is_sent_as_it_is_and_the_rest_as_base64() {
        let json = event(Request::post("/").header("content-type", "application/json; charset=utf-8"), b"{}");
        assert_eq!((&json["body"], &json["isBase64Encoded"]), (&json!("{}"), &json!(false)));

        let broken = event(Request::post("/").header("content-type", "application/json"), b"\xff");
        assert_eq!((&broken["body"], &broken["isBase64Encoded"]), (&json!("/w=="), &json!(true)));

        let form = event(Request::post("/").header("content-type", "application/x-www-form-urlencoded"), b"a=b");
        assert_eq!((&form["body"], &form["isBase64Encoded"]), (&json!("YT1i"), &json!(true)));
    }
}
