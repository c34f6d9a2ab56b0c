//! Where things lie in the project.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// How cargo builds what is to be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quickly.
    Dev,
    /// As the cloud gets it, but for this machine.
    Release,
}

/// The project's folders.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The project this program was built from.
    pub(crate) fn find() -> Result<Self> {
        let manifest = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
        let root = Path::new(&manifest).ancestors().nth(2).context("xtask lies two folders below the project")?;
        Ok(Self { root: root.to_owned() })
    }

    /// The workspace's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder of the project.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// What is made on this machine and never committed.
    pub(crate) fn local(&self, relative: &str) -> PathBuf {
        self.root.join(".local").join(relative)
    }

    /// The template, the one description of tables, routes, functions and headers.
    pub(crate) fn template(&self) -> PathBuf {
        self.path("infra/template.yaml")
    }

    /// The built page.
    pub(crate) fn page(&self) -> PathBuf {
        self.path("web/dist")
    }

    /// Where cargo puts the functions' binaries.
    pub(crate) fn binaries(&self, profile: Profile) -> PathBuf {
        let folder = match profile {
            Profile::Dev => "debug",
            Profile::Release => "release",
        };
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), PathBuf::from).join(folder)
    }
}
