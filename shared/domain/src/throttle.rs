//! How long signing in is delayed after failures.
//!
//! A failure is a sign-in that was begun and not found right. Failures are counted together for an
//! account, for a browser that signed in to it before, and for a client's address.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

/// The first delay. An audit event is written for each, so none is shorter than [`NOTED_EVERY`].
const FIRST: SignedDuration = SignedDuration::from_mins(1);
/// No delay is longer: whoever mistyped again and again is let in after a quarter of an hour (R09).
pub const LONGEST: SignedDuration = SignedDuration::from_mins(15);
/// After how many doublings the first delay has become the longest.
const DOUBLINGS: u32 = 4;

/// Refused sign-ins of one account or one address are noted in an audit event once in this time:
/// whoever guesses cannot fill the table.
pub const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// How many failures are free, and for how long they are remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The failure from which on signing in is delayed.
    delays_from: u32,
    /// Failures are forgotten so long after the first of them.
    window: SignedDuration,
}

impl Rule {
    /// Of an account, and of a browser that signed in to it before. Five slips are more than a person
    /// makes who knows the password; with these delays some hundred guesses a day are left, of which
    /// none finds a password that was not refused as weak.
    pub const ACCOUNT: Self = Self { delays_from: 5, window: SignedDuration::from_hours(24) };

    /// Of an address, behind which a whole office may sit. If one of twenty sign-ins fails, fifty
    /// failures an hour are a thousand people who sign in within that hour; who tries one password on
    /// many accounts gets no further than some sixty an hour.
    pub const ADDRESS: Self = Self { delays_from: 50, window: SignedDuration::from_hours(1) };

    /// How long signing in is delayed after so many failures.
    pub fn delay(&self, count: u32) -> SignedDuration {
        match count.checked_sub(self.delays_from) {
            None => SignedDuration::ZERO,
            Some(doublings) if doublings < DOUBLINGS => FIRST * 2_i32.pow(doublings),
            Some(_) => LONGEST,
        }
    }

    /// Whether failures are remembered no more.
    pub fn forgets(&self, failures: &Failures, now: Timestamp) -> bool {
        failures.since <= self.forgotten_until(now)
    }

    /// Failures are forgotten if the first one was not after this.
    pub fn forgotten_until(&self, now: Timestamp) -> Timestamp {
        now - self.window
    }

    /// When `failures` are forgotten.
    pub fn forgets_at(&self, failures: &Failures) -> Timestamp {
        failures.since + self.window
    }

    /// When the delay after `failures` is over; `None` if there is none at `now`.
    pub fn delayed_until(&self, failures: &Failures, now: Timestamp) -> Option<Timestamp> {
        let until = (failures.last + self.delay(failures.count)).min(self.forgets_at(failures));
        (until > now && self.delay(failures.count).is_positive()).then_some(until)
    }

    /// The same the other way round, for who can compare but not calculate: remembered failures delay
    /// nothing at `now` if their count is below, and their last one not after, what one of these says.
    pub fn openings(&self, now: Timestamp) -> impl Iterator<Item = (u32, Timestamp)> {
        let counts = (self.delays_from..self.delays_from + DOUBLINGS).map(|count| (count + 1, count));
        let counts = [(self.delays_from, 0)].into_iter().chain(counts);
        let longest = (u32::MAX, self.delays_from + DOUBLINGS);
        counts.chain([longest]).map(move |(below, count)| match self.delay(count) {
            SignedDuration::ZERO => (below, Timestamp::MAX),
            delay => (below, now - delay),
        })
    }
}

/// Failures that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failures {
    /// How many.
    pub count: u32,
    /// When the first one was.
    pub since: Timestamp,
    /// When the last one was.
    pub last: Timestamp,
}

impl Failures {
    /// The first one.
    pub const fn first(now: Timestamp) -> Self {
        Self { count: 1, since: now, last: now }
    }

    /// These and one more.
    #[must_use]
    pub const fn and_one(self, now: Timestamp) -> Self {
        Self { count: self.count.saturating_add(1), since: self.since, last: now }
    }
}

