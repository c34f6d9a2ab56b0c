//! The processes of all functions.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::process::Child;
use tokio::sync::{Notify, watch};

use super::invoke::{Outcome, invoke};
use super::process::Launcher;
use super::workers::{Admission, Book};
use crate::report;
use crate::template::Function;

/// How long a function's processes stay without a call.
const IDLE: Duration = Duration::from_mins(2);
/// How long the runtime API may take to see that a process has hung up.
const HANG_UP: Duration = Duration::from_millis(20);
/// A process that dies sooner than this would only die again.
const TOO_SOON: Duration = Duration::from_secs(2);

/// All functions, by the name of their resource.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    functions: HashMap<String, Entry>,
    launcher: Launcher,
    book: Mutex<Book>,
    changed: Notify,
    closed: AtomicBool,
}

#[derive(Debug)]
struct Entry {
    function: Function,
    /// Moves when a process dies by itself.
    deaths: watch::Sender<u64>,
    /// Moves when all processes are to end.
    ends: watch::Sender<u64>,
}

impl Pool {
    /// A pool of these functions, none of them started.
    pub(crate) fn new(functions: &[Function], launcher: Launcher) -> Self {
        let functions = functions.iter().map(|function| {
            let entry =
                Entry { function: function.clone(), deaths: watch::Sender::new(0), ends: watch::Sender::new(0) };
            (function.name.clone(), entry)
        });
        let shared = Shared {
            functions: functions.collect(),
            launcher,
            book: Mutex::default(),
            changed: Notify::default(),
            closed: AtomicBool::new(false),
        };
        let pool = Self { shared: Arc::new(shared) };
        tokio::spawn(pool.clone().end_idle());
        pool
    }

    /// Calls a function, on a process of its own that may have to be started first.
    ///
    /// A call that has begun is brought to its end even when nobody waits for it any more, as Lambda does.
    pub(crate) async fn call(&self, function: &str, event: String) -> Result<Outcome> {
        let call = self.admit(function).await?;
        tokio::spawn(call.make(event)).await?
    }

    async fn admit(&self, function: &str) -> Result<Call> {
        loop {
            ensure!(!self.shared.closed.load(Ordering::Relaxed), "the stack is ending");
            let changed = self.shared.changed.notified();
            let admission = self.book().admit(function);
            match admission {
                Admission::Free => return Ok(Call { pool: self.clone(), function: function.to_owned() }),
                Admission::Start => {
                    let call = Call { pool: self.clone(), function: function.to_owned() };
                    self.start(function)?;
                    return Ok(call);
                }
                Admission::End(idle) => self.end(&idle),
                Admission::Wait => changed.await,
            }
        }
    }

    /// Starts a process that the book already counts.
    fn start(&self, function: &str) -> Result<()> {
        let entry = self.entry(function)?;
        let ends = entry.ends.subscribe();
        match self.shared.launcher.start(&entry.function) {
            Ok(child) => {
                tokio::spawn(self.clone().watch(function.to_owned(), child, ends));
                Ok(())
            }
            Err(error) => {
                self.book().of(function).running -= 1;
                Err(error)
            }
        }
    }

    /// Ends all processes, for good.
    pub(crate) fn close(&self) {
        self.shared.closed.store(true, Ordering::Relaxed);
        for function in self.shared.functions.keys() {
            self.end(function);
        }
    }

    /// Waits for the end of a process, and starts another when it was not told to end.
    async fn watch(self, function: String, mut child: Child, mut ends: watch::Receiver<u64>) {
        let start = Instant::now();
        tokio::select! {
            biased;
            _ = ends.changed() => {
                let _ = child.kill().await;
                tokio::time::sleep(HANG_UP).await;
                self.book().of(&function).ending -= 1;
                self.shared.changed.notify_waiters();
            }
            status = child.wait() => {
                let status = status.map_or_else(|error| error.to_string(), |status| status.to_string());
                report::error(format!("  {function} died ({status}); see {}", self.shared.launcher.logs.display()));
                self.replace(&function, start.elapsed() >= TOO_SOON);
            }
        }
    }

    fn replace(&self, function: &str, again: bool) {
        if let Ok(entry) = self.entry(function) {
            entry.deaths.send_modify(|count| *count += 1);
        }
        if again {
            if let Err(error) = self.start(function) {
                report::error(format!("  {function} cannot be started again: {error:#}"));
            }
        } else {
            self.book().of(function).running -= 1;
        }
        self.shared.changed.notify_waiters();
    }

    /// Ends all processes of a function.
    fn end(&self, function: &str) {
        {
            let mut book = self.book();
            let workers = book.of(function);
            workers.ending += workers.running;
            workers.running = 0;
        }
        if let Ok(entry) = self.entry(function) {
            entry.ends.send_modify(|count| *count += 1);
        }
    }

    async fn end_idle(self) {
        while !self.shared.closed.load(Ordering::Relaxed) {
            tokio::time::sleep(IDLE / 10).await;
            let idle = self.book().idle(IDLE);
            for function in idle {
                self.end(&function);
            }
        }
    }

    fn entry(&self, function: &str) -> Result<&Entry> {
        self.shared.functions.get(function).with_context(|| format!("the template has no function {function}"))
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.shared.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A call in flight; over when the value goes, however that comes.
struct Call {
    pool: Pool,
    function: String,
}

impl Call {
    async fn make(self, event: String) -> Result<Outcome> {
        let entry = self.pool.entry(&self.function)?;
        let mut deaths = entry.deaths.subscribe();
        tokio::select! {
            outcome = invoke(&self.pool.shared.launcher.runtime, &entry.function.binary, event) => outcome,
            _ = deaths.changed() => Ok(Outcome::Died),
        }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.pool.book().release(&self.function);
        self.pool.shared.changed.notify_waiters();
    }
}
