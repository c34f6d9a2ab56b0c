//! Two people with narrow rights, so that the difference to an administrator can be seen at once.

use anyhow::{Context, Result, bail};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::api::Api;

/// Somebody with a group of their own, which carries a role of its own.
struct Narrow {
    email: &'static str,
    first_name: &'static str,
    last_name: &'static str,
    /// What group and role are called.
    name: &'static str,
    description: &'static str,
    allows: &'static [&'static str],
    denies: &'static [&'static str],
}

const PEOPLE: [Narrow; 2] = [
    Narrow {
        email: "demo.lead@example.com",
        first_name: "Lena",
        last_name: "Lead",
        name: "Customer-service leads",
        description: "Keep the people of customer service, and delete nobody.",
        allows: &["users.*", "customers.*", "groups.read", "sessions.*"],
        denies: &["users.delete"],
    },
    Narrow {
        email: "demo.viewer@example.com",
        first_name: "Vito",
        last_name: "Viewer",
        name: "Viewers",
        description: "See users, groups and roles, and change nothing.",
        allows: &["users.read", "groups.read", "roles.read"],
        denies: &[],
    },
];

/// Makes those who are not there yet.
pub(super) async fn load(api: &Api, password: &str) -> Result<()> {
    for person in &PEOPLE {
        person.create(api, password).await?;
    }
    Ok(())
}

/// Who they are, as people are told: e-mail and group.
pub(crate) fn sign_ins() -> impl Iterator<Item = (&'static str, &'static str)> {
    PEOPLE.iter().map(|person| (person.email, person.name))
}

impl Narrow {
    async fn create(&self, api: &Api, password: &str) -> Result<()> {
        let with = |effect| move |permission: &&str| json!({"effect": effect, "permission": permission});
        let rules: Vec<Value> =
            self.allows.iter().map(with("allow")).chain(self.denies.iter().map(with("deny"))).collect();
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
