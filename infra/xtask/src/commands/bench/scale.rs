//! The same operations with more and more records: what they read must not grow, and how their times do is shown.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::ground::{Ground, Site};
use super::process::Process;
use super::report::Table;
use super::statistics::Samples;
use crate::events;
use crate::report;

/// Calls of each operation that are measured.
const CALLS: usize = 60;
/// The page in the middle, of so many rows that the smallest table has it.
const MIDDLE: usize = 100;
const MIDDLE_ROWS: usize = 10;
/// Customers that are assigned and given back.
const ASSIGNED: u32 = 10;

/// What an operation was seen to need at one size.
#[derive(Debug)]
struct Seen {
    cost: String,
    times: Samples,
}

/// The functions that are asked.
struct Asked<'a> {
    ground: &'a Ground<'a>,
    site: &'a Site,
    processes: BTreeMap<&'static str, Process>,
    events: BTreeMap<&'static str, Value>,
}

/// Measures with a thousand records, ten thousand, and so on up to the number.
pub(super) async fn measure(ground: &mut Ground<'_>, records: u32) -> Result<String> {
    let site = ground.site("scale").await?;
    let sizes: Vec<u32> = (3..=9).map(|zeros| 10_u32.pow(zeros)).filter(|size| *size <= records).collect();
    ensure!(!sizes.is_empty(), "--records is at least 1000");
    let mut all: Vec<Vec<(String, Seen)>> = Vec::new();
    let mut loaded = 0;
    for &size in &sizes {
        ground.load(&site, loaded + 1, size).await?;
        loaded = size;
        all.push(report::step(&format!("Asking among {size}"), ask(ground, &site)).await?);
    }
    printed(&sizes, &all)
}

async fn ask(ground: &Ground<'_>, site: &Site) -> Result<Vec<(String, Seen)>> {
    let mut asked = Asked { ground, site, processes: BTreeMap::new(), events: BTreeMap::new() };
    let mut seen = Vec::new();
    for (kind, function) in [("users", "list-users"), ("customers", "list-customers")] {
        seen.push((format!("25 {kind}, first page"), asked.read(function, &[]).await?));
        let cursor = asked.cursor(function).await?;
        let rows = MIDDLE_ROWS.to_string();
        let middle = asked.read(function, &[("limit", &rows), ("cursor", &cursor)]).await?;
        seen.push((format!("{MIDDLE_ROWS} {kind}, page {MIDDLE}"), middle));
        seen.push((format!("25 {kind}, from the end"), asked.read(function, &[("order", "desc")]).await?));
        seen.push((format!("{kind} by a word of 30"), asked.read(function, &[("q", "quentin")]).await?));
        seen.push((format!("{kind} by a word of all others"), asked.read(function, &[("q", "roberta")]).await?));
    }
    let [assign, unassign] = asked.assign().await?;
    seen.push((format!("assign {ASSIGNED} customers"), assign));
    seen.push((format!("unassign {ASSIGNED} customers"), unassign));
    Ok(seen)
}

impl Asked<'_> {
    /// Reads again and again.
    async fn read(&mut self, function: &'static str, query: &[(&str, &str)]) -> Result<Seen> {
        let event = with_query(&self.event(function).await?, query);
        self.repeated(function, |_| event.clone()).await
    }

    /// Where a page of the middle begins.
    async fn cursor(&mut self, function: &'static str) -> Result<String> {
        let event = self.event(function).await?;
        let (rows, mut cursor) = (MIDDLE_ROWS.to_string(), String::new());
        for _ in 1..MIDDLE {
            let mut query = vec![("limit", rows.as_str())];
            if !cursor.is_empty() {
                query.push(("cursor", &cursor));
            }
            let said = self.call(function, &with_query(&event, &query)).await?.1;
            let body: Value = serde_json::from_str(said["body"].as_str().context("no body")?)?;
            body["next"].as_str().context("a list that is too short")?.clone_into(&mut cursor);
        }
        Ok(cursor)
    }

    /// Assigns the same customers again and again, giving them back each time.
    async fn assign(&mut self) -> Result<[Seen; 2]> {
        let function = "assign-customers";
        let event = self.event(function).await?;
        let customers: Vec<_> = (1..=ASSIGNED).map(|number| format!("B-{number:07}")).collect();
        let with = |assign: &[String], unassign: &[String]| {
            let mut event = event.clone();
            event["body"] = json!({"assign": assign, "unassign": unassign}).to_string().into();
            event
        };
        let bodies = [with(&customers, &[]), with(&[], &customers)];
        let mut seen = [Samples::default(), Samples::default()];
        let mut costs: [Option<String>; 2] = [None, None];
        for _ in 0..CALLS {
            for place in 0..2 {
                let (took, said) = self.call(function, &bodies[place]).await?;
                seen[place].add(took);
                same_cost(&mut costs[place], &said)?;
            }
        }
        let [assigned, unassigned] = seen;
        let [first, second] = costs.map(Option::unwrap_or_default);
        Ok([Seen { cost: first, times: assigned }, Seen { cost: second, times: unassigned }])
    }

    async fn repeated(&mut self, function: &'static str, event: impl Fn(usize) -> Value) -> Result<Seen> {
        let (mut times, mut cost) = (Samples::default(), None);
        for call in 0..CALLS {
            let (took, said) = self.call(function, &event(call)).await?;
            times.add(took);
            same_cost(&mut cost, &said)?;
        }
        Ok(Seen { cost: cost.unwrap_or_default(), times })
    }

    async fn event(&mut self, function: &'static str) -> Result<Value> {
        if let Some(event) = self.events.get(function) {
            return Ok(event.clone());
        }
        let event = events::event(self.ground.workshop.project, &self.site.running, function).await?;
        Ok(self.events.entry(function).or_insert(event).clone())
    }

    /// Calls a function; answers the milliseconds it took, and what it said.
    async fn call(&mut self, function: &'static str, event: &Value) -> Result<(f64, Value)> {
        if !self.processes.contains_key(function) {
            let launcher = self.ground.launcher(self.site, false)?;
            let started = self.ground.processes(&launcher, function, 1).await?.pop().context("a process")?;
            self.processes.insert(function, started);
        }
        let process = self.processes.get_mut(function).context("a process")?;
        let call = process.call(&event.to_string()).await?;
        ensure!(call.said["statusCode"] == 200, "{function} did not take its event: {}", call.said);
        Ok((super::statistics::milliseconds(call.took), call.said))
    }
}

