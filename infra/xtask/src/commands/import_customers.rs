//! `cargo xtask import-customers FILE`: a CSV file through the API.

use std::io::Read;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::api::Api;
use crate::import;
use crate::project::Project;
use crate::report;
use crate::running::Running;

/// What can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The file.
    pub(crate) file: PathBuf,
    /// Where the page is; without it, the stack that `up` runs.
    pub(crate) url: Option<String>,
    /// Who imports, where an address is given; the password is read from standard input.
    pub(crate) email: Option<String>,
}

/// Imports the file; answers whether every row was taken.
pub(crate) async fn run(project: &Project, options: &Options) -> Result<bool> {
    let csv = import::read(&options.file)?;
    let api = match (&options.url, &options.email) {
        (Some(url), Some(email)) => Api::sign_in(url, email, &password()?).await?,
        (None, None) => Running::read(project)?.sign_in().await?,
        _ => bail!("--url and --email belong together"),
    };
    let outcome = import::import(&api, &csv).await?;
    report::line(outcome.describe());
    Ok(outcome.refused == 0)
}

fn password() -> Result<String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).context("reading the password from standard input")?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}
