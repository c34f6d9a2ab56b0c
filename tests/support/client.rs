//! Asking the API.

use std::net::IpAddr;
use std::time::Instant;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use ureq::http::{HeaderMap, HeaderName, HeaderValue, Method};

use crate::stack::{AGENT, agent_at, failing_origin, origin};
use crate::{Answer, document};

/// Where the API begins.
const BASE: &str = "/api/v1";

/// Somebody who asks, with the cookie they got or without.
#[derive(Clone, Debug, Default)]
pub struct Client {
    cookie: Option<String>,
    address: Option<IpAddr>,
    meets_faults: bool,
}

/// Somebody without a session.
pub fn signed_out() -> Client {
    Client::default()
}

impl Client {
    /// Somebody who shows this cookie (`name=value`).
    pub fn with_cookie(cookie: impl Into<String>) -> Self {
        Self { cookie: Some(cookie.into()), ..Self::default() }
    }

    /// Signs in.
    pub fn sign_in(email: &str, password: &str) -> Self {
        let answer = signed_out().attempt(email, password).expect(201);
        Self::with_cookie(answer.session_cookie().expect("signing in sets the session's cookie"))
    }

    /// The same client, asking from this address of the machine.
    pub fn at(self, address: IpAddr) -> Self {
        Self { address: Some(address), ..self }
    }

    /// The same client, asking functions that can be made to fail.
    pub fn meeting_faults(self) -> Self {
        Self { meets_faults: true, ..self }
    }

    /// Tries to sign in, showing the cookie there is.
    pub fn attempt(&self, email: &str, password: &str) -> Answer {
        self.post("/session").json(&json!({"email": email, "password": password})).send()
    }

    /// The cookie, as `name=value`.
    pub fn cookie(&self) -> &str {
        self.cookie.as_deref().expect("a client that has signed in")
    }

    /// A `GET` below the API's base path.
    pub fn get(&self, path: impl AsRef<str>) -> Request {
        self.request(&Method::GET, path)
    }

    /// A `POST` below the API's base path.
    pub fn post(&self, path: impl AsRef<str>) -> Request {
        self.request(&Method::POST, path)
    }

    /// A `PUT` below the API's base path.
    pub fn put(&self, path: impl AsRef<str>) -> Request {
        self.request(&Method::PUT, path)
    }

    /// A `PATCH` below the API's base path.
    pub fn patch(&self, path: impl AsRef<str>) -> Request {
        self.request(&Method::PATCH, path)
    }

    /// A `DELETE` below the API's base path.
    pub fn delete(&self, path: impl AsRef<str>) -> Request {
        self.request(&Method::DELETE, path)
    }

    /// A request below the API's base path, with the headers that a program of ours sends.
    pub fn request(&self, method: &Method, path: impl AsRef<str>) -> Request {
        let request = self.raw(method, format!("{BASE}{}", path.as_ref()));
        if *method == Method::GET { request } else { request.header("x-requested-with", "backoffice") }
    }

    /// A request to any path of the origin, with no header but the cookie.
    pub fn raw(&self, method: &Method, path: impl Into<String>) -> Request {
        let request = Request {
            method: method.clone(),
            path: path.into(),
            headers: HeaderMap::new(),
            body: Vec::new(),
            address: self.address,
            origin: if self.meets_faults { failing_origin() } else { origin() },
        };
        match &self.cookie {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        }
    }
}

/// A request under way.
#[derive(Clone, Debug)]
pub struct Request {
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
    address: Option<IpAddr>,
    origin: &'static str,
}

impl Request {
    /// Sets a header, in place of any of this name.
    pub fn header(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        let value = HeaderValue::from_bytes(value.as_ref().as_bytes()).expect("a header's value");
        self.headers.insert(HeaderName::from_static(name), value);
        self
    }

    /// Takes a header away.
    pub fn without(mut self, name: &'static str) -> Self {
        self.headers.remove(name);
        self
    }

    /// Adds a parameter to the query.
    pub fn query(mut self, name: &str, value: impl AsRef<str>) -> Self {
        self.path.push(if self.path.contains('?') { '&' } else { '?' });
        self.path.push_str(name);
        self.path.push('=');
        self.path.extend(utf8_percent_encode(value.as_ref(), NON_ALPHANUMERIC));
        self
    }

    /// Sets a JSON body.
    pub fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    /// Sets a body of a media type.
    pub fn body(mut self, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header("content-type", media_type)
    }

    /// Sets `If-Match` to this version.
    pub fn if_match(self, version: u64) -> Self {
        self.header("if-match", format!("\"{version}\""))
    }

    /// Sets `If-None-Match: *`: create, do not replace.
    pub fn if_none_match(self) -> Self {
        self.header("if-none-match", "*")
    }

    /// Sets the `Idempotency-Key`.
    pub fn once(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// Whether the request may change something.
    pub fn is_change(&self) -> bool {
        self.method != Method::GET
    }

    /// Sends it. Whatever comes back has to be what `docs/openapi.json` says may come back.
    pub fn send(&self) -> Answer {
        let asked = Instant::now();
        let mut request =
            ureq::http::Request::builder().method(&self.method).uri(format!("{}{}", self.origin, self.path));
        request.headers_mut().expect("a request").extend(self.headers.clone());
        let agent = self.address.map_or_else(|| AGENT.clone(), agent_at);
        let response = if self.body.is_empty() {
            request.body(()).map_err(Into::into).and_then(|request| agent.run(request))
        } else {
            request.body(self.body.clone()).map_err(Into::into).and_then(|request| agent.run(request))
        };
        let mut response = response.unwrap_or_else(|error| panic!("{} {}: {error}", self.method, self.path));
        let body = response.body_mut().read_to_vec().expect("a whole answer");
        let answer = Answer::new(&response, body, asked, format!("{} {}", self.method, self.path));
        document::judge(&self.method, &self.path, &answer);
        answer
    }
}
