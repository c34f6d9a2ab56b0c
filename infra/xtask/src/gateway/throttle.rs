//! API Gateway's throttling: a token bucket for each route.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::template::{Route, Throttle};

/// The buckets of all routes.
#[derive(Debug, Default)]
pub(super) struct Buckets {
    buckets: Mutex<HashMap<String, Bucket>>,
}

#[derive(Debug)]
struct Bucket {
    tokens: f64,
    filled: Instant,
}

impl Buckets {
    /// Takes a token of the route's bucket, if there is one.
    pub(super) fn admit(&self, route: &Route) -> bool {
        self.admit_at(route, Instant::now())
    }

    fn admit_at(&self, route: &Route, now: Instant) -> bool {
        let Some(Throttle { rate, burst }) = route.throttle else { return true };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let bucket = buckets.entry(route.key()).or_insert(Bucket { tokens: burst, filled: now });
        let gained = now.duration_since(bucket.filled).as_secs_f64() * rate;
        bucket.tokens = (bucket.tokens + gained).min(burst);
        bucket.filled = now;
        if bucket.tokens < 1.0 {
            return false;
        }
        bucket.tokens -= 1.0;
        true
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_burst_is_let_through_and_then_the_rate() {
        let route = Route {
            method: None,
            path: None,
            function: String::new(),
            throttle: Some(Throttle { rate: 2.0, burst: 3.0 }),
        };
        let buckets = Buckets::default();
        let start = Instant::now();

        let burst: Vec<_> = (0..4).map(|_| buckets.admit_at(&route, start)).collect();
        assert_eq!(burst, [true, true, true, false]);
        assert!(buckets.admit_at(&route, start + Duration::from_millis(500)));
        assert!(!buckets.admit_at(&route, start + Duration::from_millis(600)));
    }
}
