//! What a write costs, worked out from the items before and after it.
//!
//! DynamoDB Local reports too little: of several writes in one transaction that cost the same it counts one.
//! So DynamoDB's price list is applied here: one unit for each KB begun of the larger of the item before and
//! after, two in a transaction; for each index whose entry differs, one unit for each KB begun of the entry
//! that is written and of the entry that is removed (one of them if its key stays).
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html>

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding as _};
use serde_json::{Map, Value};

/// An item, as `DynamoDB`'s JSON writes it.
pub(super) type Item = Map<String, Value>;

/// A KB, of which each one begun counts.
const KB: usize = 1024;

/// One item that a call writes, or looks at to write others.
pub(super) struct Write {
    /// Its partition and sort key.
    pub(super) key: Value,
    /// Whether it is part of a transaction.
    pub(super) is_transacted: bool,
}

/// An index: its key and the attributes it holds, or all of them.
pub(super) struct Index {
    key: Vec<String>,
    holds: Option<Vec<String>>,
}

impl Write {
    /// The writes of a call.
    pub(super) fn of(operation: &str, input: &Value) -> Vec<Self> {
        let key_of = |write: &Value| match &write["Item"] {
            Value::Null => write["Key"].clone(),
            item => serde_json::json!({ "pk": item["pk"], "sk": item["sk"] }),
        };
        match operation {
            "TransactWriteItems" => {
                let writes = input["TransactItems"].as_array().into_iter().flatten();
                let writes = writes.filter_map(|write| write.as_object()?.values().next());
                writes.map(|write| Self { key: key_of(write), is_transacted: true }).collect()
            }
            "PutItem" | "UpdateItem" | "DeleteItem" => vec![Self { key: key_of(input), is_transacted: false }],
            _ => Vec::new(),
        }
    }

    /// Its units, from the item before and after.
    pub(super) fn units(&self, indexes: &[Index], before: Option<&Item>, after: Option<&Item>) -> usize {
        let larger = [before, after].into_iter().flatten().map(size).max().unwrap_or_default();
        let own = larger.div_ceil(KB).max(1) * if self.is_transacted { 2 } else { 1 };
        own + indexes.iter().map(|index| index.units(before, after)).sum::<usize>()
    }
}

impl Index {
    /// The indexes of a table, from the answer of `DescribeTable`.
    pub(super) fn all(description: &Value) -> Vec<Self> {
        let indexes = description["Table"]["GlobalSecondaryIndexes"].as_array().into_iter().flatten();
        let words = |values: &Value, member: Option<&str>| -> Vec<String> {
            let values = values.as_array().into_iter().flatten();
            let word = |value: &Value| member.map_or(value, |member| &value[member]).as_str().map(str::to_owned);
            values.filter_map(word).collect()
        };
        let index = |index: &Value| {
            let projection = &index["Projection"];
            let holds = (projection["ProjectionType"] != "ALL").then(|| words(&projection["NonKeyAttributes"], None));
            Self { key: words(&index["KeySchema"], Some("AttributeName")), holds }
        };
        indexes.map(index).collect()
    }

    fn units(&self, before: Option<&Item>, after: Option<&Item>) -> usize {
        let [old, new] = [before, after].map(|item| item.and_then(|item| self.entry(item)));
        let is_moved = |name: &String| old.as_ref().map(|item| &item[name]) != new.as_ref().map(|item| &item[name]);
        let written = |entry: &Option<Item>| entry.as_ref().map_or(0, |entry| size(entry).div_ceil(KB));
        match () {
            () if old == new => 0,
            // It leaves one place and enters another, or does one of the two.
            () if self.key.iter().any(is_moved) => written(&old) + written(&new),
            () => written(&old).max(written(&new)),
        }
    }

    fn entry(&self, item: &Item) -> Option<Item> {
        let is_held = |name: &String| {
            matches!(name.as_str(), "pk" | "sk")
                || self.key.contains(name)
                || self.holds.as_ref().is_none_or(|names| names.contains(name))
        };
        let is_listed = self.key.iter().all(|name| item.contains_key(name));
        is_listed.then(|| item.clone().into_iter().filter(|(name, _)| is_held(name)).collect())
    }
}

/// The bytes of an item, as `DynamoDB` counts them.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html>
fn size(item: &Item) -> usize {
    item.iter().map(|(name, value)| name.len() + size_of_value(value)).sum()
}

