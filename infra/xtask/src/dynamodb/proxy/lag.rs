//! Indexes that answer as things were a while ago, as `DynamoDB`'s may.
//!
//! A copy of the table receives every write so much later; queries of an index go to the copy.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until};

use super::call::Call;
use super::units::Write;
use crate::dynamodb::Client;

/// What of a table's description makes another one like it.
const DEFINITION: [&str; 3] = ["AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes"];
/// The most items of one `BatchWriteItem`.
const BATCH: usize = 25;

/// One lagging copy; the lag ends when the value goes.
#[derive(Debug)]
pub(super) struct Lag {
    copy: String,
    writes: UnboundedSender<Vec<Value>>,
    tasks: [JoinHandle<()>; 2],
}

impl Lag {
    /// Copies a table as it is, and lets its indexes lag by so much from now on.
    pub(super) async fn begin(client: Client, table: &str, lag: Duration) -> Result<Self> {
        let copy = format!("{table}-lagging-{}", uuid::Uuid::now_v7());
        let described = client.call("DescribeTable", &json!({ "TableName": table })).await?;
        client.call("CreateTable", &definition(&described["Table"], &copy)).await?;
        copy_all(&client, table, &copy).await?;

        let (writes, mut written) = unbounded_channel::<Vec<Value>>();
        let (snapshots, mut taken) = unbounded_channel::<(Instant, Value, Value)>();
        // What was written is looked at once and in its order, and becomes visible later in the same order.
        let look = tokio::spawn({
            let (client, table) = (client.clone(), table.to_owned());
            async move {
                while let Some(keys) = written.recv().await {
                    for key in keys {
                        let input = json!({ "TableName": table, "Key": key, "ConsistentRead": true });
                        if let Ok(found) = client.call("GetItem", &input).await {
                            let _ = snapshots.send((Instant::now() + lag, key, found["Item"].clone()));
                        }
                    }
                }
            }
        });
        let show = tokio::spawn({
            let copy = copy.clone();
            async move {
                while let Some((due, key, item)) = taken.recv().await {
                    sleep_until(due).await;
                    let _ = match item {
                        Value::Null => client.call("DeleteItem", &json!({ "TableName": copy, "Key": key })).await,
                        item => client.call("PutItem", &json!({ "TableName": copy, "Item": item })).await,
                    };
                }
            }
        });
        Ok(Self { copy, writes, tasks: [look, show] })
    }

    /// Where a call goes in place of the table: queries of an index only.
    pub(super) fn instead(&self, call: &Call) -> Option<Value> {
        call.input["IndexName"].is_string().then(|| {
            let mut input = call.input.clone();
            input["TableName"] = self.copy.clone().into();
            input
        })
    }

    /// Notes that a call has written.
    pub(super) fn note(&self, call: &Call) {
        let keys: Vec<_> = Write::of(&call.operation, &call.input).into_iter().map(|write| write.key).collect();
        if !keys.is_empty() {
            let _ = self.writes.send(keys);
        }
    }
}

impl Drop for Lag {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// The input that creates a table like the one described.
fn definition(described: &Value, name: &str) -> Value {
    let mut definition: Map<_, _> =
        DEFINITION.into_iter().map(|part| (part.to_owned(), described[part].clone())).collect();
    for index in definition["GlobalSecondaryIndexes"].as_array_mut().into_iter().flatten() {
        // The rest says what became of it.
        if let Some(members) = index.as_object_mut() {
            members.retain(|member, _| matches!(member.as_str(), "IndexName" | "KeySchema" | "Projection"));
        }
    }
    definition.insert("TableName".to_owned(), name.into());
    definition.insert("BillingMode".to_owned(), "PAY_PER_REQUEST".into());
    Value::Object(definition)
}

async fn copy_all(client: &Client, table: &str, copy: &str) -> Result<()> {
    let mut input = json!({ "TableName": table, "ConsistentRead": true });
    loop {
        let page = client.call("Scan", &input).await?;
        for items in page["Items"].as_array().context("items")?.chunks(BATCH) {
            let puts: Vec<_> = items.iter().map(|item| json!({ "PutRequest": { "Item": item } })).collect();
            client.call("BatchWriteItem", &json!({ "RequestItems": { copy: puts } })).await?;
        }
        if page["LastEvaluatedKey"].is_null() {
            return Ok(());
        }
        input["ExclusiveStartKey"] = page["LastEvaluatedKey"].clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_same_indexes() {
        let index = json!({"IndexName": "by-name", "KeySchema": [], "Projection": {}});
        let mut seen = index.clone();
        seen["IndexStatus"] = "ACTIVE".into();
        let described = json!({
            "TableName": "t", "AttributeDefinitions": [], "KeySchema": [], "GlobalSecondaryIndexes": [seen],
            "ItemCount": 3,
        });

        let expected = json!({
            "TableName": "u", "AttributeDefinitions": [], "KeySchema": [], "GlobalSecondaryIndexes": [index],
            "BillingMode": "PAY_PER_REQUEST",
        });
        assert_eq!(definition(&described, "u"), expected);
    }
}
