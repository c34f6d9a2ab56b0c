//! Every function, handed the event of `tests/events/` that is made for it.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use tokio::process::Command;

use super::workshop::Workshop;
use crate::commands::check_store;
use crate::events;
use crate::report;
use crate::run::keep_local;
use crate::running::Running;
use crate::stack::Stack;

const FIRST: &str = "bootstrap-admin";
/// A recovered administrator has a new password: nothing may need the old one any more.
const RECOVER: &str = "recover-admin";
/// What all the others have left is what is checked.
const CHECK: &str = "check-store";

/// Invokes all functions of a stack that has no administrator yet.
pub(super) async fn run(workshop: &Workshop<'_>, stack: &Stack) -> Result<()> {
    let running = bootstrap(workshop, stack).await?;
    let mut functions: Vec<_> =
        workshop.template.functions.iter().filter(|function| function.binary != FIRST).collect();
    functions.sort_by_key(|function| (function.binary == CHECK, function.binary == RECOVER, &function.binary));
    for function in &functions {
        let event = events::event(workshop.project, &running, &function.binary).await?;
        let answer = stack.invoke(&function.name, &event).await?;
        judge(&function.binary, &answer)?;
    }
    report::line(format!("{} functions took their events", functions.len() + 1));
    check_from_outside(workshop, stack).await
}

/// Checks the table as an operator does theirs, past all functions.
async fn check_from_outside(workshop: &Workshop<'_>, stack: &Stack) -> Result<()> {
    let tell = |check: &mut Command| {
        keep_local(check, &stack.plan.endpoint);
    };
    let checked = check_store::of_table(workshop.project, &stack.plan.table, tell).await?;
    ensure!(checked.holds_together(), "the table does not hold together:\n{checked}");
    Ok(())
}

async fn bootstrap(workshop: &Workshop<'_>, stack: &Stack) -> Result<Running> {
    let (email, password) = (String::new(), String::new());
    let nobody = Running { url: stack.url.clone(), email, password, variables: stack.variables() };
    let event = events::event(workshop.project, &nobody, FIRST).await?;
    let answer = stack.invoke("BootstrapAdmin", &event).await?;
    let text = |value: &Value| value.as_str().map(str::to_owned).context("bootstrap-admin answered no password");
    let running = Running { email: text(&event["email"])?, password: text(&answer["password"])?, ..nobody };
    ensure!(stack.invoke("BootstrapAdmin", &event).await.is_err(), "{FIRST} made a second first administrator");
    Ok(running)
}

fn judge(function: &str, answer: &Value) -> Result<()> {
    let expected = if function == "unknown-route" { 404..=404 } else { 200..=299 };
    match answer["statusCode"].as_u64() {
        Some(status) if expected.contains(&status) => Ok(()),
        None if function == RECOVER && answer["password"].is_string() => Ok(()),
        None if function == CHECK && answer["breachCount"] == 0 => Ok(()),
        _ => bail!("{function} did not take its event: {answer}"),
    }
}
