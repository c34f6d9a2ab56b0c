//! One process of a function.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result};
use tokio::process::{Child, Command};

use crate::dynamodb;
use crate::guard;
use crate::template::{Function, Variable};

/// What every process needs to be started.
#[derive(Clone, Debug)]
pub(crate) struct Launcher {
    /// The folder of the built binaries.
    pub(crate) binaries: PathBuf,
    /// Where the runtime API listens.
    pub(crate) runtime: String,
    /// The local values of the variables that the cloud computes.
    pub(crate) variables: BTreeMap<String, String>,
    /// The folder of the functions' logs.
    pub(crate) logs: PathBuf,
}

impl Launcher {
    /// Starts one more process of a function.
    pub(crate) fn start(&self, function: &Function) -> Result<Child> {
        self.spawn(guard::command(self.binaries.join(&function.binary))?, function)
    }

    /// The same with no guard that would be seen in the time it takes: such a process ends with its value, or for
    /// want of its runtime API.
    pub(crate) fn start_alone(&self, function: &Function) -> Result<Child> {
        let mut command = Command::new(self.binaries.join(&function.binary));
        command.kill_on_drop(true);
        self.spawn(command, function)
    }

    fn spawn(&self, mut command: Command, function: &Function) -> Result<Child> {
        let log = open_log(&self.logs, &function.binary)?;
        command
            // Nothing of the person's own AWS set-up reaches a function: no profile, no region, no credentials.
            .env_clear()
            .envs(inherited())
            .envs(self.environment(function)?)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        command.spawn().with_context(|| format!("starting {}", function.binary))
    }

    fn environment(&self, function: &Function) -> Result<BTreeMap<String, String>> {
        let mut environment = BTreeMap::new();
        for (name, variable) in &function.variables {
            let value = match (self.variables.get(name), variable) {
                (Some(local), _) => local.clone(),
                (None, Variable::Plain(value)) => value.clone(),
                (None, Variable::Computed) => {
                    anyhow::bail!("the local stack has no value for {name} of {}", function.name)
                }
            };
            environment.insert(name.clone(), value);
        }
        for (name, value) in &self.variables {
            environment.entry(name.clone()).or_insert_with(|| value.clone());
        }
        let runtime = format!("http://{}/.rt/{}", self.runtime, function.binary);
        environment.extend(
            [
                ("AWS_ACCESS_KEY_ID", "local"),
                ("AWS_SECRET_ACCESS_KEY", "local"),
                ("AWS_REGION", dynamodb::REGION),
                ("AWS_LAMBDA_RUNTIME_API", &runtime),
                ("AWS_LAMBDA_FUNCTION_NAME", &function.name),
                ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                // As the template's LoggingConfig says: one JSON object a line.
                ("AWS_LAMBDA_LOG_FORMAT", "JSON"),
                ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", &function.memory.to_string()),
                // So that whoever stands between function and database knows whose call it is.
                ("AWS_SDK_UA_APP_ID", &function.binary),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        Ok(environment)
    }
}

/// What any program may need of its surroundings.
fn inherited() -> impl Iterator<Item = (String, String)> {
    ["HOME", "PATH", "TMPDIR", "RUST_BACKTRACE", "RUST_LOG"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), std::env::var(name).ok()?)))
}

fn open_log(folder: &Path, name: &str) -> Result<File> {
    let path = folder.join(format!("{name}.log"));
    OpenOptions::new().create(true).append(true).open(&path).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn launcher(variables: &[(&str, &str)]) -> Launcher {
        Launcher {
            binaries: "bin".into(),
            runtime: "127.0.0.1:9000".to_owned(),
            variables: variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            logs: "log".into(),
        }
    }

    fn function(variables: &[(&str, Variable)]) -> Function {
        Function {
            name: "ListUsers".to_owned(),
            binary: "list-users".to_owned(),
            memory: 256,
            variables: variables.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            statements: Vec::new(),
        }
    }

    #[test]
    fn the_local_stack_gives_what_the_cloud_computes() {
        let function = function(&[("TABLE_NAME", Variable::Computed), ("LOG", Variable::Plain("info".to_owned()))]);

        let environment = launcher(&[("TABLE_NAME", "local")]).environment(&function).expect("an environment");

        assert_eq!(environment["TABLE_NAME"], "local");
        assert_eq!(environment["LOG"], "info");
        assert_eq!(environment["AWS_LAMBDA_RUNTIME_API"], "http://127.0.0.1:9000/.rt/list-users");
        assert_eq!(environment["AWS_LAMBDA_FUNCTION_NAME"], "ListUsers");
    }

    #[test]
    fn a_computed_variable_without_a_local_value_is_an_error() {
        let function = function(&[("BUCKET", Variable::Computed)]);

        assert!(launcher(&[]).environment(&function).is_err());
    }
}
