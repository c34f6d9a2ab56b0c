//! Building the functions.

use anyhow::Result;

use crate::project::{Profile, Project};
use crate::run;
use crate::template::Function;

/// Builds these functions' binaries as cargo builds anything else; it says itself how far it is.
pub(crate) async fn build(project: &Project, functions: &[Function], profile: Profile) -> Result<()> {
    build_packages(project, functions.iter().map(|function| function.binary.as_str()), profile).await
}

/// Builds the binaries of packages.
pub(crate) async fn build_packages(
    project: &Project,
    packages: impl Iterator<Item = &str>,
    profile: Profile,
) -> Result<()> {
    let mut cargo = run::command("cargo");
    cargo.arg("build").current_dir(project.root());
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    for package in packages {
        cargo.args(["--package", package]);
    }
    run::openly(&mut cargo).await
}
