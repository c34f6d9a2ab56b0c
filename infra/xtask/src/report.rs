//! What the person at the terminal reads: steps with their duration, and a bar for long ones.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use anyhow::Result;

/// Prints one line.
pub(crate) fn line(text: impl AsRef<str>) {
    // A closed terminal is no reason to stop: the children are ended in order either way.
    let _ = writeln!(std::io::stdout().lock(), "{}", text.as_ref());
}

/// Prints one line on the error stream.
pub(crate) fn error(text: impl AsRef<str>) {
    let _ = writeln!(std::io::stderr().lock(), "{}", text.as_ref());
}

/// A duration as a person reads it: `0.4 s`, `2 min 5 s`.
pub(crate) fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

/// Names a step, does it, and says how long it took.
pub(crate) async fn step<T>(name: &str, work: impl Future<Output = Result<T>>) -> Result<T> {
    let start = Instant::now();
    line(format!("  {name} …"));
    let result = work.await;
    match &result {
        Ok(_) => line(format!("  {name}: {}", duration(start.elapsed()))),
        Err(_) => line(format!("  {name}: failed after {}", duration(start.elapsed()))),
    }
    result
}

/// How far a long step is.
#[derive(Debug)]
pub(crate) struct Progress {
    name: String,
    total: usize,
    done: usize,
    start: Instant,
    printed: Instant,
}

impl Progress {
    /// Begins a step of `total` parts.
    pub(crate) fn new(name: &str, total: usize) -> Self {
        let now = Instant::now();
        let progress = Self { name: name.to_owned(), total, done: 0, start: now, printed: now };
        progress.draw();
        progress
    }

    /// Notes that `count` more parts are done.
    pub(crate) fn advance(&mut self, count: usize) {
        self.done += count;
        // A terminal is redrawn in place; a log file gets a line every few seconds.
        let pause = if std::io::stdout().is_terminal() { Duration::from_millis(80) } else { Duration::from_secs(5) };
        if self.printed.elapsed() >= pause {
            self.printed = Instant::now();
            self.draw();
        }
    }

    /// Ends the step and says how long it took.
    pub(crate) fn finish(self) {
        let text = format!("  {}: {} in {}", self.name, self.done, duration(self.start.elapsed()));
        if std::io::stdout().is_terminal() {
            let _ = write!(std::io::stdout().lock(), "\r\x1b[2K");
        }
        line(text);
    }

    fn draw(&self) {
        const WIDTH: usize = 30;
        let filled = WIDTH * self.done / self.total.max(1);
        let bar = format!("{}{}", "█".repeat(filled.min(WIDTH)), "░".repeat(WIDTH.saturating_sub(filled)));
        let text = format!("  {} {bar} {}/{}", self.name, self.done, self.total);
        if std::io::stdout().is_terminal() {
            let mut out = std::io::stdout().lock();
            let _ = write!(out, "\r\x1b[2K{text}");
            let _ = out.flush();
        } else {
            line(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_readable() {
        assert_eq!(duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 5 s");
    }
}
