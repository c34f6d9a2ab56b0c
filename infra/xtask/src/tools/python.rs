//! Programs from `PyPI`, pinned, in virtual environments of the project.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};
use tokio::process::Command;

use crate::lock::Lock;
use crate::project::Project;
use crate::{report, run};

/// A virtual environment with what one requirements file names.
#[derive(Clone, Debug)]
pub(crate) struct Environment {
    folder: PathBuf,
}

impl Environment {
    /// The path of a program of the environment.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.folder.join("bin").join(name)
    }
}

/// The search path with `sam`, `cargo lambda` and `zig` from `PyPI` first.
pub(crate) async fn search_path_for_deployment(project: &Project) -> Result<OsString> {
    let (template, cargo_lambda) =
        (environment(project, "template").await?, environment(project, "cargo-lambda").await?);
    let own = [cargo_lambda, template].map(|environment| environment.folder.join("bin"));
    let rest = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(own.into_iter().chain(std::env::split_paths(&rest))).context("PATH")
}

/// The environment of `infra/local/<name>.txt`, made anew when that file has changed.
pub(crate) async fn environment(project: &Project, name: &str) -> Result<Environment> {
    let requirements = project.path("infra/local").join(format!("{name}.txt"));
    let wanted = std::fs::read_to_string(&requirements)?;
    let folder = project.local("tools").join(name);
    let stamp = folder.join("installed.txt");
    let is_current = || std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted);

    let environment = Environment { folder: folder.clone() };
    if is_current() {
        return Ok(environment);
    }
    let _lock = Lock::wait(&project.local("tools"))?;
    if is_current() {
        return Ok(environment);
    }
    report::step(&format!("Installing {name} from PyPI"), async {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        run::quietly(run::command("python3").args(["-m", "venv"]).arg(&folder)).await?;
        let pip = folder.join("bin/python");
        run::quietly(Command::new(pip).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&requirements))
            .await
    })
    .await?;
    std::fs::write(&stamp, &wanted)?;
    Ok(environment)
}

/// The `cargo-lambda` program: the installed one, else from `PyPI`.
pub(crate) async fn cargo_lambda(project: &Project) -> Result<PathBuf> {
    let installed = run::command("cargo-lambda").args(["lambda", "--version"]).output().await;
    if installed.is_ok_and(|output| output.status.success()) {
        return Ok("cargo-lambda".into());
    }
    Ok(environment(project, "cargo-lambda").await?.program("cargo-lambda"))
}
