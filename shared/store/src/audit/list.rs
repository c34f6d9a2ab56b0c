//! Reading events: of one thing, of one actor, or of everything, newest first.

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::UserId;
use backoffice_domain::audit::Action;
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use uuid::Uuid;

use super::event::{Event, EventRecord, NOBODY, OPERATOR};
use super::{Target, month_of};
use crate::edge::{Filter, Range, Store, string};
use crate::page::{Order, Page, Position, Read, counted, cut, reading_order};
use crate::{Error, keys};

/// How many events are looked at in one call where some are skipped: 10–20 read units of an index, twice as
/// many of the table.
const LOOKED_AT: usize = 200;
/// How many calls a page may take, one after the other: a page of few of many, or over months without any.
const CALLS: u32 = 8;
/// What a page may cost in read units: with the guard (4) a request stays within 60.
const UNITS: f64 = 56.0;
/// No event is older than the product: reading back ends here.
const FIRST_MONTH: Date = jiff::civil::date(2026, 1, 1);
/// How far another machine's clock may be ahead.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// Whose events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A user's.
    User(UserId),
    /// The operators'.
    Operator,
    /// Those of people who were not signed in.
    Nobody,
}

impl By {
    fn partition(self) -> String {
        match self {
            Self::User(id) => keys::actor(&id.to_string()),
            Self::Operator => keys::actor(OPERATOR),
            Self::Nobody => keys::actor(NOBODY),
        }
    }
}

/// A page of events.
#[derive(Clone, Debug)]
pub struct EventQuery {
    /// To what; to anything if nothing is said.
    pub target: Option<Target>,
    /// By whom.
    pub by: Option<By>,
    /// What was done; anything if empty.
    pub actions: Vec<Action>,
    /// Not before.
    pub since: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// How many at most.
    pub limit: usize,
    /// From where; from the newest on if nowhere.
    pub from: Option<Position>,
}

impl Store {
    /// Reads a page of events, newest first. What it costs does not depend on how many there are: one call, or
    /// two where a month begins. Where few of many are asked for, or nothing happened for months, it reads on
    /// within its calls and units; the page may then be short, and says so.
    ///
    /// # Errors
    /// The store is unavailable, or holds something unreadable.
    pub async fn list_events(&self, query: &EventQuery, now: Timestamp) -> Result<Page<Event>, Error> {
        let order = reading_order(Order::Descending, query.from.as_ref());
        let span = Span::of(query)?;
        if span.is_empty() {
            return Ok(counted(cut(Read { entries: vec![], stopped: None }, query.limit, query.from.as_ref(), None)));
        }
        let read = self.read_events(query, order, span, now).await?;
        Ok(counted(cut(read, query.limit, query.from.as_ref(), None)))
    }

    async fn read_events(
        &self,
        query: &EventQuery,
        order: Order,
        span: Span,
        now: Timestamp,
    ) -> Result<Read<Event>, Error> {
        let wanted = query.limit + 1;
        let (mut entries, mut looked, mut calls, mut spent) = (Vec::new(), None, 0, 0.0);
        for Part { range, end } in query.parts(order, span, now) {
            let mut range = Range { order, sort: Some(span.condition()), filter: query.filter(), ..range };
            loop {
                // Another call would cost about as much as those so far did.
                if calls == CALLS || (calls > 0 && spent + spent / f64::from(calls) > UNITS) {
                    return Ok(Read { entries, stopped: looked });
                }
                range.limit = if range.filter.is_some() { LOOKED_AT.max(wanted) } else { wanted - entries.len() };
                self.trip();
                calls += 1;
                let found = self.read_range(&range).await?;
                spent += found.units;
                for item in found.items {
                    let event = EventRecord::read(item)?;
                    entries.push((event.id.to_string(), event));
                }
                let place = found.stopped.as_ref().and_then(|key| key.get("sk")?.as_s().ok().cloned());
                looked = place.or_else(|| end.map(text));
                if entries.len() >= wanted {
                    return Ok(Read { entries, stopped: looked });
                }
                if found.stopped.is_none() {
                    break;
                }
                range.after = found.stopped;
            }
        }
        Ok(Read { entries, stopped: None })
    }
}

impl EventQuery {
    /// Where its events lie, one part after the other in reading order.
    fn parts(&self, order: Order, span: Span, now: Timestamp) -> Vec<Part> {
        let only = |range| vec![Part { range, end: None }];
        match (&self.target, self.by) {
            // Strongly consistent: what one has just done is in its history.
            (Some(target), _) => only(Range { consistent: true, ..Range::of_table(target.events(), 0) }),
            (None, Some(by)) => only(Range::of_index("by-actor", ("actorPk", by.partition()), 0)),
            (None, None) => {
                let mut months = span.months(now);
                if order == Order::Ascending {
                    months.reverse();
                }
                months.into_iter().map(|month| Part::of_month(month, order)).collect()
            }
        }
    }

    /// What the keys do not say.
    fn filter(&self) -> Option<Filter> {
        let mut conditions = Vec::new();
        let mut values = Vec::new();
        if let (Some(_), Some(by)) = (&self.target, self.by) {
            conditions.push("#actorPk = :actor".to_owned());
            values.push((":actor".to_owned(), string(by.partition())));
        }
        if !self.actions.is_empty() {
            let placeholders: Vec<String> = (0..self.actions.len()).map(|place| format!(":action{place}")).collect();
            conditions.push(format!("#action IN ({})", placeholders.join(", ")));
            values.extend(placeholders.into_iter().zip(self.actions.iter().map(|action| string(action.as_str()))));
        }
        (!conditions.is_empty()).then(|| (conditions.join(" AND "), values))
    }
}

