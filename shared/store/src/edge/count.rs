//! Counting in one item, whoever else counts in it.

use std::fmt::Write as _;

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{
    AttributeValue, ReturnConsumedCapacity, ReturnValue, ReturnValuesOnConditionCheckFailure,
};

use super::commit::ATTEMPTS;
use super::read::pause;
use super::transaction::Assignments;
use super::{Condition, Item, Key, Store, Transaction, number};
use crate::Error;

/// One more.
pub(crate) struct Count {
    /// The item as it is when this is the first one.
    pub(crate) first: Item,
    /// The attribute that counts.
    pub(crate) number: &'static str,
    /// The attributes that every count sets; the others stay as the first one set them.
    pub(crate) latest: &'static [&'static str],
    /// What must hold, unless there is no item yet.
    pub(crate) condition: Condition,
}

/// What became of it.
pub(crate) enum Counted {
    /// It is counted; the item now.
    Yes(Item),
    /// The item, as it is, refuses.
    No(Item),
}

impl Store {
    /// Counts on its own, without a transaction. Counts no trip: it is done beside something else.
    pub(crate) async fn count(&self, count: &Count) -> Result<Counted, Error> {
        for attempt in 1..=ATTEMPTS {
            let assignments = Assignments::counting(count).under(&count.condition);
            let sent = self
                .client
                .update_item()
                .table_name(&*self.table)
                .set_key(Key::of(&count.first).map(|key| key.item()))
                .update_expression(assignments.expression)
                .condition_expression(&count.condition.expression)
                .set_expression_attribute_names(Some(assignments.names))
                .set_expression_attribute_values(Some(assignments.values))
                .return_values(ReturnValue::AllNew)
                .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await;
            match sent {
                Ok(answer) => {
                    self.meter.write(&answer.consumed_capacity);
                    return Ok(Counted::Yes(answer.attributes.unwrap_or_default()));
                }
                Err(error) => match error.as_service_error() {
                    Some(UpdateItemError::ConditionalCheckFailedException(refused)) => {
                        self.meter.refused_write();
                        return Ok(Counted::No(refused.item.clone().unwrap_or_default()));
                    }
                    // A transaction holds the item at this moment.
                    Some(UpdateItemError::TransactionConflictException(_)) => pause(attempt).await,
                    _ => return Err(error.into()),
                },
            }
        }
        Err(Error::Contended)
    }
}

impl Transaction {
    /// Counts together with other changes.
    pub(crate) fn count(&mut self, count: Count) {
        let key = Key::of(&count.first).expect("every record has its key");
        self.push_update(key, Assignments::counting(&count), count.condition);
    }
}

impl Assignments {
    fn counting(count: &Count) -> Self {
        let mut names: Vec<&String> =
            count.first.keys().filter(|name| !is_key(name) && *name != count.number).collect();
        names.sort();
        let mut assignments = Self::default();
        for (position, name) in names.into_iter().enumerate() {
            let joint = if position == 0 { "SET " } else { ", " };
            let (value, keeps) = (count.first[name].clone(), !count.latest.contains(&name.as_str()));
            if keeps {
                assignments.append_unless_set(joint, name, value);
            } else {
                assignments.append(joint, name, " = ", Some(value));
            }
        }
        assignments.append(" ADD ", count.number, " ", Some(number(1)));
        assignments
    }

    fn append_unless_set(&mut self, joint: &str, name: &str, value: AttributeValue) {
        let index = self.names.len();
        self.names.insert(format!("#n{index}"), name.to_owned());
        self.values.insert(format!(":n{index}"), value);
        let _ = write!(self.expression, "{joint}#n{index} = if_not_exists(#n{index}, :n{index})");
    }
}

fn is_key(name: &str) -> bool {
    matches!(name, "pk" | "sk")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edge::string;

    #[test]
    fn what_the_first_one_set_stays() {
        let first = ["pk", "sk", "count", "last", "since"].map(|name| (name.to_owned(), string(name)));
        let condition = Condition::present(|| Error::Contended);
        let count = Count { first: Item::from(first), number: "count", latest: &["last"], condition };
        let assignments = Assignments::counting(&count);
        assert_eq!(assignments.expression, "SET #n0 = :n0, #n1 = if_not_exists(#n1, :n1) ADD #n2 :n2");
        assert_eq!([0, 1, 2].map(|n| &*assignments.names[&format!("#n{n}")]), ["last", "since", "count"]);
        assert_eq!(assignments.values[":n2"], number(1));
    }
}
