//! Running cargo's tests.

use std::io::IsTerminal;

use anyhow::{Result, ensure};
use tokio::process::Command;

use crate::project::Project;
use crate::{report, run};

/// A cargo command in the workspace.
pub(super) fn cargo(project: &Project, arguments: &[&str]) -> Command {
    let mut cargo = run::command("cargo");
    cargo.args(arguments).current_dir(project.root());
    cargo
}

/// Runs tests, narrowed by the filters; running none at all is a failure.
pub(super) async fn test(commands: Vec<Command>, filters: &[String]) -> Result<()> {
    let color = if std::io::stdout().is_terminal() { "always" } else { "never" };
    // Names are of interest when few tests were asked for; of all tests only the failed ones are.
    let format = if filters.is_empty() { "terse" } else { "pretty" };
    let (mut passed, mut failed, mut all_well) = (0, 0, true);
    for mut command in commands {
        command.env("CARGO_TERM_COLOR", color).args(["--no-fail-fast", "--", "--format", format, "--color", color]);
        let (status, text) = run::aloud(command.args(filters)).await?;
        let counted = counts(&text);
        (passed, failed, all_well) = (passed + counted.0, failed + counted.1, all_well && status.success());
    }
    ensure!(all_well, "{passed} tests passed, {failed} failed");
    ensure!(passed > 0, "no test ran; narrowed to: {filters:?}");
    report::line(format!("{passed} tests passed"));
    Ok(())
}

/// Adds up the lines `test result: ok. 3 passed; 0 failed; …`.
fn counts(text: &str) -> (usize, usize) {
    let results = text.lines().filter(|line| line.starts_with("test result:"));
    results.fold((0, 0), |(passed, failed), line| {
        let words: Vec<_> = line.split_whitespace().collect();
        let before = |word: &str| -> usize {
            let position = words.iter().position(|other| *other == word);
            position.and_then(|at| words[at.checked_sub(1)?].parse().ok()).unwrap_or(0)
        };
        (passed + before("passed;"), failed + before("failed;"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_all_test_programs_are_added_up() {
        let text = "\
running 3 tests
...
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";

        assert_eq!(counts(text), (4, 2));
    }
}
