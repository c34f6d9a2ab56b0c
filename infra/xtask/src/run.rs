//! Running a program to its end.

use std::process::Stdio;

use anyhow::{Context, Result, bail};
use tokio::process::Command;

/// A command without the account and profile of whoever runs it: nothing started here may reach the cloud by itself.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.kill_on_drop(true).stdin(Stdio::null());
    command
}

/// Runs a command whose output only matters when it fails; answers its standard output.
pub(crate) async fn quietly(command: &mut Command) -> Result<String> {
    let name = name(command);
    let output = command.output().await.with_context(|| format!("starting {name}"))?;
    if !output.status.success() {
        bail!(
            "{name} failed ({}):\n{}{}",
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command that talks to the person itself.
pub(crate) async fn openly(command: &mut Command) -> Result<()> {
    let name = name(command);
    let status = command.status().await.with_context(|| format!("starting {name}"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// The command as one would type it.
pub(crate) fn name(command: &Command) -> String {
    let command = command.as_std();
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
