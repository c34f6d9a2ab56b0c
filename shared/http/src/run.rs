//! Running a function: built once, asked many times.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use ::tracing::Instrument as _;
use backoffice_domain::password::{Password, PasswordHash, Verdict};
use backoffice_store::Store;
use futures_util::FutureExt as _;
use jiff::Timestamp;
use lambda_http::http::Response;
use lambda_http::lambda_runtime::{LambdaEvent, service_fn as event_fn};
use lambda_http::{RequestExt as _, service_fn, tracing};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keyring::Keyring;
use crate::password::Hashing;
use crate::{Answer, Code, Cursors, Problem, Request, StartError, Stop, once};

/// Kept of an invocation's time to answer that it is over: Lambda ends a function that takes longer, and
/// whoever asked would learn nothing.
const TO_SAY_SO: Duration = Duration::from_millis(500);

/// What a handler works with. Cheap to clone.
#[derive(Clone)]
pub struct Context {
    /// The data; counts what this request costs.
    pub store: Store,
    hashing: Arc<Hashing>,
    shared: Arc<Shared>,
}

struct Shared {
    keyring: Keyring,
    origin_secrets: Vec<String>,
    /// Whether answers say what they cost: on a laptop, for tests.
    shows_cost: bool,
}

impl Context {
    async fn from_env() -> Result<Self, StartError> {
        let variable =
            |name: &str| std::env::var(name).map_err(|_| format!("the environment variable {name} is not set"));
        let secrets = variable("ORIGIN_SECRETS")?;
        let shared = Shared {
            keyring: Keyring::parse(&variable("KEYS")?)?,
            origin_secrets: secrets
                .split(',')
                .map(str::trim)
                .filter(|secret| !secret.is_empty())
                .map(str::to_owned)
                .collect(),
            shows_cost: std::env::var("COST_HEADER").is_ok_and(|value| value == "1"),
        };
        let store = Store::connect(&variable("TABLE_NAME")?).await;
        Ok(Self { store, hashing: Arc::default(), shared: Arc::new(shared) })
    }

    /// The cursors of a list; `list` names it with its sort and filters, so that a cursor of one
    /// list is refused by any other.
    pub fn cursors(&self, list: String) -> Cursors<'_> {
        Cursors::new(&self.shared.keyring, list)
    }

    /// Hashes a password with a salt of its own; counted and timed as the request's.
    ///
    /// # Panics
    /// If the operating system gives no randomness.
    pub fn hash(&self, password: &Password) -> PasswordHash {
        self.hashing.hash(password)
    }

    /// Compares a password with a kept one; counted and timed as the request's.
    pub fn verify(&self, hash: &PasswordHash, password: &Password) -> Verdict {
        self.hashing.verify(hash, password)
    }

    pub(crate) fn keyring(&self) -> &Keyring {
        &self.shared.keyring
    }

    /// The same, for one more request.
    fn for_request(&self) -> Self {
        Self { store: self.store.metered(), hashing: Arc::default(), shared: self.shared.clone() }
    }
}

/// Runs a function behind API Gateway until the environment ends.
///
/// # Errors
/// A setting is missing or unusable; the runtime cannot be reached.
pub async fn run<H, F>(handler: H) -> Result<(), StartError>
where
    H: Fn(Context, Arc<Request>) -> F + Send + Sync,
    F: Future<Output = Result<Answer, Stop>> + Send,
{
    let handler = &handler;
    run_unchecked(move |context, request: Arc<Request>| async move {
        request.check()?;
        let outcome = handler(context.clone(), request.clone()).await;
        once::settle(&context.store, &request, outcome).await
    })
    .await
}

/// Runs a function that refuses everything: the first refusal counts, so size and site do not.
///
/// # Errors
/// Those of [`run`].
pub async fn run_unchecked<H, F>(handler: H) -> Result<(), StartError>
where
    H: Fn(Context, Arc<Request>) -> F + Send + Sync,
    F: Future<Output = Result<Answer, Stop>> + Send,
{
    tracing::init_default_subscriber();
    let context = Context::from_env().await?;
    let (context, handler) = (&context, &handler);
    lambda_http::run(service_fn(move |event: lambda_http::Request| async move {
        let limit = time_left(event.lambda_context_ref().map(lambda_http::Context::deadline), SystemTime::now());
        let request = Arc::new(Request::new(event, &context.shared.origin_secrets, Timestamp::now()));
        let span = ::tracing::info_span!("request", id = request.id());
        let answer = serve(context.for_request(), &request, limit, handler).instrument(span).await;
        Ok::<Response<String>, StartError>(answer)
    }))
    .await
}

async fn serve<H, F>(context: Context, request: &Arc<Request>, limit: Duration, handler: &H) -> Response<String>
where
    H: Fn(Context, Arc<Request>) -> F,
    F: Future<Output = Result<Answer, Stop>>,
{
    let (store, hashing, shows_cost) = (context.store.clone(), context.hashing.clone(), context.shared.shows_cost);
    let outcome = AssertUnwindSafe(handler(context, request.clone())).catch_unwind();
    let mut answer = match tokio::time::timeout(limit, outcome).await {
        Ok(Ok(Ok(answer))) => answer,
        Ok(Ok(Err(Stop::Answered(answer)))) => *answer,
        Ok(Ok(Err(Stop::Problem(problem)))) => {
            ::tracing::info!(code = problem.code().as_str(), "refused");
            problem.answer(request.id())
        }
        // The panic's own message is in the log; whoever asked learns nothing of our insides.
        Ok(Err(_)) => Problem::new(Code::InternalError).answer(request.id()),
        // Only the store keeps anybody waiting that long.
        Err(_) => {
            ::tracing::error!("out of time");
            Problem::new(Code::StoreUnavailable).answer(request.id())
        }
    };
    if let Some(expires) = request.session_expires.get() {
        answer = answer.header("x-session-expires", expires.to_string());
    }
    let (cost, hashed) = (store.cost(), hashing.hashed());
    if shows_cost {
        answer = answer.header("x-store-cost", cost.to_string()).header("x-hash-cost", hashed.to_string());
    }
    ::tracing::info!(
        status = answer.status().as_u16(),
        trips = cost.trips,
        read = cost.read,
        write = cost.write,
        hashes = hashed.hashes,
        hash_ms = hashed.milliseconds(),
        "answered"
    );
    answer.into_response()
}

/// How long a request may take, if the invocation has a deadline that is still to come.
fn time_left(deadline: Option<SystemTime>, now: SystemTime) -> Duration {
    deadline
        .and_then(|deadline| deadline.duration_since(now).ok())
        .map_or(Duration::MAX, |left| left.saturating_sub(TO_SAY_SO))
}

/// Runs a function that operators invoke: JSON in, JSON out, no route.
///
/// # Errors
/// A setting is missing or unusable; the runtime cannot be reached.
pub async fn run_operator<I, O, H, F>(handler: H) -> Result<(), StartError>
where
    I: DeserializeOwned,
    O: Serialize,
    H: Fn(Store, I, String) -> F + Send + Sync,
    F: Future<Output = Result<O, StartError>> + Send,
{
    tracing::init_default_subscriber();
    let table = std::env::var("TABLE_NAME").map_err(|_| "the environment variable TABLE_NAME is not set")?;
    let store = Store::connect(&table).await;
    let (store, handler) = (&store, &handler);
    lambda_http::lambda_runtime::run(event_fn(move |event: LambdaEvent<I>| {
        handler(store.metered(), event.payload, event.context.request_id)
    }))
    .await
}
