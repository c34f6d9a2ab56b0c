//! `cargo xtask openapi`: the API's description, generated from the code and committed.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::project::Project;
use crate::template::{Route, Template};
use crate::{report, run};

const FILE: &str = "docs/openapi.json";

/// Writes the description anew.
pub(crate) async fn write(project: &Project) -> Result<()> {
    std::fs::write(project.path(FILE), generate(project).await?).with_context(|| format!("writing {FILE}"))?;
    report::line(format!("  {FILE} is up to date"));
    Ok(())
}

/// Checks that the committed description is the one the code has, and that it describes the template's routes.
pub(crate) async fn check(project: &Project, template: &Template) -> Result<()> {
    let committed = std::fs::read_to_string(project.path(FILE)).with_context(|| format!("reading {FILE}"))?;
    if committed != generate(project).await? {
        bail!("{FILE} is not what the code says: run `cargo xtask openapi` and look at the difference");
    }
    let (described, routed) = (described(&serde_json::from_str(&committed)?), routed(template));
    let differing: Vec<_> = described.symmetric_difference(&routed).map(String::as_str).collect();
    ensure!(
        differing.is_empty(),
        "only one of {FILE} and {} has: {}",
        project.template().display(),
        differing.join(", ")
    );
    report::line(format!("{FILE} is what the code says, and has the template's {} routes", routed.len()));
    Ok(())
}

/// The routes that the description has, as API Gateway names them: `GET /api/v1/users`.
fn described(document: &Value) -> BTreeSet<String> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let methods = |path: &Value| path.as_object().into_iter().flatten().map(|(name, _)| name.to_uppercase()).collect();
    paths
        .flat_map(|(path, operations)| {
            let methods: Vec<String> = methods(operations);
            methods.into_iter().map(move |method| format!("{method} {path}"))
        })
        .collect()
}

/// The routes that the template has, but for the one that answers whatever no other does.
fn routed(template: &Template) -> BTreeSet<String> {
    template.routes.iter().filter(|route| route.path.is_some()).map(Route::key).collect()
}

async fn generate(project: &Project) -> Result<String> {
    let mut cargo = run::command("cargo");
    cargo.args(["run", "--quiet", "--package", "api-document"]).current_dir(project.root());
    run::quietly(&mut cargo).await
}
