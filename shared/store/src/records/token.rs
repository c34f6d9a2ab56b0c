//! Search words: one item a word of a record, each with all the record's words.

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::edge::{Item, Key, Transaction};
use crate::keys::{self, Kind};

/// A search word's item.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct TokenRecord {
    pk: String,
    pub(crate) sk: String,
    /// The record it belongs to.
    pub(crate) id: String,
    /// All words of that record: several words typed are answered from one item.
    pub(crate) words: Vec<String>,
}

impl TokenRecord {
    /// The search word of an item.
    pub(crate) fn read(item: Item) -> Result<Self, Error> {
        Ok(serde_dynamo::from_item(item)?)
    }

    /// The word itself.
    pub(crate) fn word(&self) -> &str {
        self.sk.strip_suffix(&self.id).map_or("", |word| word.trim_end_matches(backoffice_domain::fold::SEPARATOR))
    }

    /// Adds the change from the words a record had to those it has. Every item holds all words, so
    /// a change of one rewrites them all.
    pub(crate) fn replace(
        transaction: &mut Transaction,
        kind: Kind,
        id: &str,
        before: &[String],
        after: &[String],
    ) -> Result<(), Error> {
        if before == after {
            return Ok(());
        }
        for word in before.iter().filter(|word| !after.contains(word)) {
            transaction.delete(keys::token(kind, word, id));
        }
        for word in after {
            let Key { pk, sk } = keys::token(kind, word, id);
            transaction.put(serde_dynamo::to_item(Self { pk, sk, id: id.to_owned(), words: after.to_vec() })?);
        }
        Ok(())
    }
}
