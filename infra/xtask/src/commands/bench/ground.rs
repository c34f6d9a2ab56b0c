//! What the parts stand on: release binaries, a database of their own, stacks, tables with many records.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

use super::PROFILE;
use super::process::Process;
use crate::commands::test::Workshop;
use crate::demo::Administrator;
use crate::functions::{self, Launcher};
use crate::project::Project;
use crate::report::Progress;
use crate::running::Running;
use crate::stack::{self, Stack};
use crate::template::Function;
use crate::{report, run};

/// The package of what the functions are compared with.
const PACKAGE: &str = "bench";

/// The parts' common ground.
#[derive(Debug)]
pub(super) struct Ground<'a> {
    pub(super) workshop: Workshop<'a>,
    is_prepared: bool,
}

/// A stack with its first administrator.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) stack: Stack,
    /// How to get in.
    pub(super) running: Running,
}

impl<'a> Ground<'a> {
    pub(super) fn open(project: &'a Project, folder: PathBuf) -> Result<Self> {
        Ok(Self { workshop: Workshop::open(project, folder, PROFILE)?, is_prepared: false })
    }

    /// Builds everything, so that no build is under way while something is measured.
    pub(super) async fn prepare(&mut self) -> Result<()> {
        if !self.is_prepared {
            let packages = std::iter::once(PACKAGE);
            let build = functions::build_packages(self.workshop.project, packages, PROFILE);
            report::step("Building what the functions are compared with", build).await?;
            self.is_prepared = true;
        }
        Ok(())
    }

    /// A stack of a part's own, with nobody but an administrator.
    pub(super) async fn site(&mut self, part: &str) -> Result<Site> {
        let stack = self.workshop.stack(part, false).await?;
        let administrator = Administrator::of(&stack).await?;
        let running = Running::of(&stack, &administrator);
        Ok(Site { stack, running })
    }

    /// The function of a binary.
    pub(super) fn function(&self, binary: &str) -> Result<Function> {
        let found = self.workshop.template.functions.iter().find(|function| function.binary == binary);
        found.cloned().with_context(|| format!("the template has no {binary}"))
    }

    /// The path of a binary.
    pub(super) fn binary(&self, name: &str) -> PathBuf {
        self.workshop.project.binaries(PROFILE).join(name)
    }

    /// What starts the functions of a site; they reach the database through the proxy or with nothing in between.
    pub(super) fn launcher(&self, site: &Site, through_proxy: bool) -> Result<Launcher> {
        let mut variables = site.stack.variables();
        if !through_proxy {
            variables.insert("AWS_ENDPOINT_URL_DYNAMODB".to_owned(), site.stack.plan.endpoint.clone());
        }
        let (binaries, logs) = (self.workshop.project.binaries(PROFILE), stack::logs(&site.stack.plan.folder)?);
        Ok(Launcher { binaries, runtime: String::new(), variables, logs })
    }

    /// Some processes of one function, all of them waiting for an event.
    pub(super) async fn processes(&self, launcher: &Launcher, binary: &str, count: usize) -> Result<Vec<Process>> {
        let function = self.function(binary)?;
        let mut processes = Vec::new();
        for _ in 0..count {
            let mut process = Process::start(launcher, &function).await?;
            process.ready().await?;
            processes.push(process);
        }
        Ok(processes)
    }

    /// Puts users and customers of these numbers into a site's table, all with the administrator's password.
    pub(super) async fn load(&self, site: &Site, from: u32, to: u32) -> Result<()> {
        let administrator = site.running.sign_in().await?.get("/session").await?;
        let id = administrator["user"]["id"].as_str().context("a session without a user")?;
        let mut command = Command::new(self.binary("load-records"));
        run::keep_local(&mut command, &site.stack.plan.endpoint)
            .args([from, to].map(|number| number.to_string()))
            .env("TABLE_NAME", &site.stack.plan.table)
            .env("BENCH_ADMINISTRATOR", id)
            .env("BENCH_PASSWORD", &site.running.password)
            .kill_on_drop(true)
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let mut child = command.spawn().context("starting load-records")?;
        let count = usize::try_from(to + 1 - from)?;
        let mut progress = Progress::new("Users, and as many customers", count);
        let mut lines = BufReader::new(child.stdout.take().context("no output")?).lines();
        while let Some(line) = lines.next_line().await? {
            progress.advance(line.parse()?);
        }
        if !child.wait().await?.success() {
            bail!("the records could not be loaded");
        }
        progress.finish();
        Ok(())
    }

    /// How many passwords a second are compared by so many processes together that do nothing else, measured for so
    /// many seconds.
    pub(super) async fn hash_alone(&self, processes: usize, seconds: f64) -> Result<f64> {
        let children = (0..processes).map(|_| {
            let mut command = Command::new(self.binary("hash-alone"));
            command.arg(seconds.to_string()).kill_on_drop(true).stdin(Stdio::null()).stdout(Stdio::piped());
            command.spawn().context("starting hash-alone")
        });
        let children = children.collect::<Result<Vec<_>>>()?;
        let mut sum = 0.0;
        for child in children {
            let output = child.wait_with_output().await?;
            let text = String::from_utf8(output.stdout)?;
            let (count, took) = text.trim().split_once(' ').context("hash-alone said nothing")?;
            let (count, took): (f64, f64) = (count.parse()?, took.parse()?);
            sum += count / took;
        }
        Ok(sum)
    }
}
