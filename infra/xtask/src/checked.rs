//! What `check-store` answers, as a person reads it.

use std::fmt;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

/// The function's answer.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Checked {
    items: u64,
    users: u64,
    customers: u64,
    breach_count: u64,
    /// The first breaches.
    breaches: Vec<Breach>,
}

/// One thing that does not agree.
#[derive(Debug, Deserialize)]
struct Breach {
    item: String,
    text: String,
}

impl Checked {
    /// Reads the function's answer.
    pub(crate) fn read(answer: &Value) -> Result<Self> {
        Self::deserialize(answer).with_context(|| format!("check-store answered {answer}"))
    }

    /// Whether everything agrees: of a table that is broken throughout not every breach is named.
    pub(crate) const fn holds_together(&self) -> bool {
        self.breach_count == 0
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Breach { item, text } in &self.breaches {
            writeln!(formatter, "  {item}: {text}")?;
        }
        let unnamed = self.breach_count - self.breaches.len() as u64;
        if unnamed > 0 {
            writeln!(formatter, "  and {unnamed} more")?;
        }
        let Self { items, users, customers, breach_count, .. } = self;
        write!(formatter, "  {items} items, {users} users, {customers} customers; breaches: {breach_count}")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn breaches_are_listed_before_the_counts() {
        let breach = json!({"item": "USER#1 PROFILE", "text": "counts 3 customers, owns 2"});
        let answer = json!({"items": 9, "users": 2, "customers": 3, "breachCount": 2, "breaches": [breach]});

        let text = Checked::read(&answer).expect("an answer").to_string();

        let expected =
            "  USER#1 PROFILE: counts 3 customers, owns 2\n  and 1 more\n  9 items, 2 users, 3 customers; breaches: 2";
        assert_eq!(text, expected);
        assert!(Checked::read(&json!({"errorMessage": "unavailable"})).is_err());
    }

    #[test]
    fn a_table_holds_together_if_nothing_is_wrong_and_not_if_nothing_is_named() {
        let of = |count| {
            Checked::read(&json!({"items": 9, "users": 2, "customers": 3, "breachCount": count, "breaches": []}))
        };

        assert!(of(0).expect("an answer").holds_together());
        assert!(!of(1).expect("an answer").holds_together());
    }
}
