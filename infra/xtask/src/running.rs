//! The stack that `cargo xtask up` runs, as other commands find it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::api::Api;
use crate::demo::Administrator;
use crate::project::Project;
use crate::secrets;
use crate::stack::Stack;

/// How to get into a running stack.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Running {
    /// Where page and API are.
    pub(crate) url: String,
    /// An administrator's e-mail.
    pub(crate) email: String,
    /// And password.
    pub(crate) password: String,
    /// What its functions are told.
    pub(crate) variables: BTreeMap<String, String>,
}

impl Running {
    /// What is to be known of a stack.
    pub(crate) fn of(stack: &Stack, administrator: &Administrator) -> Self {
        let Administrator { email, password } = administrator.clone();
        Self { url: stack.url.clone(), email, password, variables: stack.variables() }
    }

    /// Notes that the stack runs, until the note is dropped.
    pub(crate) fn note(&self, folder: &Path) -> Result<Note> {
        let path = file(folder);
        secrets::write(&path, &serde_json::to_string(self)?)?;
        Ok(Note { path })
    }

    /// The stack that runs.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        let text = std::fs::read_to_string(file(&project.local("up")));
        let text = text.context("nothing runs here: start `cargo xtask up` in another terminal first")?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Signs in as the administrator.
    pub(crate) async fn sign_in(&self) -> Result<Api> {
        Api::sign_in(&self.url, &self.email, &self.password).await
    }
}

/// Says that a stack runs, as long as the value lives.
#[derive(Debug)]
pub(crate) struct Note {
    path: PathBuf,
}

impl Drop for Note {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("running.json")
}
