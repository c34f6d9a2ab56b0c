//! Signing in: how much of the machine goes into hashing, and whether the time of a refusal tells its reason.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use axum::http::Method;
use serde_json::{Value, json};

use super::ground::{Ground, Site};
use super::machine;
use super::process::Process;
use super::report::Table;
use super::statistics::{Samples, float};
use crate::api::Api;
use crate::events;
use crate::report::Progress;

const FUNCTION: &str = "sign-in";
/// How long one round of hashing lasts.
const ROUND: Duration = Duration::from_secs(5);
const ROUNDS: usize = 3;
/// Accounts of each reason for a refusal.
const ACCOUNTS: u32 = 70;
/// Attempts at each account that are measured: fewer than would delay it.
const ATTEMPTS: u32 = 3;
/// Failures after which an account is delayed.
const DELAYS_FROM: u32 = 5;
/// Medians that differ by no more cannot be told apart: so many milliseconds, or such a part.
const MILLISECONDS: f64 = 3.0;
const PART: f64 = 0.05;

/// Measures both.
pub(super) async fn measure(ground: &mut Ground<'_>) -> Result<String> {
    let site = ground.site("sign-in").await?;
    ground.load(&site, 1, Reason::USERS + u32::try_from(machine::cores())?).await?;
    let event = events::event(ground.workshop.project, &site.running, FUNCTION).await?;
    let hashing = hashing(ground, &site, &event).await?;
    let reasons = reasons(ground, &site, &event).await?;
    Ok(format!("{hashing}\n{reasons}"))
}

async fn hashing(ground: &Ground<'_>, site: &Site, event: &Value) -> Result<String> {
    let launcher = ground.launcher(site, false)?;
    let mut table = Table::new(&["Processes", "sign-ins a second", "hashes alone a second", "ratio"]);
    let mut counts = vec![1, machine::cores()];
    counts.dedup();
    for count in counts {
        let (mut through, mut alone) = (0.0, 0.0);
        // The two take turns, so that what others do meets them alike.
        for _ in 0..ROUNDS {
            alone += ground.hash_alone(count, ROUND.as_secs_f64()).await? / float(ROUNDS);
            let processes = ground.processes(&launcher, FUNCTION, count).await?;
            let start = Instant::now();
            let clients = processes.into_iter().zip(Reason::USERS + 1..).map(|(process, number)| {
                let attempt = attempt(event, &user(number), &site.running.password, number);
                client(process, attempt, start)
            });
            let answered: usize = futures_util::future::try_join_all(clients).await?.into_iter().sum();
            through += float(answered) / start.elapsed().as_secs_f64() / float(ROUNDS);
        }
        let ratio = format!("{:.2}", through / alone);
        table.row([count.to_string(), format!("{through:.1}"), format!("{alone:.1}"), ratio]);
    }
    Ok(format!(
        "Right passwords through `{FUNCTION}`, each process asked by one client without a pause, beside as many processes that\n\
         do nothing but compare a password with the same parameters (Argon2id, 19 MiB, two passes); {ROUNDS} rounds of {} s of\n\
         each by turns. DynamoDB Local, whose three trips a sign-in waits for, works on the same cores.\n\n{}",
        ROUND.as_secs(),
        table.printed(),
    ))
}

async fn client(mut process: Process, event: String, start: Instant) -> Result<usize> {
    let mut answered = 0;
    while start.elapsed() < ROUND {
        let call = process.call(&event).await?;
        ensure!(call.said["statusCode"] == 201, "a right password was refused: {}", call.said);
        answered += 1;
    }
    process.end().await?;
    Ok(answered)
}

/// Why signing in is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Unknown,
    WrongPassword,
    Deactivated,
    Deleted,
    Delayed,
}

impl Reason {
    const ALL: [Self; 5] = [Self::Unknown, Self::WrongPassword, Self::Deactivated, Self::Deleted, Self::Delayed];
    /// Users that these reasons need.
    const USERS: u32 = ACCOUNTS * 4;

    fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown e-mail",
            Self::WrongPassword => "wrong password",
            Self::Deactivated => "deactivated, right password",
            Self::Deleted => "deleted, right password",
            Self::Delayed => "delayed account, right password",
        }
    }

    /// The e-mail of one of its accounts; each reason has its own users.
    fn email(self, account: u32) -> String {
        match self {
            Self::Unknown => format!("none-{account:07}@example.com"),
            Self::WrongPassword => user(account),
            Self::Deactivated => user(ACCOUNTS + account),
            Self::Deleted => user(ACCOUNTS * 2 + account),
            Self::Delayed => user(ACCOUNTS * 3 + account),
        }
    }

    /// Attempts that are not measured. The first failure within a minute is recorded, of whatever account it is, and
    /// costs more; whoever guesses knows that it is the first.
    fn before(self) -> u32 {
        if self == Self::Delayed { DELAYS_FROM } else { 1 }
    }

    /// Whether the right password is given.
    fn is_right(self, is_before: bool) -> bool {
        match self {
            Self::Unknown | Self::WrongPassword => false,
            Self::Deactivated | Self::Deleted => true,
            Self::Delayed => !is_before,
        }
    }
}

