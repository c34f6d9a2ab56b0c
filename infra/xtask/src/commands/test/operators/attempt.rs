//! One attempt to break a function.

use std::fmt;

use anyhow::{Result, ensure};
use serde_json::Value;

use super::ground::Asked;
use crate::dynamodb::{FOR_GOOD, Fault, Kind, Watched};

/// Which call fails, and how.
pub(super) struct Attempt {
    pub(super) fault: Fault,
    operation: String,
}

impl Attempt {
    /// Each of these calls, failing in each way, once and for good.
    pub(super) fn all(calls: &[Watched]) -> Vec<Self> {
        let mut attempts = Vec::new();
        for (skip, Watched { operation, .. }) in calls.iter().enumerate() {
            for kind in Kind::ALL.into_iter().filter(|kind| kind.befalls(operation)) {
                // That every call is slow takes more time than a function has.
                let often = if kind == Kind::Slow { &[1][..] } else { &[1, FOR_GOOD] };
                for times in often.iter().copied() {
                    attempts.push(Self { fault: Fault { skip, times, kind }, operation: operation.clone() });
                }
            }
        }
        attempts
    }

    /// Whether no call goes well any more.
    pub(super) const fn is_for_good(&self) -> bool {
        self.fault.times == FOR_GOOD
    }

    /// What was answered; nothing if nobody knows whether it happened, which is no answer to what fails once.
    pub(super) fn judge(&self, asked: Asked) -> Result<Option<Value>> {
        ensure!(asked.has_met(self.fault.kind), "the calls did not meet it: {:?}", asked.calls);
        match asked.outcome {
            Ok(answer) => Ok(Some(answer)),
            Err(error) => {
                let text = format!("{error:#}");
                ensure!(self.is_for_good(), "what fails once is tried again: {text}");
                // A process that died has promised nothing, but it should not have died.
                ensure!(text.contains(" refused: "), "{text}");
                Ok(None)
            }
        }
    }
}

impl fmt::Display for Attempt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { fault: Fault { skip, kind, .. }, operation } = self;
        let often = if self.is_for_good() { "for good" } else { "once" };
        write!(formatter, "call {skip} ({operation}) {kind:?} {often}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_call_fails_in_each_way_that_it_can() {
        let call = |operation: &str| Watched::of(operation);

        let attempts = Attempt::all(&[call("BatchGetItem"), call("TransactWriteItems")]);

        let said: Vec<_> = attempts.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 13 + 13, "{said:#?}");
        assert!(said.contains(&"call 0 (BatchGetItem) Unprocessed for good".to_owned()));
        assert!(said.contains(&"call 1 (TransactWriteItems) Slow once".to_owned()));
        assert!(!said.contains(&"call 0 (BatchGetItem) Conflict once".to_owned()));
    }
}
