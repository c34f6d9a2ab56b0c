//! A store that is not there, or does not answer, lets nobody in and keeps nobody waiting (R44, R42).
//!
//! Each function's own binary takes its committed event, with a store's address where nothing listens.
//! The test itself is the Lambda that runs it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use serde_json::Value;

/// A cookie as signing in sets it: of a user and a session, with 43 characters of secret.
const SESSION: &str = "01900000-0000-7000-8000-000000000001.01900000-0000-7000-8000-000000000002.\
                       AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// Functions that need no store, or that no request reaches.
const OTHERS: [&str; 5] = ["bootstrap-admin", "check-store", "openapi-document", "recover-admin", "unknown-route"];

#[test]
fn r44_without_its_store_every_operation_is_a_503_and_never_access() {
    // Bound and let go: nothing listens there.
    let nobody = listener().local_addr().expect("an address");
    let events = Path::new(env!("CARGO_MANIFEST_DIR")).join("events");
    let mut asked = 0;
    for file in std::fs::read_dir(events).expect("the events") {
        let path = file.expect("an event").path();
        let function = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let is_event = path.extension().is_some_and(|extension| extension == "json");
        if is_event && !OTHERS.contains(&function) {
            Invocation { function, store: nobody, limit: Duration::from_mins(1) }.is_unavailable();
            asked += 1;
        }
    }
    assert!(asked >= 17, "{asked} functions");
}

#[test]
fn r42_a_store_that_does_not_answer_is_given_up_before_the_function_is() {
    // Connections are made, and nobody takes them.
    let silent = listener();
    let store = silent.local_addr().expect("an address");
    let limit = Duration::from_secs(4);
    let asked = Instant::now();

    Invocation { function: "get-user", store, limit }.is_unavailable();

    assert!(asked.elapsed() < limit, "after {:?}", asked.elapsed());
}

/// One call of a function.
struct Invocation<'a> {
    function: &'a str,
    store: SocketAddr,
    /// How long the function may take.
    limit: Duration,
}

impl Invocation<'_> {
    /// The function says that it cannot reach its store, and when to try again.
    fn is_unavailable(&self) {
        let function = self.function;
        let answer = self.answer();
        let body: Value = serde_json::from_str(answer["body"].as_str().unwrap_or_default()).expect("a problem");
        assert_eq!((&answer["statusCode"], &body["code"]), (&503.into(), &"store_unavailable".into()), "{function}");
        assert!(answer["headers"]["retry-after"].is_string(), "{function}: {answer}");
        assert!(answer["cookies"].as_array().is_none_or(Vec::is_empty), "{function}: {answer}");
    }

    /// Runs the function for the event that is committed for it, and answers what it says.
    fn answer(&self) -> Value {
        let runtime = listener();
        let _process = Function::start(self, runtime.local_addr().expect("an address").port());
        let mut event = Some(event(self.function));
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock that goes right");
        let deadline = (now + self.limit).as_millis();
        loop {
            let (mut stream, _) = runtime.accept().expect("the function asks");
            stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time-out");
            while let Some((path, body)) = request(&stream) {
                if path.ends_with("/response") {
                    return serde_json::from_slice(&body).expect("an answer in JSON");
                }
                assert!(path.ends_with("/next"), "{path}: {}", String::from_utf8_lossy(&body));
                let event = event.take().expect("one event is answered before the next is asked for");
                let head = "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: one";
                let head = format!("{head}\r\nLambda-Runtime-Deadline-Ms: {deadline}");
                write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{event}", event.len()).expect("it listens");
            }
        }
    }
}

/// The event that is committed for a function, with a session in it.
fn event(function: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("events").join(format!("{function}.json"));
    let event = std::fs::read_to_string(path).expect("an event");
    event.replace("SESSION", SESSION).replace("EMAIL", "robin@example.com")
}

fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").expect("a port")
}

/// The next request on a connection: its path and its body. Nothing if the function has closed it.
fn request(stream: &TcpStream) -> Option<(String, Vec<u8>)> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|length| *length > 0)?;
    let path = line.split_whitespace().nth(1)?.to_owned();
    let (mut length, mut is_chunked) = (0, false);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let header = header.trim().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        length = header.strip_prefix("content-length:").map_or(length, |text| text.trim().parse().expect("a length"));
        is_chunked |= header.starts_with("transfer-encoding:");
    }
    assert!(!is_chunked, "an answer comes whole");
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((path, body))
}

/// A function's process; it ends with the value.
struct Function(Child);

impl Function {
    fn start(invocation: &Invocation<'_>, runtime: u16) -> Self {
        let Invocation { function, store, .. } = *invocation;
        let process = Command::new(binary(function))
            .env("AWS_LAMBDA_RUNTIME_API", format!("127.0.0.1:{runtime}"))
            .env("AWS_LAMBDA_FUNCTION_NAME", function)
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
            .env("AWS_ENDPOINT_URL_DYNAMODB", format!("http://{store}"))
            .env("ORIGIN_SECRETS", "x".repeat(64))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Self(process.unwrap_or_else(|error| panic!("{function}: {error}")))
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The functions lie beside the folder of this program.
fn binary(function: &str) -> PathBuf {
    let own = std::env::current_exe().expect("this program's path");
    own.parent().and_then(Path::parent).expect("the folder of the binaries").join(function)
}
