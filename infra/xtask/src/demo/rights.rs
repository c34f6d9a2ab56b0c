//! Two people with narrow rights, so that the difference to an administrator can be seen at once.

use std::sync::LazyLock;

use anyhow::{Context, Result, bail};
use axum::http::{Method, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::Api;

/// Somebody with a group of their own, which carries a role of its own.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Narrow {
    email: String,
    first_name: String,
    last_name: String,
    /// What group and role are called.
    name: String,
    description: String,
    /// Such as `allow users.*`.
    rules: Vec<String>,
}

/// They stand in a file of their own, since the table of who may do what is about their groups, too.
static PEOPLE: LazyLock<Vec<Narrow>> =
    LazyLock::new(|| serde_json::from_str(include_str!("rights.json")).expect("people with narrow rights"));

/// Makes those who are not there yet.
pub(super) async fn load(api: &Api, password: &str) -> Result<()> {
    for person in PEOPLE.iter() {
        person.create(api, password).await?;
    }
    Ok(())
}

/// Who they are, as people are told: e-mail and group.
pub(crate) fn sign_ins() -> impl Iterator<Item = (&'static str, &'static str)> {
    PEOPLE.iter().map(|person| (&*person.email, &*person.name))
}

impl Narrow {
    async fn create(&self, api: &Api, password: &str) -> Result<()> {
        let rules = self.rules.iter().map(|rule| {
            let (effect, permission) = rule.split_once(' ').context("a rule is an effect and a permission")?;
            Ok(json!({"effect": effect, "permission": permission}))
        });
        let rules = rules.collect::<Result<Value>>()?;
        let body = json!({"name": self.name, "description": self.description, "rules": rules});
        let role = named(api, "/roles", &body).await?;
        let body = json!({"name": self.name, "description": self.description, "roles": [role]});
        let group = named(api, "/groups", &body).await?;
        let body = json!({
            "email": self.email,
            "password": password,
            "firstName": self.first_name,
            "lastName": self.last_name,
            "groups": [group],
            "language": "en",
        });
        let answer = api.try_change(&Method::POST, "/users", &body, &[]).await?;
        match answer.status {
            StatusCode::CREATED | StatusCode::CONFLICT => Ok(()),
            status => bail!("creating {} was refused ({status}): {}", self.email, answer.text()),
        }
    }
}

/// The id of the group or role with the name of `body`, created if there is none.
async fn named(api: &Api, list: &str, body: &Value) -> Result<String> {
    let found = api.get(list).await?;
    let items = found["items"].as_array().context("a list without items")?;
    let existing = items.iter().find(|item| item["name"] == body["name"]).cloned();
    let item = match existing {
        Some(item) => item,
        None => api.change(&Method::POST, list, body, &[]).await?,
    };
    Ok(item["id"].as_str().context("no id")?.to_owned())
}
