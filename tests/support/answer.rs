//! What the API answered.

use std::fmt;
use std::str::FromStr;
use std::time::Instant;

use serde_json::Value;
use ureq::http::{HeaderMap, Response};

/// One answer.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
    /// When the request began.
    pub asked: Instant,
    /// When the answer was there.
    pub answered: Instant,
    request: String,
}

impl Answer {
    pub(crate) fn new<B>(response: &Response<B>, body: Vec<u8>, asked: Instant, request: String) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, body, asked, answered: Instant::now(), request }
    }

    /// Ends the test unless the status is this one.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self}");
        self
    }

    /// Ends the test unless it is this refusal; gives the problem.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> Value {
        assert!(self.status == status && self.code() == code, "{status} {code} expected, not {self}");
        self.json()
    }

    /// The stable code of a problem; empty for anything else.
    pub fn code(&self) -> String {
        let body: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        body["code"].as_str().unwrap_or_default().to_owned()
    }

    /// Ends the test unless it refuses exactly these fields: pairs of pointer and code.
    #[track_caller]
    pub fn refused_fields(&self, expected: &[(&str, &str)]) {
        let problem = self.refused(422, "validation_failed");
        assert_eq!(errors(&problem), expected, "{self}");
    }

    /// Ends the test unless it refuses exactly these query parameters: pairs of name and code.
    #[track_caller]
    pub fn refused_parameters(&self, expected: &[(&str, &str)]) {
        let problem = self.refused(400, "malformed_query");
        assert_eq!(errors(&problem), expected, "{self}");
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {self}"))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The version that the entity tag names.
    #[track_caller]
    pub fn version(&self) -> u64 {
        let tag = self.header("etag").unwrap_or_else(|| panic!("no ETag in {self}"));
        tag.trim_matches('"').parse().unwrap_or_else(|_| panic!("ETag {tag} is no version"))
    }

    /// The `Set-Cookie` line of the session's cookie.
    pub fn set_cookie(&self) -> Option<&str> {
        let mut lines = self.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
        lines.find(|line| line.starts_with("__Host-session="))
    }

    /// The cookie of the browser that has signed in, as `name=value`.
    pub fn device_cookie(&self) -> Option<&str> {
        let mut lines = self.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
        lines.find(|line| line.starts_with("__Host-device="))?.split(';').next()
    }

    /// The session's cookie as `name=value`; `None` if none was set or it was removed.
    pub fn session_cookie(&self) -> Option<&str> {
        self.set_cookie()?.split(';').next().filter(|cookie| *cookie != "__Host-session=")
    }

    /// What the store's part of it cost.
    #[track_caller]
    pub fn cost(&self) -> Cost {
        let header = self.header("x-store-cost").unwrap_or_else(|| panic!("no x-store-cost in {self}"));
        Cost::parse(header).unwrap_or_else(|| panic!("x-store-cost: {header}"))
    }

    /// How often a password was hashed for it.
    #[track_caller]
    pub fn hashes(&self) -> u32 {
        let header = self.header("x-hash-cost").unwrap_or_else(|| panic!("no x-hash-cost in {self}"));
        figure(header, "hashes").unwrap_or_else(|| panic!("x-hash-cost: {header}"))
    }

    /// Ends the test if it cost more than `budget`.
    #[track_caller]
    pub fn within(self, budget: Cost) -> Self {
        let cost = self.cost();
        assert!(cost.within(budget), "costs {cost:?}, not at most {budget:?}: {self}");
        self
    }
}

fn errors(problem: &Value) -> Vec<(&str, &str)> {
    let errors = problem["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors
        .iter()
        .map(|error| (error["pointer"].as_str().unwrap_or_default(), error["code"].as_str().unwrap_or_default()))
        .collect()
}

impl fmt::Display for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} → {} {}", self.request, self.status, self.text())
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// What an operation costs: sequential trips to the store, read and write units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Sequential trips.
    pub trips: f64,
    /// Read units.
    pub read: f64,
    /// Write units.
    pub write: f64,
}

impl Cost {
    /// Reads `trips=2; read=4; write=26`.
    fn parse(header: &str) -> Option<Self> {
        let [trips, read, write] = ["trips", "read", "write"].map(|name| figure(header, name));
        Some(Self { trips: trips?, read: read?, write: write? })
    }

    /// Whether no figure is higher than that of `other`.
    pub fn within(self, other: Self) -> bool {
        self.trips <= other.trips && self.read <= other.read && self.write <= other.write
    }
}

/// One of the figures of `trips=2; read=4`.
fn figure<T: FromStr>(header: &str, name: &str) -> Option<T> {
    let pair = header.split(';').map(str::trim).find_map(|part| part.strip_prefix(name));
    pair?.strip_prefix('=')?.parse().ok()
}
