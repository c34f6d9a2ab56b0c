//! Changes: one conditional transaction each, whose refusals explain themselves.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Delete, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update,
};

use super::{Item, Key, Store, names_in, number};
use crate::Error;

/// What the SDK's builders ask for is always given here.
const BUILT: &str = "table, key and expression are set";

/// The most writes of one transaction.
pub(crate) const MAX_WRITES: usize = 100;

/// No values for an expression that names none.
const NOTHING: [(&str, AttributeValue); 0] = [];

/// Says why an item, as it is, refuses the change; `None` if it would not.
pub(super) type Explain = Box<dyn Fn(Option<&Item>) -> Option<Error> + Send + Sync>;

/// What must hold for one item, and what to answer if it does not.
pub(crate) struct Condition {
    pub(super) expression: String,
    values: Vec<(Cow<'static, str>, AttributeValue)>,
    explain: Explain,
}

impl Condition {
    /// `expression` over the item's attributes (`#status` for the attribute `status`) with its
    /// `values`; `explain` is its equal in Rust.
    pub(crate) fn new(
        expression: impl Into<String>,
        values: impl IntoIterator<Item = (impl Into<Cow<'static, str>>, AttributeValue)>,
        explain: impl Fn(Option<&Item>) -> Option<Error> + Send + Sync + 'static,
    ) -> Self {
        let values = values.into_iter().map(|(name, value)| (name.into(), value)).collect();
        Self { expression: expression.into(), values, explain: Box::new(explain) }
    }

    /// The item must not exist yet.
    pub(crate) fn absent(error: impl Fn(&Item) -> Error + Send + Sync + 'static) -> Self {
        Self::new("attribute_not_exists(pk)", NOTHING, move |item| item.map(&error))
    }

    /// The item must exist.
    pub(crate) fn present(error: impl Fn() -> Error + Send + Sync + 'static) -> Self {
        Self::new("attribute_exists(pk)", NOTHING, move |item| item.is_none().then(&error))
    }

    /// Both must hold; the first one explains first.
    pub(crate) fn and(self, other: Self) -> Self {
        let (first, second) = (self.explain, other.explain);
        Self {
            expression: format!("({}) AND ({})", self.expression, other.expression),
            values: self.values.into_iter().chain(other.values).collect(),
            explain: Box::new(move |item| first(item).or_else(|| second(item))),
        }
    }

    fn values(&self) -> Option<Item> {
        (!self.values.is_empty())
            .then(|| self.values.iter().map(|(name, value)| (name.to_string(), value.clone())).collect())
    }
}

/// One write of a transaction.
pub(super) struct Write {
    pub(super) item: TransactWriteItem,
    pub(super) key: Key,
    pub(super) explain: Option<Explain>,
}

/// A list of changes that happen together or not at all. Where several refuse, the one added first
/// explains.
pub(crate) struct Transaction {
    table: Arc<str>,
    pub(super) writes: Vec<Write>,
}

impl Store {
    /// An empty transaction on the table.
    pub(crate) fn transaction(&self) -> Transaction {
        Transaction { table: self.table.clone(), writes: Vec::new() }
    }
}

impl Transaction {
    /// How many writes there are.
    pub(crate) const fn len(&self) -> usize {
        self.writes.len()
    }

    /// Adds the writes of another one behind these.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.writes.append(&mut other.writes);
    }

    /// Requires something of an item that does not change.
    pub(crate) fn check(&mut self, key: Key, condition: Condition) {
        let check = ConditionCheck::builder()
            .table_name(&*self.table)
            .set_key(Some(key.item()))
            .set_expression_attribute_names(names_in(&condition.expression))
            .set_expression_attribute_values(condition.values())
            .condition_expression(condition.expression)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .expect(BUILT);
        self.push(TransactWriteItem::builder().condition_check(check).build(), key, Some(condition.explain));
    }

    /// Writes a whole item that must not exist yet.
    pub(crate) fn create(&mut self, item: Item, exists: impl Fn(&Item) -> Error + Send + Sync + 'static) {
        self.put_if(item, Some(Condition::absent(exists)));
    }

    /// Writes a whole item, whatever was there.
    pub(crate) fn put(&mut self, item: Item) {
        self.put_if(item, None);
    }

    /// Writes a whole item under a condition on what was there.
    pub(crate) fn put_if(&mut self, item: Item, condition: Option<Condition>) {
        let key = Key::of(&item).expect("every record has its key");
        let mut put = Put::builder().table_name(&*self.table).set_item(Some(item));
        let mut explain = None;
        if let Some(condition) = condition {
            put = put
                .set_expression_attribute_names(names_in(&condition.expression))
                .set_expression_attribute_values(condition.values())
                .condition_expression(condition.expression)
                .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
            explain = Some(condition.explain);
        }
        self.push(TransactWriteItem::builder().put(put.build().expect(BUILT)).build(), key, explain);
    }

    /// Removes an item, if it is there.
    pub(crate) fn delete(&mut self, key: Key) {
        self.delete_if(key, None);
    }

