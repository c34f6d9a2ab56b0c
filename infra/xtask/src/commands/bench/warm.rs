//! Functions that run already: our own time in each operation, and how many of them there are a second.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::ground::{Ground, Site};
use super::process::Process;
use super::report::Table;
use super::statistics::{Samples, float};
use crate::events;
use crate::report::Progress;
use crate::template::{Route, Template};

/// Calls of an operation that reads, and of one that changes something and needs something new each time.
const READS: usize = 200;
const CHANGES: usize = 100;
/// Calls before them that are not measured.
const FIRST: usize = 5;
/// After how many changes the groups and roles made for them are cleared away.
const ROOM: usize = 8;
/// Users, and as many customers, that lists have to choose from.
const RECORDS: u32 = 1000;
/// How long one round of the throughput lasts.
const ROUND: Duration = Duration::from_secs(4);
const ROUNDS: usize = 3;

/// Measures both.
pub(super) async fn measure(ground: &mut Ground<'_>) -> Result<String> {
    let site = ground.site("warm").await?;
    ground.load(&site, 1, RECORDS).await?;
    let own = own_time(ground, &site).await?;
    let rates = throughput(ground, &site).await?;
    Ok(format!("{own}\n{rates}"))
}

async fn own_time(ground: &mut Ground<'_>, site: &Site) -> Result<String> {
    let launcher = ground.launcher(site, true)?;
    let api = site.running.sign_in().await?;
    let mut table = Table::new(&["Function", "own, p50", "own, p99", "store, p50", "hash, p50", "whole, p50"]);
    let operations = operations(&ground.workshop.template);
    let mut progress = Progress::new("Operations", operations.len());
    for (is_change, binary) in operations {
        let [mut process] = one(ground.processes(&launcher, &binary, 1).await?)?;
        let [mut own, mut store, mut hash, mut whole] = <[Samples; 4]>::default();
        let mut event = Value::Null;
        for place in 0..FIRST + if is_change { CHANGES } else { READS } {
            if is_change && place % ROOM == 0 {
                events::clear(&api).await?;
            }
            if is_change || place == 0 {
                event = events::event_by(ground.workshop.project, &site.running, &api, &binary).await?;
            }
            process.ready().await?;
            ground.workshop.proxy().await?.start_clock();
            let (took, hashed) = call(&mut process, &event, &binary).await?;
            let waited = ground.workshop.proxy().await?.stop_clock();
            if place >= FIRST {
                own.time(took.checked_sub(waited + hashed).context("a call is shorter than its parts")?);
                store.time(waited);
                hash.time(hashed);
                whole.time(took);
            }
        }
        process.end().await?;
        let figure = |value: f64| format!("{value:.2}");
        let figures = [own.median(), own.percentile(99), store.median(), hash.median(), whole.median()].map(figure);
        table.row([format!("`{binary}`")].into_iter().chain(figures));
        progress.advance(1);
    }
    progress.finish();
    Ok(format!(
        "Milliseconds of {READS} calls of each operation that reads and {CHANGES} of each that changes something, among\n\
         {RECORDS} users and as many customers. *Own* is what the function does itself, SDK and runtime included: the whole\n\
         call without the time for which the store was waited for, as a proxy in front of it sees it, and without that of\n\
         hashing passwords, as the function says it (`x-hash-cost`).\n\n{}",
        table.printed(),
    ))
}

/// The functions behind a route, and whether each changes something; those that do not come first, since the others
/// add to the records.
fn operations(template: &Template) -> BTreeSet<(bool, String)> {
    let binary = |name: &str| Some(template.functions.iter().find(|function| function.name == name)?.binary.clone());
    // Without a method it is the route of what there is not.
    let is_change = |route: &Route| route.method.as_deref().is_some_and(|method| method != "GET");
    template.routes.iter().filter_map(|route| Some((is_change(route), binary(&route.function)?))).collect()
}

fn one(processes: Vec<Process>) -> Result<[Process; 1]> {
    processes.try_into().map_err(|_| anyhow::anyhow!("one process"))
}

/// Calls a function, which has to do what it is asked. How long it took, and how much of that went into hashes.
async fn call(process: &mut Process, event: &Value, binary: &str) -> Result<(Duration, Duration)> {
    let call = process.call(&event.to_string()).await?;
    let is_well = call.said["statusCode"].as_u64().is_some_and(|status| status < 300 || binary == "unknown-route");
    ensure!(call.is_good && is_well, "{binary} did not take its event: {}", call.said);
    Ok((call.took, hashed(&call.said)?))
}

fn hashed(said: &Value) -> Result<Duration> {
    let cost = said["headers"]["x-hash-cost"].as_str().context("an answer that does not say what it hashed")?;
    let (_, milliseconds) = cost.split_once("; ms=").with_context(|| format!("x-hash-cost: {cost}"))?;
    Ok(Duration::try_from_secs_f64(milliseconds.parse::<f64>()? / 1000.0)?)
}

async fn throughput(ground: &Ground<'_>, site: &Site) -> Result<String> {
    let launcher = ground.launcher(site, false)?;
    let mut table = Table::new(&["Function", "1 process", "2 processes", "4 processes"]);
    for binary in ["get-session", "list-users"] {
        let event = events::event(ground.workshop.project, &site.running, binary).await?;
        let mut best = [0.0_f64; 3];
        // The rounds of one, two and four take turns, so that what others do meets them alike.
        for _ in 0..ROUNDS {
            for (place, count) in [1, 2, 4].into_iter().enumerate() {
                let processes = ground.processes(&launcher, binary, count).await?;
                let start = Instant::now();
                let clients = processes.into_iter().map(|process| client(process, &event, binary, start));
                let answered: usize = futures_util::future::try_join_all(clients).await?.into_iter().sum();
                best[place] = best[place].max(float(answered) / start.elapsed().as_secs_f64());
            }
        }
        table.row([format!("`{binary}`")].into_iter().chain(best.map(|rate| format!("{rate:.0}"))));
    }
    Ok(format!(
        "Requests a second, each process asked by one client without a pause; the best of {ROUNDS} rounds of {} s. DynamoDB\n\
         Local works on the same cores, so this is what the laptop does, not what Lambda and DynamoDB do.\n\n{}",
        ROUND.as_secs(),
        table.printed(),
    ))
}

async fn client(mut process: Process, event: &Value, binary: &str, start: Instant) -> Result<usize> {
    let mut answered = 0;
    while start.elapsed() < ROUND {
        call(&mut process, event, binary).await?;
        answered += 1;
    }
    process.end().await?;
    Ok(answered)
}
