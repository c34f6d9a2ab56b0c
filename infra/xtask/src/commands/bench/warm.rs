//! Functions that run already: our own time in each operation, and how many of them there are a second.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::ground::{Ground, Site};
use super::process::Process;
use super::report::Table;
use super::statistics::{Samples, float, milliseconds};
use crate::api::Api;
use crate::events;
use crate::report::Progress;

/// Calls of each operation that are measured, and calls before them that are not.
const CALLS: usize = 200;
const FIRST: usize = 5;
/// Users, and as many customers, that lists have to choose from.
const RECORDS: u32 = 1000;
/// How long one round of the throughput lasts.
const ROUND: Duration = Duration::from_secs(4);
const ROUNDS: usize = 3;
/// Operators' functions: nobody waits for them.
const OPERATORS: [&str; 3] = ["bootstrap-admin", "recover-admin", "check-store"];
/// Functions whose event can be handed to them but once, in an order in which each can change what the one before left.
const CHANGES: [&str; 10] = [
    "deactivate-user",
    "activate-user",
    "delete-user",
    "restore-user",
    "update-user",
    "assign-customers",
    "create-user",
    "import-customers",
    "put-customer",
    "sign-out",
];
/// Those that move a user's version.
const EDITS: [&str; 5] = ["deactivate-user", "activate-user", "delete-user", "restore-user", "update-user"];
/// Functions that hash one password.
const HASHING: [&str; 2] = ["create-user", "sign-in"];

/// Measures both.
pub(super) async fn measure(ground: &mut Ground<'_>) -> Result<String> {
    let site = ground.site("warm").await?;
    ground.load(&site, 1, RECORDS).await?;
    let own = own_time(ground, &site).await?;
    let rates = throughput(ground, &site).await?;
    Ok(format!("{own}\n{rates}"))
}

async fn own_time(ground: &mut Ground<'_>, site: &Site) -> Result<String> {
    let hash = ground.hash_alone(1, 3.0).await?.milliseconds;
    let launcher = ground.launcher(site, true)?;
    let mut functions: Vec<_> = ground.workshop.template.functions.iter().map(|of| of.binary.clone()).collect();
    functions.retain(|binary| !OPERATORS.contains(&binary.as_str()));
    let place = |binary: &String| CHANGES.iter().position(|change| change == binary);
    functions.sort_by(|one, other| place(one).cmp(&place(other)).then_with(|| one.cmp(other)));
    let mut cast = Cast::of(site).await?;
    let mut table = Table::new(&["Function", "own, p50", "own, p99", "store, p50", "whole, p50"]);
    let mut progress = Progress::new("Operations", functions.len());
    for binary in &functions {
        let events = cast.events(ground, site, binary).await?;
        let [mut process] = one(ground.processes(&launcher, binary, 1).await?)?;
        let (mut own, mut store, mut whole) = (Samples::default(), Samples::default(), Samples::default());
        for (place, event) in events.iter().cycle().take(FIRST + CALLS).enumerate() {
            process.ready().await?;
            ground.workshop.proxy().await?.start_clock();
            let took = call(&mut process, event, binary).await?;
            let waited = ground.workshop.proxy().await?.stop_clock();
            if place >= FIRST {
                let hashed = if HASHING.contains(&binary.as_str()) { hash } else { 0.0 };
                own.add((milliseconds(took.saturating_sub(waited)) - hashed).max(0.0));
                store.time(waited);
                whole.time(took);
            }
        }
        process.end().await?;
        let figure = |value: f64| format!("{value:.2}");
        let figures = [own.median(), own.percentile(99), store.median(), whole.median()].map(figure);
        table.row([format!("`{binary}`")].into_iter().chain(figures));
        progress.advance(1);
    }
    progress.finish();
    Ok(format!(
        "Milliseconds of {CALLS} calls each, among {RECORDS} users and as many customers. *Own* is what the function does\n\
         itself, SDK and runtime included: the whole call without the time for which the store was waited for, as a proxy in\n\
         front of it sees it, and without one hash of {hash:.1} ms (as `hash-alone` needs it on the same machine) for\n\
         `{}` and `{}`.\n\n{}",
        HASHING[0],
        HASHING[1],
        table.printed(),
    ))
}

/// What the events of one operation after the other are made from.
struct Cast {
    api: Api,
    group: String,
    /// Users who were loaded, one for each call.
    users: Vec<String>,
    /// The version that all of them have by now.
    version: usize,
}

impl Cast {
    async fn of(site: &Site) -> Result<Self> {
        let api = site.running.sign_in().await?;
        let groups = api.get("/groups").await?;
        let is_plain = |group: &&Value| group["builtIn"] != true;
        let group =
            groups["items"].as_array().into_iter().flatten().find(is_plain).and_then(|group| group["id"].as_str());
        let group = group.context("no group")?.to_owned();
        let (mut users, mut cursor) = (Vec::new(), String::new());
        while users.len() < FIRST + CALLS {
            let page = api.get(&format!("/users?limit=100&order=desc{cursor}")).await?;
            let rows = page["items"].as_array().context("no users")?;
            users.extend(
                rows.iter()
                    .filter(|user| user["version"] == 1)
                    .filter_map(|user| Some(user["id"].as_str()?.to_owned())),
            );
            cursor = format!("&cursor={}", page["next"].as_str().context("too few users")?);
        }
        Ok(Self { api, group, users, version: 1 })
    }

    /// The events of an operation: one for every call if each can be made but once.
    async fn events(&mut self, ground: &Ground<'_>, site: &Site, binary: &str) -> Result<Vec<Value>> {
        let project = ground.workshop.project;
        if !CHANGES.contains(&binary) {
            return Ok(vec![events::event(project, &site.running, binary).await?]);
        }
        let mut events = Vec::new();
        for (number, user) in self.users.iter().enumerate().take(FIRST + CALLS) {
            // It ends the session: each time another one.
            let other = if binary == "sign-out" { Some(site.running.sign_in().await?) } else { None };
            let session = other.as_ref().unwrap_or(&self.api).session();
            let (_, session) = session.split_once('=').context("no session")?;
            let customer = match binary {
                "put-customer" => format!("new-{number}"),
                _ => format!("B-{:07}", number + 1),
            };
            let mut event = events::event_with(project, binary, &|word| match word {
                "SESSION" => session.to_owned(),
                "USER_ID" => user.clone(),
                "USER_VERSION" => self.version.to_string(),
                "GROUP_ID" => self.group.clone(),
                "NEW_EMAIL" => format!("new-{number}@example.com"),
                "CUSTOMER_ID" => customer.clone(),
                other => other.to_owned(),
            })?;
            if binary == "import-customers" {
                let body = event["body"].as_str().map(|body| body.replace("event-", &format!("event-{number}-")));
                event["body"] = body.into();
            }
            events.push(event);
        }
        self.version += usize::from(EDITS.contains(&binary));
        Ok(events)
    }
}

fn one(processes: Vec<Process>) -> Result<[Process; 1]> {
    processes.try_into().map_err(|_| anyhow::anyhow!("one process"))
}

/// Calls a function, which has to do what it is asked.
async fn call(process: &mut Process, event: &Value, binary: &str) -> Result<Duration> {
    let call = process.call(&event.to_string()).await?;
    let is_well = call.said["statusCode"].as_u64().is_some_and(|status| status < 300 || binary == "unknown-route");
    ensure!(call.is_good && is_well, "{binary} did not take its event: {}", call.said);
    Ok(call.took)
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
