//! Starting functions: how long it takes until one asks for its first event, and until it has answered it.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use uuid::Uuid;

use super::ground::{Ground, Site};
use super::process::Process;
use super::report::Table;
use super::statistics::{Samples, float};
use crate::dynamodb::Client;
use crate::functions::Launcher;
use crate::report::Progress;
use crate::template::Function;
use crate::{events, run};

/// Starts of each function.
const STARTS: usize = 20;
/// The function that does nothing.
const NOTHING: &str = "do-nothing";
/// Succeeds in a table without an administrator only.
const BOOTSTRAP: &str = "bootstrap-admin";
/// Gives the administrator another password.
const RECOVER: &str = "recover-admin";

/// What one function's starts took.
#[derive(Debug)]
struct Row {
    function: Function,
    first_poll: Samples,
    first_answer: Samples,
    memory: Samples,
}

impl Row {
    fn of(function: Function) -> Self {
        let (first_poll, first_answer, memory) = Default::default();
        Self { function, first_poll, first_answer, memory }
    }

    async fn start(&mut self, launcher: &Launcher, event: &Value) -> Result<Value> {
        let mut process = Process::start(launcher, &self.function).await?;
        self.first_poll.time(process.ready().await?);
        let call = process.call(&event.to_string()).await?;
        self.first_answer.time(call.since_start);
        let status = call.said["statusCode"].as_u64();
        let is_well = status.is_none_or(|status| status < 300 || self.function.binary == "unknown-route");
        ensure!(call.is_good && is_well, "{} did not take its event: {}", self.function.binary, call.said);
        // It asks for the next event when the answer is taken.
        process.ready().await?;
        self.memory.add(float(process.peak_memory()?) / 1024.0);
        process.end().await?;
        Ok(call.said)
    }
}

/// Starts every function again and again, each time after one that does nothing.
pub(super) async fn measure(ground: &mut Ground<'_>) -> Result<String> {
    let mut site = ground.site("cold").await?;
    let launcher = ground.launcher(&site, false)?;
    let mut nothing = Row::of(Function { binary: NOTHING.to_owned(), ..ground.function("unknown-route")? });
    let mut functions = ground.workshop.template.functions.clone();
    functions.sort_by(|one, other| one.binary.cmp(&other.binary));
    let mut rows: Vec<_> = functions.into_iter().map(Row::of).collect();
    let idle = events::event(ground.workshop.project, &site.running, "unknown-route").await?;
    let mut progress = Progress::new("Starts", rows.len() * STARTS);
    for _ in 0..STARTS {
        for row in &mut rows {
            let event = events::event(ground.workshop.project, &site.running, &row.function.binary).await?;
            nothing.start(&launcher, &idle).await?;
            if row.function.binary == BOOTSTRAP {
                row.start(&empty(ground, &site, &launcher).await?, &event).await?;
            } else {
                let said = row.start(&launcher, &event).await?;
                if row.function.binary == RECOVER {
                    said["password"].as_str().context("no password")?.clone_into(&mut site.running.password);
                }
            }
            progress.advance(1);
        }
        events::clear(&site.running.sign_in().await?).await?;
    }
    progress.finish();
    printed(ground, &nothing, &rows).await
}

/// The launcher for an empty table.
async fn empty(ground: &Ground<'_>, site: &Site, launcher: &Launcher) -> Result<Launcher> {
    let table = format!("cold-empty-{}", Uuid::now_v7());
    Client::new(&site.stack.plan.endpoint).create_table(&ground.workshop.template.table, &table).await?;
    let mut launcher = launcher.clone();
    launcher.variables.insert("TABLE_NAME".to_owned(), table);
    Ok(launcher)
}

async fn printed(ground: &Ground<'_>, nothing: &Row, rows: &[Row]) -> Result<String> {
    let head = ["Function", "asks, p50", "p95", "×", "answers, p50", "p95", "×", "peak MB", "zip KB"];
    let mut table = Table::new(&head);
    let folder = ground.workshop.project.local("bench/packages");
    for row in std::iter::once(nothing).chain(rows) {
        let figures = |samples: &Samples, base: &Samples| {
            let (median, ratio) = (samples.median(), samples.median() / base.median());
            [format!("{median:.1}"), format!("{:.1}", samples.percentile(95)), format!("{ratio:.2}")]
        };
        let asks = figures(&row.first_poll, &nothing.first_poll);
        let answers = figures(&row.first_answer, &nothing.first_answer);
        let bytes = package(&ground.binary(&row.function.binary), &folder).await?;
        let rest = [format!("{:.1}", row.memory.median()), format!("{:.0}", bytes / 1024.0)];
        let name = [format!("`{}`", row.function.binary)];
        table.row(name.into_iter().chain(asks).chain(answers).chain(rest));
    }
    let zipped = "zipped as `bootstrap`";
    Ok(format!(
        "Milliseconds from the start of the process until it asks for its first event, and until it has answered it;\n\
         {STARTS} starts of each, and before each one a start of `{NOTHING}`, a `lambda_http` function built with the same\n\
         profile ({} starts). × is the ratio of the medians. The first answer opens the connection to the table, and of\n\
         those that take a password holds a hash with its 19 MB. Lambda's own part of a cold start (fetching the package,\n\
         starting the machine) is not in it. MB: most memory after the first answer. KB: the binary {zipped}.\n\n{}",
        nothing.first_poll.len(),
        table.printed(),
    ))
}

/// The size of a function's package, as Lambda gets it: one compressed file.
async fn package(binary: &Path, folder: &Path) -> Result<f64> {
    std::fs::create_dir_all(folder)?;
    let (bootstrap, zip) = (folder.join("bootstrap"), folder.join("bootstrap.zip"));
    std::fs::copy(binary, &bootstrap).with_context(|| format!("copying {}", binary.display()))?;
    let mut python = run::command("python3");
    python.args(["-m", "zipfile", "-c"]).args([&zip, &bootstrap]);
    run::quietly(&mut python).await?;
    Ok(float(usize::try_from(std::fs::metadata(&zip)?.len())?))
}
