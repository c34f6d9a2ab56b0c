//! What one operation needs.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::prices;

/// What an operation was seen to need.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub(crate) struct Figure {
    /// The function's binary.
    pub(crate) function: String,
    /// What is done, as a person would say it.
    pub(crate) what: String,
    /// Calls of the table that wait for each other.
    pub(crate) trips: f64,
    /// Read units.
    pub(crate) read: f64,
    /// Write units.
    pub(crate) write: f64,
    /// Passwords hashed.
    pub(crate) hashes: f64,
}

impl Figure {
    /// Reads what the measuring test has written.
    pub(crate) fn all(text: &str) -> Result<Vec<Self>> {
        serde_json::from_str(text).context("figures that are none")
    }

    /// Dollars for a million times, with a function of so many MB.
    pub(crate) fn dollars_a_million(&self, memory: u64) -> f64 {
        let milliseconds = prices::OWN_TIME + self.trips * prices::TRIP + self.hashes * prices::HASH;
        let gigabytes = f64::from(u32::try_from(memory).unwrap_or(u32::MAX)) / 1024.0;
        let lambda = prices::LAMBDA_REQUESTS + milliseconds * 1000.0 * gigabytes * prices::LAMBDA_GB_SECOND;
        let table = self.read * prices::READS + self.write * prices::WRITES;
        table + lambda + prices::GATEWAY_REQUESTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_times_costs_table_function_and_gateway() {
        let text = r#"[{"operation": "getUser", "function": "get-user", "what": "a user", "trips": 1, "read": 4, "write": 2, "hashes": 0}]"#;
        let [figure] = &Figure::all(text).expect("figures")[..] else { panic!("one figure") };

        // 4 × 0.125 + 2 × 0.625 + 0.20 + 8,000 s × 0.5 GB × 0.0000133334 + 1.00
        assert!((figure.dollars_a_million(512) - 3.003_333_6).abs() < 1e-6);
        let [none, one, two] = [0.0, 1.0, 2.0].map(|hashes| Figure { hashes, ..figure.clone() }.dollars_a_million(512));
        assert!(one > none && ((two - one) - (one - none)).abs() < 1e-6);
    }
}
