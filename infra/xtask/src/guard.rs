//! Children that never outlive this program, however it ends.
//!
//! A long-lived child is started as `xtask guard <parent> <program> …`. The guard sees to it that the program will end
//! with the parent, and then *becomes* the program: on Linux it asks the kernel, elsewhere it leaves a watch behind.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal};
use tokio::process::Child;

/// The word that starts this program as a guard.
const GUARD: &str = "guard";
/// The word that starts this program as a watch.
const WATCH: &str = "watch";

/// A command whose process ends when this one does.
pub(crate) fn command(program: impl Into<OsString>) -> Result<tokio::process::Command> {
    let mut command = Command::new(own_program()?);
    command.arg(GUARD).arg(std::process::id().to_string()).arg(program.into());
    let mut command = tokio::process::Command::from(command);
    // A group of its own: Ctrl-C reaches this program alone, which then ends its children in order.
    command.kill_on_drop(true).process_group(0);
    Ok(command)
}

/// Asks a child to end, and makes it end when it takes longer than it may.
pub(crate) async fn stop(child: &mut Child, patience: Duration) {
    if let Some(id) = child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?)) {
        let _ = rustix::process::kill_process(id, Signal::TERM);
    }
    if tokio::time::timeout(patience, child.wait()).await.is_err() {
        let _ = child.kill().await;
    }
}

/// Runs as a guard or as a watch, if the arguments say so.
pub(crate) fn run(arguments: &mut dyn Iterator<Item = OsString>) -> Option<Result<()>> {
    let word = arguments.next()?;
    if word == GUARD {
        Some(guard(arguments))
    } else if word == WATCH {
        Some(watch(arguments))
    } else {
        None
    }
}

fn guard(arguments: &mut dyn Iterator<Item = OsString>) -> Result<()> {
    let parent = process(arguments.next())?;
    let program = arguments.next().context("the guard needs a program")?;
    bind_to(parent)?;
    // The parent may have died before it was bound to.
    if rustix::process::getppid() != Some(parent) {
        return Ok(());
    }
    Err(Command::new(program).args(arguments).exec().into())
}

#[cfg(target_os = "linux")]
fn bind_to(_parent: Pid) -> Result<()> {
    Ok(rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?)
}

#[cfg(not(target_os = "linux"))]
fn bind_to(parent: Pid) -> Result<()> {
    let [parent, own] = [parent, rustix::process::getpid()].map(|id| id.as_raw_nonzero().to_string());
    Command::new(own_program()?).args([WATCH, &parent, &own]).spawn()?;
    Ok(())
}

/// Kills a process as soon as another one is gone.
fn watch(arguments: &mut dyn Iterator<Item = OsString>) -> Result<()> {
    let (parent, child) = (process(arguments.next())?, process(arguments.next())?);
    let is_alive = |id| rustix::process::test_kill_process(id).is_ok();
    while is_alive(parent) && is_alive(child) {
        std::thread::sleep(Duration::from_millis(200));
    }
    let _ = rustix::process::kill_process(child, Signal::KILL);
    Ok(())
}

fn process(argument: Option<OsString>) -> Result<Pid> {
    let id = argument.and_then(|id| id.to_str()?.parse().ok()).and_then(Pid::from_raw);
    id.context("the guard needs the id of a process")
}

/// On Linux the running program itself, even when a build has meanwhile put another file in its place.
fn own_program() -> Result<OsString> {
    if cfg!(target_os = "linux") {
        Ok("/proc/self/exe".into())
    } else {
        Ok(std::env::current_exe().context("this program does not know where it lies")?.into())
    }
}