fn size_of_value(value: &Value) -> usize {
    let typed: BTreeMap<_, _> = value.as_object().into_iter().flatten().collect();
    let Some((kind, inner)) = typed.into_iter().next() else { return 0 };
    match (kind.as_str(), inner) {
        ("S", Value::String(text)) => text.len(),
        ("N", Value::String(digits)) => digits.len().div_ceil(2) + 1,
        ("B", Value::String(bytes)) => Base64::decode_vec(bytes).map_or(0, |bytes| bytes.len()),
        ("L", Value::Array(values)) => 3 + values.iter().map(|value| 1 + size_of_value(value)).sum::<usize>(),
        ("M", Value::Object(members)) => {
            3 + members.iter().map(|(name, value)| 1 + name.len() + size_of_value(value)).sum::<usize>()
        }
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn item(value: Value) -> Item {
        let Value::Object(item) = value else { panic!("an item") };
        item
    }

    fn indexes() -> Vec<Index> {
        let schema = |names: [&str; 2]| json!(names.map(|name| json!({"AttributeName": name})));
        let index = |names, kind: &str| json!({"KeySchema": schema(names), "Projection": {"ProjectionType": kind, "NonKeyAttributes": ["agent"]}});
        Index::all(&json!({"Table": {"GlobalSecondaryIndexes": [index(["listPk", "nameSk"], "INCLUDE")]}}))
    }

    #[test]
    fn writes_cost_by_the_kb_and_twice_in_a_transaction() {
        let alone = Write { key: Value::Null, is_transacted: false };
        let transacted = Write { key: Value::Null, is_transacted: true };
        let (small, large) = (item(json!({"a": {"S": "x"}})), item(json!({"a": {"S": "x".repeat(1024)}})));

        assert_eq!(alone.units(&[], None, Some(&small)), 1);
        assert_eq!(transacted.units(&[], Some(&small), Some(&small)), 2, "what is only looked at costs as much");
        assert_eq!(transacted.units(&[], Some(&large), Some(&small)), 4, "the larger one counts");
        assert_eq!(alone.units(&[], None, None), 1, "removing what is not there");
    }

    #[test]
    fn index_entries_cost_when_they_differ() {
        let write = Write { key: Value::Null, is_transacted: true };
        let user = |name: &str, agent: bool, note: &str| {
            item(json!({
                "pk": {"S": "U"}, "sk": {"S": "P"}, "listPk": {"S": "U#active"}, "nameSk": {"S": name},
                "agent": {"BOOL": agent}, "note": {"S": note},
            }))
        };
        let units = |before: &Item, after: &Item| write.units(&indexes(), Some(before), Some(after));
        let ada = user("ada", false, "");

        assert_eq!(write.units(&indexes(), None, Some(&ada)), 3, "one entry more");
        assert_eq!(units(&ada, &user("ada", false, "x")), 2, "what the index does not hold");
        assert_eq!(units(&ada, &user("ada", true, "")), 3, "an entry that stays where it is");
        assert_eq!(units(&ada, &user("ida", false, "")), 4, "an entry that moves");
    }

    #[test]
    fn sizes_are_names_and_values() {
        let value =
            item(json!({"ab": {"S": "é"}, "n": {"N": "1234"}, "l": {"L": [{"BOOL": true}]}, "b": {"B": "AAEC"}}));

        assert_eq!(size(&value), (2 + 2) + (1 + 3) + (1 + 3 + 2) + (1 + 3));
    }

    #[test]
    fn the_writes_of_a_call_are_found_by_their_keys() {
        let key = json!({"pk": {"S": "a"}, "sk": {"S": "b"}});
        let put = json!({"Item": {"pk": {"S": "a"}, "sk": {"S": "b"}, "c": {"S": "d"}}});
        let transaction = json!({"TransactItems": [{"Put": put}, {"ConditionCheck": {"Key": key}}]});

        let writes = Write::of("TransactWriteItems", &transaction);

        assert_eq!(writes.iter().map(|write| &write.key).collect::<Vec<_>>(), [&key, &key]);
        assert!(Write::of("PutItem", &put).iter().all(|write| !write.is_transacted && write.key == key));
        assert!(Write::of("Query", &json!({})).is_empty());
    }
}
