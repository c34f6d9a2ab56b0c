//! The `cargo lambda watch` process that offers Lambda's runtime and invocation APIs.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::process::Child;

use crate::project::Project;
use crate::{guard, http, tools};

/// The running APIs; they end when the value goes.
#[derive(Debug)]
pub(crate) struct Runtime {
    child: Child,
    address: String,
    log: PathBuf,
}

impl Runtime {
    /// Starts the process on a free port; `ready` says when it can be used.
    pub(crate) async fn start(project: &Project, log: &Path) -> Result<Self> {
        let program = tools::cargo_lambda(project).await?;
        let port = http::free_port()?;
        let out = File::create(log).with_context(|| format!("writing {}", log.display()))?;
        let mut command = guard::command(program)?;
        command
            .args(["lambda", "watch", "--only-lambda-apis", "--invoke-address", "127.0.0.1", "--invoke-port"])
            .arg(port.to_string())
            .current_dir(project.root())
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out);
        let child = command.spawn().context("starting cargo lambda")?;
        Ok(Self { child, address: format!("127.0.0.1:{port}"), log: log.to_owned() })
    }

    /// Waits until the APIs answer.
    pub(crate) async fn ready(&mut self) -> Result<()> {
        tokio::select! {
            ready = http::wait_for(&self.address, Duration::from_mins(1)) => ready.context("cargo lambda"),
            _ = self.child.wait() => bail!("cargo lambda ended: see {}", self.log.display()),
        }
    }

    /// Where the APIs listen.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Answers when the process has ended.
    pub(crate) async fn ended(&mut self) {
        let _ = self.child.wait().await;
    }
}
