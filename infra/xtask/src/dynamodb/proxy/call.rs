//! One call of `DynamoDB`: who makes it, and what it touches.

use std::collections::BTreeSet;

use axum::http::HeaderMap;
use serde_json::Value;

/// What one call asks for.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The function that makes it, by the name of its binary; empty for whoever says no name.
    pub(crate) function: String,
    /// The operation, such as `TransactWriteItems`.
    pub(crate) operation: String,
    /// Its input.
    pub(crate) input: Value,
}

/// What a policy has to grant for a call.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Access {
    /// The action, such as `ConditionCheckItem`.
    pub(crate) action: String,
    /// The index that is read; none for the table itself.
    pub(crate) index: Option<String>,
    /// What the partition keys begin with: `USER#` of `USER#0190…`; none for a call that names no key.
    pub(crate) keys: BTreeSet<String>,
}

impl Call {
    /// Reads what the SDK sends.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let operation = text("x-amz-target").rsplit('.').next().unwrap_or_default().to_owned();
        // The app id that the SDK was told by its environment.
        let words = ["x-amz-user-agent", "user-agent"].map(text);
        let names = words.iter().flat_map(|words| words.split(' ')).find_map(|word| word.strip_prefix("app/"));
        let function = names.unwrap_or_default().to_owned();
        Some(Self { function, operation, input: serde_json::from_slice(body).ok()? })
    }

    /// The table; of a batch or a transaction, that of its first item.
    pub(super) fn table(&self) -> &str {
        let of_batch = self.input["RequestItems"].as_object().and_then(|tables| tables.keys().next());
        let of_transaction = self.input["TransactItems"][0].as_object().and_then(|write| write.values().next());
        let named = of_transaction.unwrap_or(&self.input)["TableName"].as_str();
        named.or(of_batch.map(String::as_str)).unwrap_or_default()
    }

    /// What it touches. The writes of a transaction are accesses of their own.
    pub(crate) fn accesses(&self) -> Vec<Access> {
        let input = &self.input;
        let plain = |key: &Value| vec![self.access(&self.operation, [key])];
        match self.operation.as_str() {
            "BatchGetItem" => vec![self.access(&self.operation, requested(input))],
            "TransactWriteItems" => array(&input["TransactItems"]).filter_map(|item| self.transacted(item)).collect(),
            "Query" => plain(&input["ExpressionAttributeValues"][":pk"]),
            "PutItem" => plain(&input["Item"]["pk"]),
            _ => plain(&input["Key"]["pk"]),
        }
    }

    fn transacted(&self, item: &Value) -> Option<Access> {
        let (kind, write) = item.as_object()?.iter().next()?;
        let action = if kind == "ConditionCheck" { "ConditionCheckItem".to_owned() } else { format!("{kind}Item") };
        let key = if kind == "Put" { &write["Item"]["pk"] } else { &write["Key"]["pk"] };
        Some(self.access(&action, [key]))
    }

    fn access<'v>(&self, action: &str, keys: impl IntoIterator<Item = &'v Value>) -> Access {
        let index = self.input["IndexName"].as_str().map(str::to_owned);
        let keys = keys.into_iter().filter_map(|key| key["S"].as_str()).map(beginning).collect();
        Access { action: action.to_owned(), index, keys }
    }
}

/// The partition keys of a `BatchGetItem`.
fn requested(input: &Value) -> impl Iterator<Item = &Value> {
    let tables = input["RequestItems"].as_object().into_iter().flat_map(|tables| tables.values());
    tables.flat_map(|wanted| array(&wanted["Keys"])).map(|key| &key["pk"])
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// What a policy can tell keys apart by: all that comes before an id, a name or an address.
fn beginning(key: &str) -> String {
    let mut parts = key.splitn(3, '#');
    let first = parts.next().unwrap_or_default();
    match (first, parts.next()) {
        (_, None) => first.to_owned(),
        ("AUDIT" | "FIND", Some(kind)) => format!("{first}#{kind}#"),
        _ => format!("{first}#"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn call(operation: &str, input: &Value) -> Call {
        let mut headers = HeaderMap::new();
        let target = format!("DynamoDB_20120810.{operation}");
        headers.insert("x-amz-target", target.parse().expect("a value"));
        headers.insert("x-amz-user-agent", "aws-sdk-rust/1.3 os/linux app/list-users".parse().expect("a value"));
        Call::read(&headers, input.to_string().as_bytes()).expect("a call")
    }

    fn access<const N: usize>(action: &str, index: Option<&str>, keys: [&str; N]) -> Access {
        let keys = keys.map(str::to_owned).into();
        Access { action: action.to_owned(), index: index.map(str::to_owned), keys }
    }

    #[test]
    fn who_calls_is_what_the_sdk_was_told() {
        assert_eq!(call("Scan", &json!({})).function, "list-users");
        assert_eq!(Call::read(&HeaderMap::new(), b"{}").expect("a call").function, "");
    }

    #[test]
    fn the_writes_of_a_transaction_are_actions_of_their_own() {
        let key = |pk: &str| json!({"pk": {"S": pk}, "sk": {"S": "s"}});
        let input = json!({"TransactItems": [
            {"ConditionCheck": {"TableName": "t", "Key": key("USER#1")}},
            {"Put": {"Item": key("AUDIT#user#1")}},
            {"Update": {"Key": key("ACCESS")}},
            {"Delete": {"Key": key("FIND#U#a")}},
        ]});
        let expected = [
            access("ConditionCheckItem", None, ["USER#"]),
            access("PutItem", None, ["AUDIT#user#"]),
            access("UpdateItem", None, ["ACCESS"]),
            access("DeleteItem", None, ["FIND#U#"]),
        ];
        let call = call("TransactWriteItems", &input);
        assert_eq!((call.table(), call.accesses()), ("t", expected.to_vec()));
    }

    #[test]
    fn reads_name_their_keys_or_their_index() {
        let keys = json!({"RequestItems": {"t": {"Keys": [{"pk": {"S": "ACCESS"}}, {"pk": {"S": "ONCE#1#a#b"}}]}}});
        let batch = call("BatchGetItem", &keys);
        assert_eq!((batch.table(), batch.accesses()), ("t", vec![access("BatchGetItem", None, ["ACCESS", "ONCE#"])]));
        let query = json!({"IndexName": "by-name", "ExpressionAttributeValues": {":pk": {"S": "U#active"}}});
        assert_eq!(call("Query", &query).accesses(), [access("Query", Some("by-name"), ["U#"])]);
        let scan = call("Scan", &json!({"TableName": "t"}));
        assert_eq!((scan.table(), scan.accesses()), ("t", vec![access("Scan", None, [])]));
    }
}
