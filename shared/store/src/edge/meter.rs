//! What a request costs in the store, counted from DynamoDB's own figures.

use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use aws_sdk_dynamodb::types::ConsumedCapacity;

/// What was spent: sequential trips, read units and write units (as DynamoDB reports them).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// Calls that had to wait for each other; calls made side by side count once.
    pub trips: u32,
    /// Read capacity units.
    pub read: f64,
    /// Write capacity units.
    pub write: f64,
}

impl fmt::Display for Cost {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "trips={}; read={}; write={}", self.trips, self.read, self.write)
    }
}

/// Adds up the cost of one request, and notes whether it came to a transaction.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    cost: Mutex<Cost>,
    has_decided: AtomicBool,
}

impl Meter {
    /// Counts trips, whatever number of calls each makes side by side.
    pub(crate) fn trips(&self, trips: u32) {
        self.update(|cost| cost.trips += trips);
    }

    /// Counts what a read consumed and says how much it was.
    pub(crate) fn read<'a>(&self, consumed: impl IntoIterator<Item = &'a ConsumedCapacity>) -> f64 {
        let units = sum(consumed);
        self.update(|cost| cost.read += units);
        units
    }

    /// Counts what a write consumed.
    pub(crate) fn write<'a>(&self, consumed: impl IntoIterator<Item = &'a ConsumedCapacity>) {
        let units = sum(consumed);
        self.update(|cost| cost.write += units);
    }

    /// Counts a write that its condition refused: DynamoDB charges it and does not say how much. It is
    /// one unit a KB, and an item that is written on its own is smaller.
    pub(crate) fn refused_write(&self) {
        self.update(|cost| cost.write += 1.0);
    }

    /// Notes that a transaction was sent, whatever became of it.
    pub(crate) fn decided(&self) {
        self.has_decided.store(true, Ordering::Relaxed);
    }

    pub(crate) fn has_decided(&self) -> bool {
        self.has_decided.load(Ordering::Relaxed)
    }

    pub(crate) fn cost(&self) -> Cost {
        *self.cost.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn update(&self, change: impl FnOnce(&mut Cost)) {
        change(&mut self.cost.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    }
}

fn sum<'a>(consumed: impl IntoIterator<Item = &'a ConsumedCapacity>) -> f64 {
    consumed.into_iter().filter_map(ConsumedCapacity::capacity_units).sum()
}
