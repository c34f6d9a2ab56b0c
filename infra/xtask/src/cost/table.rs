//! The table of figures in `docs/DATA.md`, between two marks.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

use super::figures::Figure;
use crate::template::Function;

const BEGIN: &str = "<!-- what it costs: written by `cargo xtask cost --measure` -->\n";
const END: &str = "<!-- end -->\n";
const HEAD: &str = "| Operation | Function | Trips | Read units | Write units | Hashes | Dollars a million |\n\
                    | --- | --- | ---: | ---: | ---: | ---: | ---: |\n";

/// The figures that the document holds.
pub(crate) fn read(document: &Path) -> Result<Vec<Figure>> {
    let text = std::fs::read_to_string(document).with_context(|| format!("reading {}", document.display()))?;
    let (_, table, _) = parts(&text)?;
    table.lines().skip(2).map(|line| parse(line).with_context(|| format!("a line of the table: {line}"))).collect()
}

/// Writes the figures into the document.
pub(crate) fn write(document: &Path, figures: &[Figure], functions: &[Function]) -> Result<()> {
    let text = std::fs::read_to_string(document)?;
    let (before, _, after) = parts(&text)?;
    std::fs::write(document, format!("{before}{BEGIN}{}{END}{after}", printed(figures, functions)?))?;
    Ok(())
}

/// The lines that differ between the document and these figures: `-` in it, `+` measured.
pub(crate) fn difference(document: &Path, figures: &[Figure], functions: &[Function]) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(document)?;
    let (_, table, _) = parts(&text)?;
    let measured = printed(figures, functions)?;
    let lacking = |line: &&str, other: &str| !other.lines().any(|of_other| of_other == *line);
    let gone = table.lines().filter(|line| lacking(line, &measured)).map(|line| format!("- {line}"));
    let new = measured.lines().filter(|line| lacking(line, table)).map(|line| format!("+ {line}"));
    Ok(gone.chain(new).collect())
}

fn parts(text: &str) -> Result<(&str, &str, &str)> {
    let (before, rest) = text.split_once(BEGIN).context("no mark where the table begins")?;
    let (table, after) = rest.split_once(END).context("no mark where the table ends")?;
    Ok((before, table, after))
}

fn printed(figures: &[Figure], functions: &[Function]) -> Result<String> {
    let mut table = HEAD.to_owned();
    for figure in figures {
        let Figure { function, what, trips, read, write, hashes } = figure;
        let memory = functions.iter().find(|of| of.binary == *function).map(|of| of.memory);
        let dollars = figure.dollars_a_million(memory.with_context(|| format!("no function {function}"))?);
        writeln!(table, "| {what} | `{function}` | {trips} | {read} | {write} | {hashes} | {dollars:.2} |")?;
    }
    Ok(table)
}

fn parse(line: &str) -> Option<Figure> {
    let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [what, function, trips, read, write, hashes, _] = cells[..] else { return None };
    let number = |text: &str| text.parse().ok();
    Some(Figure {
        function: function.trim_matches('`').to_owned(),
        what: what.to_owned(),
        trips: number(trips)?,
        read: number(read)?,
        write: number(write)?,
        hashes: number(hashes)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_can_be_read() {
        let (function, what) = ("get-user".to_owned(), "a user".to_owned());
        let figure = Figure { function, what, trips: 1.0, read: 3.5, write: 0.0, hashes: 0.0 };
        let function = Function {
            name: "GetUser".to_owned(),
            binary: "get-user".to_owned(),
            memory: 512,
            variables: std::collections::BTreeMap::new(),
            statements: Vec::new(),
        };

        let table = printed(std::slice::from_ref(&figure), &[function]).expect("a table");

        let line = table.lines().last().expect("a line");
        assert_eq!(line, "| a user | `get-user` | 1 | 3.5 | 0 | 0 | 1.69 |");
        assert_eq!(parse(line), Some(figure.clone()));
        assert!(printed(&[figure], &[]).is_err(), "a function that there is not");
    }
}
