//! What many measurements come to.

use std::time::Duration;

/// Times, or whatever else was measured, in the order of size.
#[derive(Clone, Debug, Default)]
pub(super) struct Samples(Vec<f64>);

impl Samples {
    /// Adds one more.
    pub(super) fn add(&mut self, sample: f64) {
        let place = self.0.partition_point(|other| *other < sample);
        self.0.insert(place, sample);
    }

    /// Adds one more time, in milliseconds.
    pub(super) fn time(&mut self, time: Duration) {
        self.add(milliseconds(time));
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The least of them that so many per cent are not above (the nearest rank); nothing of nothing.
    pub(super) fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(f64::NAN)
    }

    /// The one in the middle.
    pub(super) fn median(&self) -> f64 {
        self.percentile(50)
    }
}

/// A time in milliseconds.
pub(super) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A count as a number that can be divided.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(samples: impl IntoIterator<Item = i32>) -> Samples {
        let mut all = Samples::default();
        samples.into_iter().for_each(|sample| all.add(sample.into()));
        all
    }

    fn is(found: f64, expected: i32) -> bool {
        (found - f64::from(expected)).abs() < f64::EPSILON
    }

    #[test]
    fn percentiles_are_of_what_was_measured_in_any_order() {
        let samples = of((1..=200).rev());

        assert!(is(samples.median(), 100));
        assert!(is(samples.percentile(95), 190));
        assert!(is(samples.percentile(99), 198));
        assert!(is(samples.percentile(100), 200));
    }

    #[test]
    fn few_samples_have_percentiles_too() {
        assert!(is(of([3, 1, 2]).median(), 2));
        assert!(is(of([7]).percentile(99), 7));
        assert!(is(of([7, 9]).percentile(0), 7));
        assert!(Samples::default().median().is_nan(), "nothing was measured");
    }

    #[test]
    fn times_are_in_milliseconds() {
        let mut samples = Samples::default();
        samples.time(Duration::from_micros(1500));

        assert!((samples.median() - 1.5).abs() < 1e-9);
        assert_eq!(samples.len(), 1);
    }
}
