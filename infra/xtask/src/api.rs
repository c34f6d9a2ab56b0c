//! The product's own API, as a program uses it.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};

use crate::http::{self, Answer};

/// How often a request that came too soon is repeated.
const PATIENCE: u32 = 60;
/// The pause before it, where the answer names none.
const PAUSE: Duration = Duration::from_millis(500);

/// A session with the API.
#[derive(Clone, Debug)]
pub(crate) struct Api {
    url: String,
    session: String,
}

impl Api {
    /// Signs in; `url` is the page's address.
    pub(crate) async fn sign_in(url: &str, email: &str, password: &str) -> Result<Self> {
        let mut api = Self { url: url.trim_end_matches('/').to_owned(), session: String::new() };
        let body = json!({"email": email, "password": password});
        let answer = api.send(&Method::POST, "/session", Some(&body), &[]).await?;
        if answer.status != StatusCode::CREATED {
            bail!("signing in as {email} at {url} was refused ({}): {}", answer.status, answer.text());
        }
        let cookies = answer.headers.get_all(header::SET_COOKIE);
        api.session = cookies
            .iter()
            .filter_map(|cookie| Some(cookie.to_str().ok()?.split(';').next()?.to_owned()))
            .find(|cookie| cookie.starts_with("__Host-session="))
            .context("the answer set no session cookie")?;
        Ok(api)
    }

    /// The session's cookie, as `name=value`.
    pub(crate) fn session(&self) -> &str {
        &self.session
    }

    /// Reads.
    pub(crate) async fn get(&self, path: &str) -> Result<Value> {
        let answer = self.send(&Method::GET, path, None, &[]).await?;
        expect_success("GET", path, &answer)?;
        answer.json()
    }

    /// Changes something; an answer without a body is `null`.
    pub(crate) async fn change(
        &self,
        method: &Method,
        path: &str,
        body: &Value,
        headers: &[(&str, &str)],
    ) -> Result<Value> {
        let answer = self.try_change(method, path, body, headers).await?;
        expect_success(method.as_str(), path, &answer)?;
        if answer.body.is_empty() { Ok(Value::Null) } else { answer.json() }
    }

    /// Changes something, or answers why not.
    pub(crate) async fn try_change(
        &self,
        method: &Method,
        path: &str,
        body: &Value,
        headers: &[(&str, &str)],
    ) -> Result<Answer> {
        self.send(method, path, (!body.is_null()).then_some(body), headers).await
    }

    /// Sends a request until it is not told to come again later.
    async fn send(
        &self,
        method: &Method,
        path: &str,
        body: Option<&Value>,
        headers: &[(&str, &str)],
    ) -> Result<Answer> {
        for _ in 0..PATIENCE {
            let answer = http::send(self.request(method, path, body, headers)?).await;
            let answer = answer.with_context(|| format!("{method} {}/api/v1{path}", self.url))?;
            if !matches!(answer.status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
                return Ok(answer);
            }
            tokio::time::sleep(pause(&answer)).await;
        }
        bail!("{method} {path}: still refused as too many requests")
    }

    fn request(
        &self,
        method: &Method,
        path: &str,
        body: Option<&Value>,
        headers: &[(&str, &str)],
    ) -> Result<Request<Body>> {
        let mut request = Request::builder().method(method).uri(format!("{}/api/v1{path}", self.url));
        request = request.header("x-requested-with", "backoffice").header(header::ACCEPT, "application/json");
        if !self.session.is_empty() {
            request = request.header(header::COOKIE, &self.session);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Ok(match body {
            Some(body) => {
                request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_string()))?
            }
            None => request.body(Body::empty())?,
        })
    }
}

fn pause(answer: &Answer) -> Duration {
    let seconds = answer.headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    seconds.map_or(PAUSE, Duration::from_secs)
}

fn expect_success(method: &str, path: &str, answer: &Answer) -> Result<()> {
    if !answer.status.is_success() {
        bail!("{method} {path} was refused ({}): {}", answer.status, answer.text());
    }
    Ok(())
}
