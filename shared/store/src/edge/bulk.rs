//! What a transaction would do, done without one: for filling an empty table, where nobody else writes.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::{PutRequest, WriteRequest};
use futures_util::TryStreamExt as _;

use super::commit::ATTEMPTS;
use super::transaction::Assignments;
use super::{Item, Key, Store, Transaction, pause};
use crate::Error;

/// Items of one call: DynamoDB takes no more.
const BATCH: usize = 25;
/// Calls side by side.
const CALLS: usize = 4;

/// The writes of many transactions: whole items, and what is added to numbers of others.
#[derive(Default)]
pub(crate) struct Writes {
    items: Vec<Item>,
    /// By partition key, sort key and attribute.
    amounts: BTreeMap<[String; 3], i64>,
}

impl Writes {
    /// Takes over what a transaction writes; its conditions are left behind.
    pub(crate) fn take(&mut self, transaction: Transaction) -> Result<(), Error> {
        for write in transaction.writes {
            if let Some(put) = write.item.put {
                self.items.push(put.item);
            } else if let Some(update) = write.item.update {
                let (names, values) = (update.expression_attribute_names, update.expression_attribute_values);
                let (names, values) = (names.unwrap_or_default(), values.unwrap_or_default());
                for (name, value) in added(&update.update_expression)? {
                    let amount = values.get(value).and_then(|value| value.as_n().ok()?.parse::<i64>().ok());
                    let (Some(name), Some(amount)) = (names.get(name), amount) else {
                        return Err(Error::Fault(format!("no number is added: {}", update.update_expression)));
                    };
                    let Key { pk, sk } = write.key.clone();
                    *self.amounts.entry([pk, sk, name.clone()]).or_default() += amount;
                }
            } else if write.item.condition_check.is_none() {
                return Err(Error::Fault("a new record removes nothing".to_owned()));
            }
        }
        Ok(())
    }
}

/// The names and values of an expression that adds and does nothing else.
fn added(expression: &str) -> Result<Vec<(&str, &str)>, Error> {
    let parts = expression.strip_prefix("ADD ").map(|parts| parts.split(", ").map(|part| part.split_once(' ')));
    let parts = parts.and_then(Iterator::collect::<Option<Vec<_>>>);
    parts.ok_or_else(|| Error::Fault(format!("a new record changes another one: {expression}")))
}

impl Store {
    /// Writes it all, each item as it is.
    pub(crate) async fn write_all(&self, writes: Writes) -> Result<(), Error> {
        let Writes { items, amounts } = writes;
        let batches = items.chunks(BATCH).map(|batch| Ok::<_, Error>(batch.to_vec()));
        futures_util::stream::iter(batches)
            .map_ok(|batch| self.write_batch(batch))
            .try_buffer_unordered(CALLS)
            .try_collect::<()>()
            .await?;
        for ([pk, sk, name], amount) in amounts {
            let Assignments { expression, names, values } = Assignments::adding(&[(&name, amount)]);
            self.client
                .update_item()
                .table_name(&*self.table)
                .set_key(Some(Key { pk, sk }.item()))
                .update_expression(expression)
                .set_expression_attribute_names(Some(names))
                .set_expression_attribute_values(Some(values))
                .send()
                .await?;
        }
        Ok(())
    }

    async fn write_batch(&self, batch: Vec<Item>) -> Result<(), Error> {
        let put = |item| PutRequest::builder().set_item(Some(item)).build().expect("the item is set");
        let mut left: Vec<_> =
            batch.into_iter().map(|item| WriteRequest::builder().put_request(put(item)).build()).collect();
        for attempt in 1..=ATTEMPTS {
            let answer = self.client.batch_write_item().request_items(&*self.table, left).send().await?;
            left = answer.unprocessed_items.unwrap_or_default().remove(&*self.table).unwrap_or_default();
            if left.is_empty() {
                return Ok(());
            }
            pause(attempt).await;
        }
        Err(Error::Unavailable("items were left unwritten".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edge::Condition;

    #[tokio::test]
    async fn whole_items_are_kept_and_amounts_are_added_up() {
        let store = Store::connect("table").await;
        let mut writes = Writes::default();
        for number in 0..3 {
            let mut transaction = store.transaction();
            transaction.check(Key::new("ACTOR", "PROFILE"), Condition::present(|| Error::ActorChanged));
            transaction.create(Key::new(number.to_string(), "PROFILE").item(), |_| Error::ActorChanged);
            transaction.add(Key::new("COUNT", "X"), &[("active", 2)], Condition::present(|| Error::ActorChanged));
            writes.take(transaction).expect("nothing but new records");
        }
        assert_eq!(writes.items.len(), 3);
        assert_eq!(writes.amounts, BTreeMap::from([(["COUNT", "X", "active"].map(str::to_owned), 6)]));

        let mut transaction = store.transaction();
        transaction.delete(Key::new("a", "b"));
        assert!(writes.take(transaction).is_err(), "what was there before is not for here");
    }

    #[test]
    fn only_additions_are_understood() {
        assert_eq!(added("ADD #n0 :n0, #n1 :n1").expect("two"), [("#n0", ":n0"), ("#n1", ":n1")]);
        assert!(added("SET #n0 = :n0").is_err());
    }
}
