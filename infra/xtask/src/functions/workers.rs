//! How many processes each function has, and which may be started or ended: the book-keeping, without any process.

use std::collections::HashMap;
use std::time::{Duration, Instant};

/// Processes of one function at most.
pub(super) const OF_ONE: usize = 16;
/// Processes of all functions at most.
pub(super) const OF_ALL: usize = 24;

/// One function's processes and calls.
#[derive(Debug)]
pub(super) struct Workers {
    /// Processes that run and were not told to end.
    pub(super) running: usize,
    /// Processes that were told to end and have not yet.
    pub(super) ending: usize,
    /// Calls in flight; never more than `running`.
    pub(super) calls: usize,
    /// When the last call began or ended.
    pub(super) used: Instant,
}

/// What a call has to do before it can be made.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// A process is free.
    Free,
    /// One more process must be started.
    Start,
    /// All processes of this idle function must end first.
    End(String),
    /// Somebody else must finish first.
    Wait,
}

/// The book.
#[derive(Debug, Default)]
pub(super) struct Book {
    functions: HashMap<String, Workers>,
}

impl Book {
    /// The entry of a function.
    pub(super) fn of(&mut self, function: &str) -> &mut Workers {
        self.functions.entry(function.to_owned()).or_insert_with(|| Workers {
            running: 0,
            ending: 0,
            calls: 0,
            used: Instant::now(),
        })
    }

    /// Asks for a call; unless it must wait, the call (and the process to be started) is entered.
    pub(super) fn admit(&mut self, function: &str) -> Admission {
        let leaving: usize = self.functions.values().map(|workers| workers.ending).sum();
        let total: usize = self.functions.values().map(|workers| workers.running).sum::<usize>() + leaving;
        let idle = self.longest_idle(function);
        let workers = self.of(function);
        if workers.ending > 0 {
            // A dying process could still take the call.
            return Admission::Wait;
        }
        let admission = if workers.calls < workers.running {
            Admission::Free
        } else if workers.running >= OF_ONE {
            return Admission::Wait;
        } else if total < OF_ALL {
            workers.running += 1;
            Admission::Start
        } else if leaving > 0 {
            return Admission::Wait;
        } else {
            return idle.map_or(Admission::Wait, Admission::End);
        };
        workers.calls += 1;
        workers.used = Instant::now();
        admission
    }

    /// Notes that a call is over.
    pub(super) fn release(&mut self, function: &str) {
        let workers = self.of(function);
        workers.calls = workers.calls.saturating_sub(1);
        workers.used = Instant::now();
    }

    /// The functions that nobody called for a while.
    pub(super) fn idle(&self, pause: Duration) -> Vec<String> {
        let unused = |workers: &Workers| workers.calls == 0 && workers.running > 0 && workers.used.elapsed() >= pause;
        self.functions.iter().filter(|(_, workers)| unused(workers)).map(|(name, _)| name.clone()).collect()
    }

    fn longest_idle(&self, but: &str) -> Option<String> {
        self.functions
            .iter()
            .filter(|(name, workers)| *name != but && workers.calls == 0 && workers.running > 0)
            .min_by_key(|(_, workers)| workers.used)
            .map(|(name, _)| name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_starts_at_the_first_call_and_serves_the_next() {
        let mut book = Book::default();

        assert_eq!(book.admit("a"), Admission::Start);
        book.release("a");
        assert_eq!(book.admit("a"), Admission::Free);
    }

    #[test]
    fn further_processes_start_while_the_others_are_busy_up_to_the_limit_of_one() {
        let mut book = Book::default();

        for _ in 0..OF_ONE {
            assert_eq!(book.admit("a"), Admission::Start);
        }
        assert_eq!(book.admit("a"), Admission::Wait);
        book.release("a");
        assert_eq!(book.admit("a"), Admission::Free);
    }

    #[test]
    fn at_the_limit_of_all_the_longest_idle_function_makes_room() {
        let mut book = Book::default();
        for _ in 0..OF_ALL / 2 {
            book.admit("busy");
            book.admit("idle");
        }
        assert_eq!(book.admit("new"), Admission::Wait);
        for _ in 0..OF_ALL / 2 {
            book.release("idle");
        }

        assert_eq!(book.admit("new"), Admission::End("idle".to_owned()));
        book.of("idle").ending = book.of("idle").running;
        book.of("idle").running = 0;
        assert_eq!(book.admit("new"), Admission::Wait);
    }

    #[test]
    fn a_function_whose_processes_are_ending_waits_for_their_end() {
        let mut book = Book::default();
        book.admit("a");
        book.release("a");
        book.of("a").running = 0;
        book.of("a").ending = 1;

        assert_eq!(book.admit("a"), Admission::Wait);
        book.of("a").ending = 0;
        assert_eq!(book.admit("a"), Admission::Start);
    }
}
