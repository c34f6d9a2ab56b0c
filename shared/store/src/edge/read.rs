//! Reads: many items by key, or a range of one partition.

use std::collections::HashMap;
use std::time::Duration;

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, ReturnConsumedCapacity, Select};
use futures_util::TryStreamExt as _;

use super::{Item, Key, Store, names_in, string};
use crate::Error;
use crate::page::Order;

/// The most keys of one `BatchGetItem`.
const BATCH: usize = 100;
/// How often keys that DynamoDB left unread are asked for again.
const UNPROCESSED_ATTEMPTS: u32 = 4;

/// A range of one partition of the table or of an index.
pub(crate) struct Range {
    /// The index, or `None` for the table itself.
    pub(crate) index: Option<&'static str>,
    /// Name and value of the partition key.
    pub(crate) partition: (&'static str, String),
    /// Condition on the sort key, such as `nameSk > :from`, with its values.
    pub(crate) sort: Option<(String, Vec<(&'static str, AttributeValue)>)>,
    /// Filter on other attributes, with its values.
    pub(crate) filter: Option<Filter>,
    /// In which direction of the sort key.
    pub(crate) order: Order,
    /// The most items to look at (before the filter).
    pub(crate) limit: usize,
    /// Strongly consistent: the table only, indexes cannot.
    pub(crate) consistent: bool,
    /// Where an earlier call stopped.
    pub(crate) after: Option<Item>,
}

/// A condition on attributes that are no keys, and its values.
pub(crate) type Filter = (String, Vec<(String, AttributeValue)>);

/// What a range held.
pub(crate) struct Found {
    pub(crate) items: Vec<Item>,
    /// Where it stopped because of the limit (or of 1 MB), if it did.
    pub(crate) stopped: Option<Item>,
    /// Read units that it consumed.
    pub(crate) units: f64,
}

impl Range {
    /// A whole partition of the table, from its beginning.
    pub(crate) fn of_table(pk: impl Into<String>, limit: usize) -> Self {
        Self {
            index: None,
            partition: ("pk", pk.into()),
            sort: None,
            filter: None,
            order: Order::Ascending,
            limit,
            consistent: false,
            after: None,
        }
    }

    /// A whole partition of an index, from its beginning.
    pub(crate) fn of_index(index: &'static str, partition: (&'static str, String), limit: usize) -> Self {
        Self { index: Some(index), partition, ..Self::of_table("", limit) }
    }
}

impl Store {
    /// Counts one sequential trip: said once by whoever is about to wait.
    pub(crate) fn trip(&self) {
        self.trips(1);
    }

    /// Counts the trips of the longest of several ways that were gone side by side.
    pub(crate) fn trips(&self, trips: u32) {
        self.meter.trips(trips);
    }

    /// Reads items by key, strongly consistent: the state of the world that decides about a request.
    pub(crate) async fn read_strongly(&self, keys: &[Key]) -> Result<HashMap<Key, Item>, Error> {
        self.read_batch(keys, true).await
    }

    /// Reads items by key at half the price, possibly as they were a moment ago: rows of a list.
    pub(crate) async fn read_rows(&self, keys: &[Key]) -> Result<HashMap<Key, Item>, Error> {
        self.read_batch(keys, false).await
    }

    /// Reads one item at half the price, possibly as it was a moment ago. Counts no trip: it is done beside
    /// something else.
    pub(crate) async fn read_aside(&self, key: &Key) -> Result<Option<Item>, Error> {
        let get = self.client.get_item().table_name(&*self.table).set_key(Some(key.item()));
        let answer = get.return_consumed_capacity(ReturnConsumedCapacity::Total).send().await?;
        self.meter.read(&answer.consumed_capacity);
        Ok(answer.item)
    }

    async fn read_batch(&self, keys: &[Key], consistent: bool) -> Result<HashMap<Key, Item>, Error> {
        let mut found = HashMap::with_capacity(keys.len());
        for chunk in keys.chunks(BATCH) {
            let mut pending: Vec<Item> = chunk.iter().map(Key::item).collect();
            let mut attempt = 0;
            while !pending.is_empty() {
                self.trip();
                let wanted =
                    KeysAndAttributes::builder().set_keys(Some(pending)).consistent_read(consistent).build()?;
                let answer = self
                    .client
                    .batch_get_item()
                    .request_items(&*self.table, wanted)
                    .return_consumed_capacity(ReturnConsumedCapacity::Total)
                    .send()
                    .await?;
                self.meter.read(answer.consumed_capacity());
                let items = answer.responses.unwrap_or_default().remove(&*self.table).unwrap_or_default();
                found.extend(items.into_iter().filter_map(|item| Some((Key::of(&item)?, item))));
                pending = answer
                    .unprocessed_keys
                    .unwrap_or_default()
                    .remove(&*self.table)
                    .map(|left| left.keys)
                    .unwrap_or_default();
                if !pending.is_empty() {
                    attempt += 1;
                    if attempt == UNPROCESSED_ATTEMPTS {
                        return Err(Error::Unavailable("keys left unprocessed".to_owned()));
                    }
                    pause(attempt).await;
                }
            }
        }
        Ok(found)
    }

    /// Reads a range. Counts no trip: several ranges are read side by side.
    pub(crate) async fn read_range(&self, range: &Range) -> Result<Found, Error> {
        let mut condition = "#pk = :pk".to_owned();
        let mut query = self
            .client
            .query()
            .table_name(&*self.table)
            .set_index_name(range.index.map(str::to_owned))
            .expression_attribute_names("#pk", range.partition.0)
            .expression_attribute_values(":pk", string(&range.partition.1))
            .scan_index_forward(range.order == Order::Ascending)
            .consistent_read(range.consistent)
            .limit(i32::try_from(range.limit).unwrap_or(i32::MAX))
            .set_exclusive_start_key(range.after.clone())
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        if range.index.is_some() {
            query = query.select(Select::AllProjectedAttributes);
        }
        if let Some((sort, values)) = &range.sort {
            condition.push_str(" AND ");
            condition.push_str(sort);
            for (name, value) in values {
                query = query.expression_attribute_values(*name, value.clone());
            }
        }
        if let Some((filter, values)) = &range.filter {
            query = query.filter_expression(filter);
            for (placeholder, name) in names_in(filter).unwrap_or_default() {
                query = query.expression_attribute_names(placeholder, name);
            }
            for (name, value) in values {
                query = query.expression_attribute_values(name, value.clone());
            }
        }
        let answer = query.key_condition_expression(condition).send().await?;
        let units = self.meter.read(&answer.consumed_capacity);
        Ok(Found { items: answer.items.unwrap_or_default(), stopped: answer.last_evaluated_key, units })
    }
}

/// How many read the whole table side by side.
pub(crate) const READERS: usize = 4;
/// The most items of one page of the whole table. DynamoDB ends a page at a megabyte anyway; DynamoDB Local
/// looks at all that is left of the table for a page without a limit: 35 s for one of 200,000 items.
const PAGE: i32 = 2000;

/// Where a reader is in its part of the table.
enum Place {
    Start,
    After(Item),
    End,
}

impl Store {
    /// Reads the whole table, strongly consistent: several readers side by side, each its own part and a
    /// page at a time. `take` is told which reader an item comes from.
    pub(crate) async fn read_everything(&self, mut take: impl FnMut(usize, Item)) -> Result<(), Error> {
        let parts = (0..READERS).map(|reader| {
            let pages = futures_util::stream::try_unfold(Place::Start, move |place| self.read_part(reader, place));
            Box::pin(pages.map_ok(move |items| (reader, items)))
        });
        let mut pages = futures_util::stream::select_all(parts);
        while let Some((reader, items)) = pages.try_next().await? {
            for item in items {
                take(reader, item);
            }
        }
        Ok(())
    }

    /// A page of a reader's part; after the last one, nothing.
    async fn read_part(&self, reader: usize, place: Place) -> Result<Option<(Vec<Item>, Place)>, Error> {
        let after = match place {
            Place::Start => None,
            Place::After(key) => Some(key),
            Place::End => return Ok(None),
        };
        self.trip();
        let answer = self
            .client
            .scan()
            .table_name(&*self.table)
            .segment(i32::try_from(reader).unwrap_or_default())
            .total_segments(i32::try_from(READERS).unwrap_or_default())
            .consistent_read(true)
            .limit(PAGE)
            .set_exclusive_start_key(after)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await?;
        self.meter.read(&answer.consumed_capacity);
        let next = answer.last_evaluated_key.map_or(Place::End, Place::After);
        Ok(Some((answer.items.unwrap_or_default(), next)))
    }
}

/// Waits longer after each attempt, and never as long as the neighbour: 10–50 ms, then 20–100 ms, …
pub(crate) async fn pause(attempt: u32) {
    let mut random = [0; 1];
    // Without randomness the wait is merely less even.
    let _ = getrandom::fill(&mut random);
    let base = 10 << attempt.min(6).saturating_sub(1);
    tokio::time::sleep(Duration::from_millis(base + base * 4 * u64::from(random[0]) / 255)).await;
}
