//! What a look at the table found.

use std::collections::BTreeSet;
use std::fmt;

use super::Rule;
use crate::edge::Key;

/// The most breaches that are held: what is behind so many is seldom of more than one kind.
const HELD: usize = 1000;

/// One disagreement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The key of the item that is wrong or missing, as `<pk> <sk>`.
    pub item: String,
    /// Which rule it breaks.
    pub rule: Rule,
    /// What is wrong with it. Holds no names and no addresses but those in the key.
    pub text: String,
}

impl Breach {
    /// What kind of item it is: its key without ids, names and addresses, fit for a log.
    pub fn kind(&self) -> String {
        let (pk, sk) = self.item.split_once(' ').unwrap_or((&self.item, ""));
        let first = |key: &str| key.split('#').next().unwrap_or_default().to_owned();
        let is_word = |part: &str| part.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
        // An audit event's place is an id, a search word's a name.
        [first(pk), first(sk)].into_iter().filter(|part| is_word(part)).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.item, self.text)
    }
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many items there are.
    pub items: u64,
    /// How many of them are users.
    pub users: u64,
    /// How many of them are customers.
    pub customers: u64,
    /// What does not agree, by key: the first thousand.
    pub breaches: BTreeSet<Breach>,
    /// How many more were found, or suspected and not looked into.
    pub left_out: u64,
}

impl Findings {
    pub(super) fn breach(&mut self, key: &Key, rule: Rule, text: impl Into<String>) {
        let item = format!("{} {}", key.pk, key.sk);
        self.breaches.insert(Breach { item, rule, text: text.into() });
        if self.breaches.len() > HELD {
            self.breaches.pop_last();
            self.left_out += 1;
        }
    }

    /// How many things do not agree, at least.
    pub fn breach_count(&self) -> u64 {
        self.left_out + self.breaches.len() as u64
    }

    /// What was found wrong both times, as it was the second time.
    pub(super) fn lasting(&self, after: Self) -> Self {
        let broken: BTreeSet<_> = self.breaches.iter().map(|breach| (&breach.item, breach.rule)).collect();
        let lasts = |breach: &Breach| broken.contains(&(&breach.item, breach.rule));
        let left_out = self.left_out.min(after.left_out);
        Self { breaches: after.breaches.into_iter().filter(lasts).collect(), left_out, ..after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(breaches: &[(&str, Rule, &str)]) -> Findings {
        let breach = |(item, rule, text): &(&str, Rule, &str)| Breach {
            item: (*item).to_owned(),
            rule: *rule,
            text: (*text).to_owned(),
        };
        Findings { items: 9, breaches: breaches.iter().map(breach).collect(), ..Findings::default() }
    }

    #[test]
    fn r57_what_a_change_under_way_has_shown_is_no_breach() {
        let before = found(&[
            ("USER#1 PROFILE", Rule::CustomerCount, "counts 3, owns 2"),
            ("USER#2 PROFILE", Rule::CustomerCount, "counts 1, owns 0"),
            ("USER#3 PROFILE", Rule::Words, "not found"),
        ]);
        let after = found(&[
            ("USER#2 PROFILE", Rule::CustomerCount, "counts 2, owns 1"),
            ("USER#3 PROFILE", Rule::CustomerCount, "counts 1, owns 0"),
            ("USER#4 PROFILE", Rule::Words, "not found"),
        ]);

        let lasting = before.lasting(after);

        let expected = found(&[("USER#2 PROFILE", Rule::CustomerCount, "counts 2, owns 1")]);
        assert_eq!(lasting, expected, "what stays wrong may look otherwise, and is wrong by the same rule");
    }

    #[test]
    fn r56_a_thousand_breaches_are_held_and_all_are_counted() {
        let mut findings = Findings::default();
        for number in (0..1500).rev() {
            findings.breach(&Key::new(format!("USER#{number:04}"), "PROFILE"), Rule::Words, "is wrong");
        }

        assert_eq!((findings.breaches.len(), findings.breach_count()), (HELD, 1500));
        let last = findings.breaches.last().map(|breach| breach.item.as_str());
        assert_eq!(last, Some("USER#0999 PROFILE"), "the first ones by key, whatever came first");
    }

    #[test]
    fn r50_the_kind_of_an_item_names_nobody() {
        for (item, kind) in [
            ("USER#0190 PROFILE", "USER PROFILE"),
            ("USER#0190 SESSION#0191", "USER SESSION"),
            ("EMAIL#ada@shop.example LOGIN", "EMAIL LOGIN"),
            ("FIND#U#a ada\u{1f}0190", "FIND"),
            ("AUDIT#user#0190 0191", "AUDIT"),
            ("Ada Lovelace", ""),
        ] {
            let breach = Breach { item: item.to_owned(), rule: Rule::Readable, text: String::new() };
            assert_eq!(breach.kind(), kind);
        }
    }
}
