//! What a function said as an HTTP response, and what API Gateway says itself.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use base64ct::{Base64, Encoding};
use serde_json::{Value, json};

/// An answer of the gateway itself.
pub(super) fn message(status: StatusCode) -> Response {
    let text = match status {
        // Their own words, which are not the registered ones.
        StatusCode::PAYLOAD_TOO_LARGE => "Request Entity Too Large",
        status => status.canonical_reason().unwrap_or("Error"),
    };
    let mut response = Response::new(Body::from(json!({"message": text}).to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// The response that a function's answer describes; an answer that describes none is the function's fault.
pub(super) fn from_function(answer: &[u8]) -> Response {
    let described = serde_json::from_slice(answer).ok().and_then(|answer| describe(&answer));
    described.unwrap_or_else(|| message(StatusCode::INTERNAL_SERVER_ERROR))
}

fn describe(answer: &Value) -> Option<Response> {
    let status = u16::try_from(answer["statusCode"].as_u64()?).ok()?;
    let mut response = Response::new(body(answer)?);
    *response.status_mut() = StatusCode::from_u16(status).ok()?;
    let headers = response.headers_mut();
    for (name, value) in answer["headers"].as_object().into_iter().flatten() {
        headers.insert(HeaderName::try_from(name).ok()?, HeaderValue::try_from(value.as_str()?).ok()?);
    }
    // The length is that of the body that is sent, whatever the function believes.
    headers.remove(header::CONTENT_LENGTH);
    for cookie in answer["cookies"].as_array().into_iter().flatten() {
        headers.append(header::SET_COOKIE, HeaderValue::try_from(cookie.as_str()?).ok()?);
    }
    Some(response)
}

fn body(answer: &Value) -> Option<Body> {
    let text = answer["body"].as_str().unwrap_or_default();
    if answer["isBase64Encoded"] == true {
        return Some(Body::from(Base64::decode_vec(text).ok()?));
    }
    Some(Body::from(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    async fn text(response: Response) -> String {
        let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        String::from_utf8(bytes.to_vec()).expect("text")
    }

    #[tokio::test]
    async fn status_headers_cookies_and_body_arrive() {
        let answer = json!({
            "statusCode": 201,
            "headers": {"etag": "\"1\"", "content-length": "99"},
            "cookies": ["a=1; Path=/", "b=2"],
            "body": "eyJ9",
            "isBase64Encoded": true,
        });

        let response = from_function(answer.to_string().as_bytes());

        assert_eq!(response.status(), 201);
        assert_eq!(response.headers()["etag"], "\"1\"");
        assert!(!response.headers().contains_key("content-length"));
        let cookies: Vec<_> = response.headers().get_all("set-cookie").iter().collect();
        assert_eq!(cookies, ["a=1; Path=/", "b=2"]);
        assert_eq!(text(response).await, "{\"}");
    }

    #[tokio::test]
    async fn what_describes_no_response_is_an_internal_error() {
        for answer in ["", "null", "{}", r#"{"statusCode": 99999}"#, r#"{"statusCode": 200, "headers": {"a b": "c"}}"#]
        {
            let response = from_function(answer.as_bytes());

            assert_eq!(response.status(), 500, "{answer}");
            assert_eq!(text(response).await, r#"{"message":"Internal Server Error"}"#);
        }
    }

    #[tokio::test]
    async fn a_body_that_is_too_large_is_named_as_api_gateway_names_it() {
        let response = message(StatusCode::PAYLOAD_TOO_LARGE);

        assert_eq!(text(response).await, r#"{"message":"Request Entity Too Large"}"#);
    }
}
