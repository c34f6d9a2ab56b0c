//! What one call costs: the reads that `DynamoDB` counts, and the writes by its price list.

use anyhow::Result;
use serde::Serialize;
use serde_json::{Value, json};

use super::call::Call;
use super::units::{Index, Item, Write};
use crate::dynamodb::Client;
use crate::http::Answer;

/// Units of one call.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(super) struct Units {
    /// Read units.
    read: f64,
    /// Write units.
    write: usize,
}

/// The items that a call is about to write, as they are before.
pub(super) struct Meter {
    client: Client,
    table: String,
    indexes: Vec<Index>,
    writes: Vec<(Write, Option<Item>)>,
}

impl Meter {
    /// Looks at what a call is about to write. Exact while nobody else writes the same.
    pub(super) async fn before(client: Client, call: &Call) -> Result<Self> {
        let writes = Write::of(&call.operation, &call.input);
        let mut meter = Self { client, table: call.table().to_owned(), indexes: Vec::new(), writes: Vec::new() };
        if !writes.is_empty() {
            let description = meter.client.call("DescribeTable", &json!({ "TableName": meter.table })).await?;
            meter.indexes = Index::all(&description);
        }
        for write in writes {
            let item = meter.item(&write.key).await?;
            meter.writes.push((write, item));
        }
        Ok(meter)
    }

    /// Looks once more, when it is written.
    pub(super) async fn after(self, answer: &Answer) -> Result<Units> {
        let body = answer.json()?;
        let consumed = match &body["ConsumedCapacity"] {
            Value::Array(tables) => tables.iter().filter_map(|table| table["CapacityUnits"].as_f64()).sum(),
            table => table["CapacityUnits"].as_f64().unwrap_or_default(),
        };
        if self.writes.is_empty() {
            return Ok(Units { read: consumed, write: 0 });
        }
        let mut write = 0;
        for (of, before) in &self.writes {
            // What a condition has refused is charged as if it had been written.
            let after = self.item(&of.key).await?;
            write += of.units(&self.indexes, before.as_ref(), after.as_ref());
        }
        Ok(Units { read: 0.0, write })
    }

    async fn item(&self, key: &Value) -> Result<Option<Item>> {
        let input = json!({ "TableName": self.table, "Key": key, "ConsistentRead": true });
        let found = self.client.call("GetItem", &input).await?;
        Ok(found["Item"].as_object().cloned())
    }
}
