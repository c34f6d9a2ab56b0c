//! Answers with everything that differs from run to run replaced, to be compared as a whole.

use serde_json::{Map, Value, json};

use crate::Answer;

/// Status, the headers that matter, and body.
pub fn shape(answer: &Answer) -> Value {
    let mut shape = Map::from_iter([("status".to_owned(), answer.status.into())]);
    for name in ["content-type", "etag", "location", "allow", "retry-after"] {
        if let Some(value) = answer.header(name) {
            shape.insert(name.to_owned(), text(value).into());
        }
    }
    if !answer.body.is_empty() {
        shape.insert("body".to_owned(), steady(&answer.json()));
    }
    Value::Object(shape)
}

/// A JSON value with ids, times, e-mails, cursors and request ids replaced by their kind.
pub fn steady(value: &Value) -> Value {
    match value {
        Value::String(string) => text(string).into(),
        Value::Array(values) => values.iter().map(steady).collect(),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| match (name.as_str(), value) {
                ("requestId", Value::String(_)) => (name.clone(), json!("[request]")),
                ("next" | "previous", Value::String(_)) => (name.clone(), json!("[cursor]")),
                _ => (name.clone(), steady(value)),
            });
            Value::Object(members.collect())
        }
        other => other.clone(),
    }
}

fn text(string: &str) -> String {
    if string.ends_with("@acceptance.example") {
        return "[email]".to_owned();
    }
    if is_time(string) {
        return "[time]".to_owned();
    }
    let word = |word: &str| if uuid::Uuid::parse_str(word).is_ok() { "[id]".to_owned() } else { word.to_owned() };
    let words = |part: &str| part.split('#').map(word).collect::<Vec<_>>().join("#");
    string.split('/').map(words).collect::<Vec<_>>().join("/")
}

/// Whether it is a time of RFC 3339 in UTC, such as `2026-01-31T12:00:00.123Z`.
pub fn is_time(string: &str) -> bool {
    let form = "0000-00-00T00:00:00";
    string.len() > form.len()
        && string.ends_with('Z')
        && form
            .bytes()
            .zip(string.bytes())
            .all(|(form, byte)| if form == b'0' { byte.is_ascii_digit() } else { form == byte })
}
