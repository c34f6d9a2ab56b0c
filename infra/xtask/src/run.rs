//! Running a program to its end.

use std::ffi::OsStr;
use std::process::{ExitStatus, Stdio};

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

use crate::{dynamodb, report};

/// A command that takes no input and ends with this program's interest in it.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.kill_on_drop(true).stdin(Stdio::null());
    // What cargo tells this program of its package is no business of a program that it starts: a cargo that hears it
    // builds what depends on such variables anew, `ring` and all that needs it, and so does the next that does not.
    let told = std::env::vars_os().map(|(name, _)| name);
    for name in told.filter(|name| {
        let name = name.to_string_lossy();
        ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|prefix| name.starts_with(prefix))
    }) {
        command.env_remove(name);
    }
    command
}

/// Takes the person's own AWS set-up away from a command, so that it reaches the local table and nothing else.
pub(crate) fn keep_local<'a>(command: &'a mut Command, endpoint: &str) -> &'a mut Command {
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("AWS_")) {
        command.env_remove(name);
    }
    command
        .env("AWS_ACCESS_KEY_ID", "local")
        .env("AWS_SECRET_ACCESS_KEY", "local")
        .env("AWS_REGION", dynamodb::REGION)
        .env("AWS_ENDPOINT_URL_DYNAMODB", endpoint)
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

/// Runs a command whose standard output is shown as it comes, and answered.
pub(crate) async fn aloud(command: &mut Command) -> Result<(ExitStatus, String)> {
    let name = name(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {name}"))?;
    let mut text = String::new();
    if let Some(out) = child.stdout.take() {
        let mut lines = BufReader::new(out).lines();
        while let Some(line) = lines.next_line().await? {
            report::line(&line);
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok((child.wait().await?, text))
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
