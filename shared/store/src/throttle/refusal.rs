//! What a refused sign-in leaves behind: one more failure of its address and, once a minute and
//! whenever a delay begins, an audit event.

use backoffice_domain::audit::{Action, Change};
use backoffice_domain::throttle::{Failures, NOTED_EVERY, Rule};
use backoffice_domain::{Status, User};
use jiff::Timestamp;
use serde_json::Value;

use super::{Approach, Attempt, Noted, Tally, one_more, unchanged, uncontended};
use crate::audit::Subject;
use crate::edge::{Condition, Store, Transaction, number};
use crate::records::failures::FailuresRecord;
use crate::{Acting, Error};

/// A password that is refused: to somebody who signs in, or who is about to change it.
#[derive(Debug)]
pub struct Refusal<'a> {
    /// As whose it counted.
    pub attempt: &'a Attempt,
    /// What it found.
    pub approach: &'a Approach,
    /// What it was counted with.
    pub tally: &'a Tally,
    /// Whose e-mail it was, if anybody's.
    pub user: Option<&'a User>,
    /// What the audit event says, unless a delay begins.
    pub refused: Action,
}

impl Store {
    /// Counts a refused attempt for its address, and records it.
    ///
    /// # Errors
    /// The store is unavailable, or others count all along.
    pub async fn refuse_attempt(&self, acting: &Acting, refusal: &Refusal<'_>) -> Result<(), Error> {
        if refusal.is_due(acting.now) {
            let mut transaction = self.transaction();
            refusal.write(acting, &mut transaction)?;
            match self.commit(transaction).await {
                // Others were counted and recorded meanwhile: this one is only counted.
                Err(Error::Contended) => {}
                other => return other,
            }
        }
        self.trip();
        self.count_failure(&refusal.attempt.address, Rule::ADDRESS, acting.now).await.map(drop)
    }
}

impl Refusal<'_> {
    fn write(&self, acting: &Acting, transaction: &mut Transaction) -> Result<(), Error> {
        let now = acting.now;
        let address = FailuresRecord::first(&self.attempt.address, Rule::ADDRESS, now, true)?;
        match self.address() {
            Some(noted) if Rule::ADDRESS.forgets(&noted.failures, now) => {
                transaction.put_if(address, Some(unchanged(noted.failures)));
            }
            noted => {
                let mut count = one_more(address, Rule::ADDRESS, now);
                if !self.delays_account() {
                    count.condition = count.condition.and(self.only_one(noted, now));
                }
                transaction.count(count);
            }
        }
        let (before, after) = FailuresRecord::noted(self.attempt.counted(), now);
        let mut account = Condition::present(|| Error::Contended);
        if !self.delays(now) {
            account = account.and(not_noted_since(now));
        }
        transaction.update(&before, &after, account);
        acting.record(transaction, &self.subject(), self.action(now), self.changes(now))
    }

    /// Of refusals at once only one is recorded: the first of its minute, or the one that begins the
    /// delay of the address.
    fn only_one(&self, address: Option<Noted>, now: Timestamp) -> Condition {
        match address {
            Some(noted) if self.delays_address(now) => {
                uncontended("#count = :known", [(":known".to_owned(), number(noted.failures.count))])
            }
            _ => not_noted_since(now),
        }
    }

    fn is_due(&self, now: Timestamp) -> bool {
        let address = self.address().filter(|noted| !Rule::ADDRESS.forgets(&noted.failures, now));
        self.delays(now) || (self.tally.noted.is_due(now) && address.is_none_or(|noted| noted.is_due(now)))
    }

    /// Whether a delay begins with this failure.
    fn delays(&self, now: Timestamp) -> bool {
        self.delays_account() || self.delays_address(now)
    }

    fn delays_account(&self) -> bool {
        !self.tally.is_delayed && Rule::ACCOUNT.delay(self.tally.noted.failures.count).is_positive()
    }

    fn delays_address(&self, now: Timestamp) -> bool {
        Rule::ADDRESS.delay(self.of_address(now).count).is_positive()
    }

    fn address(&self) -> Option<Noted> {
        self.approach.address
    }

    /// The failures of the address with this one.
    fn of_address(&self, now: Timestamp) -> Failures {
        let earlier =
            self.address().map(|noted| noted.failures).filter(|failures| !Rule::ADDRESS.forgets(failures, now));
        earlier.map_or_else(|| Failures::first(now), |failures| failures.and_one(now))
    }

    fn subject(&self) -> Subject<'_> {
        match self.user {
            // What happens after a user is deleted is kept apart: their own newest events tell which
            // customers they have lost, and nobody shall bury those.
            Some(user) if user.status != Status::Deleted => Subject::User(user),
            _ => Subject::Account(&self.attempt.account),
        }
    }

    fn action(&self, now: Timestamp) -> Action {
        if self.delays(now) { Action::SessionDelayed } else { self.refused }
    }

    fn changes(&self, now: Timestamp) -> Vec<Change> {
        let until = |rule: Rule, failures: &Failures| rule.delayed_until(failures, now).map(|until| until.to_string());
        let (account, address) = (&self.tally.noted.failures, &self.of_address(now));
        [
            Change::between("failures", Value::Null, account.count),
            Change::between("delayedUntil", Value::Null, until(Rule::ACCOUNT, account)),
            Change::between("addressFailures", Value::Null, address.count),
            Change::between("addressDelayedUntil", Value::Null, until(Rule::ADDRESS, address)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// No audit event has told of these failures for a while.
fn not_noted_since(now: Timestamp) -> Condition {
    let before = number((now - NOTED_EVERY).as_millisecond());
    uncontended("attribute_not_exists(#notedAt) OR #notedAt <= :notedBefore", [(":notedBefore".to_owned(), before)])
}
