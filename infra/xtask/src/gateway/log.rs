//! One line for every request: what was asked, the answer's status, and how long it took. Never the query string.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use axum::extract::Request;
use axum::http::StatusCode;

/// The gateway's log file.
#[derive(Debug)]
pub(super) struct Log {
    file: File,
}

/// A request under way.
#[derive(Debug)]
pub(super) struct Line {
    what: String,
    start: Instant,
}

impl Line {
    /// Begins the line of a request.
    pub(super) fn begin<B>(request: &Request<B>) -> Self {
        Self { what: format!("{} {}", request.method(), request.uri().path()), start: Instant::now() }
    }
}

impl Log {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let file = OpenOptions::new().create(true).append(true).open(path);
        Ok(Self { file: file.with_context(|| format!("writing {}", path.display()))? })
    }

    pub(super) fn write(&self, line: &Line, status: StatusCode) {
        let milliseconds = line.start.elapsed().as_millis();
        // A full disk must not take the gateway down.
        let _ = writeln!(&self.file, "{} {} {milliseconds} ms", line.what, status.as_u16());
    }
}
