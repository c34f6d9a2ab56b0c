//! `cargo xtask check-store`: does the table of the stack that runs here hold together?

use anyhow::{Context, Result, bail};

use crate::checked::Checked;
use crate::functions::{self, Launcher, Outcome, Pool, Runtime};
use crate::project::{Profile, Project};
use crate::running::Running;
use crate::template::Template;
use crate::{report, stack};

/// Runs the function that checks the table in the cloud, beside the stack that runs; answers whether everything agrees.
pub(crate) async fn run(project: &Project) -> Result<bool> {
    let running = Running::read(project)?;
    let mut all = Template::read(&project.template())?.functions.into_iter();
    let function = all.find(|function| function.binary == "check-store").context("the template has no check-store")?;
    functions::build(project, std::slice::from_ref(&function), Profile::Dev).await?;

    let logs = stack::logs(&project.local("check-store"))?;
    let mut runtime = Runtime::start(project, &logs.join("cargo-lambda.log")).await?;
    runtime.ready().await?;
    let address = runtime.address().to_owned();
    let binaries = project.binaries(Profile::Dev);
    let launcher = Launcher { binaries, runtime: address, variables: running.variables, logs };
    let pool = Pool::new(std::slice::from_ref(&function), launcher);
    let outcome = report::step("Reading the table", pool.call(&function.name, "{}".to_owned())).await;
    pool.close();

    let checked = match outcome? {
        Outcome::Answered(said) => Checked::read(&serde_json::from_slice(&said)?)?,
        Outcome::Failed(said) => bail!("check-store failed: {}", String::from_utf8_lossy(&said)),
        Outcome::Died => bail!("check-store died"),
    };
    report::line(checked.to_string());
    Ok(checked.breaches.is_empty())
}