    /// Removes an item under a condition on what was there.
    pub(crate) fn delete_if(&mut self, key: Key, condition: Option<Condition>) {
        let mut delete = Delete::builder().table_name(&*self.table).set_key(Some(key.item()));
        let mut explain = None;
        if let Some(condition) = condition {
            delete = delete
                .set_expression_attribute_names(names_in(&condition.expression))
                .set_expression_attribute_values(condition.values())
                .condition_expression(condition.expression)
                .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
            explain = Some(condition.explain);
        }
        self.push(TransactWriteItem::builder().delete(delete.build().expect(BUILT)).build(), key, explain);
    }

    /// Writes the attributes that differ between two forms of one item, and no other: what somebody
    /// else counts in the same item meanwhile stays counted.
    pub(crate) fn update(&mut self, before: &Item, after: &Item, condition: Condition) {
        let key = Key::of(after).expect("every record has its key");
        self.push_update(key, Assignments::between(before, after), condition);
    }

    /// Adds to numbers of an item, such as `("memberCount", -1)`.
    pub(crate) fn add(&mut self, key: Key, amounts: &[(&str, i64)], condition: Condition) {
        self.push_update(key, Assignments::adding(amounts), condition);
    }

    pub(super) fn push_update(&mut self, key: Key, assignments: Assignments, condition: Condition) {
        // DynamoDB takes no update that sets nothing: signing in twice at one instant, say.
        if assignments.expression.is_empty() {
            return self.check(key, condition);
        }
        let Assignments { expression, names, values } = assignments.under(&condition);
        let update = Update::builder()
            .table_name(&*self.table)
            .set_key(Some(key.item()))
            .update_expression(expression)
            .set_expression_attribute_names((!names.is_empty()).then_some(names))
            .set_expression_attribute_values((!values.is_empty()).then_some(values))
            .condition_expression(condition.expression)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .expect(BUILT);
        self.push(TransactWriteItem::builder().update(update).build(), key, Some(condition.explain));
    }

    fn push(&mut self, item: TransactWriteItem, key: Key, explain: Option<Explain>) {
        self.writes.push(Write { item, key, explain });
    }
}

/// An update expression with its names and values.
#[derive(Default)]
pub(super) struct Assignments {
    pub(super) expression: String,
    pub(super) names: HashMap<String, String>,
    pub(super) values: Item,
}

impl Assignments {
    pub(super) fn between(before: &Item, after: &Item) -> Self {
        let mut set: Vec<&String> = after.keys().filter(|name| before.get(*name) != after.get(*name)).collect();
        let mut removed: Vec<&String> = before.keys().filter(|name| !after.contains_key(*name)).collect();
        set.sort();
        removed.sort();
        let mut assignments = Self::default();
        for (position, name) in set.into_iter().enumerate() {
            assignments.append(if position == 0 { "SET " } else { ", " }, name, " = ", Some(after[name].clone()));
        }
        for (position, name) in removed.into_iter().enumerate() {
            assignments.append(if position == 0 { " REMOVE " } else { ", " }, name, "", None);
        }
        assignments
    }

    /// The same with the names and values that a condition uses.
    pub(super) fn under(mut self, condition: &Condition) -> Self {
        self.names.extend(names_in(&condition.expression).unwrap_or_default());
        self.values.extend(condition.values().unwrap_or_default());
        self
    }

    pub(super) fn adding(amounts: &[(&str, i64)]) -> Self {
        let mut assignments = Self::default();
        for (position, (name, amount)) in amounts.iter().enumerate() {
            assignments.append(if position == 0 { "ADD " } else { ", " }, name, " ", Some(number(amount)));
        }
        assignments
    }

    pub(super) fn append(&mut self, joint: &str, name: &str, operator: &str, value: Option<AttributeValue>) {
        let index = self.names.len();
        self.names.insert(format!("#n{index}"), name.to_owned());
        let _ = write!(self.expression, "{joint}#n{index}{operator}");
        if let Some(value) = value {
            let _ = write!(self.expression, ":n{index}");
            self.values.insert(format!(":n{index}"), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edge::string;

    #[test]
    fn only_what_differs_is_written() {
        let before = Item::from([("a".into(), string("1")), ("b".into(), string("2")), ("c".into(), string("3"))]);
        let after = Item::from([("a".into(), string("1")), ("b".into(), string("4")), ("d".into(), string("5"))]);
        let assignments = Assignments::between(&before, &after);
        assert_eq!(assignments.expression, "SET #n0 = :n0, #n1 = :n1 REMOVE #n2");
        assert_eq!(
            (&*assignments.names["#n0"], &*assignments.names["#n1"], &*assignments.names["#n2"]),
            ("b", "d", "c")
        );
        assert_eq!(assignments.values, Item::from([(":n0".into(), string("4")), (":n1".into(), string("5"))]));
    }

    #[test]
    fn numbers_are_added_not_overwritten() {
        let assignments = Assignments::adding(&[("active", 1), ("deleted", -1)]);
        assert_eq!(assignments.expression, "ADD #n0 :n0, #n1 :n1");
        assert_eq!(assignments.values[":n1"], number(-1));
    }
}
