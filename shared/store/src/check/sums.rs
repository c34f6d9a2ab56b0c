//! Sums of fingerprints: what everything says of a user or customer, in a fixed number of bytes.

use std::collections::BTreeSet;
use std::hash::{BuildHasher as _, Hash, RandomState};

use super::Target;

/// With a million customers about one for each sum, so that a suspicion meets few who are innocent.
const SUMS: usize = 1 << 20;
/// The most sums that are looked into.
const SUSPECTS: usize = 1000;

/// Makes fingerprints that nobody who writes items can foresee.
#[derive(Clone, Default)]
pub(super) struct Fingerprints([RandomState; 2]);

impl Fingerprints {
    /// 128 bits of a fact. Odd, so that no multiple of it but the zeroth is nothing.
    pub(super) fn of(&self, fact: &impl Hash) -> u128 {
        let [high, low] = [&self.0[0], &self.0[1]].map(|state| u128::from(state.hash_one(fact)));
        high << 64 | low | 1
    }

    fn place(&self, subject: &Target) -> usize {
        #[expect(clippy::cast_possible_truncation, reason = "any bits of it will do")]
        let hash = self.0[0].hash_one(subject) as usize;
        hash % SUMS
    }
}

/// Sums, of which each one is about all users and customers of one place.
pub(super) struct Sums<'a> {
    fingerprints: &'a Fingerprints,
    values: Vec<u128>,
    suspects: BTreeSet<usize>,
}

impl<'a> Sums<'a> {
    pub(super) fn new(fingerprints: &'a Fingerprints) -> Self {
        Self { fingerprints, values: vec![0; SUMS], suspects: BTreeSet::new() }
    }

    /// Adds that a fact about the subject was found.
    pub(super) fn found(&mut self, subject: &Target, fact: impl Hash) {
        let sum = &mut self.values[self.fingerprints.place(subject)];
        *sum = sum.wrapping_add(self.fingerprints.of(&(subject, fact)));
    }

    /// Takes away a fact that has to be found so often.
    pub(super) fn expected(&mut self, subject: &Target, fact: impl Hash, times: u64) {
        let sum = &mut self.values[self.fingerprints.place(subject)];
        *sum = sum.wrapping_sub(self.fingerprints.of(&(subject, fact)).wrapping_mul(u128::from(times)));
    }

    /// Has the subject looked into, whatever the sums say.
    pub(super) fn suspect(&mut self, subject: &Target) {
        self.suspects.insert(self.fingerprints.place(subject));
    }

    /// All about whom not everything agrees.
    pub(super) fn suspects(self) -> Suspects<'a> {
        let unbalanced = self.values.iter().enumerate().filter(|(_, sum)| **sum != 0).map(|(place, _)| place);
        let mut places = self.suspects;
        places.extend(unbalanced);
        let left_out = places.len().saturating_sub(SUSPECTS) as u64;
        let places = places.into_iter().take(SUSPECTS).collect();
        Suspects { fingerprints: self.fingerprints, places, left_out }
    }
}

/// Users and customers to be looked into, with innocent neighbours.
pub(super) struct Suspects<'a> {
    pub(super) fingerprints: &'a Fingerprints,
    places: BTreeSet<usize>,
    left_out: u64,
}

impl Suspects<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    pub(super) fn hold(&self, subject: &Target) -> bool {
        self.places.contains(&self.fingerprints.place(subject))
    }

    /// How many sums are not looked into because there are too many.
    pub(super) fn left_out(&self) -> u64 {
        self.left_out
    }
}

#[cfg(test)]
mod tests {
    use backoffice_domain::CustomerId;

    use super::*;

    fn customer(number: usize) -> Target {
        Target::Customer(CustomerId::parse(&format!("C-{number}")).expect("a reference"))
    }

    #[test]
    fn what_agrees_is_nothing_and_what_does_not_is_suspected() {
        let fingerprints = Fingerprints::default();
        let mut sums = Sums::new(&fingerprints);
        for number in 0..100 {
            sums.expected(&customer(number), "edit", 3);
            for _ in 0..if number == 42 { 2 } else { 3 } {
                sums.found(&customer(number), "edit");
            }
        }

        let suspects = sums.suspects();

        assert!(suspects.hold(&customer(42)));
        assert_eq!((suspects.places.len(), suspects.left_out()), (1, 0));
    }

    #[test]
    fn a_table_that_is_broken_throughout_takes_no_more_memory() {
        let fingerprints = Fingerprints::default();
        let mut sums = Sums::new(&fingerprints);
        for number in 0..5000 {
            sums.found(&customer(number), "edit");
        }

        let suspects = sums.suspects();

        assert_eq!(suspects.places.len(), SUSPECTS);
        assert!((3900..=4000).contains(&suspects.left_out()), "few share a sum: {}", suspects.left_out());
    }
}
