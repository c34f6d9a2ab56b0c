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
    pub(super) async fn make(
        running: &Running,
        api: &Api,
        function: &str,
        words: &BTreeSet<&'static str>,
    ) -> Result<Self> {
        // A session that is about to end is nobody else's.
        let own = if function == "sign-out" { Some(running.sign_in().await?) } else { None };
        let api = own.as_ref().unwrap_or(api);
        let session = api.session().split_once('=').map(|(_, value)| value.to_owned()).unwrap_or_default();
        let mut values = BTreeMap::from([
            ("SESSION", session),
            ("EMAIL", running.email.clone()),
            ("PASSWORD", running.password.clone()),
            ("NEW_EMAIL", new_email()),
            ("NEW_NAME", new_name()),
        ]);
        let needs = |word| words.contains(word);
        if needs("OWN_ID") {
            values.insert("OWN_ID", part_of_session(api, 0)?);
        }
        if needs("OWN_VERSION") {
            values.insert("OWN_VERSION", api.get("/session").await?["user"]["version"].to_string());
        }
        if needs("OTHER_SESSION") {
            values.insert("OTHER_SESSION", part_of_session(&running.sign_in().await?, 1)?);
        }
        if needs("GROUP_ID") || needs("USER_ID") {
            let group = group(api).await?;
            if needs("USER_ID") {
                let user = user(api, function, &group, &running.password).await?;
                values.insert("USER_ID", text(&user, "id")?);
                values.insert("USER_VERSION", user["version"].to_string());
            }
            values.insert("GROUP_ID", group);
        }
        if needs("CUSTOMER_ID") {
            values.insert("CUSTOMER_ID", customer(api, function).await?);
        }
        if needs("ROLE_ID") {
            let role = api.change(&Method::POST, "/roles", &json!({"name": new_name()}), &[]).await?;
            values.insert("ROLE_ID", text(&role, "id")?);
            values.insert("ROLE_VERSION", role["version"].to_string());
        }
        if needs("OWN_GROUP_ID") {
            let group = api.change(&Method::POST, "/groups", &json!({"name": new_name()}), &[]).await?;
            values.insert("OWN_GROUP_ID", text(&group, "id")?);
            values.insert("OWN_GROUP_VERSION", group["version"].to_string());
        }
        Ok(Self { values })
    }

    /// What a word stands for.
    pub(super) fn value(&self, word: &str) -> String {
        self.values.get(word).cloned().unwrap_or_else(|| word.to_owned())
    }
}

/// A part of a session's cookie: user, session, secret.
fn part_of_session(api: &Api, place: usize) -> Result<String> {
    let (_, value) = api.session().split_once('=').context("a session's cookie")?;
    Ok(value.split('.').nth(place).context("a session's cookie")?.to_owned())
}

fn new_email() -> String {
    format!("event-{}@example.com", Uuid::now_v7())
}

/// What the names of groups and roles made here begin with.
const NAMED: &str = "Event ";

/// A name that nothing and nobody has.
fn new_name() -> String {
    format!("{NAMED}{}", Uuid::now_v7())
}

/// Deletes the groups and roles that events have made: there is room for some forty only.
pub(crate) async fn clear(api: &Api) -> Result<()> {
    for kind in ["groups", "roles"] {
        let known = api.get(&format!("/{kind}")).await?;
        for item in known["items"].as_array().into_iter().flatten() {
            if !item["name"].as_str().is_some_and(|name| name.starts_with(NAMED)) {
                continue;
            }
            let path = format!("/{kind}/{}", text(item, "id")?);
            if item["memberCount"].as_u64().is_some_and(|count| count > 0) {
                empty(api, &path).await?;
            }
            let etag = format!("\"{}\"", api.get(&path).await?["version"]);
            api.change(&Method::DELETE, &path, &Value::Null, &[("if-match", &etag)]).await?;
        }
    }
    Ok(())
}

/// Takes the members out of a group; they are in another one as well.
async fn empty(api: &Api, group: &str) -> Result<()> {
    let members = api.get(&format!("{group}/members?limit=100")).await?;
    let ids: Vec<_> = members["items"].as_array().into_iter().flatten().map(|member| &member["id"]).collect();
    api.change(&Method::PATCH, &format!("{group}/members"), &json!({"remove": ids}), &[]).await?;
    Ok(())
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

/// A customer nobody owns; for the functions that write customers, only a reference.
async fn customer(api: &Api, function: &str) -> Result<String> {
    let reference = format!("event-{}", Uuid::now_v7());
    if !["put-customer", "import-customers"].contains(&function) {
        let body = json!({"email": new_email(), "firstName": "Event", "lastName": "Customer"});
        api.change(&Method::PUT, &format!("/customers/{reference}"), &body, &[("if-none-match", "*")]).await?;
    }
    Ok(reference)
}

fn text(value: &Value, member: &str) -> Result<String> {
    Ok(value[member].as_str().with_context(|| format!("no {member} in {value}"))?.to_owned())
}
