//! The stages, each proving one thing.

use std::time::Duration;

use anyhow::{Result, bail, ensure};

use super::Options;
use super::cargo::{cargo, test};
use super::contract::{self, Effort};
use super::events;
use super::operators;
use super::privileges;
use super::workshop::{Workshop, tell};
use crate::commands::openapi;
use crate::cost::{self, Figure};
use crate::demo::{self, Administrator};
use crate::project::Profile;
use crate::tools::Need;
use crate::{dynamodb, run, tools};

/// Enough for several pages.
const DEMO_CUSTOMERS: usize = 2000;
/// How long indexes lag at their worst (R36).
const LAG: Duration = Duration::from_secs(2);

/// One stage of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The code is formatted.
    Format,
    /// Clippy finds nothing.
    Clippy,
    /// Types, rules and handlers, without a table.
    Unit,
    /// The committed description of the API is what the code says.
    OpenApi,
    /// The template is valid, and CloudFront's functions do what they say.
    Template,
    /// The page: types, unit tests, weight.
    Web,
    /// The data-access crate on DynamoDB Local, with a table for each test.
    Store,
    /// Every function takes the event that is committed for it.
    Events,
    /// The gateway and the functions' processes.
    Local,
    /// Every operation over HTTP.
    Api,
    /// Generated requests: the description of the API is true.
    Contract,
    /// What each operation costs, and what the document says of it.
    Cost,
    /// Operations at once.
    Races,
    /// A store that fails, functions that are killed.
    Faults,
    /// What functions were seen to do so far is what their policies allow.
    Privileges,
    /// The page in a browser.
    Browser,
}

impl Stage {
    /// All stages, the quick ones first.
    pub(super) const ALL: [Self; 16] = [
        Self::Format,
        Self::Clippy,
        Self::Unit,
        Self::OpenApi,
        Self::Template,
        Self::Web,
        Self::Store,
        Self::Events,
        Self::Local,
        Self::Api,
        Self::Contract,
        Self::Cost,
        Self::Races,
        Self::Faults,
        Self::Privileges,
        Self::Browser,
    ];

    /// The word that chooses the stage.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::Unit => "unit",
            Self::OpenApi => "openapi",
            Self::Template => "template",
            Self::Web => "web",
            Self::Store => "store",
            Self::Events => "events",
            Self::Local => "local",
            Self::Api => "api",
            Self::Contract => "contract",
            Self::Cost => "cost",
            Self::Races => "races",
            Self::Faults => "faults",
            Self::Privileges => "privileges",
            Self::Browser => "browser",
        }
    }

    /// Runs the stage, narrowed as the options say.
    pub(super) async fn run(self, workshop: &mut Workshop<'_>, options: &Options) -> Result<()> {
        let filters = &options.filters;
        match self {
            Self::Format => run::openly(&mut cargo(workshop.project, &["fmt", "--all", "--check"])).await,
            Self::Clippy => clippy(workshop).await,
            Self::Unit => unit(workshop, filters).await,
            Self::OpenApi => openapi::check(workshop.project, &workshop.template).await,
            Self::Template => template(workshop).await,
            Self::Web => web(workshop, filters).await,
            Self::Store => store(workshop, filters).await,
            Self::Events => {
                let stack = workshop.stack(self.name(), true).await?;
                events::run(workshop, &stack).await
            }
            // Here the throttles are part of what is tested; elsewhere they would only slow the tests.
            Self::Local => {
                tools::check(&[Need::Node]).await?;
                tools::build_page(workshop.project).await?;
                acceptance(workshop, self.name(), filters, true).await
            }
            Self::Contract => contract::r60_generated_requests_are_answered_as_described(workshop, Effort::Short).await,
            Self::Api | Self::Races => acceptance(workshop, self.name(), filters, false).await,
            Self::Cost => cost(workshop, options.writes_figures).await,
            Self::Faults => faults(workshop, options).await,
            Self::Privileges => compare_privileges(workshop).await,
            Self::Browser => browser(workshop, filters).await,
        }
    }
}

