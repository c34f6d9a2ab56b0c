//! Sending a request on.

use anyhow::Result;
use axum::body::{Body, Bytes};
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request};

use crate::http::{self, Answer};

/// A request as it goes on to the database.
pub(super) struct Onward(Builder);

impl Onward {
    /// With what the database needs of the headers.
    pub(super) fn of(behind: &str, headers: &HeaderMap) -> Self {
        let mut request = Request::post(behind);
        for name in ["authorization", "content-type", "x-amz-target"] {
            if let Some(value) = headers.get(name) {
                request = request.header(name, value);
            }
        }
        Self(request)
    }

    /// Sends it with a body.
    pub(super) async fn send(self, body: Bytes) -> Result<Answer> {
        http::send(self.0.body(Body::from(body))?).await
    }
}
