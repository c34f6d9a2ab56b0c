//! `check-store`, every day and whenever an operator asks: reads the whole table and says what does not
//! agree. It writes nothing but how many customers it counted.

use std::collections::BTreeMap;

use backoffice_http::StartError;
use backoffice_store::check::Findings;
use backoffice_store::{Error, Store};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::IgnoredAny;

/// What a look at the whole table found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// How many items there are.
    pub items: u64,
    /// How many of them are users.
    pub users: u64,
    /// How many of them are customers.
    pub customers: u64,
    /// How many things do not agree, at least.
    pub breach_count: u64,
    /// The first thousand of them, by key.
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

/// Checks the table and notes the counts. What it is asked with (the schedule's event, or nothing) does not
/// matter.
///
/// # Errors
/// The store is unavailable.
pub async fn handle(store: Store, _event: IgnoredAny, _request_id: String) -> Result<Checked, StartError> {
    let findings = store.check_in_use().await?;
    let (breaches, items) = (findings.breach_count(), findings.items);
    if breaches > 0 {
        // The alarm counts this line. Keys hold e-mails and names, so they are in the answer only.
        let kinds = serde_json::to_string(&kinds(&findings))?;
        tracing::error!(breaches, items, kinds, "the table does not hold together");
    } else {
        tracing::info!(breaches, items, "the table holds together");
    }
    store.note_counts(&findings, Timestamp::now()).await?;
    Ok(findings.into())
}

/// Checks the table and changes nothing at all.
///
/// # Errors
/// The store is unavailable.
pub async fn look(store: &Store) -> Result<Checked, Error> {
    Ok(store.check_in_use().await?.into())
}

/// How many breaches there are of each kind of item.
fn kinds(findings: &Findings) -> BTreeMap<String, u64> {
    let mut kinds = BTreeMap::new();
    for breach in &findings.breaches {
        *kinds.entry(breach.kind()).or_default() += 1;
    }
    kinds
}

impl From<Findings> for Checked {
    fn from(findings: Findings) -> Self {
        let breach_count = findings.breach_count();
        let Findings { items, users, customers, breaches, .. } = findings;
        let breaches = breaches.into_iter().map(|breach| BreachBody { item: breach.item, text: breach.text });
        Self { items, users, customers, breach_count, breaches: breaches.collect() }
    }
}