async fn clippy(workshop: &Workshop<'_>) -> Result<()> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    run::openly(&mut cargo(workshop.project, &arguments)).await
}

async fn unit(workshop: &Workshop<'_>, filters: &[String]) -> Result<()> {
    // Xtask apart: its dependencies ask for features that would have the functions' built once more, as do those of
    // check-table and of the benchmark, which hold no tests.
    let others = ["xtask", "check-table", "bench", "backoffice-store", "acceptance"];
    let functions: Vec<_> = others.into_iter().flat_map(|package| ["--exclude", package]).collect();
    let commands = vec![
        cargo(workshop.project, &[["test", "--workspace"].as_slice(), &functions].concat()),
        cargo(workshop.project, &["test", "--package", "xtask"]),
    ];
    test(commands, filters).await
}

async fn template(workshop: &Workshop<'_>) -> Result<()> {
    tools::check(&[Need::Python, Need::Node]).await?;
    let environment = tools::environment(workshop.project, "template").await?;
    let path = workshop.project.template();
    let mut sam = tokio::process::Command::new(environment.program("sam"));
    sam.arg("validate").arg("--template").arg(&path).args(["--region", dynamodb::REGION]);
    sam.env("SAM_CLI_TELEMETRY", "0").current_dir(workshop.project.root());
    run::quietly(&mut sam).await?;
    let mut cfn_lint = tokio::process::Command::new(environment.program("cfn-lint"));
    run::openly(cfn_lint.arg(&path)).await?;
    let mut node = run::command("node");
    node.args(["--test", "--test-reporter", "spec"]).current_dir(workshop.project.root());
    for entry in std::fs::read_dir(workshop.project.path("infra/tests"))? {
        node.arg(entry?.path());
    }
    run::openly(&mut node).await
}

async fn web(workshop: &Workshop<'_>, filters: &[String]) -> Result<()> {
    tools::check(&[Need::Node]).await?;
    tools::install_packages(workshop.project, "web").await?;
    let mut npm = run::command("npm");
    if filters.is_empty() {
        npm.arg("test");
    } else {
        npm.args(["run", "unit", "--"]).args(filters);
    }
    run::openly(npm.current_dir(workshop.project.path("web"))).await
}

async fn store(workshop: &mut Workshop<'_>, filters: &[String]) -> Result<()> {
    let endpoint = workshop.endpoint().await?;
    // With the other crate comes the set of features that the functions are built with, so nothing is built once more.
    let packages = ["test", "--package", "backoffice-store", "--package", "backoffice-http"];
    let packages = [packages.as_slice(), &["--features", "backoffice-store/bulk"]].concat();
    let mut command = cargo(workshop.project, &packages);
    run::keep_local(&mut command, &endpoint).env("TABLE_DEFINITION", workshop.table_definition()?);
    test(vec![command], filters).await
}

/// Black-box tests against a stack of their own.
async fn acceptance(workshop: &mut Workshop<'_>, target: &str, filters: &[String], throttled: bool) -> Result<()> {
    let mut stack = workshop.stack(target, throttled).await?;
    let administrator = Administrator::of(&stack).await?;
    let mut command = cargo(workshop.project, &["test", "--package", "acceptance", "--test", target]);
    tell(&mut command, &stack, &administrator);
    tokio::select! {
        result = test(vec![command], filters) => result?,
        error = stack.ended() => bail!(error),
    }
    // Whatever the tests did, what is kept in more than one place has to agree.
    stack.check_store().await
}

/// What each operation costs on a table of its own, compared with `docs/DATA.md` or written into it.
async fn cost(workshop: &mut Workshop<'_>, writes: bool) -> Result<()> {
    let stack = workshop.stack("cost", false).await?;
    let administrator = Administrator::of(&stack).await?;
    let ledger = stack.plan.folder.join("ledger.json");
    let mut command = cargo(workshop.project, &["test", "--package", "acceptance", "--test", "cost"]);
    tell(&mut command, &stack, &administrator)
        .env("BACKOFFICE_WATCHES", workshop.proxy().await?.endpoint())
        .env("BACKOFFICE_LEDGER", &ledger);
    test(vec![command], &[]).await?;
    let figures = Figure::all(&std::fs::read_to_string(ledger)?)?;
    let (document, functions) = (workshop.project.path("docs/DATA.md"), &workshop.template.functions);
    if writes {
        return cost::write(&document, &figures, functions);
    }
    let difference = cost::difference(&document, &figures, functions)?;
    ensure!(
        difference.is_empty(),
        "docs/DATA.md differs; `cargo xtask cost --measure` writes it anew:\n{}",
        difference.join("\n")
    );
    Ok(())
}

