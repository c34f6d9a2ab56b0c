//! `cargo xtask event <function>`: an event for the stack that runs, to be handed to one function.

use anyhow::Result;

use crate::project::Project;
use crate::running::Running;
use crate::{events, report};

/// Prints the event.
pub(crate) async fn run(project: &Project, function: &str) -> Result<()> {
    let event = events::event(project, &Running::read(project)?, function).await?;
    report::line(serde_json::to_string_pretty(&event)?);
    Ok(())
}
