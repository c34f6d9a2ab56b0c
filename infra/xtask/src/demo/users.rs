//! The demo's users, from `tests/data/users.csv`.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use axum::http::{Method, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::Api;
use crate::project::Project;
use crate::report::Progress;

/// Users who have signed in before, so that the list has times to sort by.
const SIGNED_IN_BEFORE: usize = 12;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    email: String,
    first_name: String,
    last_name: String,
    status: Status,
    groups: String,
    language: String,
    agent: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Status {
    Active,
    Deactivated,
    Deleted,
}

/// Creates the users who are not there yet; answers the ids of the active ones.
pub(super) async fn load(project: &Project, url: &str, api: &Api, password: &str) -> Result<Vec<String>> {
    let groups = groups(api).await?;
    let rows = rows(project)?;
    let mut progress = Progress::new("Users", rows.len());
    let mut active = Vec::new();
    for row in &rows {
        let user = create(api, &groups, row, password).await?;
        let id = user["id"].as_str().context("a user without id")?;
        if row.status == Status::Active {
            active.push(id.to_owned());
        }
        if user["status"] == "active" {
            change_status(api, id, &user, row.status).await?;
        }
        progress.advance(1);
    }
    progress.finish();
    for row in rows.iter().filter(|row| row.status == Status::Active).step_by(3).take(SIGNED_IN_BEFORE) {
        let session = Api::sign_in(url, &row.email, password).await?;
        session.change(&Method::DELETE, "/session", &Value::Null, &[]).await?;
    }
    Ok(active)
}

fn rows(project: &Project) -> Result<Vec<Row>> {
    let path = project.path("tests/data/users.csv");
    let mut reader = csv::Reader::from_path(&path).with_context(|| format!("reading {}", path.display()))?;
    reader.deserialize().collect::<Result<_, _>>().with_context(|| format!("in {}", path.display()))
}

/// The groups' ids by name.
async fn groups(api: &Api) -> Result<HashMap<String, String>> {
    let answer = api.get("/groups").await?;
    let items = answer["items"].as_array().context("no groups")?;
    Ok(items
        .iter()
        .filter_map(|item| Some((item["name"].as_str()?.to_owned(), item["id"].as_str()?.to_owned())))
        .collect())
}

async fn create(api: &Api, groups: &HashMap<String, String>, row: &Row, password: &str) -> Result<Value> {
    let groups: Option<Vec<_>> = row.groups.split('|').map(|name| groups.get(name)).collect();
    let groups = groups.with_context(|| format!("not all groups of {} exist: {}", row.email, row.groups))?;
    let body = json!({
        "email": row.email,
        "password": password,
        "firstName": row.first_name,
        "lastName": row.last_name,
        "groups": groups,
        "agent": row.agent,
        "language": row.language,
    });
    let answer = api.try_change(&Method::POST, "/users", &body, &[]).await?;
    match answer.status {
        StatusCode::CREATED => answer.json(),
        StatusCode::CONFLICT => {
            let problem = answer.json()?;
            let id =
                problem["errors"][0]["params"]["userId"].as_str().context("a conflict that names no user")?.to_owned();
            api.get(&format!("/users/{id}")).await
        }
        status => bail!("creating {} was refused ({status}): {}", row.email, answer.text()),
    }
}

async fn change_status(api: &Api, id: &str, user: &Value, status: Status) -> Result<()> {
    let etag = format!("\"{}\"", user["version"]);
    let headers = [("if-match", etag.as_str())];
    match status {
        Status::Active => {}
        Status::Deactivated => {
            api.change(&Method::POST, &format!("/users/{id}/deactivate"), &Value::Null, &headers).await?;
        }
        Status::Deleted => {
            api.change(&Method::DELETE, &format!("/users/{id}"), &Value::Null, &headers).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_users_are_sixty_of_every_status() {
        let rows = rows(&Project::find().expect("the project")).expect("rows");

        assert_eq!(rows.len(), 60);
        for status in [Status::Active, Status::Deactivated, Status::Deleted] {
            assert!(rows.iter().any(|row| row.status == status), "{status:?}");
        }
    }
}
