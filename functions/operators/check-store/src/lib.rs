//! `check-store`, every day and whenever an operator asks: reads the whole table and says what does not
//! agree. It changes nothing (R57).

use std::collections::HashSet;

use backoffice_http::StartError;
use backoffice_store::Store;
use backoffice_store::check::Findings;
use serde::Serialize;
use serde::de::IgnoredAny;

/// The most breaches named; what is behind them is seldom of more than one kind.
const NAMED: usize = 100;

/// What a look at the whole table found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// How many items there are.
    pub items: usize,
    /// How many of them are users.
    pub users: usize,
    /// How many of them are customers.
    pub customers: usize,
    /// How many things do not agree.
    pub breach_count: usize,
    /// The first of them, by key.
    pub breaches: Vec<BreachBody>,
}

/// One thing that does not agree.
#[derive(Serialize)]
pub struct BreachBody {
    /// The key of the item that is wrong or missing.
    pub item: String,
    /// What is wrong with it.
    pub text: String,
}

/// Checks the table. What it is asked with (the schedule's event, or nothing) does not matter.
///
/// Where something does not agree it looks once more: the table is no snapshot while it is read, so a
/// change made meanwhile may show, and is gone the second time.
///
/// # Errors
/// The store is unavailable.
pub async fn handle(store: Store, _event: IgnoredAny, _request_id: String) -> Result<Checked, StartError> {
    let mut findings = store.check().await?;
    if !findings.breaches.is_empty() {
        findings = lasting(&findings, store.check().await?);
    }
    let breaches = findings.breaches.len();
    if breaches > 0 {
        // The alarm counts this line.
        tracing::error!(breaches, items = findings.items, "the table does not hold together");
    } else {
        tracing::info!(breaches, items = findings.items, "the table holds together");
    }
    Ok(Checked::of(findings))
}

/// What was found wrong both times, as it was the second time.
fn lasting(before: &Findings, after: Findings) -> Findings {
    let items: HashSet<&str> = before.breaches.iter().map(|breach| breach.item.as_str()).collect();
    let breaches = after.breaches.into_iter().filter(|breach| items.contains(breach.item.as_str())).collect();
    Findings { breaches, ..after }
}

impl Checked {
    fn of(findings: Findings) -> Self {
        let Findings { items, users, customers, breaches } = findings;
        let breach_count = breaches.len();
        let breaches =
            breaches.into_iter().take(NAMED).map(|breach| BreachBody { item: breach.item, text: breach.text });
        Self { items, users, customers, breach_count, breaches: breaches.collect() }
    }
}

#[cfg(test)]
mod tests {
    use backoffice_store::check::Breach;

    use super::*;

    fn found(breaches: &[(&str, &str)]) -> Findings {
        let breach = |(item, text): &(&str, &str)| Breach { item: (*item).to_owned(), text: (*text).to_owned() };
        Findings { items: 9, breaches: breaches.iter().map(breach).collect(), ..Findings::default() }
    }

    #[test]
    fn r57_what_a_change_under_way_has_shown_is_no_breach() {
        let before = found(&[("USER#1 PROFILE", "counts 3, owns 2"), ("USER#2 PROFILE", "counts 1, owns 0")]);

        let after = lasting(&before, found(&[("USER#2 PROFILE", "counts 2, owns 1"), ("USER#3 PROFILE", "new")]));

        assert_eq!(after, found(&[("USER#2 PROFILE", "counts 2, owns 1")]), "what stays wrong may look otherwise");
    }
}
