//! Children that never outlive this program, however it ends.
//!
//! A long-lived child is started as `xtask guard <parent> <program> …`. On Linux the guard asks the kernel to be killed
//! with its parent and then *becomes* the program. Elsewhere it stays between the two and watches.

use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::process::Child;

/// The word that starts this program as a guard.
pub(crate) const WORD: &str = "guard";

/// A command whose process ends when this one does.
pub(crate) fn command(program: impl Into<OsString>) -> Result<tokio::process::Command> {
    let mut command = Command::new(own_program()?);
    command.arg(WORD).arg(std::process::id().to_string()).arg(program.into());
    let mut command = tokio::process::Command::from(command);
    // A group of its own: Ctrl-C reaches this program alone, which then ends its children in order.
    command.kill_on_drop(true).process_group(0);
    Ok(command)
}

/// On Linux the running program itself, even when a build has meanwhile put another file in its place.
fn own_program() -> Result<OsString> {
    if cfg!(target_os = "linux") {
        Ok("/proc/self/exe".into())
    } else {
        Ok(std::env::current_exe().context("this program does not know where it lies")?.into())
    }
}

/// Asks a child to end, and makes it end when it takes longer than it may.
pub(crate) async fn stop(child: &mut Child, patience: Duration) {
    let id = child.id().and_then(|id| rustix::process::Pid::from_raw(i32::try_from(id).ok()?));
    if let Some(id) = id {
        let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
    }
    if tokio::time::timeout(patience, child.wait()).await.is_err() {
        let _ = child.kill().await;
    }
}

/// Runs as a guard: `parent`, `program`, and the program's arguments.
pub(crate) fn run(mut arguments: impl Iterator<Item = OsString>) -> Result<()> {
    let parent =
        arguments.next().and_then(|id| id.to_str()?.parse::<i32>().ok()).context("the guard needs its parent")?;
    let program = arguments.next().context("the guard needs a program")?;
    let mut command = Command::new(program);
    command.args(arguments);
    guard(parent, command)
}

#[cfg(target_os = "linux")]
fn guard(parent: i32, mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    // The parent may have died before the kernel was asked.
    if is_parent(parent) { Err(command.exec().into()) } else { Ok(()) }
}

#[cfg(not(target_os = "linux"))]
fn guard(parent: i32, mut command: Command) -> Result<()> {
    let mut child = command.spawn()?;
    loop {
        if let Some(status) = child.try_wait()? {
            std::process::exit(status.code().unwrap_or(1));
        }
        if !is_parent(parent) {
            child.kill()?;
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
}

fn is_parent(id: i32) -> bool {
    rustix::process::getppid().is_some_and(|parent| parent.as_raw_nonzero().get() == id)
}
