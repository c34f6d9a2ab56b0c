//! `cargo xtask openapi`: the API's description, generated from the code and committed.

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::{report, run};

const FILE: &str = "docs/openapi.json";

/// Writes the description anew.
pub(crate) async fn write(project: &Project) -> Result<()> {
    std::fs::write(project.path(FILE), generate(project).await?).with_context(|| format!("writing {FILE}"))?;
    report::line(format!("  {FILE} is up to date"));
    Ok(())
}

/// Checks that the committed description is the one the code has.
pub(crate) async fn check(project: &Project) -> Result<()> {
    let committed = std::fs::read_to_string(project.path(FILE)).with_context(|| format!("reading {FILE}"))?;
    if committed != generate(project).await? {
        bail!("{FILE} is not what the code says: run `cargo xtask openapi` and look at the difference");
    }
    report::line(format!("{FILE} is what the code says"));
    Ok(())
}

async fn generate(project: &Project) -> Result<String> {
    let mut cargo = run::command("cargo");
    cargo.args(["run", "--quiet", "--package", "api-document"]).current_dir(project.root());
    run::quietly(&mut cargo).await
}
