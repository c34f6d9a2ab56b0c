//! A `DynamoDB` in between, for tests: it notes what each function asks of the table, and fails when it is
//! told to.
//!
//! Functions reach it at `/`, as they would `DynamoDB`. A test that wants to see calls, to have them fail or to
//! know what they cost puts a [watch](watch::Watch) at `/watches/<name>`; deleting it brings the calls it saw.
//! A call is seen by one watch only.

mod call;
mod clock;
mod fault;
mod lag;
mod meter;
mod onward;
mod units;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::body::Bytes;
use axum::http::{HeaderMap, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::Client;
use crate::http::Answer;
use call::Call;
use clock::Clock;
use fault::Effect;
use lag::Lag;
use meter::Meter;
use onward::Onward;
use watch::Watch;

pub(crate) use call::Access;
pub(crate) use fault::{FOR_GOOD, Fault, Kind};
pub(crate) use watch::Watched;

/// What every function was seen to do, by the name of its binary.
pub(crate) type Seen = BTreeMap<String, BTreeSet<Access>>;

/// A running proxy; it ends when the value goes.
#[derive(Debug)]
pub(crate) struct Proxy {
    endpoint: String,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

#[derive(Debug)]
struct Shared {
    behind: String,
    seen: Mutex<Seen>,
    watches: Mutex<BTreeMap<String, Watch>>,
    lags: Mutex<BTreeMap<String, Lag>>,
    clock: Mutex<Clock>,
}

impl Proxy {
    /// Starts one in front of an endpoint.
    pub(crate) async fn start(behind: &str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port")?;
        let endpoint = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared {
            behind: behind.to_owned(),
            seen: Mutex::default(),
            watches: Mutex::default(),
            lags: Mutex::default(),
            clock: Mutex::default(),
        });
        let server = tokio::spawn(serve(listener, shared.clone()));
        Ok(Self { endpoint, shared, server })
    }

    /// Where it is.
    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Lets the indexes of a table answer, from now on, as things were so long ago.
    pub(crate) async fn let_lag(&self, table: &str, lag: Duration) -> Result<()> {
        let lag = Lag::begin(Client::new(&self.shared.behind), table, lag).await?;
        lock(&self.shared.lags).insert(table.to_owned(), lag);
        Ok(())
    }

    /// Watches the calls of a function to a table, of which some fail, until that is [ended](Self::end_watch).
    pub(crate) fn watch_function(&self, function: &str, table: &str, faults: &[Fault]) {
        let watch = Watch::of_function(function, table, faults);
        lock(&self.shared.watches).insert(format!("{function} {table}"), watch);
    }

    /// Ends that; answers the calls in the order in which they came.
    pub(crate) fn end_watch(&self, function: &str, table: &str) -> Vec<Watched> {
        lock(&self.shared.watches).remove(&format!("{function} {table}")).map(Watch::calls).unwrap_or_default()
    }

    /// Begins to measure for how long anybody waits.
    pub(crate) fn start_clock(&self) {
        lock(&self.shared.clock).start();
    }

    /// Ends that; answers for how long at least one call was waited for.
    pub(crate) fn stop_clock(&self) -> Duration {
        lock(&self.shared.clock).stop()
    }

    /// What functions were seen to do so far.
    pub(crate) fn seen(&self) -> Seen {
        lock(&self.shared.seen).clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let _ = stream.set_nodelay(true);
        let shared = shared.clone();
        tokio::spawn(async move {
            let service = service_fn(|request| shared.clone().take(request));
            // That a connection breaks is what some faults are.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

impl Shared {
    /// Takes one request. An error breaks the connection.
    async fn take(self: Arc<Self>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>> {
        let begun = Instant::now();
        let (parts, body) = request.into_parts();
        let body = body.collect().await?.to_bytes();
        let answer = if let Some(name) = parts.uri.path().strip_prefix("/watches/") {
            self.watch(&parts.method, name, &body)?
        } else {
            let onward = Onward::of(&self.behind, &parts.headers);
            match Call::read(&parts.headers, &body) {
                Some(call) => self.answer(&call, onward, body).await?,
                None => onward.send(body).await?,
            }
        };
        let mut response = Response::new(Full::new(answer.body));
        *response.status_mut() = answer.status;
        for (name, value) in &answer.headers {
            if name != "content-length" && name != "transfer-encoding" {
                response.headers_mut().append(name, value.clone());
            }
        }
        lock(&self.clock).note(begun, Instant::now());
        Ok(response)
    }

    async fn answer(&self, call: &Call, onward: Onward, body: Bytes) -> Result<Answer> {
        lock(&self.seen).entry(call.function.clone()).or_default().extend(call.accesses());
        let met = lock(&self.watches).iter_mut().find_map(|(name, watch)| Some((name.clone(), watch.meet(call)?)));
        let Some((name, met)) = met else { return self.relay(call, onward, body).await };
        if met.is_metered {
            let meter = Meter::before(Client::new(&self.behind), call).await?;
            let answer = onward.send(body).await?;
            let units = meter.after(&answer).await?;
            if let Some(watch) = lock(&self.watches).get_mut(&name) {
                watch.charge(met.position, units);
            }
            return Ok(answer);
        }
        match met.fault.and_then(|kind| kind.effect(call)) {
            None => self.relay(call, onward, body).await,
            Some(Effect::Instead(answer)) => Ok(answer),
            Some(Effect::Lost) => anyhow::bail!("the connection breaks"),
            Some(Effect::Unanswered) => {
                self.relay(call, onward, body).await?;
                anyhow::bail!("the connection breaks")
            }
            Some(Effect::Late(wait)) => {
                let answer = self.relay(call, onward, body).await?;
                tokio::time::sleep(wait).await;
                Ok(answer)
            }
            Some(Effect::Otherwise(input, unprocessed)) => {
                let mut answer = onward.send(Bytes::from(input.to_string())).await?;
                if let Some(unprocessed) = unprocessed {
                    let mut body = answer.json()?;
                    body["UnprocessedKeys"] = unprocessed;
                    answer.body = Bytes::from(body.to_string());
                    // It is the sum of another body.
                    answer.headers.remove("x-amz-crc32");
                }
                Ok(answer)
            }
        }
    }

    /// Sends a call on as it is, to where lagging indexes are if that is what it is to see.
    async fn relay(&self, call: &Call, onward: Onward, body: Bytes) -> Result<Answer> {
        let instead = lock(&self.lags).get(call.table()).and_then(|lag| lag.instead(call));
        let answer = onward.send(instead.map_or(body, |input| Bytes::from(input.to_string()))).await?;
        if let Some(lag) = lock(&self.lags).get(call.table()).filter(|_| answer.status.is_success()) {
            lag.note(call);
        }
        Ok(answer)
    }

    fn watch(&self, method: &Method, name: &str, body: &[u8]) -> Result<Answer> {
        let mut watches = lock(&self.watches);
        let body = if *method == Method::PUT {
            watches.insert(name.to_owned(), serde_json::from_slice(body)?);
            Value::Null
        } else {
            serde_json::to_value(watches.remove(name).context("no such watch")?.calls())?
        };
        Ok(said(&body))
    }
}

fn said(body: &Value) -> Answer {
    Answer { status: StatusCode::OK, headers: HeaderMap::new(), body: body.to_string().into() }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
