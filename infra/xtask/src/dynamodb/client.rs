//! `DynamoDB`'s JSON protocol, as far as making and looking at a table needs it.

use anyhow::{Context, Result, bail};
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::http::{self, Answer};
use crate::template::Table;

/// DynamoDB Local keeps one database per region and account unless it is shared; ours is.
pub(crate) const REGION: &str = "eu-central-1";

/// DynamoDB Local checks that a signature is there, not that it is right.
const AUTHORIZATION: &str = "AWS4-HMAC-SHA256 Credential=local/20200101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local";

/// A client of one endpoint of this machine.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    endpoint: String,
}

impl Client {
    /// A client of an endpoint.
    pub(crate) fn new(endpoint: &str) -> Self {
        Self { endpoint: endpoint.to_owned() }
    }

    /// Creates the table under this name unless it exists; answers whether it did so.
    pub(crate) async fn create_table(&self, table: &Table, name: &str) -> Result<bool> {
        if self.has_table(name).await? {
            return Ok(false);
        }
        self.call("CreateTable", &table.named(name)).await?;
        if let Some(attribute) = &table.time_to_live {
            let specification = json!({"AttributeName": attribute, "Enabled": true});
            self.call("UpdateTimeToLive", &json!({"TableName": name, "TimeToLiveSpecification": specification}))
                .await?;
        }
        Ok(true)
    }

    async fn has_table(&self, name: &str) -> Result<bool> {
        let answer = self.send("DescribeTable", &json!({"TableName": name})).await?;
        match answer.status.is_success() {
            true => Ok(true),
            false if answer.text().contains("ResourceNotFoundException") => Ok(false),
            false => bail!("DescribeTable was refused: {}", answer.text()),
        }
    }

    /// One call; answers its output.
    pub(crate) async fn call(&self, operation: &str, input: &Value) -> Result<Value> {
        let answer = self.send(operation, input).await?;
        if !answer.status.is_success() {
            bail!("{operation} was refused: {}", answer.text());
        }
        answer.json()
    }

    async fn send(&self, operation: &str, input: &Value) -> Result<Answer> {
        let request = Request::post(&self.endpoint)
            .header("authorization", AUTHORIZATION)
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", format!("DynamoDB_20120810.{operation}"))
            .body(Body::from(input.to_string()))?;
        http::send(request).await.with_context(|| format!("{operation} at {}", self.endpoint))
    }
}
