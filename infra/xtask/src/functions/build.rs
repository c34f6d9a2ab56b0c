//! Building the functions.

use anyhow::Result;

use crate::project::Project;
use crate::run;
use crate::template::Function;

/// Builds these functions' binaries as cargo builds anything else; it says itself how far it is.
pub(crate) async fn build(project: &Project, functions: &[Function]) -> Result<()> {
    let mut cargo = run::command("cargo");
    cargo.arg("build").current_dir(project.root());
    for function in functions {
        cargo.args(["--package", &function.binary]);
    }
    run::openly(&mut cargo).await
}