/// A part of what is read.
struct Part {
    range: Range,
    /// The id up to which everything has been looked at when the part is read.
    end: Option<u128>,
}

impl Part {
    fn of_month(month: Date, order: Order) -> Self {
        let [begins, ends] = [Some(month), month.checked_add(1.month()).ok()].map(|date| date.and_then(midnight));
        let partition = ("timePk", begins.map(month_of).unwrap_or_default());
        let end = if order == Order::Descending { begins } else { ends };
        Self { range: Range::of_index("by-time", partition, 0), end: end.map(first_id) }
    }
}

/// The ids that are looked for, both ends included. An id begins with its time.
#[derive(Clone, Copy)]
struct Span {
    low: u128,
    high: u128,
}

impl Span {
    fn of(query: &EventQuery) -> Result<Self, Error> {
        let low = query.since.map_or(0, first_id);
        let high = query.until.map_or(u128::MAX, |until| first_id(until).saturating_sub(1));
        let span = Self { low, high };
        let Some(from) = &query.from else { return Ok(span) };
        let at = Uuid::try_parse(&from.key).map_err(|_| Error::Fault("a cursor of no event".to_owned()))?.as_u128();
        let next = u128::from(!from.inclusive);
        Ok(match reading_order(Order::Descending, Some(from)) {
            Order::Descending => Self { high: high.min(at.saturating_sub(next)), ..span },
            Order::Ascending => Self { low: low.max(at.saturating_add(next)), ..span },
        })
    }

    const fn is_empty(self) -> bool {
        self.low > self.high
    }

    fn condition(self) -> (String, Vec<(&'static str, AttributeValue)>) {
        let ends = vec![(":low", string(text(self.low))), (":high", string(text(self.high)))];
        ("sk BETWEEN :low AND :high".to_owned(), ends)
    }

    /// The first days of the months in which these ids may lie, newest first.
    fn months(self, now: Timestamp) -> Vec<Date> {
        let newest = time_of_id(self.high).min(now + AHEAD);
        let oldest = time_of_id(self.low);
        let month = |at: Timestamp| Offset::UTC.to_datetime(at).date().first_of_month();
        let (newest, oldest) = (month(newest), month(oldest).max(FIRST_MONTH));
        std::iter::successors(Some(newest), |month| month.checked_sub(1.month()).ok())
            .take_while(|month| *month >= oldest)
            .collect()
    }
}

/// The first id of a moment, counted in milliseconds; of one in between, of the next.
fn first_id(at: Timestamp) -> u128 {
    let rest = i64::from(at.subsec_nanosecond().rem_euclid(1_000_000) > 0);
    u128::try_from(at.as_millisecond() + rest).unwrap_or_default() << 80
}

fn time_of_id(id: u128) -> Timestamp {
    i64::try_from(id >> 80).ok().and_then(|at| Timestamp::from_millisecond(at).ok()).unwrap_or(Timestamp::MAX)
}

fn midnight(date: Date) -> Option<Timestamp> {
    Offset::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok()
}

fn text(id: u128) -> String {
    Uuid::from_u128(id).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    fn months(since: Option<&str>, until: Option<&str>, now: &str) -> Vec<String> {
        let (since, until) = (since.map(at), until.map(at));
        let query = EventQuery { target: None, by: None, actions: vec![], since, until, limit: 25, from: None };
        let span = Span::of(&query).unwrap_or_else(|error| panic!("{error}"));
        span.months(at(now)).iter().map(|month| month.strftime("%Y-%m").to_string()).collect()
    }

    #[test]
    fn events_are_looked_for_in_the_months_in_which_they_may_lie() {
        let now = "2026-04-30T12:00:00Z";
        assert_eq!(months(None, None, now), ["2026-04", "2026-03", "2026-02", "2026-01"]);
        assert_eq!(months(Some("2026-03-31T23:59:59Z"), None, now), ["2026-04", "2026-03"]);
        assert_eq!(months(Some("2026-03-01T00:00:00Z"), Some("2026-04-01T00:00:00Z"), now), ["2026-03"]);
        assert_eq!(months(None, Some("2025-12-31T00:00:00Z"), now), Vec::<String>::new());
        assert_eq!(months(Some("2026-05-01T00:00:00Z"), None, "2026-04-30T23:59:00Z"), ["2026-05"], "a clock ahead");
        assert_eq!(months(Some("2027-01-01T00:00:00Z"), None, now), Vec::<String>::new());
    }

    #[test]
    fn an_id_lies_between_the_times_around_it() {
        let id = Uuid::now_v7();
        let at = super::super::time_of(id).expect("a time");
        assert!(first_id(at) <= id.as_u128() && id.as_u128() < first_id(at + SignedDuration::from_millis(1)));
        assert_eq!(time_of_id(id.as_u128()), at);
        assert_eq!(first_id(at + SignedDuration::from_nanos(1)), first_id(at + SignedDuration::from_millis(1)));
    }
}
