//! Tests run at once on one table. A test about the last administrator needs there to be only one,
//! so it waits until nobody has made others, who wait for it in turn.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many tests have made administrators; `None` while one test is the only one.
static COMPANY: Mutex<Option<usize>> = Mutex::new(Some(0));
static CHANGED: Condvar = Condvar::new();

/// The first administrator is the only one, or is not, until the value goes.
#[derive(Debug)]
#[must_use]
pub struct Alone {
    alone: bool,
}

impl Alone {
    /// Waits until the first administrator is the only one.
    pub fn with_the_last_administrator() -> Self {
        let mut company = wait_while(company(), |company| *company != Some(0));
        *company = None;
        Self { alone: true }
    }

    /// Waits until nobody minds another administrator.
    pub(crate) fn in_company() -> Self {
        let mut company = wait_while(company(), |company| company.is_none());
        *company = company.map(|tests| tests + 1);
        Self { alone: false }
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        let mut company = company();
        *company = if self.alone { Some(0) } else { company.map(|tests| tests - 1) };
        CHANGED.notify_all();
    }
}

fn company() -> MutexGuard<'static, Option<usize>> {
    COMPANY.lock().unwrap_or_else(PoisonError::into_inner)
}

fn wait_while(
    company: MutexGuard<'static, Option<usize>>,
    condition: impl FnMut(&mut Option<usize>) -> bool,
) -> MutexGuard<'static, Option<usize>> {
    CHANGED.wait_while(company, condition).unwrap_or_else(PoisonError::into_inner)
}
