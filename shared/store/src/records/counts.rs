//! What the check counted last: it reads the whole table, so counting costs nothing more.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::edge::{Item, Key};
use crate::{Error, keys};

/// The item of the counts.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CountsRecord {
    pk: String,
    sk: String,
    pub(crate) customers: u64,
    counted_at: Timestamp,
}

impl CountsRecord {
    pub(crate) fn write(customers: u64, counted_at: Timestamp) -> Result<Item, Error> {
        let Key { pk, sk } = keys::counts();
        Ok(serde_dynamo::to_item(Self { pk, sk, customers, counted_at })?)
    }

    pub(crate) fn read(item: Item) -> Result<Self, Error> {
        Ok(serde_dynamo::from_item(item)?)
    }
}
