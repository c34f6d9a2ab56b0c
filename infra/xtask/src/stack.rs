//! The whole product on this machine: functions behind the gateway, against one table.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::checked::Checked;
use crate::dynamodb::Client;
use crate::functions::{Launcher, Outcome, Pool, Runtime};
use crate::gateway;
use crate::project::{Profile, Project};
use crate::secrets::Secrets;
use crate::template::Template;

/// What one stack is made of.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// Where it keeps secrets and logs.
    pub(crate) folder: PathBuf,
    /// The endpoint of `DynamoDB`.
    pub(crate) endpoint: String,
    /// Where the functions reach it.
    pub(crate) functions_endpoint: String,
    /// The name of the table, created if it is missing.
    pub(crate) table: String,
    /// Whether the routes' throttles hold.
    pub(crate) throttled: bool,
    /// How its functions were built.
    pub(crate) profile: Profile,
}

/// A running stack; it ends when the value goes.
#[derive(Debug)]
pub(crate) struct Stack {
    /// Where page and API are.
    pub(crate) url: String,
    /// What it is made of.
    pub(crate) plan: Plan,
    /// The keys of its functions.
    pub(crate) secrets: Secrets,
    pool: Pool,
    runtime: Runtime,
    gateway: JoinHandle<Result<()>>,
}

impl Stack {
    /// Starts the stack; functions and page must have been built.
    ///
    /// The listener is taken early: a port that is not free is better known before the builds than after them.
    pub(crate) async fn start(
        project: &Project,
        template: Template,
        plan: Plan,
        listener: TcpListener,
        mut runtime: Runtime,
    ) -> Result<Self> {
        let template = if plan.throttled { template } else { template.without_throttles() };
        let logs = logs(&plan.folder)?;
        let secrets = Secrets::of(&plan.folder)?;
        if Client::new(&plan.endpoint).create_table(&template.table, &plan.table).await? {
            forget(&plan)?;
        }
        let url = format!("http://localhost:{}", listener.local_addr()?.port());
        runtime.ready().await?;

        let launcher = Launcher {
            binaries: project.binaries(plan.profile),
            runtime: runtime.address().to_owned(),
            variables: variables(&plan, &secrets),
            logs: logs.clone(),
        };
        let pool = Pool::new(&template.functions, launcher);
        let gateway = tokio::spawn({
            let pool = pool.clone();
            let (origin_secret, page, log) = (secrets.origin.clone(), project.page(), logs.join("gateway.log"));
            async move {
                let parts = gateway::Parts { template, pool, origin_secret, page, log };
                gateway::serve(listener, parts).await
            }
        });
        Ok(Self { url, plan, secrets, pool, runtime, gateway })
    }

    /// What its functions are told in place of what the cloud computes.
    pub(crate) fn variables(&self) -> BTreeMap<String, String> {
        variables(&self.plan, &self.secrets)
    }

    /// Calls a function as an operator would, past the gateway.
    pub(crate) async fn invoke(&self, function: &str, event: &Value) -> Result<Value> {
        match self.pool.call(function, event.to_string()).await? {
            Outcome::Answered(said) => Ok(serde_json::from_slice(&said)?),
            Outcome::Failed(said) => Err(anyhow!("{function} refused: {}", String::from_utf8_lossy(&said))),
            Outcome::Died => Err(anyhow!("{function} died; see {}", self.plan.folder.join("log").display())),
        }
    }

    /// Has the whole table read, and fails if something in it does not agree.
    pub(crate) async fn check_store(&self) -> Result<()> {
        let checked = Checked::read(&self.invoke("CheckStore", &json!({})).await?)?;
        ensure!(checked.holds_together(), "the table does not hold together:\n{checked}");
        Ok(())
    }

    /// Answers when a part of the stack has ended by itself.
    pub(crate) async fn ended(&mut self) -> anyhow::Error {
        tokio::select! {
            () = self.runtime.ended() => anyhow!("cargo lambda ended; see {}", self.plan.folder.join("log").display()),
            result = &mut self.gateway => match result {
                Ok(Err(error)) => error,
                _ => anyhow!("the gateway ended"),
            },
        }
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        self.gateway.abort();
        self.pool.close();
    }
}

impl Plan {
    /// A file with what is known of the table's contents.
    pub(crate) fn note(&self, name: &str) -> PathBuf {
        self.folder.join("table").join(format!("{}-{name}", self.table))
    }
}

/// A new table is empty, whatever was known of one of the same name.
fn forget(plan: &Plan) -> Result<()> {
    let notes = plan.folder.join("table");
    if notes.exists() {
        std::fs::remove_dir_all(notes)?;
    }
    Ok(())
}

/// The folder of a stack's logs.
pub(crate) fn logs(folder: &Path) -> Result<PathBuf> {
    let logs = folder.join("log");
    std::fs::create_dir_all(&logs).with_context(|| format!("making {}", logs.display()))?;
    Ok(logs)
}

/// Listens where the gateway will; 0 takes a free port.
pub(crate) async fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port))
        .await
        .with_context(|| format!("port {port} is taken: end what listens there, or choose another with --port"))
}

fn variables(plan: &Plan, secrets: &Secrets) -> BTreeMap<String, String> {
    [
        ("TABLE_NAME", plan.table.as_str()),
        ("KEYS", &secrets.keys),
        ("ORIGIN_SECRETS", &secrets.origin),
        ("AWS_ENDPOINT_URL_DYNAMODB", &plan.functions_endpoint),
        // Only here: answers then say what they cost, which the tests hold against the budgets.
        ("COST_HEADER", "1"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into()
}
