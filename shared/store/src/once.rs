//! Idempotency: one request, however often it is sent, is applied once.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::edge::{Item, Key, Store, Transaction};
use crate::{Error, keys};

/// How long an answer is remembered.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// What makes two requests the same.
#[derive(Clone, Debug)]
pub struct OnceKey {
    /// Who asks: keys of different people never meet.
    pub actor: String,
    /// The key that the client chose.
    pub key: String,
    /// MACs over method, path and body, by each of the product's keys: nobody can guess a password from
    /// them. The first is remembered; any of them tells the same request, so that it is known as such
    /// while keys are rotated, too.
    pub macs: Vec<String>,
}

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredAnswer {
    /// HTTP status.
    pub status: u16,
    /// Headers that belong to the answer.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

/// A key together with the answer to remember if the change is applied.
#[derive(Clone, Debug)]
pub struct Once {
    /// What makes two requests the same.
    pub key: OnceKey,
    /// The answer to give again.
    pub answer: StoredAnswer,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record {
    pk: String,
    sk: String,
    mac: String,
    answer: StoredAnswer,
    at: Timestamp,
    expires_at: i64,
}

/// Reads a remembered answer, only to see that it can be read.
pub(crate) fn read(item: &Item) -> Result<(), Error> {
    let _: Record = serde_dynamo::from_item(item.clone())?;
    Ok(())
}

impl OnceKey {
    pub(crate) fn key(&self) -> Key {
        keys::once(&self.actor, &self.key)
    }

    /// Judges an item that is there: the same request has its answer, another one is refused. Past
    /// its time it counts for nothing, whether or not time-to-live has removed it.
    pub(crate) fn judge(&self, item: &Item, now: Timestamp) -> Option<Error> {
        let record: Record = match serde_dynamo::from_item(item.clone()) {
            Ok(record) => record,
            Err(error) => return Some(error.into()),
        };
        if record.expires_at <= now.as_second() {
            None
        } else if self.macs.contains(&record.mac) {
            Some(Error::Repeated(Box::new(record.answer)))
        } else {
            Some(Error::KeyReused)
        }
    }
}

impl Store {
    /// Looks whether a request that was read as new has its answer by now, or its key another request's.
    ///
    /// What is read together may be read at different moments: of the change that a request sent before
    /// has just made, the changed item may be seen and the remembered answer not. A transaction judges
    /// both at one moment, so `None` without another look if one was sent since [`Self::metered`].
    ///
    /// # Errors
    /// The store is unavailable, or holds something unreadable.
    pub async fn ended_meanwhile(&self, once: &OnceKey, now: Timestamp) -> Result<Option<Error>, Error> {
        if self.has_decided() {
            return Ok(None);
        }
        let key = once.key();
        let items = self.read_strongly(std::slice::from_ref(&key)).await?;
        Ok(items.get(&key).and_then(|item| once.judge(item, now)))
    }
}

impl Once {
    /// Adds the answer to the change it answers. To be added first: a repeated request is a
    /// repetition before it is anything else.
    pub(crate) fn remember(once: Option<&Self>, now: Timestamp, transaction: &mut Transaction) -> Result<(), Error> {
        let Some(once) = once else { return Ok(()) };
        let Key { pk, sk } = once.key.key();
        let expires_at = (now + KEPT).as_second();
        let mac = once.key.macs.first().cloned().ok_or_else(|| Error::Fault("a request without a MAC".to_owned()))?;
        let record = Record { pk, sk, mac, answer: once.answer.clone(), at: now, expires_at };
        let key = once.key.clone();
        let fresh = crate::edge::Condition::new(
            "attribute_not_exists(pk) OR expiresAt <= :now",
            [(":now", crate::edge::number(now.as_second()))],
            move |item| item.and_then(|item| key.judge(item, now)),
        );
        transaction.put_if(serde_dynamo::to_item(record)?, Some(fresh));
        Ok(())
    }
}
