//! `infra/template.yaml`, the one description of tables, routes, functions and headers, as the local stack needs it.

mod functions;
mod headers;
mod policies;
mod routes;
mod table;
mod yaml;

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

pub(crate) use functions::{Function, Variable};
pub(crate) use headers::Headers;
pub(crate) use policies::{Effect, Statement};
pub(crate) use routes::{Route, Throttle};
pub(crate) use table::Table;

/// What the template says, read once.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    /// Every function, by name.
    pub(crate) functions: Vec<Function>,
    /// Every route and the function that answers it.
    pub(crate) routes: Vec<Route>,
    /// The one table.
    pub(crate) table: Table,
    /// What CloudFront adds to its answers.
    pub(crate) headers: Headers,
    /// How many alarms there are.
    pub(crate) alarms: usize,
    /// How many secrets there are, except while keys are rotated.
    pub(crate) secrets: usize,
}

impl Template {
    /// Reads the template of the project.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("in {}", path.display()))
    }

    /// With routes that may be called as often as one likes.
    pub(crate) fn without_throttles(mut self) -> Self {
        for route in &mut self.routes {
            route.throttle = None;
        }
        self
    }

    fn parse(text: &str) -> Result<Self> {
        let document = yaml::parse(text)?;
        Ok(Self {
            functions: functions::read(&document)?,
            routes: routes::read(&document)?,
            table: Table::read(&document)?,
            headers: Headers::read(&document)?,
            alarms: resources(&document, "AWS::CloudWatch::Alarm").count(),
            // Two slots for each key, of which one is empty.
            secrets: resources(&document, "AWS::SecretsManager::Secret").count() / 2,
        })
    }
}

/// The resources of one type: name and `Properties`.
fn resources<'a>(document: &'a Value, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    document["Resources"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(move |(_, resource)| resource["Type"] == kind)
        .map(|(name, resource)| (name.as_str(), &resource["Properties"]))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::dynamodb::Access;
    use crate::project::Project;

    fn committed() -> Template {
        Template::read(&Project::find().expect("the project").template()).expect("a template")
    }

    #[test]
    fn the_template_and_the_workspace_have_the_same_functions() {
        let folders = |path: &Path| -> Vec<_> {
            std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
        };
        let areas = folders(&Project::find().expect("the project").path("functions"));
        let crates = areas.iter().flat_map(|area| folders(area));
        let crates: BTreeSet<_> =
            crates.map(|folder| folder.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect();

        let binaries: BTreeSet<_> = committed().functions.into_iter().map(|function| function.binary).collect();

        assert_eq!(binaries, crates);
    }

    #[test]
    fn r45_no_function_may_change_or_remove_an_audit_event() {
        for function in committed().functions {
            let may = |action: &str| {
                let keys = BTreeSet::from(["AUDIT#user#".to_owned()]);
                let access = Access { action: action.to_owned(), index: None, keys };
                let says = |effect| function.statements.iter().any(|one| one.effect == effect && one.matches(&access));
                says(Effect::Allow) && !says(Effect::Deny)
            };
            for action in ["DeleteItem", "UpdateItem", "BatchWriteItem", "PartiQLUpdate", "PartiQLDelete"] {
                assert!(!may(action), "{} may {action}", function.name);
            }
        }
    }

    #[test]
    fn the_committed_template_can_be_read() {
        let template = committed();

        assert!(template.functions.iter().any(|function| function.binary == "list-users"));
        assert!(template.routes.iter().any(|route| route.key() == "GET /api/v1/users"));
        assert!(template.routes.iter().any(|route| route.key() == "$default"));
        for route in &template.routes {
            assert!(template.functions.iter().any(|function| function.name == route.function), "{}", route.key());
        }
    }
}
