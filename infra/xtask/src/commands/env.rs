//! `cargo xtask env`: what a function started by hand needs to work on the table of the stack that runs.

use anyhow::Result;

use crate::dynamodb;
use crate::project::Project;
use crate::report;
use crate::running::Running;

/// Prints the variables as a shell takes them.
pub(crate) fn run(project: &Project) -> Result<()> {
    let own = [("AWS_ACCESS_KEY_ID", "local"), ("AWS_SECRET_ACCESS_KEY", "local"), ("AWS_REGION", dynamodb::REGION)];
    let running = Running::read(project)?;
    let all = running.variables.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(own);
    for (name, value) in all {
        report::line(format!("export {name}='{value}'"));
    }
    Ok(())
}
