//! Whether a value is what a schema of the API's description says: as much of JSON Schema as the
//! description uses for answers.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::DOCUMENT;
use crate::shape::is_time;

/// Whether `value` is of the component `name`; members beyond it are refused if it is `closed`.
pub(crate) fn check(name: &str, value: &Value, closed: bool) -> Result<(), String> {
    let schema = &DOCUMENT["components"]["schemas"][name];
    if closed { check_value(schema, value) } else { check_at("", schema, value) }
}

/// Whether `value` is of `schema` and has no member beyond it, at any depth.
pub(crate) fn check_value(schema: &Value, value: &Value) -> Result<(), String> {
    check_at("", schema, value)?;
    check_closed("", schema, value)
}

fn check_at(at: &str, schema: &Value, value: &Value) -> Result<(), String> {
    let schema = resolve(schema);
    for part in list(schema, "allOf") {
        check_at(at, part, value)?;
    }
    let choices = list(schema, "oneOf");
    if !choices.is_empty() && !choices.iter().any(|choice| check_at(at, choice, value).is_ok()) {
        return Err(format!("{at} is none of its choices"));
    }
    if !is_of_type(&schema["type"], value) {
        return Err(format!("{at} is not of type {}", schema["type"]));
    }
    let words = list(schema, "enum");
    if !words.is_empty() && !words.contains(value) {
        return Err(format!("{at} is none of {words:?}"));
    }
    if let Some(text) = value.as_str() {
        check_format(at, schema["format"].as_str().unwrap_or_default(), text)?;
    }
    for name in list(schema, "required").iter().filter_map(Value::as_str) {
        if value.get(name).is_none() {
            return Err(format!("{at}/{name} is missing"));
        }
    }
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(value) = value.get(name) {
            check_at(&format!("{at}/{name}"), member, value)?;
        }
    }
    for (position, entry) in value.as_array().into_iter().flatten().enumerate() {
        check_at(&format!("{at}/{position}"), &schema["items"], entry)?;
    }
    Ok(())
}

fn check_closed(at: &str, schema: &Value, value: &Value) -> Result<(), String> {
    let members = members(schema);
    for (name, value) in value.as_object().into_iter().flatten() {
        let known: Vec<_> = members.iter().filter(|(known, _)| known == name).collect();
        if known.is_empty() && !members.is_empty() {
            return Err(format!("{at}/{name} is not described"));
        }
        for (_, member) in known {
            check_closed(&format!("{at}/{name}"), member, value)?;
        }
    }
    let items = &resolve(schema)["items"];
    for (position, entry) in value.as_array().into_iter().flatten().enumerate() {
        check_closed(&format!("{at}/{position}"), items, entry)?;
    }
    Ok(())
}

/// All members that a schema knows, in whatever part of it.
fn members(schema: &Value) -> Vec<(String, Value)> {
    let schema = resolve(schema);
    let own = schema["properties"].as_object().into_iter().flatten();
    let own = own.map(|(name, member)| (name.clone(), member.clone()));
    let parts = ["allOf", "oneOf"].into_iter().flat_map(|name| list(schema, name)).flat_map(members);
    own.chain(parts).collect()
}

fn resolve(schema: &Value) -> &Value {
    let Some(reference) = schema["$ref"].as_str() else { return schema };
    let found = DOCUMENT.pointer(reference.trim_start_matches('#'));
    found.unwrap_or_else(|| panic!("the document has no {reference}"))
}

fn list<'a>(schema: &'a Value, name: &str) -> &'a [Value] {
    schema[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn is_of_type(types: &Value, value: &Value) -> bool {
    let types: BTreeSet<&str> = match types {
        Value::String(one) => [one.as_str()].into(),
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => return true,
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    types.contains(kind) || (kind == "integer" && types.contains("number"))
}

fn check_format(at: &str, format: &str, text: &str) -> Result<(), String> {
    let right = match format {
        "date-time" => is_time(text),
        "uuid" => uuid::Uuid::parse_str(text).is_ok(),
        _ => true,
    };
    if right { Ok(()) } else { Err(format!("{at} is no {format}: {text}")) }
}
