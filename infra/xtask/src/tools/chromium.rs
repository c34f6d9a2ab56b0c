//! A browser for the tests.

use std::path::PathBuf;

use anyhow::{Result, bail};
use tokio::process::Command;

use crate::project::Project;
use crate::{report, run};

/// The variable that tells Playwright where its own browsers lie.
const BROWSERS_PATH: &str = "PLAYWRIGHT_BROWSERS_PATH";

/// Tells a test program which browser to use, finding or installing one.
pub(crate) async fn tell_browser(command: &mut Command, project: &Project) -> Result<()> {
    match chromium(project).await? {
        Some(chromium) => command.env("CHROMIUM", chromium),
        None => command.env(BROWSERS_PATH, project.local("tools/browsers")),
    };
    Ok(())
}

/// Chromium without a window, as Debian packages it: the same engine with less around it, so tests take less time.
const HEADLESS: &str = "chromium-headless-shell";

/// A Chromium: the one `CHROMIUM` names, an installed one, else one from the system's packages or from Playwright.
///
/// `None` leaves the choice to Playwright, which then has its own.
async fn chromium(project: &Project) -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(Some(named.into()));
    }
    if let Some(found) = installed().await {
        return Ok(Some(found));
    }
    if rustix::process::geteuid().is_root() && has("apt-get").await {
        report::step("Installing Chromium by apt-get", from_debian()).await?;
        if let Some(found) = installed().await {
            return Ok(Some(found));
        }
    }
    report::step("Installing Chromium by Playwright", async {
        let mut npx = run::command("npx");
        npx.args(["playwright", "install", "chromium"]).current_dir(project.path("tests/browser"));
        npx.env(BROWSERS_PATH, project.local("tools/browsers"));
        match run::quietly(&mut npx).await {
            Ok(_) => Ok(None),
            Err(error) => {
                bail!("No browser could be installed. Install Chromium or Chrome, or name one in CHROMIUM.\n{error}")
            }
        }
    })
    .await
}

/// Installs the smaller package, or the whole one where a release does not have it.
async fn from_debian() -> Result<()> {
    run::quietly(run::command("apt-get").args(["update"])).await?;
    let install = |package| {
        let mut command = run::command("apt-get");
        command.args(["install", "--yes", "--no-install-recommends", package]);
        command
    };
    if run::quietly(&mut install(HEADLESS)).await.is_err() {
        run::quietly(&mut install("chromium")).await?;
    }
    Ok(())
}

async fn installed() -> Option<PathBuf> {
    for program in [HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] {
        if has(program).await {
            let path = std::env::var_os("PATH")?;
            return std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.exists());
        }
    }
    None
}

async fn has(program: &str) -> bool {
    run::command(program).arg("--version").output().await.is_ok_and(|output| output.status.success())
}
