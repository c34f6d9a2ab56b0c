//! The page's packages and its build.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{report, run};

/// Folders that are made, not written.
const MADE: [&str; 4] = ["node_modules", "dist", ".results", "coverage"];

/// Installs a folder's packages as its lock file says, unless that was done since the lock file changed.
pub(crate) async fn install(project: &Project, folder: &str) -> Result<()> {
    let folder_path = project.path(folder);
    let changed = modified(&folder_path.join("package-lock.json"))?;
    // Npm's own note of what it has installed, written last.
    let installed = modified(&folder_path.join("node_modules/.package-lock.json"));
    if installed.is_ok_and(|installed| installed >= changed) {
        return Ok(());
    }
    report::step(&format!("Installing the packages of {folder}"), async {
        run::quietly(run::command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder_path)).await
    })
    .await?;
    Ok(())
}

fn modified(file: &Path) -> Result<SystemTime> {
    let metadata = std::fs::metadata(file).with_context(|| format!("reading {}", file.display()))?;
    Ok(metadata.modified()?)
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