/// The addresses that are counted as one: an IPv4 address alone, and the 2⁶⁴ addresses of IPv6 that
/// one household or machine chooses from at will (RFC 6177). What is no address stands for itself.
pub fn address_group(address: &str) -> String {
    match address.parse().map(|address: IpAddr| address.to_canonical()) {
        Ok(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", std::net::Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        Ok(address) => address.to_string(),
        Err(_) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULES: [Rule; 2] = [Rule::ACCOUNT, Rule::ADDRESS];

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).expect("a time")
    }

    #[test]
    fn r09_the_fifth_failure_delays_and_no_delay_is_longer_than_a_quarter_of_an_hour() {
        let minutes: Vec<i64> = (1..=12).map(|count| Rule::ACCOUNT.delay(count).as_mins()).collect();
        assert_eq!(minutes, [0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15]);
        assert_eq!(Rule::ADDRESS.delay(49), SignedDuration::ZERO);
        assert_eq!(Rule::ADDRESS.delay(50), SignedDuration::from_mins(1));
        assert_eq!(Rule::ADDRESS.delay(u32::MAX), LONGEST);
    }

    #[test]
    fn r09_a_delay_is_counted_from_the_last_failure() {
        let failures = Failures { count: 6, since: at(0), last: at(100) };
        assert_eq!(Rule::ACCOUNT.delayed_until(&failures, at(219)), Some(at(220)));
        assert_eq!(Rule::ACCOUNT.delayed_until(&failures, at(220)), None);
    }

    #[test]
    fn r09_failures_are_forgotten_and_their_delay_with_them() {
        let day = 24 * 60 * 60;
        let failures = Failures { count: 20, since: at(0), last: at(day - 60) };
        assert!(!Rule::ACCOUNT.forgets(&failures, at(day - 1)));
        assert_eq!(Rule::ACCOUNT.delayed_until(&failures, at(day - 1)), Some(at(day)));
        assert!(Rule::ACCOUNT.forgets(&failures, at(day)));
        assert_eq!(Rule::ACCOUNT.delayed_until(&failures, at(day)), None);
    }

    #[test]
    fn r09_a_day_leaves_no_more_guesses_than_a_hundred_and_ten() {
        let (mut now, mut failures) = (at(0), Failures::first(at(0)));
        while !Rule::ACCOUNT.forgets(&failures, now) {
            now = Rule::ACCOUNT.delayed_until(&failures, now).unwrap_or(now);
            failures = failures.and_one(now);
        }
        assert!((90..=110).contains(&failures.count), "{}", failures.count);
    }

    #[test]
    fn r49_addresses_that_one_client_chooses_from_are_one() {
        for (address, group) in [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
            ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
            ("", ""),
            ("nowhere", "nowhere"),
        ] {
            assert_eq!(address_group(address), group);
        }
    }

    proptest! {
        #[test]
        fn r09_delays_grow_up_to_the_longest(count in 0..200_u32) {
            for rule in RULES {
                prop_assert!(rule.delay(count) <= rule.delay(count + 1));
                prop_assert!(rule.delay(count) <= LONGEST);
                prop_assert!(rule.delay(count).is_zero() || rule.delay(count) >= NOTED_EVERY);
            }
        }

        #[test]
        fn r09_comparing_comes_to_the_same_as_calculating(
            count in 1..80_u32, last in 0..90_000_i64, now in 0..90_000_i64,
        ) {
            let failures = Failures { count, since: at(0), last: at(last) };
            for rule in RULES.into_iter().filter(|rule| !rule.forgets(&failures, at(now))) {
                // The end of the window ends a delay; whoever compares has looked at the window before.
                let delayed = failures.last + rule.delay(count) > at(now) && rule.delay(count).is_positive();
                prop_assert_eq!(rule.delayed_until(&failures, at(now)).is_some(), delayed);
                let open = rule.openings(at(now)).any(|(below, last)| count < below && failures.last <= last);
                prop_assert_eq!(open, !delayed);
            }
        }
    }
}