/// The event of a list with another query.
fn with_query(event: &Value, query: &[(&str, &str)]) -> Value {
    let mut event = event.clone();
    event["rawQueryString"] =
        query.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&").into();
    event["queryStringParameters"] = query.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    event
}

/// Every call of an operation has to cost what the first one did.
fn same_cost(cost: &mut Option<String>, said: &Value) -> Result<()> {
    let now = said["headers"]["x-store-cost"].as_str().context("an answer that does not say what it cost")?;
    let first = cost.get_or_insert_with(|| now.to_owned());
    ensure!(first == now, "an operation cost {first}, then {now}");
    Ok(())
}

fn printed(sizes: &[u32], all: &[Vec<(String, Seen)>]) -> Result<String> {
    let (first, last) = (all.first().context("no size")?, all.last().context("no size")?);
    let columns = sizes.iter().map(|size| format!("p50 among {size}"));
    let mut head: Vec<String> = vec!["Operation".to_owned(), "trips".to_owned(), "read".to_owned(), "write".to_owned()];
    head.extend(columns.chain(["ratio".to_owned()]));
    let mut table = Table::new(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for (place, (what, seen)) in first.iter().enumerate() {
        for (size, others) in sizes.iter().zip(all) {
            let cost = &others[place].1.cost;
            ensure!(
                *cost == seen.cost,
                "{what} costs {} among {} records, and {cost} among {size}",
                seen.cost,
                sizes[0]
            );
        }
        let costs =
            seen.cost.split("; ").map(|part| part.split_once('=').map_or(part, |(_, figure)| figure).to_owned());
        let medians = all.iter().map(|others| format!("{:.2}", others[place].1.times.median()));
        let ratio = format!("{:.2}", last[place].1.times.median() / seen.times.median());
        table.row([what.clone()].into_iter().chain(costs).chain(medians).chain([ratio]));
    }
    let sizes = sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    Ok(format!(
        "Users, and as many customers: {sizes}. Trips and units as the store counts them (of writes, as DynamoDB Local reports\n\
         them) are the same at every size, or this would have failed. Milliseconds of {CALLS} calls each; the ratio is the\n\
         largest table's to the smallest one's. The last page is asked for as the first one in the other order. A loaded\n\
         table holds the items that creating users and writing customers make (`r41_a_loaded_table_is_the_one_that_creating_and_writing_make`),\n\
         with names of one length, so that a page is as long at every size.\n\n{}",
        table.printed(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(cost: &str, time: f64) -> Vec<(String, Seen)> {
        let mut times = Samples::default();
        times.add(time);
        vec![("a page".to_owned(), Seen { cost: cost.to_owned(), times })]
    }

    #[test]
    fn what_reads_more_among_more_records_fails() {
        let few = || seen("trips=3; read=17.5; write=0", 4.0);

        let text = printed(&[1000, 10_000], &[few(), seen("trips=3; read=17.5; write=0", 6.0)]).expect("a text");
        let refusal = printed(&[1000, 10_000], &[few(), seen("trips=3; read=18; write=0", 4.0)]).expect_err("more");

        assert!(text.contains("| a page    |     3 | 17.5 |     0 |"), "{text}");
        assert!(text.contains("1.50 |"), "{text}");
        assert!(refusal.to_string().contains("among 10000"), "{refusal}");
    }

    #[test]
    fn an_operation_costs_the_same_every_time() {
        let said = |cost: &str| json!({"headers": {"x-store-cost": cost}});
        let mut cost = None;

        assert!(same_cost(&mut cost, &said("trips=1")).is_ok());
        assert!(same_cost(&mut cost, &said("trips=1")).is_ok());
        assert!(same_cost(&mut cost, &said("trips=2")).is_err());
        assert!(same_cost(&mut None, &json!({})).is_err());
    }
}
