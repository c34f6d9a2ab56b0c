//! The demo's customers: the same names for the same number, on every machine.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::import;
use crate::project::Project;

/// The customers of `tests/data/customers.csv`, and as many more as are wanted, as one CSV file.
pub(crate) fn csv(project: &Project, count: usize) -> Result<String> {
    let committed = import::read(&project.path("tests/data/customers.csv"))?;
    let mut lines = committed.lines();
    let header = lines.next().context("tests/data/customers.csv is empty")?;
    let mut csv = format!("{header}\n");
    let mut taken = 0;
    for line in lines.take(count) {
        csv.push_str(line);
        csv.push('\n');
        taken += 1;
    }
    if taken < count {
        let names = Names::read(project)?;
        csv.push_str(&rows(&names, taken + 1..=count)?);
    }
    Ok(csv)
}

/// The customers of these numbers as a CSV file of their own, made from the names alone.
pub(crate) fn generated(project: &Project, count: usize) -> Result<String> {
    Ok(format!("reference,email,firstName,lastName,gender\n{}", rows(&Names::read(project)?, 1..=count)?))
}

/// The reference of the customer of this number.
pub(super) fn reference(number: usize) -> String {
    format!("C-{number:06}")
}

fn rows(names: &Names, numbers: impl Iterator<Item = usize>) -> Result<String> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    for number in numbers {
        writer.serialize(names.customer(number).with_context(|| format!("no name for customer {number}"))?)?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

#[derive(Debug, Serialize)]
struct Customer {
    reference: String,
    email: String,
    first_name: String,
    last_name: String,
    gender: &'static str,
}

/// First and last names that go together.
#[derive(Debug, Default)]
struct Culture {
    female: Vec<String>,
    male: Vec<String>,
    last: Vec<String>,
}

#[derive(Debug)]
struct Names {
    cultures: Vec<Culture>,
}

#[derive(Debug, Deserialize)]
struct Row {
    culture: String,
    kind: Kind,
    name: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    Female,
    Male,
    Last,
}

impl Names {
    fn read(project: &Project) -> Result<Self> {
        let path = project.path("tests/data/names.csv");
        let mut reader = csv::Reader::from_path(&path).with_context(|| format!("reading {}", path.display()))?;
        let mut cultures: BTreeMap<String, Culture> = BTreeMap::new();
        for row in reader.deserialize() {
            let Row { culture, kind, name } = row.with_context(|| format!("in {}", path.display()))?;
            let culture = cultures.entry(culture).or_default();
            match kind {
                Kind::Female => culture.female.push(name),
                Kind::Male => culture.male.push(name),
                Kind::Last => culture.last.push(name),
            }
        }
        Ok(Self { cultures: cultures.into_values().collect() })
    }

    fn customer(&self, number: usize) -> Option<Customer> {
        let mut dice = Dice::new(number);
        let culture = dice.pick(&self.cultures)?;
        let gender = *dice.pick(&["female", "female", "female", "male", "male", "male", "diverse", ""])?;
        let first_names = match gender {
            "female" => &culture.female,
            "male" => &culture.male,
            _ => dice.pick(&[&culture.female, &culture.male])?,
        };
        let (first_name, last_name) = (dice.pick(first_names)?.clone(), dice.pick(&culture.last)?.clone());
        let host = dice.pick(&["example.com", "example.net", "example.org"])?;
        let email = format!("{}.{number}@{host}", local_part(&first_name, &last_name));
        Some(Customer { reference: reference(number), email, first_name, last_name, gender })
    }
}

/// The names as old mail addresses have them, Latin letters without their marks; a name in another script has none.
fn local_part(first_name: &str, last_name: &str) -> String {
    let plain = |name: &str| -> String {
        name.nfkd().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let parts: Vec<_> = [plain(first_name), plain(last_name)].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "customer".to_owned() } else { parts.join(".") }
}

/// Always the same throws for the same number (`SplitMix64`).
#[derive(Debug)]
struct Dice {
    state: u64,
}

impl Dice {
    fn new(number: usize) -> Self {
        Self { state: u64::try_from(number).unwrap_or(u64::MAX) }
    }

    fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let count = u64::try_from(choices.len()).ok().filter(|count| *count > 0)?;
        choices.get(usize::try_from(mixed % count).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_customers_are_the_generated_ones() {
        let project = Project::find().expect("the project");

        assert_eq!(csv(&project, 2000).expect("a file"), generated(&project, 2000).expect("a file"));
    }

    #[test]
    fn more_or_fewer_customers_are_the_same_customers() {
        let project = Project::find().expect("the project");
        let more = csv(&project, 2100).expect("a file");

        assert_eq!(more.lines().count(), 2101);
        assert!(more.starts_with(&csv(&project, 10).expect("a file")));
        assert_eq!(more, generated(&project, 2100).expect("a file"));
    }
}
