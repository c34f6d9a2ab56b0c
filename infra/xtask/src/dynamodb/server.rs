//! The DynamoDB Local process.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use tokio::process::Child;

use crate::project::Project;
use crate::{guard, http, tools};

/// Where the tables live.
#[derive(Clone, Debug)]
pub(crate) enum Storage {
    /// Gone with the process.
    Memory,
    /// Kept in a folder.
    Folder(PathBuf),
}

/// The database of a stack.
#[derive(Debug)]
pub(crate) enum Database {
    /// Started here.
    Own(Box<Server>),
    /// The endpoint that the person set.
    Given(String),
}

impl Database {
    /// Waits until it answers; answers its endpoint.
    pub(crate) async fn ready(&mut self) -> Result<String> {
        match self {
            Self::Own(server) => {
                server.ready().await?;
                Ok(server.endpoint())
            }
            Self::Given(endpoint) => Ok(endpoint.clone()),
        }
    }

    /// Ends what was started here, in order, so that everything is on disk.
    pub(crate) async fn stop(&mut self) {
        if let Self::Own(server) = self {
            guard::stop(&mut server.child, Duration::from_secs(5)).await;
        }
    }

    /// Answers when it has ended by itself.
    pub(crate) async fn ended(&mut self) -> anyhow::Error {
        match self {
            Self::Own(server) => {
                let _ = server.child.wait().await;
                anyhow!("DynamoDB Local ended; see {}", server.log.display())
            }
            Self::Given(_) => std::future::pending().await,
        }
    }
}

/// A running DynamoDB Local; it ends when the value goes.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    address: String,
    log: PathBuf,
}

impl Server {
    /// Starts the process on a free port; the database's `ready` says when it can be used.
    pub(crate) async fn start(project: &Project, storage: &Storage, log: &Path) -> Result<Self> {
        let jars = tools::dynamodb_local(project).await?;
        let port = http::free_port()?;
        let out = File::create(log).with_context(|| format!("writing {}", log.display()))?;
        let mut command = guard::command("java")?;
        command
            .arg(format!("-Djava.library.path={}", jars.display()))
            .args(["-XX:+UseSerialGC", "-Xmx1g", "--class-path"])
            .arg(jars.join("*"))
            .arg(project.path("infra/local/DynamoDbLocal.java"))
            .args(["-sharedDb", "-disableTelemetry", "-port", &port.to_string()])
            .env("DDB_LOCAL_TELEMETRY", "0");
        match storage {
            Storage::Memory => command.arg("-inMemory"),
            Storage::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                command.arg("-dbPath").arg(folder)
            }
        };
        command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out);
        let child = command.spawn().context("starting DynamoDB Local")?;
        Ok(Self { child, address: format!("127.0.0.1:{port}"), log: log.to_owned() })
    }

    async fn ready(&mut self) -> Result<()> {
        tokio::select! {
            ready = http::wait_for(&self.address, Duration::from_mins(1)) => ready.context("DynamoDB Local"),
            _ = self.child.wait() => bail!("DynamoDB Local ended: see {}", self.log.display()),
        }
    }

    fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }
}
