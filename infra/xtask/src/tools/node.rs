//! The page's packages and its build.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{report, run};

/// Folders that are made, not written.
const MADE: [&str; 4] = ["node_modules", "dist", ".results", "coverage"];

/// Installs a folder's packages as its lock file says, unless they are there.
pub(crate) async fn install(project: &Project, folder: &str) -> Result<()> {
    let lock = project.path(folder).join("package-lock.json");
    let wanted = std::fs::read_to_string(&lock).with_context(|| format!("reading {}", lock.display()))?;
    let stamp = project.path(folder).join("node_modules/.installed-lock.json");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    report::step(&format!("Installing the packages of {folder}"), async {
        let mut npm = run::command("npm");
        npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(project.path(folder));
        run::quietly(&mut npm).await
    })
    .await?;
    std::fs::create_dir_all(project.path(folder).join("node_modules"))?;
    std::fs::write(&stamp, &wanted).with_context(|| format!("writing {}", stamp.display()))
}

/// Builds the page unless nothing has changed since it was built.
pub(crate) async fn build_page(project: &Project) -> Result<()> {
    install(project, "web").await?;
    let mut hasher = DefaultHasher::new();
    digest(&project.path("web"), &mut hasher)?;
    std::fs::read(project.path("docs/openapi.json"))?.hash(&mut hasher);
    let wanted = format!("{:016x}", hasher.finish());
    let stamp = project.local("page-built-from");
    let is_built = project.page().join("index.html").exists();
    if is_built && std::fs::read_to_string(&stamp).is_ok_and(|built| built == wanted) {
        return Ok(());
    }
    report::step("Building the page", async {
        run::quietly(run::command("npm").args(["run", "build"]).current_dir(project.path("web"))).await
    })
    .await?;
    std::fs::create_dir_all(project.local(""))?;
    std::fs::write(&stamp, &wanted)?;
    Ok(())
}

fn digest(folder: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let mut entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        if MADE.iter().any(|made| name == *made) {
            continue;
        }
        name.hash(hasher);
        if entry.file_type()?.is_dir() {
            digest(&entry.path(), hasher)?;
        } else {
            std::fs::read(entry.path())?.hash(hasher);
        }
    }
    Ok(())
}
