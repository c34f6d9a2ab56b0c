//! `cargo xtask test`: everything that must hold before a change is good.
//!
//! The last line is made for machines: `N passed, N failed`, counting stages.

mod cargo;
mod contract;
mod events;
mod operators;
mod privileges;
mod stages;
mod workshop;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::lock::Lock;
use crate::project::{Profile, Project};
use crate::report;
use crate::signals;
pub(crate) use contract::Effort;
use stages::Stage;
pub(crate) use workshop::Workshop;

/// What can be chosen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    stages: Vec<Stage>,
    filters: Vec<String>,
    /// Whether figures that differ from the document's are written into it.
    writes_figures: bool,
    /// What else the tests' own programs are told.
    variables: Vec<(&'static str, String)>,
}

impl Options {
    /// The words after `test`: names of stages, and what narrows the tests within them.
    pub(crate) fn parse(words: Vec<String>) -> Self {
        let mut options = Self::default();
        for word in words {
            match Stage::ALL.into_iter().find(|stage| stage.name() == word) {
                Some(stage) => options.stages.push(stage),
                None => options.filters.push(word),
            }
        }
        options
    }

    /// Whether the words that narrow the tests leave one of this name.
    fn leave(&self, test: &str) -> bool {
        self.filters.is_empty() || self.filters.iter().any(|filter| test.contains(filter.as_str()))
    }

    /// Only the costs, to be written down.
    pub(crate) fn measuring() -> Self {
        Self { stages: vec![Stage::Cost], writes_figures: true, ..Self::default() }
    }

    /// Only random operations: how many, and from which seed.
    pub(crate) fn chaos(operations: Option<u64>, seed: Option<u64>) -> Self {
        let variables = [("CHAOS_OPERATIONS", operations), ("CHAOS_SEED", seed)];
        let variables = variables.into_iter().filter_map(|(name, value)| Some((name, value?.to_string())));
        Self {
            stages: vec![Stage::Faults],
            filters: vec!["r51".to_owned()],
            variables: variables.collect(),
            ..Self::default()
        }
    }
}

/// Runs the stages one after another, all of them even when one fails; answers whether all passed.
pub(crate) async fn run(project: &Project, options: &Options) -> Result<bool> {
    if options.stages.is_empty() && !options.filters.is_empty() {
        let names = Stage::ALL.map(Stage::name).join(", ");
        bail!("there is no stage {}; the stages are {names}", options.filters.join(" "));
    }
    let (_lock, folder) = Lock::take_free(&project.local("test"))?;
    Ok(signals::until_told_to_end(run_all(project, options, folder)).await?.unwrap_or(false))
}

/// Runs generated requests for as long as was asked for; answers whether the API kept to its description.
pub(crate) async fn fuzz(project: &Project, effort: Effort) -> Result<bool> {
    let (_lock, folder) = Lock::take_free(&project.local("test"))?;
    let ended = signals::until_told_to_end(async {
        let mut workshop = Workshop::open(project, folder, Profile::Dev)?;
        contract::r60_generated_requests_are_answered_as_described(&mut workshop, effort).await
    });
    Ok(ended.await?.is_some())
}

async fn run_all(project: &Project, options: &Options, folder: PathBuf) -> Result<bool> {
    let start = Instant::now();
    let mut workshop = Workshop::open(project, folder, Profile::Dev)?;
    let stages = if options.stages.is_empty() { Stage::ALL.to_vec() } else { options.stages.clone() };
    let mut results = Vec::new();
    for stage in stages {
        let (name, begun) = (stage.name(), Instant::now());
        report::line(format!("\n== {name}"));
        let result = stage.run(&mut workshop, options).await;
        if let Err(error) = &result {
            report::line(format!("{error:#}"));
        }
        if options.filters.is_empty() {
            workshop.ran_whole.push(stage);
        }
        results.push((name, result.is_ok(), begun.elapsed()));
    }
    report::line("");
    for (name, passed, took) in &results {
        let verdict = if *passed { "passed" } else { "FAILED" };
        report::line(format!("{name:<10} {verdict} in {}", report::duration(*took)));
    }
    report::line(format!("all        in {}", report::duration(start.elapsed())));
    let failed = results.iter().filter(|(_, passed, _)| !passed).count();
    report::line(format!("{} passed, {failed} failed", results.len() - failed));
    Ok(failed == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_stages_or_filters() {
        let words = ["api", "users", "store", "create"].map(str::to_owned).to_vec();

        let options = Options::parse(words);

        assert_eq!(options.stages, [Stage::Api, Stage::Store]);
        assert_eq!(options.filters, ["users", "create"]);
        assert!(options.leave("r33_creating_users") && !options.leave("r33_signing_in"));
        assert!(Options::default().leave("r33_signing_in"));
    }
}
