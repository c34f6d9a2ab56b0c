//! `cargo xtask check-store`: does the table of the stack that runs here hold together, or one in the cloud?

use anyhow::{Context, Result, bail};
use tokio::process::Command;

use crate::checked::Checked;
use crate::functions::{self, Launcher, Outcome, Pool, Runtime};
use crate::project::{Profile, Project};
use crate::run::{command, openly, quietly};
use crate::running::Running;
use crate::template::Template;
use crate::{report, stack};

/// Which table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// A table in the cloud; without, that of the stack that runs here.
    pub(crate) table: Option<String>,
    /// Where it is, if not where the AWS CLI would look.
    pub(crate) region: Option<String>,
}

/// Checks the table; answers whether everything agrees.
pub(crate) async fn run(project: &Project, options: &Options) -> Result<bool> {
    let checked = match &options.table {
        Some(table) => {
            let region = options.region.as_ref();
            of_table(project, table, |check| {
                check.envs(region.map(|region| ("AWS_REGION", region)));
            })
            .await?
        }
        None => here(project).await?,
    };
    report::line(checked.to_string());
    Ok(checked.holds_together())
}

/// Checks a table that is not of a stack that runs here. Whose credentials it is asked with, and where it is, is for
/// `tell` to say; else they are those that the AWS CLI would use.
pub(crate) async fn of_table(project: &Project, table: &str, tell: impl FnOnce(&mut Command)) -> Result<Checked> {
    let mut cargo = command("cargo");
    openly(cargo.args(["build", "--package", "check-table"]).current_dir(project.root())).await?;
    let mut check = command(project.binaries(Profile::Dev).join("check-table"));
    tell(check.arg(table));
    let said = report::step("Reading the table", quietly(&mut check)).await?;
    Checked::read(&serde_json::from_str(&said)?)
}

/// Runs the function that checks the table in the cloud, beside the stack that runs.
async fn here(project: &Project) -> Result<Checked> {
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

    match outcome? {
        Outcome::Answered(said) => Checked::read(&serde_json::from_slice(&said)?),
        Outcome::Failed(said) => bail!("check-store failed: {}", String::from_utf8_lossy(&said)),
        Outcome::Died => bail!("check-store died"),
    }
}
