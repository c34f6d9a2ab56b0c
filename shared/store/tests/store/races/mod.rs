//! Many at once, round after round: one wins where only one can, and nobody gets a wrong answer.

mod administrators;
mod customers;
mod definitions;
mod editors;
mod emails;
mod passwords;
mod removed;
mod repeats;
mod sign_ins;

use std::future::Future;
use std::io::Write as _;
use std::sync::Arc;

use backoffice_store::Error;
use tokio::sync::Barrier;

use crate::harness::World;

/// Rounds of each race.
const ROUNDS: usize = 200;

/// How many take part in a round: mostly a few, every tenth time sixteen.
fn crowd_of(round: usize) -> usize {
    [16, 2, 2, 3, 2, 2, 4, 2, 2, 2][round % 10]
}

/// Runs all at once, each as a task of its own, and answers what each came to.
async fn at_once<T: Send + 'static>(tasks: Vec<impl Future<Output = T> + Send + 'static>) -> Vec<T> {
    let start = Arc::new(Barrier::new(tasks.len()));
    let tasks = tasks.into_iter().map(|task| {
        let start = start.clone();
        tokio::spawn(async move {
            start.wait().await;
            task.await
        })
    });
    futures_util::future::join_all(tasks.collect::<Vec<_>>())
        .await
        .into_iter()
        .map(|outcome| outcome.expect("no panic"))
        .collect()
}

/// The outcomes of many rounds.
#[derive(Default)]
struct Tally {
    contended: usize,
}

impl Tally {
    /// Splits one round's outcomes: what was done, and why the rest was not. Whoever found the store
    /// contended knows nothing; it is counted, and no wrong answer.
    fn judge<T>(&mut self, outcomes: Vec<Result<T, Error>>) -> (Vec<T>, Vec<Error>) {
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        for outcome in outcomes {
            match outcome {
                Ok(value) => done.push(value),
                Err(Error::Contended) => self.contended += 1,
                Err(error) => refused.push(error),
            }
        }
        (done, refused)
    }

    /// Ends a race: says how many found the store contended, and checks the table.
    async fn close(self, name: &str, world: Arc<World>) {
        if self.contended > 0 {
            let _ = writeln!(std::io::stderr(), "{name}: {} found the store contended", self.contended);
        }
        Arc::into_inner(world).expect("every task has ended").close().await;
    }
}
