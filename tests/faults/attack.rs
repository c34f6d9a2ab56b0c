//! An operation under attack: each call that it makes to the store fails in each way, once and for good.

use acceptance::watch::{FOR_GOOD, Fault, KINDS, Watch};
use acceptance::{Answer, Request};

use crate::together;

/// A change, freshly prepared for each attempt to break it.
pub(crate) trait Change: Sized {
    /// The operation's id.
    const OPERATION: &'static str;
    /// The function's binary.
    const FUNCTION: &'static str;

    /// Makes what is to be changed.
    fn prepare() -> Self;

    /// What is asked for, the same every time, of functions that can be made to fail.
    fn request(&self) -> Request;

    /// How often it has happened: its audit events.
    fn events(&self) -> usize;

    /// Whether what it changes is changed.
    fn shows(&self) -> bool;

    /// Whether a call of this operation of the store is attacked so: what another change does alike is attacked there.
    fn is_attacked(operation: &str, fault: Fault) -> bool {
        let _ = (operation, fault);
        true
    }

    /// Whether asking again, when it has happened `before`, was answered well.
    fn is_repeated(answer: &Answer, before: bool) -> bool {
        let _ = before;
        (200..300).contains(&answer.status)
    }

    /// How often it has happened when it was asked for again, and this was the answer.
    fn events_after_repeating(before: usize, again: &Answer) -> usize {
        let _ = (before, again);
        1
    }
}

/// One attempt to break a change.
struct Attempt<'a> {
    fault: Fault,
    operation: &'a str,
}

/// Breaks each call in each way.
pub(crate) fn attack<C: Change>() {
    let _company = together();
    let calls = calls_of::<C>();
    assert!(calls.iter().any(|call| changes(call)), "{} changes nothing: {calls:?}", C::FUNCTION);
    let (mut attempts, mut failed) = (0, 0);
    for (skip, operation) in calls.iter().enumerate() {
        for kind in KINDS.into_iter().filter(|kind| can(kind, operation)) {
            for times in [1, FOR_GOOD] {
                let fault = Fault { skip, times, kind };
                // That every call is slow is a test of its own: it takes all the time a function has.
                if (kind != "slow" || times == 1) && C::is_attacked(operation, fault) {
                    attempts += 1;
                    failed += usize::from(attempt::<C>(&Attempt { fault, operation }));
                }
            }
        }
    }
    assert!(attempts >= 10 && failed * 4 >= attempts * 3, "only {failed} of {attempts} attempts met their fault");
}

/// Makes a change whose first call of an operation fails for good (slow: once), and all the following; gives what asks for it again.
pub(crate) fn leave<C: Change + 'static>(kind: &'static str, operation: &'static str) -> Box<dyn FnOnce()> {
    let skip = calls_of::<C>().iter().position(|call| call == operation);
    let skip = skip.unwrap_or_else(|| panic!("{} asks for no {operation}", C::FUNCTION));
    let times = if kind == "slow" { 1 } else { FOR_GOOD };
    let attempt = Attempt { fault: Fault { skip, times, kind }, operation };
    let change = C::prepare();
    let (answer, is_met) = attempt.make(&change);
    assert!(is_met, "{}: {operation} did not meet {kind}", C::FUNCTION);
    let left = attempt.judge(&change, &answer);
    Box::new(move || left.repeat(&change))
}

/// The store's operations that the change asks for, in their order.
fn calls_of<C: Change>() -> Vec<String> {
    let change = C::prepare();
    let watch = Watch::of_function(C::FUNCTION, &[]);
    let answer = change.request().send();
    let calls = watch.end();
    assert!(C::is_repeated(&answer, false), "{answer}");
    assert_eq!((change.events(), change.shows()), (1, true), "{answer}");
    calls.into_iter().map(|call| call.operation).collect()
}

fn changes(operation: &str) -> bool {
    matches!(operation, "TransactWriteItems" | "PutItem" | "UpdateItem" | "DeleteItem")
}

/// Whether a call of this operation can fail in this way.
fn can(kind: &str, operation: &str) -> bool {
    match kind {
        "conflict" => changes(operation),
        "unprocessed" => operation == "BatchGetItem",
        "short" => operation == "Query",
        _ => true,
    }
}

/// Whether it met its fault: calls side by side come in any order.
fn attempt<C: Change>(attempt: &Attempt<'_>) -> bool {
    let change = C::prepare();
    let (answer, is_met) = attempt.make(&change);
    attempt.judge(&change, &answer).repeat(&change);
    is_met
}

/// What an attempt has left behind.
struct Left {
    /// What it was.
    what: String,
    /// How often the change has happened.
    events: usize,
}

impl Attempt<'_> {
    /// The answer, and whether a call met the fault.
    fn make<C: Change>(&self, change: &C) -> (Answer, bool) {
        let watch = Watch::of_function(C::FUNCTION, &[self.fault]);
        let answer = change.request().send();
        (answer, watch.end().iter().any(|call| call.failed))
    }

    fn judge<C: Change>(&self, change: &C, answer: &Answer) -> Left {
        let Self { fault: Fault { skip, times, kind }, operation } = self;
        let often = if *times == 1 { "once" } else { "for good" };
        let what = format!("{}: call {skip} ({operation}) {kind} {often}: {answer}", C::FUNCTION);
        let is_done = C::is_repeated(answer, false);
        let events = change.events();

        // Said to be done, or that nobody knows and that it can be tried again.
        if !is_done {
            let code = if *kind == "conflict" { "write_conflict" } else { "store_unavailable" };
            assert!(answer.status == 503 && answer.code() == code, "{what}");
            assert!(answer.header("retry-after").is_some(), "{what}");
        }
        if *times == 1 {
            assert!(is_done, "what fails once is tried again: {what}");
        }
        // All of it, or nothing.
        assert!(events <= 1 && change.shows() == (events == 1), "{events} events, {}: {what}", change.shows());
        assert!(events == 1 || !is_done, "said to be done: {what}");
        Left { what, events }
    }
}

impl Left {
    /// Whoever asks again has it once.
    fn repeat<C: Change>(&self, change: &C) {
        let Self { what, events } = self;
        let again = change.request().send();
        assert!(C::is_repeated(&again, *events == 1), "{what}, again: {again}");
        let expected = C::events_after_repeating(*events, &again);
        assert_eq!((change.events(), change.shows()), (expected, expected > 0), "{what}, again: {again}");
    }
}
