//! Failed sign-ins: counted before the password is compared, so that nobody guesses faster than the
//! counting goes (R10), and forgotten after a right one.

mod refusal;

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::throttle::{Failures, NOTED_EVERY, Rule};
use backoffice_domain::{Email, User};
use jiff::Timestamp;

pub use refusal::Refusal;

use crate::edge::{Condition, Count, Counted, Item, Store, number};
use crate::guard::{Seen, Wanted};
use crate::records::failures::FailuresRecord;
use crate::session::{Credential, SignIn};
use crate::{Acting, Error, keys};

/// As whose an attempt to sign in counts.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// A fingerprint of the e-mail, whether or not it is a user's.
    pub account: String,
    /// The browser, if it signed in to this account before: it is counted apart, so that no stranger
    /// delays whoever uses it.
    pub browser: Option<String>,
    /// The client's address, or the group of addresses that counts as one.
    pub address: String,
}

impl Attempt {
    /// What the failures of this attempt are counted with.
    fn counted(&self) -> &str {
        self.browser.as_deref().unwrap_or(&self.account)
    }
}

/// Failures as they are counted, and when an audit event last told of them.
#[derive(Clone, Copy, Debug)]
struct Noted {
    failures: Failures,
    at: Option<Timestamp>,
}

impl Noted {
    fn read(item: Item) -> Result<Self, Error> {
        let record = FailuresRecord::read(item)?;
        Ok(Self { failures: record.failures()?, at: record.noted_at()? })
    }

    fn is_due(&self, now: Timestamp) -> bool {
        self.at.is_none_or(|at| at + NOTED_EVERY <= now)
    }
}

/// What an attempt finds before anything of it counts.
#[derive(Debug)]
pub struct Approach {
    /// The credential that the e-mail reserves.
    pub credential: Option<Credential>,
    address: Option<Noted>,
}

impl Approach {
    /// Until when nobody signs in from this address.
    pub fn delayed_until(&self, now: Timestamp) -> Option<Timestamp> {
        Rule::ADDRESS.delayed_until(&self.address?.failures, now)
    }
}

/// An attempt that has been counted, or was not because it is delayed.
#[derive(Debug)]
pub struct Tally {
    /// Whether the account is delayed: the attempt fails, whatever the password.
    pub is_delayed: bool,
    noted: Noted,
}

impl Tally {
    /// Until when the account takes no attempt, if this one was not let through.
    pub fn delayed_until(&self, now: Timestamp) -> Option<Timestamp> {
        let until = || Rule::ACCOUNT.delayed_until(&self.noted.failures, now).unwrap_or(now);
        self.is_delayed.then(until)
    }
}

impl Store {
    /// Reads the credential that an e-mail reserves, and the failures of the address.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn approach(&self, email: &Email, attempt: &Attempt) -> Result<Approach, Error> {
        let (login, failures) = (keys::login(email), keys::failures(&attempt.address));
        let mut items = self.read_strongly(&[login.clone(), failures.clone()]).await?;
        Ok(Approach {
            credential: items.get(&login).map(Credential::read).transpose()?,
            address: items.remove(&failures).map(Noted::read).transpose()?,
        })
    }

    /// Counts the attempt as a failure, as long as it is not known to be right, and reads `wanted` at
    /// the same time. Of attempts at once no more are let through than the rule leaves.
    ///
    /// # Errors
    /// The store is unavailable, or others count all along.
    pub async fn see_and_count(
        &self,
        wanted: &Wanted,
        attempt: &Attempt,
        now: Timestamp,
    ) -> Result<(Seen, Tally), Error> {
        tokio::try_join!(self.see(wanted, now), self.count_account(attempt, now))
    }

    /// Counts an attempt of somebody who is signed in already ([`Store::see_and_count`]).
    ///
    /// # Errors
    /// The store is unavailable, or others count all along.
    pub async fn count_attempt(&self, attempt: &Attempt, now: Timestamp) -> Result<Tally, Error> {
        self.trip();
        self.count_account(attempt, now).await
    }

    async fn count_account(&self, attempt: &Attempt, now: Timestamp) -> Result<Tally, Error> {
        let (noted, is_delayed) = match self.count_failure(attempt.counted(), Rule::ACCOUNT, now).await? {
            Counted::Yes(item) => (Noted::read(item)?, false),
            Counted::No(item) => (Noted::read(item)?, true),
        };
        Ok(Tally { is_delayed, noted })
    }

    /// Opens a session ([`Store::open_session`]) and forgets the failures that the attempt was counted
    /// with. Those of the address stay: whoever has one account guesses at no other the faster.
    ///
    /// # Errors
    /// Those of [`Store::open_session`].
    pub async fn sign_in(&self, acting: &Acting, sign_in: &SignIn<'_>, attempt: &Attempt) -> Result<User, Error> {
        self.forgetting(attempt, Box::pin(self.open_session(acting, sign_in))).await
    }

    /// Does what the attempt was found right for, and forgets the failures that it was counted with.
    pub(crate) async fn forgetting<T>(
        &self,
        attempt: &Attempt,
        deed: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let counted = keys::failures(attempt.counted());
        let (done, forgotten) = tokio::join!(deed, self.remove(&counted));
        if let Err(error) = forgotten {
            // Failures that stay delay somebody perhaps; what is done is done.
            tracing::warn!(%error, "failed attempts are not forgotten");
        }
        done
    }

    /// Counts one more failure, unless the earlier ones delay it.
    async fn count_failure(&self, counted: &str, rule: Rule, now: Timestamp) -> Result<Counted, Error> {
        let first = FailuresRecord::first(counted, rule, now, false)?;
        let outcome = self.count(&one_more(first.clone(), rule, now)).await?;
        let Counted::No(item) = outcome else { return Ok(outcome) };
        let earlier = Noted::read(item.clone())?.failures;
        if !rule.forgets(&earlier, now) {
            return Ok(Counted::No(item));
        }
        // The table has not tidied up yet.
        let mut anew = self.transaction();
        anew.put_if(first.clone(), Some(unchanged(earlier)));
        match self.commit(anew).await {
            Err(Error::Contended) => self.count(&one_more(first, rule, now)).await,
            done => done.map(|()| Counted::Yes(first)),
        }
    }
}

/// One more failure, as long as the earlier ones are remembered and delay nothing.
fn one_more(first: Item, rule: Rule, now: Timestamp) -> Count {
    let mut open = Vec::new();
    let mut values = vec![(":forgotten".to_owned(), number(rule.forgotten_until(now).as_millisecond()))];
    for (position, (below, last)) in rule.openings(now).enumerate() {
        open.push(format!("(#count < :below{position} AND #last <= :last{position})"));
        values.push((format!(":below{position}"), number(below)));
        values.push((format!(":last{position}"), number(last.as_millisecond())));
    }
    let expression = format!("attribute_not_exists(pk) OR (#since > :forgotten AND ({}))", open.join(" OR "));
    let condition = uncontended(expression, values);
    Count { first, number: FailuresRecord::COUNT, latest: FailuresRecord::LATEST, condition }
}

/// Nobody has begun to count anew.
fn unchanged(earlier: Failures) -> Condition {
    uncontended("#since = :since", [(":since".to_owned(), number(earlier.since.as_millisecond()))])
}

/// A condition that only others who count can break, whatever they have made of the item.
fn uncontended(expression: impl Into<String>, values: impl IntoIterator<Item = (String, AttributeValue)>) -> Condition {
    Condition::new(expression, values, |_| Some(Error::Contended))
}
