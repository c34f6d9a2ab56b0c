//! A month's bill.

use std::fmt;

use anyhow::{Context, Result};

use super::figures::Figure;
use super::prices;
use crate::template::Template;

/// How much is done, a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Office {
    /// People who use the page; for the reader, and for what follows if it is not said.
    pub(crate) people: f64,
    /// Sign-ins.
    pub(crate) sign_ins: f64,
    /// Pages of a list that are looked at.
    pub(crate) reads: f64,
    /// Edits.
    pub(crate) writes: f64,
}

/// What a month costs, in dollars.
#[derive(Clone, Debug)]
pub(crate) struct Bill {
    office: Office,
    lines: Vec<(String, f64)>,
}

/// What stands for each kind of use: no page of a list costs more, no common edit either.
const SIGN_IN: &str = "sign in, ending the session before";
const READ: &str = "25 users found by a word";
const WRITE: &str = "edit: last name";

impl Office {
    /// So many people: each signs in once a day, looks at a hundred pages and changes ten things.
    pub(crate) fn of(people: f64) -> Self {
        Self { people, sign_ins: people, reads: people * 100.0, writes: people * 10.0 }
    }
}

impl Bill {
    /// The bill of an office.
    pub(crate) fn of(office: Office, figures: &[Figure], template: &Template) -> Result<Self> {
        let mut lines = Vec::new();
        for (what, figure, times) in [
            ("sign-ins", SIGN_IN, office.sign_ins),
            ("pages of a list", READ, office.reads),
            ("edits", WRITE, office.writes),
        ] {
            let figure =
                figures.iter().find(|of| of.what == figure).with_context(|| format!("no figure for {figure}"))?;
            let function = template.functions.iter().find(|of| of.binary == figure.function);
            let memory = function.with_context(|| format!("no function {}", figure.function))?.memory;
            let month = times * prices::DAYS;
            lines.push((format!("{month:.0} {what}"), month * figure.dollars_a_million(memory) / 1e6));
        }
        let gigabytes = |times: f64, bytes: f64| times * prices::DAYS * bytes / 1e9;
        let logged = gigabytes(office.sign_ins + office.reads + office.writes, prices::LOGGED);
        lines.push((format!("{logged:.2} GB of logs"), logged * prices::LOGGED_GB));
        let stored = gigabytes(office.writes + office.sign_ins, prices::STORED) * 12.0;
        lines.push((format!("{stored:.2} GB in the table after a year"), stored * prices::STORED_GB));
        let standing = |what: &str, count: usize, price: f64| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            (format!("{count} {what}"), f64::from(count) * price)
        };
        lines.push(standing("secrets", template.secrets, prices::SECRET));
        lines.push(standing("alarms", template.alarms, prices::ALARM));
        Ok(Self { office, lines })
    }
}

impl fmt::Display for Bill {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Office { people, sign_ins, reads, writes } = self.office;
        writeln!(formatter, "An office of {people}: {sign_ins} sign-ins, {reads} pages and {writes} edits a day.")?;
        writeln!(formatter, "A month in us-east-1 at list prices, without free tiers:")?;
        for (what, dollars) in &self.lines {
            writeln!(formatter, "  {what:<40} {dollars:>9.2} $")?;
        }
        let sum: f64 = self.lines.iter().map(|(_, dollars)| dollars).sum();
        write!(formatter, "  {:<40} {sum:>9.2} $", "together")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    #[test]
    fn the_committed_figures_make_a_bill() {
        let project = Project::find().expect("the project");
        let template = Template::read(&project.template()).expect("a template");
        let figures = super::super::read(&project.path("docs/DATA.md")).expect("figures");

        let bill = Bill::of(Office::of(50.0), &figures, &template).expect("a bill").to_string();

        assert!(bill.starts_with("An office of 50: 50 sign-ins, 5000 pages and 500 edits a day.\n"), "{bill}");
        assert!(bill.lines().last().is_some_and(|line| line.contains("together")), "{bill}");
        assert!(Bill::of(Office::of(1.0), &[], &template).is_err());
    }
}
