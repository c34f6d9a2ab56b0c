//! Importing customers from a CSV file, in chunks that one call takes.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};
use axum::http::Method;
use serde_json::{Value, json};

use crate::api::Api;
use crate::report::{self, Progress};

/// Rows in one call at most.
const CHUNK_ROWS: usize = 500;
/// Bytes in one call at most: a body may have 1 MB, and JSON escapes need some of them.
const CHUNK_BYTES: usize = 600_000;

/// What became of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    created: u64,
    updated: u64,
    unchanged: u64,
    /// Rows that the API would not take.
    pub(crate) refused: u64,
}

/// Some rows of a file, with its header.
#[derive(Debug, PartialEq, Eq)]
struct Chunk {
    csv: String,
    rows: usize,
}

/// Reads a CSV file.
pub(crate) fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// Imports all rows and says which were refused, and why.
pub(crate) async fn import(api: &Api, csv: &str) -> Result<Outcome> {
    let chunks = chunks(csv)?;
    let mut progress = Progress::new("Customers", chunks.iter().map(|chunk| chunk.rows).sum());
    let mut outcome = Outcome::default();
    let mut refusals = Vec::new();
    let mut before = 0;
    for chunk in &chunks {
        let answer = api.change(&Method::POST, "/customers/import", &json!({"csv": chunk.csv}), &[]).await?;
        outcome.add(&answer);
        refusals.extend(refused_rows(&answer, before));
        before += chunk.rows;
        progress.advance(chunk.rows);
    }
    progress.finish();
    for refusal in refusals {
        report::line(format!("  {refusal}"));
    }
    Ok(outcome)
}

impl Outcome {
    fn add(&mut self, answer: &Value) {
        let count = |member: &str| answer[member].as_u64().unwrap_or_default();
        self.created += count("created");
        self.updated += count("updated");
        self.unchanged += count("unchanged");
        self.refused += count("refused");
    }

    /// The outcome in words.
    pub(crate) fn describe(&self) -> String {
        let Self { created, updated, unchanged, refused } = self;
        format!("{created} created, {updated} updated, {unchanged} unchanged, {refused} refused")
    }
}

/// One line for each refused row, numbered within the whole file; the header is not a row.
fn refused_rows(answer: &Value, before: usize) -> Vec<String> {
    let rows = answer["rows"].as_array().into_iter().flatten().filter(|row| row["result"] == "refused");
    rows.map(|row| {
        let number = row["row"].as_u64().map_or(before, |own| before + usize::try_from(own).unwrap_or_default());
        let mut line = format!("Row {number} ({}) was refused:", row["reference"].as_str().unwrap_or("no reference"));
        for error in row["errors"].as_array().into_iter().flatten() {
            let text = |member: &str| error[member].as_str().unwrap_or_default();
            let _ = write!(line, " {} {}", text("pointer").trim_start_matches('/'), text("code"));
        }
        line
    })
    .collect()
}

/// Cuts a file between its rows, never within one.
fn chunks(csv: &str) -> Result<Vec<Chunk>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
    let mut records = reader.records();
    let header = line(&records.next().context("the file is empty")??)?;
    let mut chunks: Vec<Chunk> = Vec::new();
    for record in records {
        let row = line(&record?)?;
        let last = chunks.last_mut().filter(|last| last.rows < CHUNK_ROWS && last.csv.len() + row.len() <= CHUNK_BYTES);
        match last {
            Some(chunk) => {
                chunk.csv.push_str(&row);
                chunk.rows += 1;
            }
            None => chunks.push(Chunk { csv: format!("{header}{row}"), rows: 1 }),
        }
    }
    Ok(chunks)
}

fn line(record: &csv::StringRecord) -> Result<String> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    writer.write_record(record)?;
    Ok(String::from_utf8(writer.into_inner()?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_between_rows_and_every_chunk_has_the_header() {
        let rows: Vec<_> = (0..501).map(|number| format!("c-{number},\"two\nlines, and a comma\"\n")).collect();

        let chunks = chunks(&format!("reference,firstName\n{}", rows.concat())).expect("chunks");

        assert_eq!(chunks.iter().map(|chunk| chunk.rows).collect::<Vec<_>>(), [500, 1]);
        assert_eq!(chunks[1].csv, "reference,firstName\nc-500,\"two\nlines, and a comma\"\n");
    }

    #[test]
    fn a_chunk_stays_small_enough_for_one_call() {
        let long = "x".repeat(CHUNK_BYTES / 2);

        let chunks = chunks(&format!("reference\n{long}\n{long}\n{long}\n")).expect("chunks");

        assert_eq!(chunks.len(), 3);
    }

    #[test]
    fn refused_rows_are_numbered_within_the_whole_file() {
        let answer = json!({"rows": [
            {"row": 1, "reference": "a", "result": "created", "errors": []},
            {"row": 2, "reference": "b", "result": "refused", "errors": [{"pointer": "/email", "code": "malformed"}]},
        ]});

        assert_eq!(refused_rows(&answer, 500), ["Row 502 (b) was refused: email malformed"]);
    }
}
