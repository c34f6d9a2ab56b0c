//! Sending a transaction: retries that can never apply it twice, refusals in the domain's words.

use std::collections::HashMap;

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{CancellationReason, ReturnConsumedCapacity};
use uuid::Uuid;

use super::read::pause;
use super::transaction::{Assignments, Write};
use super::{Item, Key, Store, Transaction};
use crate::Error;

/// How often a transaction, or a count, is sent while others hold its items or the store is throttled.
pub(super) const ATTEMPTS: u32 = 6;

/// What became of one attempt.
enum Outcome {
    /// Certainly not applied: a retry is a new transaction.
    Busy,
    /// Perhaps applied: a retry must be the same transaction, by the same token.
    Unknown(Error),
    /// Certainly not applied, and a retry would not help.
    Refused(Error),
}

impl Store {
    /// Applies everything or nothing.
    ///
    /// # Errors
    /// The first refusal in the order in which the writes were added; [`Error::Contended`] if others
    /// hold the items all along; [`Error::Unavailable`] if the outcome stays unknown or the store is
    /// throttled.
    pub(crate) async fn commit(&self, transaction: Transaction) -> Result<(), Error> {
        self.trip();
        self.meter.decided();
        let mut token = Uuid::now_v7();
        let mut last = Error::Contended;
        for attempt in 1..=ATTEMPTS {
            let sent = self
                .client
                .transact_write_items()
                .set_transact_items(Some(transaction.writes.iter().map(|write| write.item.clone()).collect()))
                .client_request_token(token.to_string())
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await;
            match sent {
                Ok(answer) => {
                    self.meter.write(answer.consumed_capacity());
                    return Ok(());
                }
                Err(error) => match judge(&transaction.writes, error) {
                    Outcome::Refused(refusal) => return Err(refusal),
                    Outcome::Busy => {
                        token = Uuid::now_v7();
                        last = Error::Contended;
                    }
                    Outcome::Unknown(error) => last = error,
                },
            }
            if attempt < ATTEMPTS {
                pause(attempt).await;
            }
        }
        match last {
            // Whoever was quicker may have left a state in which this change is impossible anyway.
            Error::Contended => Err(self.refusal(&transaction).await?.unwrap_or(Error::Contended)),
            other => Err(other),
        }
    }

    /// Writes the attributes that differ, on their own and without an audit event: for what is noted
    /// rather than changed. Does nothing if the item is gone.
    pub(crate) async fn update_if_present(&self, before: &Item, after: &Item) -> Result<(), Error> {
        self.trip();
        let assignments = Assignments::between(before, after);
        let sent = self
            .client
            .update_item()
            .table_name(&*self.table)
            .set_key(Key::of(after).map(|key| key.item()))
            .update_expression(assignments.expression)
            .set_expression_attribute_names(Some(assignments.names))
            .set_expression_attribute_values(Some(assignments.values))
            .condition_expression("attribute_exists(pk)")
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await;
        match sent {
            Ok(answer) => self.meter.write(&answer.consumed_capacity),
            Err(error)
                if error.as_service_error().is_some_and(UpdateItemError::is_conditional_check_failed_exception) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Writes an item, whatever there was, on its own and without an audit event: for what is noted rather
    /// than changed.
    pub(crate) async fn put(&self, item: Item) -> Result<(), Error> {
        self.trip();
        let put = self.client.put_item().table_name(&*self.table).set_item(Some(item));
        let answer = put.return_consumed_capacity(ReturnConsumedCapacity::Total).send().await?;
        self.meter.write(&answer.consumed_capacity);
        Ok(())
    }

    /// Removes an item, if it is there, on its own and without an audit event: for what is noted rather
    /// than changed. Counts no trip: it is done beside something else.
    pub(crate) async fn remove(&self, key: &Key) -> Result<(), Error> {
        let removal = self.client.delete_item().table_name(&*self.table).set_key(Some(key.item()));
        let answer = removal.return_consumed_capacity(ReturnConsumedCapacity::Total).send().await?;
        self.meter.write(&answer.consumed_capacity);
        Ok(())
    }

    /// Why the transaction would be refused as things are now, without sending it.
    ///
    /// # Errors
    /// The store is unavailable.
    pub(crate) async fn refusal(&self, transaction: &Transaction) -> Result<Option<Error>, Error> {
        let writes = &transaction.writes;
        let keys: Vec<Key> =
            writes.iter().filter(|write| write.explain.is_some()).map(|write| write.key.clone()).collect();
        let items = self.read_strongly(&keys).await?;
        Ok(writes.iter().find_map(|write| write.explain.as_ref()?(items.get(&write.key))))
    }
}

fn judge(writes: &[Write], error: SdkError<TransactWriteItemsError>) -> Outcome {
    let reasons = match error.as_service_error() {
        Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => cancelled.cancellation_reasons(),
        Some(TransactWriteItemsError::TransactionInProgressException(_)) => {
            return Outcome::Unknown(Error::Unavailable("transaction in progress".to_owned()));
        }
        Some(
            TransactWriteItemsError::ProvisionedThroughputExceededException(_)
            | TransactWriteItemsError::RequestLimitExceeded(_)
            | TransactWriteItemsError::InternalServerError(_),
        ) => return Outcome::Unknown(error.into()),
        // A request that DynamoDB refuses as such is a fault of ours; sending it again changes nothing.
        Some(_) if error.raw_response().is_some_and(|response| response.status().is_client_error()) => {
            return Outcome::Refused(error.into());
        }
        _ => return Outcome::Unknown(error.into()),
    };
    let failed = |reason: &CancellationReason| reason.code() == Some("ConditionalCheckFailed");
    if let Some(refusal) = writes
        .iter()
        .zip(reasons)
        .filter(|(_, reason)| failed(reason))
        .find_map(|(write, reason)| write.explain.as_ref()?(existing(reason.item())))
    {
        return Outcome::Refused(refusal);
    }
    // What cannot be explained has changed between the check and the answer: try again.
    if reasons.iter().any(|reason| {
        failed(reason)
            || matches!(
                reason.code(),
                Some("TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded")
            )
    }) {
        return Outcome::Busy;
    }
    Outcome::Refused(error.into())
}

/// DynamoDB Local answers an empty item where there is none; DynamoDB answers none.
fn existing(item: Option<&HashMap<String, aws_sdk_dynamodb::types::AttributeValue>>) -> Option<&Item> {
    item.filter(|item| !item.is_empty())
}
