//! Answers: JSON that nobody keeps.

use backoffice_store::StoredAnswer;
use lambda_http::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use serde::Serialize;

/// An answer under way.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    headers: Vec<(String, String)>,
    body: String,
}

impl Answer {
    /// A JSON answer.
    ///
    /// # Panics
    /// Never: the representations are plain data.
    pub fn json(status: StatusCode, body: &impl Serialize) -> Self {
        Self::text(status, "application/json", serde_json::to_string(body).expect("representations are plain data"))
    }

    /// An answer without a body.
    pub fn empty(status: StatusCode) -> Self {
        Self { status, headers: Vec::new(), body: String::new() }
    }

    /// An answer of a media type.
    pub fn text(status: StatusCode, media_type: &str, body: String) -> Self {
        Self { status, headers: vec![("content-type".to_owned(), media_type.to_owned())], body }
    }

    /// An answer that was given before.
    pub(crate) fn repeated(answer: StoredAnswer) -> Self {
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
        Self { status, headers: answer.headers, body: answer.body }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Adds the strong entity tag of a version.
    #[must_use]
    pub fn etag(self, version: u64) -> Self {
        self.header("etag", format!("\"{version}\""))
    }

    /// The HTTP status.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers so far.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The body.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// What to remember of it under an idempotency key.
    pub(crate) fn stored(&self) -> StoredAnswer {
        StoredAnswer { status: self.status.as_u16(), headers: self.headers.clone(), body: self.body.clone() }
    }

    /// The response to send. Nothing in between may keep what only this person may see.
    pub(crate) fn into_response(self) -> Response<String> {
        let mut headers = HeaderMap::new();
        headers.insert("cache-control", HeaderValue::from_static("no-store"));
        for (name, value) in self.headers {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                headers.append(name, value);
            }
        }
        let mut response = Response::new(self.body);
        *response.status_mut() = self.status;
        *response.headers_mut() = headers;
        response
    }
}
