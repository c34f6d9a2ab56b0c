//! The events of `tests/events/`, with words in capitals replaced by what the running stack has.
//!
//! `tests/events/README.md` says what each word stands for. Records that an event needs are made for it, so that the
//! function it is handed to succeeds. Whoever makes many events clears away the groups and roles from time to time.

mod records;

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::api::Api;
use crate::project::Project;
use crate::running::Running;
use records::Records;
pub(crate) use records::clear;

/// The words, longest first: none is replaced within another.
const WORDS: [&str; 16] = [
    "OWN_GROUP_VERSION",
    "OTHER_SESSION",
    "OWN_GROUP_ID",
    "ROLE_VERSION",
    "USER_VERSION",
    "CUSTOMER_ID",
    "OWN_VERSION",
    "NEW_EMAIL",
    "GROUP_ID",
    "NEW_NAME",
    "PASSWORD",
    "ROLE_ID",
    "SESSION",
    "USER_ID",
    "OWN_ID",
    "EMAIL",
];

/// The event of a function, ready to be handed to it.
pub(crate) async fn event(project: &Project, running: &Running, function: &str) -> Result<Value> {
    let text = read(project, function)?;
    if words(&text).is_empty() {
        return Ok(serde_json::from_str(&text)?);
    }
    event_by(project, running, &running.sign_in().await?, function).await
}

/// The same, made by an administrator who is signed in already.
pub(crate) async fn event_by(project: &Project, running: &Running, api: &Api, function: &str) -> Result<Value> {
    let text = read(project, function)?;
    let records = Records::make(running, api, function, &words(&text)).await?;
    let mut event = serde_json::from_str(&text)?;
    fill(&mut event, &|word| records.value(word));
    Ok(event)
}

fn read(project: &Project, function: &str) -> Result<String> {
    let path = project.path("tests/events").join(format!("{function}.json"));
    std::fs::read_to_string(&path).with_context(|| format!("there is no event for {function} ({})", path.display()))
}

fn words(text: &str) -> BTreeSet<&'static str> {
    let mut text = text.to_owned();
    let mut found = BTreeSet::new();
    for word in WORDS {
        if text.contains(word) {
            found.insert(word);
            text = text.replace(word, "");
        }
    }
    found
}

/// Replaces the words in every string; a body is JSON within a string, so what goes into it is escaped once more.
fn fill(value: &mut Value, with: &impl Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = fill_text(text, with),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, with)),
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(body) if name == "body" => {
                        *body = fill_text(body, &|word| escaped(&with(word)));
                    }
                    member => fill(member, with),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn fill_text(text: &str, with: &impl Fn(&str) -> String) -> String {
    WORDS
        .iter()
        .fold(text.to_owned(), |text, word| if text.contains(word) { text.replace(word, &with(word)) } else { text })
}

fn escaped(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_are_found_once_and_not_within_longer_ones() {
        assert_eq!(words("NEW_EMAIL USER_ID"), ["NEW_EMAIL", "USER_ID"].into());
        assert_eq!(words("{}"), BTreeSet::new());
    }

    #[test]
    fn words_are_replaced_and_escaped_where_json_lies_in_a_string() {
        let mut event = json!({
            "rawPath": "/api/v1/users/USER_ID",
            "cookies": ["__Host-session=SESSION"],
            "body": "{\"password\": \"PASSWORD\"}",
        });

        fill(&mut event, &|word| match word {
            "PASSWORD" => "a\"b".to_owned(),
            word => word.to_lowercase(),
        });

        assert_eq!(event["rawPath"], "/api/v1/users/user_id");
        assert_eq!(event["cookies"], json!(["__Host-session=session"]));
        assert_eq!(event["body"], r#"{"password": "a\"b"}"#);
    }
}
