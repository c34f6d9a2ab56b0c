//! What follows from what an operation is, so that none has to describe it.

use serde_json::{Map, Value, json};

/// The schemas of one thing that has a version.
const OF_ONE_VERSION: [&str; 6] = ["ChangedUser", "Customer", "Group", "RestoredUser", "Role", "User"];

/// Describes what the conventions of the API make of an operation.
pub(crate) fn describe(operation: &mut Map<String, Value>) {
    describe_query(operation);
    describe_headers(operation);
}

/// A query parameter without a value is like none: a form can be sent as it stands.
fn describe_query(operation: &mut Map<String, Value>) {
    let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten();
    for parameter in parameters.filter(|parameter| parameter["in"] == "query") {
        parameter["allowEmptyValue"] = true.into();
    }
}

/// The headers of each answer that is no refusal.
fn describe_headers(operation: &mut Map<String, Value>) {
    let is_open = operation.contains_key("security");
    let responses = operation.get_mut("responses").and_then(Value::as_object_mut).into_iter().flatten();
    for (status, response) in responses.filter(|(status, _)| status.starts_with('2')) {
        let schema = response["content"]["application/json"]["schema"]["$ref"].as_str().unwrap_or_default();
        let is_versioned = OF_ONE_VERSION.iter().any(|name| schema.ends_with(&format!("/{name}")));
        let mut headers = Map::new();
        let mut add = |name: &str, description: &str, schema: Value| {
            let header = json!({ "description": description, "required": true, "schema": schema });
            headers.insert(name.to_owned(), header);
        };
        if !is_open {
            let ends = "When the session ends if nothing more is asked.";
            add("X-Session-Expires", ends, json!({ "type": "string", "format": "date-time" }));
        }
        if status == "201" {
            add("Location", "The address.", json!({ "type": "string", "format": "uri-reference" }));
        }
        if is_versioned {
            add("ETag", "The version.", json!({ "type": "string", "pattern": "^\"[0-9]+\"$" }));
        }
        if !headers.is_empty() {
            response["headers"] = headers.into();
        }
    }
}
