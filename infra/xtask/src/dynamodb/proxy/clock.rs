//! For how long anybody waits for the database.

use std::time::{Duration, Instant};

/// When calls were under way, while that is measured.
#[derive(Debug, Default)]
pub(super) struct Clock {
    spans: Option<Vec<(Instant, Instant)>>,
}

impl Clock {
    /// Begins to measure.
    pub(super) fn start(&mut self) {
        self.spans = Some(Vec::new());
    }

    /// Notes a call.
    pub(super) fn note(&mut self, begun: Instant, ended: Instant) {
        if let Some(spans) = &mut self.spans {
            spans.push((begun, ended));
        }
    }

    /// Ends measuring; answers for how long at least one call was under way.
    pub(super) fn stop(&mut self) -> Duration {
        let mut spans = self.spans.take().unwrap_or_default();
        spans.sort_unstable();
        let (mut sum, mut until) = (Duration::ZERO, None);
        for (begun, ended) in spans {
            let begun = until.map_or(begun, |until| begun.max(until));
            sum += ended.saturating_duration_since(begun);
            until = Some(until.map_or(ended, |until: Instant| until.max(ended)));
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_side_by_side_are_waited_for_once() {
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut clock = Clock::default();
        clock.note(at(0), at(1000));
        clock.start();
        for (begun, ended) in [(30, 40), (0, 10), (5, 8), (8, 20), (31, 35)] {
            clock.note(at(begun), at(ended));
        }

        assert_eq!(clock.stop(), Duration::from_millis(20 + 10));
        assert_eq!(clock.stop(), Duration::ZERO, "it does not run");
    }
}
