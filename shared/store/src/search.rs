//! Search by word: one partition a first letter, in the order of the words.

use std::collections::{HashMap, HashSet};

use aws_sdk_dynamodb::types::AttributeValue;
use futures_util::future::BoxFuture;

use crate::Error;
use crate::edge::{Key, Range, Store, string};
use crate::keys::{self, Kind};
use crate::page::{Order, Position, Read, reading_order};
use crate::records::token::TokenRecord;

/// How many search words one call looks at: some 150 bytes each, so 1–2 read units.
const LOOKED_AT: usize = 60;
/// What read units a request may spend on words and rows, within the 60 of a whole request.
const UNITS: f64 = 40.0;

impl Store {
    /// Reads records of `kind` that have, for each of `words`, a word beginning with it, until
    /// `wanted` are found or the units are spent. `rows` reads records by id and leaves out those
    /// that shall not be shown.
    pub(crate) async fn search<'a, T>(
        &self,
        kind: Kind,
        words: &[String],
        wanted: usize,
        from: Option<&Position>,
        rows: impl Fn(Vec<String>) -> BoxFuture<'a, Result<HashMap<String, T>, Error>>,
    ) -> Result<Read<T>, Error> {
        // The longest word is the rarest; the others only filter.
        let Some(prefix) = words.iter().max_by_key(|word| word.len()) else {
            return Ok(Read { entries: Vec::new(), stopped: None });
        };
        let partition = keys::find_partition(kind, prefix);
        let order = reading_order(Order::Ascending, from);
        let (inclusive, after) = match from {
            Some(from) if from.inclusive => (Some(&from.key), None),
            from => (None, from.map(|from| Key::new(&partition, &from.key).item())),
        };
        let mut range = Range {
            order,
            sort: Some(words_with(prefix, inclusive, order)),
            after,
            ..Range::of_table(&partition, LOOKED_AT.max(wanted))
        };
        let (mut entries, mut seen) = (Vec::new(), HashSet::new());
        let start = self.cost().read;
        loop {
            self.trip();
            let found = self.read_range(&range).await?;
            let tokens = found.items.into_iter().map(TokenRecord::read).collect::<Result<Vec<_>, _>>()?;
            // A record whose words change meanwhile may be found by the old and by the new ones.
            let mut tokens: Vec<TokenRecord> = tokens
                .into_iter()
                .filter(|token| matches(token, prefix, words) && seen.insert(token.id.clone()))
                .collect();
            let mut stopped = found.stopped;
            // No more rows are read than the page may need, so that a page costs what it shows.
            while !tokens.is_empty() && entries.len() < wanted {
                let rest = tokens.split_off((wanted - entries.len()).min(tokens.len()));
                let mut records = rows(tokens.iter().map(|token| token.id.clone()).collect()).await?;
                entries.extend(tokens.iter().filter_map(|token| Some((token.sk.clone(), records.remove(&token.id)?))));
                if self.cost().read - start >= UNITS
                    && let (Some(last), false) = (tokens.last(), rest.is_empty())
                {
                    stopped = Some(Key::new(&partition, &last.sk).item());
                    tokens = Vec::new();
                } else {
                    tokens = rest;
                }
            }
            let Some(stopped) = stopped else { return Ok(Read { entries, stopped: None }) };
            if entries.len() >= wanted || self.cost().read - start >= UNITS {
                return Ok(Read { entries, stopped: Key::of(&stopped).map(|key| key.sk) });
            }
            range.after = Some(stopped);
        }
    }
}

/// The condition on the sort key: words that begin with `prefix`, from `inclusive` on.
fn words_with(prefix: &str, inclusive: Option<&String>, order: Order) -> (String, Vec<(&'static str, AttributeValue)>) {
    let between = |low: &str, high: &str| {
        ("sk BETWEEN :low AND :high".to_owned(), vec![(":low", string(low)), (":high", string(high))])
    };
    match (inclusive, order) {
        (None, _) => ("begins_with(sk, :prefix)".to_owned(), vec![(":prefix", string(prefix))]),
        // No word goes on with the last character of all.
        (Some(from), Order::Ascending) => between(from, &format!("{prefix}{}", char::MAX)),
        (Some(from), Order::Descending) => between(prefix, from),
    }
}

/// Whether the record matches every word and this is its smallest word that matches the one looked
/// up: so it appears once.
fn matches(token: &TokenRecord, prefix: &str, words: &[String]) -> bool {
    let smallest = token.words.iter().filter(|word| word.starts_with(prefix)).min();
    smallest.is_some_and(|word| word == token.word())
        && words.iter().all(|word| token.words.iter().any(|own| own.starts_with(word.as_str())))
}
