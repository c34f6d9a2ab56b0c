//! A table that nobody else uses, functions on it, and what makes their calls fail.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::api::Api;
use crate::dynamodb::{Client, Fault, Kind, Proxy, Watched};
use crate::stack::Stack;

/// The most items of one `BatchWriteItem`.
const BATCH: usize = 25;

/// A function that operators invoke.
pub(super) struct Operated {
    /// The name of its resource.
    pub(super) name: &'static str,
    /// Its binary.
    pub(super) binary: &'static str,
}

/// What came of asking a function.
pub(super) struct Asked {
    /// Its answer, or why there is none.
    pub(super) outcome: Result<Value>,
    /// The calls that it made.
    pub(super) calls: Vec<Watched>,
}

impl Asked {
    /// Whether one of its calls failed in this way.
    pub(super) fn has_met(&self, kind: Kind) -> bool {
        self.calls.iter().any(|call| call.fault == Some(kind))
    }
}

/// Where functions are attacked.
pub(super) struct Ground<'a> {
    stack: &'a Stack,
    proxy: &'a Proxy,
    database: Client,
}

impl<'a> Ground<'a> {
    /// That of a stack whose functions reach the store through the proxy.
    pub(super) fn new(stack: &'a Stack, proxy: &'a Proxy) -> Self {
        Self { stack, proxy, database: Client::new(&stack.plan.endpoint) }
    }

    /// Asks a function, of whose calls some fail.
    pub(super) async fn ask(&self, function: &Operated, event: &Value, faults: &[Fault]) -> Asked {
        let table = &self.stack.plan.table;
        self.proxy.watch_function(function.binary, table, faults);
        let outcome = self.stack.invoke(function.name, event).await;
        Asked { outcome, calls: self.proxy.end_watch(function.binary, table) }
    }

    /// Has the table checked, with nothing that fails.
    pub(super) async fn holds_together(&self) -> Result<()> {
        self.stack.check_store().await
    }

    /// Signs in with the e-mail and the password of an answer.
    pub(super) async fn sign_in(&self, answer: &Value) -> Result<Api> {
        let text = |name: &str| answer[name].as_str().with_context(|| format!("no {name} was answered"));
        Api::sign_in(&self.stack.url, text("email")?, text("password")?).await
    }

    /// All items of the table, in `DynamoDB`'s JSON.
    pub(super) async fn items(&self) -> Result<Vec<Value>> {
        let mut items = Vec::new();
        let mut input = json!({ "TableName": self.stack.plan.table, "ConsistentRead": true });
        loop {
            let mut page = self.database.call("Scan", &input).await?;
            items.append(page["Items"].as_array_mut().context("items")?);
            if page["LastEvaluatedKey"].is_null() {
                return Ok(items);
            }
            input["ExclusiveStartKey"] = page["LastEvaluatedKey"].take();
        }
    }

    /// Empties the table.
    pub(super) async fn clear(&self) -> Result<()> {
        let table = &self.stack.plan.table;
        for items in self.items().await?.chunks(BATCH) {
            let key = |item: &Value| json!({ "DeleteRequest": { "Key": { "pk": item["pk"], "sk": item["sk"] } } });
            let deletions: Vec<_> = items.iter().map(key).collect();
            self.database.call("BatchWriteItem", &json!({ "RequestItems": { table: deletions } })).await?;
        }
        Ok(())
    }
}

/// The text of an item's attribute.
pub(super) fn text<'v>(item: &'v Value, attribute: &str) -> &'v str {
    item[attribute]["S"].as_str().unwrap_or_default()
}

/// The number of an item's attribute.
pub(super) fn number(item: &Value, attribute: &str) -> Result<u64> {
    let number = item[attribute]["N"].as_str().and_then(|number| number.parse().ok());
    number.with_context(|| format!("no {attribute} in {item}"))
}
