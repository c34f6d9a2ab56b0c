//! The local gateway: CloudFront and API Gateway in one, on one origin.
//!
//! Routes, throttles and headers come from the template. A request below `/api/` becomes the payload-2.0 event that API
//! Gateway would send, and the function's answer becomes the response; everything else is a file of the page, as
//! CloudFront's function would serve it.
//!
//! Not emulated: compression and caching at CloudFront's edge, HTTP/2 and TLS, API Gateway without CloudFront before it,
//! authorizers, stages other than `$default`, and greedy path parameters (`{proxy+}`).

mod answer;
mod api;
mod event;
mod files;
mod log;
mod matching;
mod throttle;
mod viewer;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use tokio::net::TcpListener;

use crate::functions::Pool;
use crate::template::{Headers, Template};
use api::Api;
use files::Files;
use log::{Line, Log};

/// Everything a request needs.
#[derive(Debug)]
struct Gateway {
    api: Api,
    files: Files,
    headers: Headers,
    log: Log,
}

/// What a gateway is made of.
#[derive(Debug)]
pub(crate) struct Parts {
    /// What it serves.
    pub(crate) template: Template,
    /// The functions that answer.
    pub(crate) pool: Pool,
    /// What it says to the functions to be believed.
    pub(crate) origin_secret: String,
    /// The folder of the built page.
    pub(crate) page: PathBuf,
    /// Where it writes a line for every request.
    pub(crate) log: PathBuf,
}

/// Serves until the task is dropped.
pub(crate) async fn serve(listener: TcpListener, parts: Parts) -> Result<()> {
    let gateway = Gateway {
        api: Api::new(&parts.template.routes, parts.pool, parts.origin_secret),
        files: Files::new(parts.page),
        headers: parts.template.headers,
        log: Log::open(&parts.log)?,
    };
    let app = Router::new().fallback(handle).with_state(Arc::new(gateway));
    axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await.context("the gateway")
}

async fn handle(
    State(gateway): State<Arc<Gateway>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request<Body>,
) -> Response {
    let line = Line::begin(&request);
    let (mut response, headers) = if is_api(request.uri().path()) {
        (gateway.api.answer(request, peer).await, &gateway.headers.api)
    } else {
        (gateway.files.answer(request).await, &gateway.headers.page)
    };
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    gateway.log.write(&line, response.status());
    response
}

fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}