async fn reasons(ground: &Ground<'_>, site: &Site, event: &Value) -> Result<String> {
    set_statuses(site).await?;
    let launcher = ground.launcher(site, false)?;
    let mut processes = ground.processes(&launcher, FUNCTION, 1).await?;
    let process = processes.first_mut().context("a process")?;
    let mut samples: Vec<Samples> = Reason::ALL.iter().map(|_| Samples::default()).collect();
    let mut progress = Progress::new("Refusals", usize::try_from(ACCOUNTS)?);
    for account in 1..=ACCOUNTS {
        let mut event_of = Vec::new();
        for (reason, place) in Reason::ALL.into_iter().zip(1..) {
            let email = reason.email(account);
            let attempt = |is_before| {
                let password = if reason.is_right(is_before) { &site.running.password } else { "not the password" };
                attempt(event, &email, password, account * 8 + place)
            };
            for _ in 0..reason.before() {
                refused(process, &attempt(true)).await?;
            }
            event_of.push(attempt(false));
        }
        for round in 0..ATTEMPTS {
            let turn = usize::try_from(account + round)?;
            for place in 0..event_of.len() {
                let place = (place + turn) % event_of.len();
                samples[place].time(refused(process, &event_of[place]).await?);
            }
        }
        progress.advance(1);
    }
    progress.finish();
    printed(&samples)
}

fn printed(samples: &[Samples]) -> Result<String> {
    let mut table = Table::new(&["Refused because of", "samples", "p50", "p95"]);
    for (reason, samples) in Reason::ALL.into_iter().zip(samples) {
        let figures = [samples.len().to_string(), format!("{:.2}", samples.median())];
        let last = format!("{:.2}", samples.percentile(95));
        table.row([reason.name().to_owned()].into_iter().chain(figures).chain([last]));
    }
    let medians = samples.iter().map(Samples::median);
    let (least, most) = (medians.clone().fold(f64::INFINITY, f64::min), medians.fold(0.0, f64::max));
    ensure!(least.is_finite(), "nothing was measured");
    let (apart, part) = (most - least, (most - least) / least);
    let verdict =
        if apart <= MILLISECONDS || part <= PART { "They cannot be told apart" } else { "THEY CAN BE TOLD APART" };
    Ok(format!(
        "Milliseconds until a sign-in is refused, the five reasons by turns, each account of its own with an address of its\n\
         own. The first failure of an account within a minute is recorded and costs more, whatever the reason; it was made\n\
         before. {verdict}: the medians differ by {apart:.2} ms, {:.1} % (the bound is {MILLISECONDS} ms or {:.0} %).\n\n{}",
        part * 100.0,
        PART * 100.0,
        table.printed(),
    ))
}

/// The users of two reasons are deactivated, and deleted.
async fn set_statuses(site: &Site) -> Result<()> {
    let api = site.running.sign_in().await?;
    let mut progress = Progress::new("Users deactivated or deleted", usize::try_from(ACCOUNTS * 2)?);
    for account in 1..=ACCOUNTS {
        for reason in [Reason::Deactivated, Reason::Deleted] {
            let user = find(&api, &reason.email(account)).await?;
            let (path, etag) =
                (format!("/users/{}", user["id"].as_str().context("an id")?), user["version"].to_string());
            let (method, path) = match reason {
                Reason::Deleted => (Method::DELETE, path),
                _ => (Method::POST, format!("{path}/deactivate")),
            };
            api.change(&method, &path, &Value::Null, &[("if-match", &format!("\"{etag}\""))]).await?;
            progress.advance(1);
        }
    }
    progress.finish();
    Ok(())
}

async fn find(api: &Api, email: &str) -> Result<Value> {
    let number = email.split(['-', '@']).nth(1).context("a numbered user")?;
    let found = api.get(&format!("/users?q={number}")).await?;
    let mut items = found["items"].as_array().into_iter().flatten();
    items.find(|user| user["email"] == email).cloned().with_context(|| format!("{email} was not loaded"))
}

/// A wrong answer would make the times worthless.
async fn refused(process: &mut Process, event: &str) -> Result<Duration> {
    let call = process.call(event).await?;
    let is_refused = call.said["statusCode"] == 401;
    ensure!(is_refused, "a sign-in that had to be refused was answered otherwise: {}", call.said);
    Ok(call.took)
}

/// The event of an attempt to sign in from an address of its own.
fn attempt(event: &Value, email: &str, password: &str, address: u32) -> String {
    let mut event = event.clone();
    event["body"] = json!({"email": email, "password": password}).to_string().into();
    let [_, a, b, c] = address.to_be_bytes();
    event["requestContext"]["http"]["sourceIp"] = format!("10.{a}.{b}.{c}").into();
    event.to_string()
}

fn user(number: u32) -> String {
    format!("user-{number:07}@example.com")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_account_stands_for_two_reasons() {
        let all = Reason::ALL.into_iter().flat_map(|reason| (1..=ACCOUNTS).map(move |account| reason.email(account)));
        let mut all: Vec<_> = all.collect();
        let count = all.len();
        all.sort();
        all.dedup();

        assert_eq!(all.len(), count);
        assert!(all.contains(&user(Reason::USERS)) && !all.contains(&user(Reason::USERS + 1)));
    }

    #[test]
    fn medians_far_apart_are_told_apart() {
        let of = |times: [f64; 5]| -> Vec<Samples> {
            times
                .iter()
                .map(|time| {
                    let mut samples = Samples::default();
                    samples.add(*time);
                    samples
                })
                .collect()
        };

        let alike = printed(&of([40.0, 41.0, 40.5, 42.0, 40.0])).expect("a text");
        let apart = printed(&of([40.0, 41.0, 40.5, 44.0, 40.0])).expect("a text");

        assert!(alike.contains("They cannot be told apart: the medians differ by 2.00 ms, 5.0 %"), "{alike}");
        assert!(apart.contains("THEY CAN BE TOLD APART: the medians differ by 4.00 ms, 10.0 %"), "{apart}");
    }
}
