//! Failed sign-ins that are counted together.

use backoffice_domain::throttle::{Failures, Rule};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::edge::{Item, Key, number};
use crate::{Error, keys};

/// The item of a count. Times are milliseconds since 1970: the table compares them.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FailuresRecord {
    pk: String,
    sk: String,
    count: u32,
    since: i64,
    last: i64,
    /// When an audit event last told of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    noted_at: Option<i64>,
    /// Seconds since 1970: DynamoDB removes the item some time afterwards.
    expires_at: i64,
}

impl FailuresRecord {
    /// The attribute that counts.
    pub(crate) const COUNT: &str = "count";
    /// The attributes that each failure sets.
    pub(crate) const LATEST: &[&str] = &["last", "notedAt"];

    /// The item of a first failure; `noted` if an audit event tells of it.
    pub(crate) fn first(counted: &str, rule: Rule, now: Timestamp, noted: bool) -> Result<Item, Error> {
        let Key { pk, sk } = keys::failures(counted);
        let failures = Failures::first(now);
        Ok(serde_dynamo::to_item(Self {
            pk,
            sk,
            count: failures.count,
            since: failures.since.as_millisecond(),
            last: failures.last.as_millisecond(),
            noted_at: noted.then(|| now.as_millisecond()),
            expires_at: rule.forgets_at(&failures).as_second(),
        })?)
    }

    /// The item before and after an audit event tells of it, in what differs.
    pub(crate) fn noted(counted: &str, now: Timestamp) -> (Item, Item) {
        let before = keys::failures(counted).item();
        let mut after = before.clone();
        after.insert("notedAt".to_owned(), number(now.as_millisecond()));
        (before, after)
    }

    pub(crate) fn read(item: Item) -> Result<Self, Error> {
        Ok(serde_dynamo::from_item(item)?)
    }

    /// The failures.
    pub(crate) fn failures(&self) -> Result<Failures, Error> {
        Ok(Failures { count: self.count, since: time(self.since)?, last: time(self.last)? })
    }

    /// When an audit event last told of them.
    pub(crate) fn noted_at(&self) -> Result<Option<Timestamp>, Error> {
        self.noted_at.map(time).transpose()
    }

    /// What no sequence of failures leaves behind.
    pub(crate) fn flaw(&self) -> Option<&'static str> {
        if self.count == 0 {
            Some("counts nothing")
        } else if self.expires_at <= self.since / 1000 {
            Some("is forgotten before it begins")
        } else {
            None
        }
    }
}

fn time(milliseconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(milliseconds).map_err(|error| Error::Fault(error.to_string()))
}
