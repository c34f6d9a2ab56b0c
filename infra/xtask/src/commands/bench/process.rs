//! One process of a function, with a runtime API of its own that notes when it is asked and answered.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, bail, ensure};
use axum::body::Bytes;
use axum::http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::process::Child;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::functions::Launcher;
use crate::template::Function;

/// What nothing of ours takes.
const TOO_LONG: Duration = Duration::from_mins(1);
/// How long a function may take, as it is told.
const DEADLINE: Duration = Duration::from_secs(15);

/// A process that waits for its next event, or is about to; it ends when the value goes.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    started: Instant,
    polls: mpsc::UnboundedReceiver<Poll>,
    answers: mpsc::UnboundedReceiver<Answer>,
    waiting: Option<Poll>,
    server: JoinHandle<()>,
}

/// The process asks for its next event.
#[derive(Debug)]
struct Poll {
    at: Instant,
    event: oneshot::Sender<String>,
}

/// What the process has said.
#[derive(Debug)]
struct Answer {
    at: Instant,
    /// Whether it was no error.
    is_good: bool,
    body: Bytes,
}

/// A call that is over.
#[derive(Debug)]
pub(super) struct Call {
    /// From handing the event over to the whole answer.
    pub(super) took: Duration,
    /// From the process's start to the whole answer.
    pub(super) since_start: Duration,
    /// Whether it was no error.
    pub(super) is_good: bool,
    /// What was said.
    pub(super) said: Value,
}

impl Process {
    /// Starts one; the launcher's own runtime API is not used.
    pub(super) async fn start(launcher: &Launcher, function: &Function) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port")?;
        let launcher = Launcher { runtime: listener.local_addr()?.to_string(), ..launcher.clone() };
        let (poll, polls) = mpsc::unbounded_channel();
        let (answer, answers) = mpsc::unbounded_channel();
        let api = Arc::new(Api { poll, answer, calls: Mutex::default() });
        let server = tokio::spawn(serve(listener, api));
        let started = Instant::now();
        let child = launcher.start_alone(function)?;
        Ok(Self { child, started, polls, answers, waiting: None, server })
    }

    /// Waits until the process asks for an event; answers how long after its start it did so for the first time.
    pub(super) async fn ready(&mut self) -> Result<Duration> {
        if self.waiting.is_none() {
            let poll = tokio::select! {
                poll = tokio::time::timeout(TOO_LONG, self.polls.recv()) => poll?,
                status = self.child.wait() => bail!("a function ended by itself ({})", status?),
            };
            self.waiting = Some(poll.context("no runtime API")?);
        }
        let poll = self.waiting.as_ref().context("no poll")?;
        Ok(poll.at.duration_since(self.started))
    }

    /// Hands it an event and waits for what it says.
    pub(super) async fn call(&mut self, event: &str) -> Result<Call> {
        self.ready().await?;
        let poll = self.waiting.take().context("no poll")?;
        let begun = Instant::now();
        ensure!(poll.event.send(event.to_owned()).is_ok(), "a function hung up");
        let answer = tokio::select! {
            answer = tokio::time::timeout(TOO_LONG, self.answers.recv()) => answer?,
            status = self.child.wait() => bail!("a function died ({})", status?),
        };
        let Answer { at, is_good, body } = answer.context("no runtime API")?;
        let said = serde_json::from_slice(&body).context("an answer that is no JSON")?;
        Ok(Call { took: at.duration_since(begun), since_start: at.duration_since(self.started), is_good, said })
    }

    /// The most memory it has had, in KB.
    pub(super) fn peak_memory(&self) -> Result<usize> {
        let id = self.child.id().context("the process has ended")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).context("only Linux says it")?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        Ok(peak.context("no VmHWM")?.trim().parse()?)
    }

    /// Ends it, and waits until it is gone: the next one is not to share the machine with it.
    pub(super) async fn end(mut self) -> Result<()> {
        Ok(self.child.kill().await?)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The runtime API, as far as one process needs it.
struct Api {
    poll: mpsc::UnboundedSender<Poll>,
    answer: mpsc::UnboundedSender<Answer>,
    calls: Mutex<u64>,
}

async fn serve(listener: TcpListener, api: Arc<Api>) {
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let _ = stream.set_nodelay(true);
        let api = api.clone();
        connections.spawn(async move {
            let service = service_fn(|request| api.clone().take(request));
            // A process that is ended hangs up.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

impl Api {
    async fn take(self: Arc<Self>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>> {
        let (parts, body) = request.into_parts();
        let path = parts.uri.path();
        if parts.method == Method::GET && path.ends_with("/invocation/next") {
            return self.next().await;
        }
        let is_good = path.ends_with("/response");
        let body = body.collect().await?.to_bytes();
        let _ = self.answer.send(Answer { at: Instant::now(), is_good, body });
        Ok(Response::builder().status(StatusCode::ACCEPTED).body(Full::default())?)
    }

    async fn next(&self) -> Result<Response<Full<Bytes>>> {
        let (sender, event) = oneshot::channel();
        self.poll.send(Poll { at: Instant::now(), event: sender }).ok().context("nobody has an event")?;
        let event = event.await.context("nobody has an event")?;
        let mut calls = self.calls.lock().await;
        *calls += 1;
        let deadline = (SystemTime::now() + DEADLINE).duration_since(SystemTime::UNIX_EPOCH)?.as_millis();
        let answer = Response::builder()
            .header("content-type", "application/json")
            .header("lambda-runtime-aws-request-id", format!("bench-{calls}"))
            .header("lambda-runtime-deadline-ms", deadline.to_string())
            .header("lambda-runtime-invoked-function-arn", "arn:aws:lambda:local:000000000000:function:bench");
        Ok(answer.body(Full::from(event))?)
    }
}
