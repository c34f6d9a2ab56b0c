//! The table itself, for what no request can bring about or show: time gone by, audit events.

use std::net::IpAddr;
use std::time::SystemTime;

use serde_json::{Map, Value, json};

use crate::Client;
use crate::stack::{AGENT, variable};

/// DynamoDB Local checks that a signature is there, not that it is right.
const AUTHORIZATION: &str = "AWS4-HMAC-SHA256 Credential=local/20200101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local";

/// The audit events about a user, oldest first, in plain JSON.
pub fn user_events(id: &str) -> Vec<Value> {
    partition(&format!("AUDIT#user#{id}"))
}

/// The audit events about a customer, oldest first, in plain JSON.
pub fn customer_events(id: &str) -> Vec<Value> {
    partition(&format!("AUDIT#customer#{id}"))
}

/// Sets the failures that sign-ins from an address are counted with, the last of them now.
pub fn set_failures(address: IpAddr, count: u32) {
    let now = milliseconds();
    let item = json!({
        "pk": {"S": format!("THROTTLE#{address}")}, "sk": {"S": "SIGN-IN"}, "count": {"N": count.to_string()},
        "since": {"N": now.to_string()}, "last": {"N": now.to_string()},
        "expiresAt": {"N": (now / 1000 + 3600).to_string()},
    });
    call("PutItem", json!({"Item": item}));
}

/// Sets how many customers the check counted last.
pub fn set_customers_counted(customers: u64) {
    let item = json!({
        "pk": {"S": "CHECK"}, "sk": {"S": "COUNTS"}, "customers": {"N": customers.to_string()},
        "countedAt": {"S": "2026-01-31T12:00:00Z"},
    });
    call("PutItem", json!({"Item": item}));
}

/// Milliseconds since 1970.
fn milliseconds() -> u128 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock that goes right").as_millis()
}

/// All items of a partition, in plain JSON.
pub fn partition(key: &str) -> Vec<Value> {
    let values = json!({":pk": {"S": key}});
    let input = json!({
        "KeyConditionExpression": "pk = :pk", "ExpressionAttributeValues": values, "ConsistentRead": true,
    });
    let found = call("Query", input);
    found["Items"].as_array().expect("items").iter().map(|item| plain(&json!({"M": item}))).collect()
}

/// The item of a client's session, in plain JSON.
pub fn session(client: &Client) -> Value {
    let (user, session) = session_key(client);
    let mut items = partition(&user);
    let position = items.iter().position(|item| item["sk"] == *session).expect("a session");
    items.swap_remove(position)
}

/// Sets the times of a client's session: when it was last seen, when it was opened, and the second of 1970
/// in which it is over.
pub fn set_session_times(client: &Client, seen: &str, opened: &str, over: i64) {
    set_session(client, "seenAt", &json!({"S": seen}));
    set_session(client, "createdAt", &json!({"S": opened}));
    set_session(client, "expiresAt", &json!({"N": over.to_string()}));
}

/// Makes a session that a status or a password has ended hold again, as if it had been opened by
/// signing in now.
pub fn revive_session(client: &Client) {
    let (user, _) = session_key(client);
    let profile = partition(&user).into_iter().find(|item| item["sk"] == "PROFILE").expect("a user");
    let epoch = profile["sessionEpoch"].as_u64().expect("an epoch");
    set_session(client, "epoch", &json!({"N": epoch.to_string()}));
}

/// The hash that a sign-in with this e-mail (in lower case) is compared with.
pub fn password_hash(email: &str) -> String {
    let login = partition(&format!("EMAIL#{email}")).pop().expect("a login");
    login["hash"].as_str().expect("a hash").to_owned()
}

/// Sets that hash, such as to one that another product has made.
pub fn set_password_hash(email: &str, hash: &str) {
    set(&format!("EMAIL#{email}"), "LOGIN", "hash", &json!({"S": hash}));
}

fn set_session(client: &Client, name: &str, value: &Value) {
    let (user, session) = session_key(client);
    set(&user, &session, name, value);
}

fn set(pk: &str, sk: &str, name: &str, value: &Value) {
    let input = json!({
        "Key": {"pk": {"S": pk}, "sk": {"S": sk}},
        "UpdateExpression": "SET #name = :value",
        "ConditionExpression": "attribute_exists(pk)",
        "ExpressionAttributeNames": {"#name": name},
        "ExpressionAttributeValues": {":value": value},
    });
    call("UpdateItem", input);
}

/// Partition and sort key of the session that a client's cookie names: user, session, secret.
fn session_key(client: &Client) -> (String, String) {
    let value = client.cookie().split_once('=').expect("a cookie").1;
    let mut parts = value.split('.');
    let mut part = || parts.next().expect("a session's cookie").to_owned();
    (format!("USER#{}", part()), format!("SESSION#{}", part()))
}

fn call(operation: &str, mut input: Value) -> Value {
    input["TableName"] = variable("TABLE_NAME").into();
    let request = AGENT
        .post(variable("AWS_ENDPOINT_URL_DYNAMODB"))
        .header("authorization", AUTHORIZATION)
        .header("content-type", "application/x-amz-json-1.0")
        .header("x-amz-target", format!("DynamoDB_20120810.{operation}"));
    let mut response = request.send(input.to_string()).expect("DynamoDB answers");
    let text = response.body_mut().read_to_string().expect("a whole answer");
    assert!(response.status().is_success(), "{operation}: {text}");
    serde_json::from_str(&text).expect("JSON")
}

/// DynamoDB's typed JSON (`{"S": "text"}`) as plain JSON.
fn plain(value: &Value) -> Value {
    let (kind, inner) = value.as_object().and_then(|typed| typed.iter().next()).expect("a typed value");
    match (kind.as_str(), inner) {
        ("NULL", _) => Value::Null,
        ("N", Value::String(number)) => serde_json::from_str(number).expect("a number"),
        ("L", Value::Array(values)) => values.iter().map(plain).collect(),
        ("M", Value::Object(members)) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), plain(value))).collect::<Map<_, _>>())
        }
        _ => inner.clone(),
    }
}
