//! What several stages need, made when the first of them asks.

use std::path::PathBuf;

use anyhow::Result;
use tokio::process::Command;
use uuid::Uuid;

use super::stages::Stage;
use crate::demo::Administrator;
use crate::dynamodb::{self, Database, Proxy, Server, Storage};
use crate::functions::{self, Runtime};
use crate::project::{Profile, Project};
use crate::stack::{self, Plan, Stack};
use crate::template::Template;
use crate::tools::{self, Need};
use crate::{report, run};

/// The stages' shared parts.
#[derive(Debug)]
pub(crate) struct Workshop<'a> {
    pub(crate) project: &'a Project,
    pub(crate) template: Template,
    /// The stages that were run with all their tests.
    pub(super) ran_whole: Vec<Stage>,
    folder: PathBuf,
    database: Option<(Database, String)>,
    proxy: Option<Proxy>,
    profile: Profile,
    has_functions: bool,
}

impl<'a> Workshop<'a> {
    /// An empty one; whatever functions are needed are built by the profile.
    pub(crate) fn open(project: &'a Project, folder: PathBuf, profile: Profile) -> Result<Self> {
        let template = Template::read(&project.template())?;
        let (ran_whole, has_functions) = (Vec::new(), false);
        Ok(Self { project, template, ran_whole, folder, database: None, proxy: None, profile, has_functions })
    }

    /// The endpoint of a database that is thrown away afterwards.
    pub(crate) async fn endpoint(&mut self) -> Result<String> {
        if let Some((_, endpoint)) = &self.database {
            return Ok(endpoint.clone());
        }
        let mut database = if let Some(endpoint) = dynamodb::chosen_endpoint()? {
            Database::Given(endpoint)
        } else {
            tools::check(&[Need::Java]).await?;
            let log = stack::logs(&self.folder)?.join("dynamodb.log");
            Database::Own(Box::new(Server::start(self.project, &Storage::Memory, &log).await?))
        };
        let endpoint = database.ready().await?;
        self.database = Some((database, endpoint.clone()));
        Ok(endpoint)
    }

    /// What stands between the stacks' functions and the database.
    pub(crate) async fn proxy(&mut self) -> Result<&Proxy> {
        let proxy = match self.proxy.take() {
            Some(proxy) => proxy,
            None => Proxy::start(&self.endpoint().await?).await?,
        };
        Ok(self.proxy.insert(proxy))
    }

    /// Writes the template's table as the input of `CreateTable` but for its name.
    pub(crate) fn table_definition(&self) -> Result<PathBuf> {
        let path = self.folder.join("table.json");
        std::fs::write(&path, self.template.table.definition().to_string())?;
        Ok(path)
    }

    /// A stack of a stage's own, with an empty table.
    pub(crate) async fn stack(&mut self, stage: &str, throttled: bool) -> Result<Stack> {
        tools::check(&[Need::CCompiler, Need::Python]).await?;
        let endpoint = self.endpoint().await?;
        let functions_endpoint = self.proxy().await?.endpoint().to_owned();
        if !self.has_functions {
            report::step("Building the functions", self.build()).await?;
            self.has_functions = true;
        }
        let folder = self.folder.join(stage);
        // Logs of the run before would only mislead.
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        let table = format!("{stage}-{}", Uuid::now_v7());
        let profile = self.profile;
        self.start(Plan { folder, endpoint, functions_endpoint, table, throttled, profile }).await
    }

    async fn build(&self) -> Result<()> {
        functions::build(self.project, &self.template.functions, self.profile).await
    }

    /// Another stack on the table of one, whose functions reach it with nothing in between.
    pub(crate) async fn undisturbed(&mut self, stack: &Stack) -> Result<Stack> {
        let plan = Plan { functions_endpoint: stack.plan.endpoint.clone(), ..stack.plan.clone() };
        self.start(plan).await
    }

    async fn start(&self, plan: Plan) -> Result<Stack> {
        let runtime = Runtime::start(self.project, &stack::logs(&plan.folder)?.join("cargo-lambda.log")).await?;
        Stack::start(self.project, self.template.clone(), plan, stack::listen(0).await?, runtime).await
    }
}

/// Tells a test program where the stack is and how to get in.
pub(super) fn tell<'c>(command: &'c mut Command, stack: &Stack, administrator: &Administrator) -> &'c mut Command {
    run::keep_local(command, &stack.plan.endpoint)
        .env("BACKOFFICE_URL", &stack.url)
        .env("BACKOFFICE_ADMIN_EMAIL", &administrator.email)
        .env("BACKOFFICE_ADMIN_PASSWORD", &administrator.password)
        .env("BACKOFFICE_LOGS", stack.plan.folder.join("log"))
        .env("BACKOFFICE_PROCESS", std::process::id().to_string())
        .env("TABLE_NAME", &stack.plan.table)
        .env("KEYS", &stack.secrets.keys)
}
