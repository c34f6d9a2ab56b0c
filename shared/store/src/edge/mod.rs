//! Where the code meets DynamoDB: connecting, single calls, transactions, and what they cost.

#[cfg(feature = "bulk")]
mod bulk;
mod client;
mod commit;
mod count;
mod meter;
mod read;
mod transaction;

use std::collections::HashMap;
use std::sync::Arc;

use aws_sdk_dynamodb::types::AttributeValue;

#[cfg(feature = "bulk")]
pub(crate) use bulk::Writes;
pub(crate) use count::{Count, Counted};
pub use meter::Cost;
pub(crate) use meter::Meter;
pub(crate) use read::{Filter, READERS, Range, pause};
pub(crate) use transaction::{Condition, MAX_WRITES, Transaction};

/// One item as the table holds it.
pub(crate) type Item = HashMap<String, AttributeValue>;

/// A primary key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) pk: String,
    pub(crate) sk: String,
}

impl Key {
    pub(crate) fn new(pk: impl Into<String>, sk: impl Into<String>) -> Self {
        Self { pk: pk.into(), sk: sk.into() }
    }

    /// The key as attributes, in the form the SDK's builders take.
    pub(crate) fn item(&self) -> Item {
        HashMap::from([("pk".to_owned(), string(&self.pk)), ("sk".to_owned(), string(&self.sk))])
    }

    /// The key of an item.
    pub(crate) fn of(item: &Item) -> Option<Self> {
        Some(Self::new(item.get("pk")?.as_s().ok()?, item.get("sk")?.as_s().ok()?))
    }
}

pub(crate) fn string(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

pub(crate) fn number(value: impl std::fmt::Display) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

/// The names an expression uses: `#status` stands for the attribute `status`, whether or not that is
/// one of DynamoDB's many reserved words.
fn names_in(expression: &str) -> Option<HashMap<String, String>> {
    let names: HashMap<String, String> = expression
        .split('#')
        .skip(1)
        .map(|rest| &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())])
        .map(|name| (format!("#{name}"), name.to_owned()))
        .collect();
    (!names.is_empty()).then_some(names)
}

/// The table, and a meter for what one request costs.
#[derive(Clone, Debug)]
pub struct Store {
    client: aws_sdk_dynamodb::Client,
    table: Arc<str>,
    meter: Arc<Meter>,
}
