//! The table, as the input of `CreateTable`.

use anyhow::{Result, bail};
use serde_json::{Map, Value};

const CREATE_TABLE_MEMBERS: [&str; 4] = ["AttributeDefinitions", "BillingMode", "GlobalSecondaryIndexes", "KeySchema"];

/// The one table of the product.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    definition: Map<String, Value>,
    /// The attribute that says when an item ends.
    pub(crate) time_to_live: Option<String>,
}

impl Table {
    pub(super) fn read(document: &Value) -> Result<Self> {
        let tables: Vec<_> = super::resources(document, "AWS::DynamoDB::Table").collect();
        let [(_, properties)] = tables.as_slice() else {
            bail!("expected one AWS::DynamoDB::Table, found {}", tables.len())
        };
        let definition = CREATE_TABLE_MEMBERS
            .iter()
            .filter_map(|member| Some(((*member).to_owned(), properties.get(member)?.clone())))
            .collect();
        let ttl = &properties["TimeToLiveSpecification"];
        let time_to_live = (ttl["Enabled"] == true).then(|| ttl["AttributeName"].as_str()).flatten().map(str::to_owned);
        Ok(Self { definition, time_to_live })
    }

    /// The input of `CreateTable` but for the table's name.
    pub(crate) fn definition(&self) -> Value {
        Value::Object(self.definition.clone())
    }

    /// The input of `CreateTable`.
    pub(crate) fn named(&self, name: &str) -> Value {
        let mut definition = self.definition.clone();
        definition.insert("TableName".to_owned(), name.into());
        Value::Object(definition)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_create_table_takes_is_kept() {
        let document = json!({"Resources": {"Table": {"Type": "AWS::DynamoDB::Table", "Properties": {
            "BillingMode": "PAY_PER_REQUEST",
            "DeletionProtectionEnabled": true,
            "TimeToLiveSpecification": {"AttributeName": "expiresAt", "Enabled": true},
            "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        }}}});

        let table = Table::read(&document).expect("a table");

        assert_eq!(table.time_to_live.as_deref(), Some("expiresAt"));
        assert_eq!(
            table.named("t"),
            json!({
                "TableName": "t",
                "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
            })
        );
    }
}
