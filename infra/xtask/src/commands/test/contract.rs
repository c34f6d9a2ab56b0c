//! Generated requests against the running system: nothing comes back that `docs/openapi.json` does not say (R60).

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::Value;
use tokio::process::Command;

use super::workshop::{Workshop, tell};
use crate::demo::Administrator;
use crate::stack::Stack;
use crate::tools::{self, Environment};
use crate::{report, run};

/// The seed of the tests: the same code has the same result.
const SEED: u32 = 1;

/// Where the configuration lies.
const FOLDER: &str = "tests/contract";

/// How long requests are made up.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Effort {
    /// As many as the configuration says: a minute or two.
    Short,
    /// Until the time is over.
    Long {
        /// The time in minutes, of which whoever is signed out gets a tenth.
        minutes: u32,
        /// What the requests are made up from; chosen at random without.
        seed: Option<u32>,
    },
}

/// Asks a stack of its own, first signed out and then as an administrator.
pub(super) async fn r60_generated_requests_are_answered_as_described(
    workshop: &mut Workshop<'_>,
    effort: Effort,
) -> Result<()> {
    let environment = tools::environment(workshop.project, "contract").await?;
    let mut stack = workshop.stack("contract", false).await?;
    let administrator = Administrator::of(&stack).await?;
    let seed = effort.seed()?;
    report::line(format!("Signed out, seed {seed}"));
    let mut command = generated(workshop, &environment, &stack, seed, effort.seconds(6));
    // What nobody is let in to has no state to go through.
    ask(command.args(["--phases", "examples,coverage,fuzzing"]), &mut stack).await?;
    report::line(format!("Signed in as an administrator, seed {seed}"));
    let mut command = generated(workshop, &environment, &stack, seed, effort.seconds(54));
    let hooks = workshop.project.path(FOLDER).join("administrator.py");
    ask(tell(&mut command, &stack, &administrator).env("SCHEMATHESIS_HOOKS", hooks), &mut stack).await?;
    let document = std::fs::read_to_string(workshop.project.path("docs/openapi.json"))?;
    let counted = std::fs::read_to_string(stack.plan.folder.join("answers.json")).context("no answers were counted")?;
    report::line(successes(&document, &counted)?);
    stack.check_store().await
}

fn generated(
    workshop: &Workshop<'_>,
    environment: &Environment,
    stack: &Stack,
    seed: u32,
    seconds: Option<u32>,
) -> Command {
    let project = workshop.project;
    let mut command = Command::new(environment.program("schemathesis"));
    // What it writes down of its work lies with the stack's logs.
    command.current_dir(&stack.plan.folder).env("PYTHONDONTWRITEBYTECODE", "1").kill_on_drop(true);
    command.arg("--config-file").arg(project.path(FOLDER).join("schemathesis.toml"));
    command.arg("run").arg(project.path("docs/openapi.json"));
    command.args(["--url", &stack.url, "--seed", &seed.to_string()]);
    if let Some(seconds) = seconds {
        command.args(["--max-time", &seconds.to_string()]);
    }
    command
}

async fn ask(command: &mut Command, stack: &mut Stack) -> Result<()> {
    tokio::select! {
        result = run::openly(command) => result,
        error = stack.ended() => bail!(error),
    }
}

/// What the hooks counted.
#[derive(Deserialize)]
struct Counted {
    /// How often each operation answered each status.
    answers: BTreeMap<String, BTreeMap<String, u32>>,
    /// Requests that took up what one before them had answered.
    stateful: u32,
}

/// Says how much was asked. An operation of the document that never had success was hardly tested.
fn successes(document: &str, counted: &str) -> Result<String> {
    let Counted { answers, stateful } = serde_json::from_str(counted)?;
    let document: Value = serde_json::from_str(document)?;
    let paths = document["paths"].as_object().context("a document without paths")?;
    let operations = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().into_iter().flat_map(|methods| methods.keys());
        methods.map(move |method| format!("{} {path}", method.to_uppercase()))
    });
    let had_success = |operation: &String| {
        answers.get(operation).is_some_and(|statuses| statuses.keys().any(|status| status.starts_with('2')))
    };
    let failed: Vec<_> = operations.filter(|operation| !had_success(operation)).collect();
    ensure!(failed.is_empty(), "no success was seen of {failed:?}");
    ensure!(stateful > 0, "no request took up what one before it had answered");
    let count: u32 = answers.values().flat_map(BTreeMap::values).sum();
    Ok(format!(
        "{} operations have answered {count} requests, each some with success; {stateful} took up an answer before them",
        answers.len()
    ))
}

impl Effort {
    fn seed(self) -> Result<u32> {
        match self {
            Self::Short => Ok(SEED),
            Self::Long { seed: Some(seed), .. } => Ok(seed),
            Self::Long { seed: None, .. } => Ok(getrandom::u32()?),
        }
    }

    /// So many seconds of each minute there is; nothing where it is the requests that are counted.
    fn seconds(self, of_a_minute: u32) -> Option<u32> {
        match self {
            Self::Short => None,
            Self::Long { minutes, .. } => Some(minutes.saturating_mul(of_a_minute)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_that_was_never_asked_with_success_fails() {
        let document = r#"{"paths": {"/api/v1/users": {"get": {}, "post": {}}}}"#;
        let of = |counted: &str| successes(document, counted).map_err(|error| error.to_string());

        let all = r#"{"answers": {"GET /api/v1/users": {"200": 2}, "POST /api/v1/users": {"201": 1, "422": 3}}, "stateful": 2}"#;
        assert!(of(all).is_ok_and(|text| text.contains("6 requests")));
        assert!(of(&all.replace("201", "409")).is_err_and(|text| text.contains("POST /api/v1/users")));
        assert!(of(&all.replace("GET", "PUT")).is_err_and(|text| text.contains("GET /api/v1/users")));
        assert!(of(&all.replace("\"stateful\": 2", "\"stateful\": 0")).is_err());
    }
}
