//! The query of a list: every parameter known and of its form, or the request is refused.

use std::collections::BTreeMap;

use backoffice_domain::Flaw;
use backoffice_store::Order;
use serde_json::Value;

use crate::{Code, Problem};

/// How many records a page has if nothing is said.
pub const LIMIT_DEFAULT: usize = 25;
/// How many records a page has at most.
pub const LIMIT_MAX: usize = 100;
/// The longest text to search for, in characters: longer than two names and an address.
const Q_MAX: usize = 320;

/// A query, read parameter by parameter.
pub struct Query<'a> {
    left: BTreeMap<&'a str, &'a str>,
    errors: Vec<(String, &'static str, Value)>,
}

impl<'a> Query<'a> {
    pub(crate) fn new(parameters: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self { left: BTreeMap::new(), errors: Vec::new() };
        for (name, value) in parameters {
            if query.left.insert(name, value).is_some() {
                query.refuse(name, &Flaw::Duplicate);
            }
        }
        query
    }

    /// Reads a parameter; an absent or empty one is `None`.
    pub fn read<T>(&mut self, name: &'static str, parse: impl FnOnce(&str) -> Result<T, Flaw>) -> Option<T> {
        let value = self.left.remove(name).filter(|value| !value.is_empty())?;
        parse(value).map_err(|flaw| self.refuse(name, &flaw)).ok()
    }

    /// Reads a parameter of several values with commas in between.
    pub fn read_all<T>(&mut self, name: &'static str, parse: impl Fn(&str) -> Result<T, Flaw>) -> Option<Vec<T>> {
        self.read(name, |values| values.split(',').map(parse).collect())
    }

    /// Reads a flag: `true` or `false`.
    pub fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.word(name, &["true", "false"], &[true, false])
    }

    /// Reads one of `words`, each of which stands for the value at its place.
    pub fn word<T: Copy>(&mut self, name: &'static str, words: &'static [&'static str], values: &[T]) -> Option<T> {
        self.read(name, |text| {
            let place = words.iter().position(|word| *word == text).ok_or(Flaw::UnknownValue { allowed: words })?;
            values.get(place).copied().ok_or(Flaw::UnknownValue { allowed: words })
        })
    }

    /// Reads `order`.
    pub fn order(&mut self) -> Option<Order> {
        self.word("order", &["asc", "desc"], &[Order::Ascending, Order::Descending])
    }

    /// Reads `limit`.
    pub fn limit(&mut self) -> usize {
        let limit = self.read("limit", |text| match text.parse() {
            Ok(limit @ 1..=LIMIT_MAX) => Ok(limit),
            Ok(0) => Err(Flaw::TooFew { min: 1 }),
            Ok(_) => Err(Flaw::TooMany { max: LIMIT_MAX }),
            Err(_) => Err(Flaw::Malformed),
        });
        limit.unwrap_or(LIMIT_DEFAULT)
    }

    /// Reads `q`: the text to search for, as typed.
    pub fn q(&mut self) -> Option<String> {
        self.read("q", |text| {
            if text.chars().count() > Q_MAX { Err(Flaw::TooLong { max: Q_MAX }) } else { Ok(text.to_owned()) }
        })
    }

    /// Reads `cursor`, still sealed.
    pub fn cursor(&mut self) -> Option<String> {
        self.read("cursor", |text| Ok(text.to_owned()))
    }

    /// Notes that a parameter cannot be taken.
    pub fn refuse(&mut self, name: &str, flaw: &Flaw) {
        self.errors.push((name.to_owned(), flaw.code(), flaw.params()));
    }

    /// Ends reading.
    ///
    /// # Errors
    /// 400 for everything that was refused, and for every parameter nobody read.
    pub fn finish(mut self) -> Result<(), Problem> {
        for name in std::mem::take(&mut self.left).into_keys() {
            self.refuse(name, &Flaw::UnknownField);
        }
        if self.errors.is_empty() {
            return Ok(());
        }
        let problem = Problem::new(Code::MalformedQuery);
        Err(self
            .errors
            .into_iter()
            .fold(problem, |problem, (name, code, params)| problem.with_error(&name, code, params)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn query<'a>(pairs: &'a [(&'a str, &'a str)]) -> Query<'a> {
        Query::new(pairs.iter().copied())
    }

    #[test]
    fn what_nobody_reads_is_refused() {
        let mut known = query(&[("limit", "10"), ("order", "desc"), ("agent", "true"), ("q", "")]);
        assert_eq!(
            (known.limit(), known.order(), known.flag("agent"), known.q()),
            (10, Some(Order::Descending), Some(true), None)
        );
        assert!(known.finish().is_ok());
        assert!(query(&[("page", "2")]).finish().is_err());
    }

    #[test]
    fn r41_limits_hold() {
        for wrong in ["0", "101", "-1", "x", "18446744073709551616"] {
            let pairs = [("limit", wrong)];
            let mut query = query(&pairs);
            query.limit();
            assert!(query.finish().is_err(), "{wrong}");
        }
        let long = "x".repeat(Q_MAX + 1);
        let pairs = [("q", long.as_str())];
        let mut query = query(&pairs);
        query.q();
        assert!(query.finish().is_err());
    }

    proptest! {
        #[test]
        fn any_query_is_understood_or_refused_whole(pairs in prop::collection::vec(("limit|order|agent|q|cursor|(?s).{0,8}", "(?s).{0,40}|[0-9]{0,4}|asc|true"), 0..6)) {
            let mut query = Query::new(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            let limit = query.limit();
            prop_assert!((1..=LIMIT_MAX).contains(&limit));
            let read = (query.order().is_some(), query.flag("agent").is_some(), query.q().is_some(), query.cursor().is_some());
            match query.finish() {
                Ok(()) => {
                    // Each parameter was there once, and what it said was taken.
                    for (name, is_read) in [("order", read.0), ("agent", read.1), ("q", read.2), ("cursor", read.3)] {
                        let said = pairs.iter().find(|(given, value)| given == name && !value.is_empty());
                        prop_assert_eq!(is_read, said.is_some(), "{}", name);
                    }
                }
                Err(problem) => prop_assert_eq!(problem.code(), Code::MalformedQuery),
            }
        }
    }
}
