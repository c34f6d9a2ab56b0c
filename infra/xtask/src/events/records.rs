//! What the words of an event stand for, made through the API.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use axum::http::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::api::Api;
use crate::running::Running;

/// Values by word.
#[derive(Debug)]
pub(super) struct Records {
    values: BTreeMap<&'static str, String>,
}

impl Records {
    /// Makes what the words of a function's event need.
    pub(super) async fn make(running: &Running, function: &str, words: &BTreeSet<&'static str>) -> Result<Self> {
        let api = running.sign_in().await?;
        let session = api.session().split_once('=').map(|(_, value)| value.to_owned()).unwrap_or_default();
        let mut values = BTreeMap::from([
            ("SESSION", session),
            ("EMAIL", running.email.clone()),
            ("PASSWORD", running.password.clone()),
            ("NEW_EMAIL", new_email()),
        ]);
        let needs = |word| words.contains(word);
        if needs("GROUP_ID") || needs("USER_ID") {
            let group = group(&api).await?;
            if needs("USER_ID") {
                let user = user(&api, function, &group, &running.password).await?;
                values.insert("USER_ID", text(&user, "id")?);
                values.insert("USER_VERSION", user["version"].to_string());
            }
            values.insert("GROUP_ID", group);
        }
        if needs("CUSTOMER_ID") {
            values.insert("CUSTOMER_ID", customer(&api, function).await?);
        }
        Ok(Self { values })
    }

    /// What a word stands for.
    pub(super) fn value(&self, word: &str) -> String {
        self.values.get(word).cloned().unwrap_or_else(|| word.to_owned())
    }
}

fn new_email() -> String {
    format!("event-{}@example.com", Uuid::now_v7())
}

/// A group that gives no rights.
async fn group(api: &Api) -> Result<String> {
    let groups = api.get("/groups").await?;
    let groups = groups["items"].as_array().context("no groups")?;
    let group = groups.iter().find(|group| group["builtIn"] != true).or(groups.first());
    text(group.context("no groups")?, "id")
}

/// A user in the state that lets the function change something.
async fn user(api: &Api, function: &str, group: &str, password: &str) -> Result<Value> {
    let body = json!({
        "email": new_email(),
        "password": password,
        "firstName": "Event",
        "lastName": "User",
        "groups": [group],
        "language": "en",
    });
    let user = api.change(&Method::POST, "/users", &body, &[]).await?;
    let path = format!("/users/{}", text(&user, "id")?);
    let etag = format!("\"{}\"", user["version"]);
    let headers = [("if-match", etag.as_str())];
    match function {
        "activate-user" => api.change(&Method::POST, &format!("{path}/deactivate"), &Value::Null, &headers).await,
        "restore-user" => api.change(&Method::DELETE, &path, &Value::Null, &headers).await,
        _ => Ok(user),
    }
}

/// A customer nobody owns; for the function that puts one, only a reference.
async fn customer(api: &Api, function: &str) -> Result<String> {
    let reference = format!("event-{}", Uuid::now_v7());
    if function != "put-customer" {
        let body = json!({"email": new_email(), "firstName": "Event", "lastName": "Customer"});
        api.change(&Method::PUT, &format!("/customers/{reference}"), &body, &[("if-none-match", "*")]).await?;
    }
    Ok(reference)
}

fn text(value: &Value, member: &str) -> Result<String> {
    Ok(value[member].as_str().with_context(|| format!("no {member} in {value}"))?.to_owned())
}
