//! A table on DynamoDB Local, and what a test may do to it behind the store's back.

use std::collections::{BTreeMap, HashMap};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
    ProjectionType, PutRequest, ScalarAttributeType, WriteRequest, builders::WriteRequestBuilder,
};
use futures_util::StreamExt as _;
use serde_json::Value;
use uuid::Uuid;

/// One item as it lies in the table.
pub(crate) type Item = HashMap<String, AttributeValue>;

/// A table that exists for one test.
pub(crate) struct Table {
    client: Client,
    pub(crate) name: String,
}

impl Table {
    /// Makes a table as the template describes it.
    pub(crate) async fn create() -> Self {
        let definition = definition();
        let table = Self::named(&format!("store-test-{}", Uuid::now_v7())).await;
        table
            .client
            .create_table()
            .table_name(&table.name)
            .billing_mode(BillingMode::PayPerRequest)
            .set_attribute_definitions(Some(list(&definition["AttributeDefinitions"], attribute)))
            .set_key_schema(Some(list(&definition["KeySchema"], key)))
            .set_global_secondary_indexes(Some(list(&definition["GlobalSecondaryIndexes"], index)))
            .send()
            .await
            .expect("DynamoDB Local makes the table");
        table
    }

    /// A table that another test made.
    pub(crate) async fn named(name: &str) -> Self {
        variable("AWS_ENDPOINT_URL_DYNAMODB");
        let config =
            aws_config::from_env().http_client(aws_smithy_http_client::Builder::new().build_http()).load().await;
        Self { client: Client::new(&config), name: name.to_owned() }
    }

    /// Everything in the table.
    pub(crate) async fn dump(&self) -> BTreeMap<(String, String), Item> {
        let mut items = BTreeMap::new();
        let mut after = None;
        loop {
            let answer = self
                .client
                .scan()
                .table_name(&self.name)
                .consistent_read(true)
                .set_exclusive_start_key(after)
                .send()
                .await
                .expect("a scan");
            for item in answer.items.unwrap_or_default() {
                items.insert((text(&item, "pk"), text(&item, "sk")), item);
            }
            after = answer.last_evaluated_key;
            if after.is_none() {
                return items;
            }
        }
    }

    /// The items whose partition begins like this.
    pub(crate) async fn dump_of(&self, partition: &str) -> Vec<Item> {
        self.dump().await.into_iter().filter(|((pk, _), _)| pk.starts_with(partition)).map(|(_, item)| item).collect()
    }

    /// Writes an item, whatever was there.
    pub(crate) async fn put(&self, item: Item) {
        self.client.put_item().table_name(&self.name).set_item(Some(item)).send().await.expect("a put");
    }

    /// Writes many items, 25 a call.
    pub(crate) async fn put_all(&self, items: Vec<Item>) {
        let requests = items.into_iter().map(|item| {
            WriteRequest::builder().put_request(PutRequest::builder().set_item(Some(item)).build().expect("an item"))
        });
        let requests: Vec<WriteRequest> = requests.map(WriteRequestBuilder::build).collect();
        let batches = requests
            .chunks(25)
            .map(|batch| self.client.batch_write_item().request_items(&self.name, batch.to_vec()).send());
        futures_util::stream::iter(batches)
            .for_each_concurrent(4, async |batch| {
                let left = batch.await.expect("a batch").unprocessed_items.unwrap_or_default();
                assert!(left.is_empty(), "DynamoDB Local takes whole batches");
            })
            .await;
    }

    /// Removes an item.
    pub(crate) async fn delete(&self, item: &Item) {
        let key = ["pk", "sk"].map(|name| (name.to_owned(), item[name].clone())).into();
        self.client.delete_item().table_name(&self.name).set_key(Some(key)).send().await.expect("a delete");
    }

    /// Removes the table.
    pub(crate) async fn drop(self) {
        self.client.delete_table().table_name(&self.name).send().await.expect("the table goes");
    }
}

fn text(item: &Item, name: &str) -> String {
    item[name].as_s().expect("a key").clone()
}

fn variable(name: &str) -> String {
    std::env::var(name)
        .unwrap_or_else(|_| panic!("{name} is not set: these tests need DynamoDB Local. Run `cargo xtask test store`."))
}

/// The template's table, as the input of `CreateTable`.
pub(super) fn definition() -> Value {
    let path = variable("TABLE_DEFINITION");
    let json = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{path} cannot be read ({error}). Run `cargo xtask test store`."));
    serde_json::from_str(&json).expect("TABLE_DEFINITION is JSON")
}

fn list<T>(values: &Value, read: fn(&Value) -> T) -> Vec<T> {
    values.as_array().expect("a list").iter().map(read).collect()
}

fn word(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_else(|| panic!("{name} in {value}")).to_owned()
}

fn attribute(value: &Value) -> AttributeDefinition {
    AttributeDefinition::builder()
        .attribute_name(word(value, "AttributeName"))
        .attribute_type(ScalarAttributeType::from(&*word(value, "AttributeType")))
        .build()
        .expect("an attribute")
}

fn key(value: &Value) -> KeySchemaElement {
    KeySchemaElement::builder()
        .attribute_name(word(value, "AttributeName"))
        .key_type(KeyType::from(&*word(value, "KeyType")))
        .build()
        .expect("a key")
}

fn index(value: &Value) -> GlobalSecondaryIndex {
    let projection = &value["Projection"];
    let attributes = projection["NonKeyAttributes"]
        .as_array()
        .map(|names| names.iter().map(|name| name.as_str().expect("a name").to_owned()).collect());
    GlobalSecondaryIndex::builder()
        .index_name(word(value, "IndexName"))
        .set_key_schema(Some(list(&value["KeySchema"], key)))
        .projection(
            Projection::builder()
                .projection_type(ProjectionType::from(&*word(projection, "ProjectionType")))
                .set_non_key_attributes(attributes)
                .build(),
        )
        .build()
        .expect("an index")
}
