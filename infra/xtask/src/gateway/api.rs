//! From a request to the function of its route and back.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use futures_util::StreamExt as _;

use super::throttle::Buckets;
use super::{answer, event, matching, viewer};
use crate::functions::{Outcome, Pool};
use crate::report;
use crate::template::Route;

/// How long API Gateway waits for a function.
const INTEGRATION_TIMEOUT: Duration = Duration::from_secs(29);
/// The largest request body API Gateway takes.
const LARGEST_BODY: usize = 10 * 1024 * 1024;
/// How much of a larger one is heard out, so that whoever is still sending it reads the refusal and no broken connection.
const HEARD_OUT: usize = 64 * 1024 * 1024;
/// The largest event Lambda takes.
const LARGEST_EVENT: usize = 6 * 1024 * 1024;

/// The API's part of the gateway.
#[derive(Debug)]
pub(super) struct Api {
    routes: Vec<Route>,
    pool: Pool,
    origin_secret: String,
    buckets: Buckets,
}

impl Api {
    pub(super) fn new(routes: &[Route], pool: Pool, origin_secret: String) -> Self {
        Self { routes: routes.to_vec(), pool, origin_secret, buckets: Buckets::default() }
    }

    pub(super) async fn answer(&self, request: Request<Body>, peer: SocketAddr) -> Response {
        let answer = tokio::time::timeout(INTEGRATION_TIMEOUT, self.call(request, peer)).await;
        answer.unwrap_or_else(|_| Err(StatusCode::SERVICE_UNAVAILABLE)).unwrap_or_else(answer::message)
    }

    async fn call(&self, request: Request<Body>, peer: SocketAddr) -> Result<Response, StatusCode> {
        let (mut parts, body) = request.into_parts();
        let (route, parameters) =
            matching::find(&self.routes, &parts.method, parts.uri.path()).ok_or(StatusCode::NOT_FOUND)?;
        if !self.buckets.admit(route) {
            return Err(StatusCode::TOO_MANY_REQUESTS);
        }
        let body = whole(body).await.ok_or(StatusCode::PAYLOAD_TOO_LARGE)?;
        viewer::set(&mut parts.headers, peer, &self.origin_secret);
        let event = event::build(&route.key(), &parameters, &parts, &body.into(), peer).to_string();
        if event.len() > LARGEST_EVENT {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        match self.pool.call(&route.function, event).await {
            Ok(Outcome::Answered(said)) => Ok(answer::from_function(&said)),
            Ok(Outcome::Failed(said)) => {
                report::error(format!("  {} failed: {}", route.function, String::from_utf8_lossy(&said)));
                Err(StatusCode::INTERNAL_SERVER_ERROR)
            }
            Ok(Outcome::Died) => Err(StatusCode::BAD_GATEWAY),
            Err(error) => {
                report::error(format!("  {} could not be called: {error:#}", route.function));
                Err(StatusCode::BAD_GATEWAY)
            }
        }
    }
}

/// The whole body; nothing if it is too large, or does not come whole.
async fn whole(body: Body) -> Option<Vec<u8>> {
    let (mut stream, mut taken, mut heard) = (body.into_data_stream(), Vec::new(), 0);
    while let Some(part) = stream.next().await {
        let part = part.ok()?;
        heard += part.len();
        if heard > HEARD_OUT {
            return None;
        }
        if heard <= LARGEST_BODY {
            taken.extend_from_slice(&part);
        }
    }
    (heard <= LARGEST_BODY).then_some(taken)
}