/// Black-box tests against two stacks on one table, of which one meets faults.
async fn faults(workshop: &mut Workshop<'_>, options: &Options) -> Result<()> {
    let mut failing = workshop.stack("faults", false).await?;
    // Whoever asks for other tests is not kept waiting.
    if options.leave("r33_every_change_of_operators_is_attacked") {
        // On the heap: attacks side by side are more than the stages' own state should carry.
        Box::pin(operators::r33_every_change_of_operators_is_attacked(workshop, &failing)).await?;
    }
    let mut stack = workshop.undisturbed(&failing).await?;
    let administrator = Administrator::of(&stack).await?;
    if options.leave("r33_what_faults_leave_behind_holds_together") {
        run::openly(&mut cargo(workshop.project, &["build", "--package", "check-table"])).await?;
    }
    let mut command = cargo(workshop.project, &["test", "--package", "acceptance", "--test", "faults"]);
    tell(&mut command, &stack, &administrator)
        .env("BACKOFFICE_FAILING_URL", &failing.url)
        .env("BACKOFFICE_WATCHES", workshop.proxy().await?.endpoint())
        .env("BACKOFFICE_CHECK", workshop.project.binaries(Profile::Dev).join("check-table"))
        // All at once: most of the time is spent in waiting for the next attempt.
        .env("RUST_TEST_THREADS", "16")
        .envs(options.variables.iter().map(|(name, value)| (name, value)));
    tokio::select! {
        result = test(vec![command], &options.filters) => result?,
        error = failing.ended() => bail!(error),
        error = stack.ended() => bail!(error),
    }
    stack.check_store().await
}

/// The stages after which every function has done all that it ever does.
async fn compare_privileges(workshop: &mut Workshop<'_>) -> Result<()> {
    let needed = [Stage::Events, Stage::Api, Stage::Faults];
    if !needed.iter().all(|stage| workshop.ran_whole.contains(stage)) {
        let names = needed.map(Stage::name).join(" ");
        bail!("nothing was seen yet: run `cargo xtask test {names} privileges`");
    }
    let seen = workshop.proxy().await?.seen();
    privileges::compare(&workshop.template.functions, &seen)
}

/// The page in a real browser, with demo data.
async fn browser(workshop: &mut Workshop<'_>, filters: &[String]) -> Result<()> {
    tools::check(&[Need::Node]).await?;
    tools::install_packages(workshop.project, "tests/browser").await?;
    let folder = workshop.project.path("tests/browser");
    run::quietly(run::command("npm").args(["run", "check"]).current_dir(&folder)).await?;
    tools::build_page(workshop.project).await?;
    let mut stack = workshop.stack("browser", false).await?;
    let administrator = Administrator::of(&stack).await?;
    demo::load(workshop.project, &stack, &administrator, DEMO_CUSTOMERS).await?;
    // Once more, with indexes that lag: what a person has just done shows all the same.
    for projects in [&["english", "german", "reach"][..], &["lagging"]] {
        let mut command = run::command("npx");
        command.args(["playwright", "test"]).args(filters).current_dir(&folder);
        if projects == ["lagging"] {
            workshop.proxy().await?.let_lag(&stack.plan.table, LAG).await?;
            command.arg("--pass-with-no-tests");
        }
        command.args(projects.iter().map(|project| format!("--project={project}")));
        tools::tell_browser(&mut command, workshop.project).await?;
        tell(&mut command, &stack, &administrator);
        tokio::select! {
            result = run::openly(&mut command) => result?,
            error = stack.ended() => bail!(error),
        }
    }
    stack.check_store().await
}
