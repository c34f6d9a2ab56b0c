//! Tables, and the document they go into: a section for each part, of which only those that were run are written.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

use super::Part;
use super::machine::Machine;

const HEAD: &str = "\
# Performance

Written by `cargo xtask bench`, part by part; nothing here is a test. Absolute figures are of the machine that a section
names, and of how busy it was: only ratios within one section are claims. Functions are release binaries, built for this
machine as `sam build` builds them for Lambda's; the table is DynamoDB Local, in memory, on the same cores. What is exact
(read units, trips, the page's bytes) is tested by `cargo xtask test`; here it is looked at with more records.
";

/// A table whose first column is words and whose others are figures.
#[derive(Debug)]
pub(super) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty one.
    pub(super) fn new(head: &[&str]) -> Self {
        Self { head: head.iter().map(|&name| name.to_owned()).collect(), rows: Vec::new() }
    }

    /// Adds a line.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// As Markdown, whose columns stand below each other in a terminal too.
    pub(super) fn printed(&self) -> String {
        let lines = || std::iter::once(&self.head).chain(&self.rows);
        let widths: Vec<usize> = (0..self.head.len())
            .map(|column| lines().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max())
            .map(|width| width.unwrap_or_default().max(4))
            .collect();
        let line = |cells: &[String]| {
            let cells = cells.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
                if column == 0 { format!(" {cell:<width$} ") } else { format!(" {cell:>width$} ") }
            });
            format!("|{}|\n", cells.collect::<Vec<_>>().join("|"))
        };
        let rule = widths.iter().enumerate().map(|(column, &width)| {
            if column == 0 { format!(" {} ", "-".repeat(width)) } else { format!(" {}: ", "-".repeat(width - 1)) }
        });
        let rule = format!("|{}|\n", rule.collect::<Vec<_>>().join("|"));
        let rows: String = self.rows.iter().map(|cells| line(cells)).collect();
        format!("{}{rule}{rows}", line(&self.head))
    }
}

/// Writes one part's section into the document; the others stay as they are.
pub(super) fn write(document: &Path, part: Part, machine: &Machine, command: &str, body: &str) -> Result<()> {
    let before = std::fs::read_to_string(document).unwrap_or_default();
    let section = format!("`{command}` on {machine}\n\n{}\n", body.trim_end());
    std::fs::write(document, replaced(&before, part, &section))
        .with_context(|| format!("writing {}", document.display()))
}

fn replaced(document: &str, part: Part, section: &str) -> String {
    let mut whole = HEAD.to_owned();
    for one in Part::ALL {
        let kept = between(document, one).unwrap_or("Not run yet.\n");
        let inside = if one == part { section } else { kept };
        let _ = write!(whole, "\n## {}\n\n{}{inside}{END}", one.title(), begin(one));
    }
    whole
}

const END: &str = "<!-- end -->\n";

fn begin(part: Part) -> String {
    format!("<!-- {}: written by `cargo xtask bench {}` -->\n", part.name(), part.name())
}

fn between(document: &str, part: Part) -> Option<&str> {
    Some(document.split_once(&begin(part))?.1.split_once(END)?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_was_not_run_keeps_its_section() {
        let first = replaced("", Part::Cold, "cold figures\n");
        let second = replaced(&first, Part::Page, "page figures\n");
        let third = replaced(&second, Part::Cold, "other cold figures\n");

        assert_eq!(between(&third, Part::Cold), Some("other cold figures\n"));
        assert_eq!(between(&third, Part::Page), Some("page figures\n"));
        assert_eq!(between(&third, Part::Warm), Some("Not run yet.\n"));
        assert_eq!(third.matches("## ").count(), Part::ALL.len());
    }

    #[test]
    fn columns_stand_below_each_other() {
        let mut table = Table::new(&["of", "p50"]);
        table.row(["list-users".to_owned(), "1.25".to_owned()]);

        assert_eq!(table.printed(), "| of         |  p50 |\n| ---------- | ---: |\n| list-users | 1.25 |\n");
    }
}
