//! `cargo xtask up`: the whole product at one address of this machine.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use crate::demo::{self, Administrator};
use crate::dynamodb::{self, Database, Server, Storage};
use crate::functions::{self, Runtime};
use crate::lock::Lock;
use crate::project::{Profile, Project};
use crate::running::Running;
use crate::stack::{self, Plan, Stack};
use crate::template::Template;
use crate::tools::{self, Need};
use crate::{report, signals};

const TABLE: &str = "backoffice";

/// What can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// Where the page is served.
    pub(crate) port: u16,
    /// How many customers the demo has.
    pub(crate) customers: usize,
    /// Whether demo data are loaded at all.
    pub(crate) demo: bool,
    /// Whether everything kept from before is thrown away.
    pub(crate) fresh: bool,
}

/// Starts everything and runs until it is told to end.
pub(crate) async fn run(project: &Project, options: &Options) -> Result<()> {
    let start = Instant::now();
    let folder = project.local("up");
    let _lock = Lock::take(&folder, "`cargo xtask up`")?;
    let endpoint = dynamodb::chosen_endpoint()?;
    tools::check(&[Need::CCompiler, Need::Java, Need::Node, Need::Python]).await?;
    if options.fresh {
        empty(&folder)?;
    }
    let log = stack::logs(&folder)?.join("dynamodb.log");
    let mut database = match endpoint {
        Some(endpoint) => Database::Given(endpoint),
        None => Database::Own(Box::new(Server::start(project, &Storage::Folder(folder.join("dynamodb")), &log).await?)),
    };
    let result = signals::until_told_to_end(serve(project, options, &folder, &mut database, start)).await;
    database.stop().await;
    result.map(drop)
}

async fn serve(
    project: &Project,
    options: &Options,
    folder: &Path,
    database: &mut Database,
    start: Instant,
) -> Result<()> {
    let listener = stack::listen(options.port).await?;
    let template = Template::read(&project.template())?;
    let runtime = Runtime::start(project, &stack::logs(folder)?.join("cargo-lambda.log")).await?;
    report::step("Building the functions", functions::build(project, &template.functions, Profile::Dev)).await?;
    tools::build_page(project).await?;
    let endpoint = database.ready().await?;
    let plan = Plan {
        folder: folder.to_owned(),
        functions_endpoint: endpoint.clone(),
        endpoint,
        table: TABLE.to_owned(),
        throttled: true,
        profile: Profile::Dev,
    };
    let mut stack = Stack::start(project, template, plan, listener, runtime).await?;
    let administrator = Administrator::of(&stack).await?;
    if options.demo {
        demo::load(project, &stack, &administrator, options.customers).await?;
    }
    let _note = Running::of(&stack, &administrator).note(folder)?;

    report::line(format!("\n  {} (ready after {})", stack.url, report::duration(start.elapsed())));
    report::line(format!("  Sign in as {} with {}", administrator.email, administrator.password));
    if options.demo {
        for (email, group) in demo::rights::sign_ins() {
            report::line(format!("  … or with the same password as {email}, of the group {group}"));
        }
    }
    report::line("  Chrome and Firefox keep its secure cookies on localhost; Safari does not.");
    report::line("  What functions and gateway log is in .local/up/log/.");
    report::line("  Ctrl-C ends it; data stay in .local/ until `cargo xtask up --fresh`.\n");
    tokio::select! {
        error = stack.ended() => Err(error),
        error = database.ended() => Err(error),
    }
}

/// Removes everything but the lock.
fn empty(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            std::fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != "lock" {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
