//! What a transaction costs in write units, worked out from what it left in the table.
//!
//! DynamoDB Local reports too little: of several writes in one transaction that cost the same it
//! counts one. So the price list is applied here: a write costs 2 units a KB in a transaction, the
//! larger of the item before and after; each index entry that is written or removed costs 2 as well.
//! (DynamoDB itself counts index entries once; this is the upper bound.)

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::Value;

use super::Item;
use super::table::definition;

/// Everything in a table, by key.
pub(crate) type Dump = BTreeMap<(String, String), Item>;

/// An index: its key and the attributes it holds, or all of them.
struct Index {
    key: Vec<String>,
    projects: Option<Vec<String>>,
}

/// The write units between two states of a table; `checks` counts what was only looked at.
pub(crate) fn write_units(before: &Dump, after: &Dump, checks: usize) -> usize {
    let indexes = indexes();
    let mut units = 2 * checks;
    let keys = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key)));
    for (old, new) in keys.map(|key| (before.get(key), after.get(key))).filter(|(old, new)| old != new) {
        units += transacted(old, new);
        units += indexes.iter().map(|index| index.units(old, new)).sum::<usize>();
    }
    units
}

/// Two units for each KB begun.
fn transacted(old: Option<&Item>, new: Option<&Item>) -> usize {
    2 * [old, new].into_iter().flatten().map(size).max().unwrap_or_default().div_ceil(1024)
}

impl Index {
    fn units(&self, old: Option<&Item>, new: Option<&Item>) -> usize {
        let (old, new) = (old.and_then(|item| self.entry(item)), new.and_then(|item| self.entry(item)));
        let key = |entry: &Option<Item>| {
            entry.as_ref().map(|entry| self.key.iter().map(|name| entry[name].clone()).collect::<Vec<_>>())
        };
        if old == new {
            0
        } else if key(&old) == key(&new) {
            transacted(old.as_ref(), new.as_ref())
        } else {
            // It leaves one place and enters another.
            [old, new].iter().flatten().map(|entry| transacted(None, Some(entry))).sum()
        }
    }

    fn entry(&self, item: &Item) -> Option<Item> {
        if !self.key.iter().all(|name| item.contains_key(name)) {
            return None;
        }
        let holds = |name: &String| {
            name == "pk"
                || name == "sk"
                || self.key.contains(name)
                || self.projects.as_ref().is_none_or(|names| names.contains(name))
        };
        Some(item.iter().filter(|(name, _)| holds(name)).map(|(name, value)| (name.clone(), value.clone())).collect())
    }
}

fn indexes() -> Vec<Index> {
    let words = |values: &Value, member: Option<&str>| -> Vec<String> {
        let values = values.as_array().map(Vec::as_slice).unwrap_or_default();
        let word = |value: &Value| member.map_or(value, |member| &value[member]).as_str().map(str::to_owned);
        values.iter().filter_map(word).collect()
    };
    let index = |index: &Value| {
        let projection = &index["Projection"];
        let projects = (projection["ProjectionType"] != "ALL").then(|| words(&projection["NonKeyAttributes"], None));
        Index { key: words(&index["KeySchema"], Some("AttributeName")), projects }
    };
    definition()["GlobalSecondaryIndexes"].as_array().map(|list| list.iter().map(index).collect()).unwrap_or_default()
}

fn size(item: &Item) -> usize {
    item.iter().map(|(name, value)| name.len() + size_of_value(value)).sum()
}

fn size_of_value(value: &AttributeValue) -> usize {
    match value {
        AttributeValue::S(text) => text.len(),
        AttributeValue::N(digits) => digits.len().div_ceil(2) + 1,
        AttributeValue::L(list) => 3 + list.iter().map(|value| 1 + size_of_value(value)).sum::<usize>(),
        AttributeValue::M(map) => {
            3 + map.iter().map(|(name, value)| 1 + name.len() + size_of_value(value)).sum::<usize>()
        }
        _ => 1,
    }
}
