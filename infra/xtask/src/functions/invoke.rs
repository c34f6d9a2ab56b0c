//! One call of a function through Lambda's invocation API.

use anyhow::{Context, Result};
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};

use crate::http;

/// How a call ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The function answered.
    Answered(Bytes),
    /// The function reported an error of its own.
    Failed(Bytes),
    /// A process of the function died while the call was in flight.
    Died,
}

/// Hands an event to one of the function's processes and waits for what it says.
pub(super) async fn invoke(runtime: &str, function: &str, event: String) -> Result<Outcome> {
    let address = format!("http://{runtime}/2015-03-31/functions/{function}/invocations");
    let request = Request::post(address).header("content-type", "application/json").body(Body::from(event))?;
    let answer = http::send(request).await.with_context(|| format!("calling {function}"))?;
    Ok(if answer.status == StatusCode::OK { Outcome::Answered(answer.body) } else { Outcome::Failed(answer.body) })
}
