//! DynamoDB Local from Maven Central.

use std::path::PathBuf;

use anyhow::Result;

use super::check::{Need, check};
use crate::lock::Lock;
use crate::project::Project;
use crate::{report, run};

/// The folder with DynamoDB Local's jars and native library, filled anew when `infra/local/pom.xml` has changed.
pub(crate) async fn dynamodb_local(project: &Project) -> Result<PathBuf> {
    let pom = project.path("infra/local/pom.xml");
    let wanted = std::fs::read_to_string(&pom)?;
    let folder = project.local("tools/dynamodb-local");
    let stamp = folder.join("installed.xml");
    let is_current = || std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted);

    if is_current() {
        return Ok(folder);
    }
    check(&[Need::Maven]).await?;
    let _lock = Lock::wait(&project.local("tools"))?;
    if is_current() {
        return Ok(folder);
    }
    report::step("Fetching DynamoDB Local from Maven Central", async {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        let mut maven = run::command("mvn");
        maven.args(["--batch-mode", "--quiet", "--file"]).arg(&pom);
        maven.arg("dependency:copy-dependencies").arg(format!("-DoutputDirectory={}", folder.display()));
        run::quietly(&mut maven).await
    })
    .await?;
    std::fs::write(&stamp, &wanted)?;
    Ok(folder)
}
