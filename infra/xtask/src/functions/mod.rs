//! The functions' processes: the built binaries, run against `cargo lambda`'s runtime API.
//!
//! As in the cloud, a process takes one call at a time, starts when a call finds no free one, and ends when it was not
//! needed for a while. The processes of one function share one queue, so it is not known which of them took which call:
//! when one dies, every call of that function that is still waiting for its answer gets a 502.

mod build;
mod invoke;
mod pool;
mod process;
mod runtime;
mod workers;

pub(crate) use build::{build, build_packages};
pub(crate) use invoke::Outcome;
pub(crate) use pool::Pool;
pub(crate) use process::Launcher;
pub(crate) use runtime::Runtime;
