//! Operations at once, against the built functions behind the local gateway, on a stack of their own.
//!
//! Each race is repeated, with up to sixteen at once. The store's own races, with more of each kind, are
//! in `shared/store/tests/store/races/`.

mod administrators;
mod customers;
mod editors;
mod emails;
mod removed;
mod repeats;
mod rights;
mod sessions;
mod sign_ins;

use std::sync::{Barrier, Mutex, MutexGuard, PoisonError};
use std::thread;

use acceptance::Answer;

/// Rounds of each race.
const ROUNDS: usize = 200;

/// Waits for this race's turn: each has the machine, and the last administrator, to itself.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many take part in a round: mostly a few, every tenth time sixteen.
fn crowd_of(round: usize) -> usize {
    [16, 2, 2, 3, 2, 2, 4, 2, 2, 2][round % 10]
}

/// Asks so many times at once; `ask` is told the number of each.
fn at_once(count: usize, ask: impl Fn(usize) -> Answer + Sync) -> Vec<Answer> {
    let start = Barrier::new(count);
    thread::scope(|scope| {
        let tries: Vec<_> = (0..count)
            .map(|number| {
                let (start, ask) = (&start, &ask);
                scope.spawn(move || {
                    start.wait();
                    ask(number)
                })
            })
            .collect();
        tries.into_iter().map(|attempt| attempt.join().expect("an answer")).collect()
    })
}

/// The only answer with this status; ends the test if there are more, or none.
#[track_caller]
fn only(status: u16, answers: &[Answer]) -> &Answer {
    let mut found = answers.iter().filter(|answer| answer.status == status);
    match (found.next(), found.next()) {
        (Some(answer), None) => answer,
        _ => panic!("one {status} expected: {answers:#?}"),
    }
}
