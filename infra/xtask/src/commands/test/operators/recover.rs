//! `recover-admin` under attack: the old password signs in or the new one that was answered, and what was not
//! answered is asked for again.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::attempt::Attempt;
use super::bootstrap;
use super::ground::{Ground, Operated, number, text};

pub(super) const FUNCTION: Operated = Operated { name: "RecoverAdmin", binary: "recover-admin" };

const EMAIL: &str = "locked.out@example.com";

/// What recovering changes, as it lies in the table.
#[derive(Clone, Debug, PartialEq)]
struct Account {
    hash: String,
    version: u64,
    epoch: u64,
    recoveries: usize,
}

/// Attacks it on a table with one administrator; answers how often.
pub(super) async fn attack(ground: &Ground<'_>) -> Result<usize> {
    let person = json!({ "email": EMAIL, "firstName": "Locked", "lastName": "Out" });
    ground.ask(&bootstrap::FUNCTION, &person, &[]).await.outcome?;
    let well = ground.ask(&FUNCTION, &locked_out(), &[]).await;
    let mut known = well.outcome?;

    let attempts = Attempt::all(&well.calls);
    for attempt in &attempts {
        let judged = judge(ground, attempt, &known).await;
        known = judged.with_context(|| format!("{}: {attempt}", FUNCTION.binary))?;
    }
    Ok(attempts.len())
}

fn locked_out() -> Value {
    json!({ "email": EMAIL })
}

/// Takes the answer whose password signs in before, and gives the one whose password does so afterwards.
async fn judge(ground: &Ground<'_>, attempt: &Attempt, known: &Value) -> Result<Value> {
    let session = ground.sign_in(known).await.context("with the password of before")?;
    let before = Account::of(ground).await?;
    let answer = attempt.judge(ground.ask(&FUNCTION, &locked_out(), &[attempt.fault]).await)?;
    let after = Account::of(ground).await?;
    let is_done = after != before;
    ensure!(!is_done || after.is_recovered(&before), "half of it happened: {before:?}, then {after:?}");
    ensure!(session.get("/session").await.is_ok() != is_done, "sessions end with a new password, and only then");
    match &answer {
        Some(answer) => {
            ensure!(is_done, "said to be done");
            ground.sign_in(answer).await.context("with the password that was answered")?;
        }
        None if !is_done => drop(ground.sign_in(known).await.context("with a password that nobody has replaced")?),
        None => {}
    }
    ground.holds_together().await?;

    let again = ground.ask(&FUNCTION, &locked_out(), &[]).await.outcome.context("asked again")?;
    let last = Account::of(ground).await?;
    ensure!(last.is_recovered(&after), "half of it happened when it was asked for again: {after:?}, then {last:?}");
    ground.sign_in(&again).await.context("with the password that was answered then")?;
    ground.holds_together().await?;
    Ok(again)
}

impl Account {
    async fn of(ground: &Ground<'_>) -> Result<Self> {
        let items = ground.items().await?;
        let one = |prefix: &str, sk: &str| {
            let found = items.iter().find(|item| text(item, "pk").starts_with(prefix) && text(item, "sk") == sk);
            found.with_context(|| format!("no {sk} of {prefix}"))
        };
        let (login, profile) = (one("EMAIL#", "LOGIN")?, one("USER#", "PROFILE")?);
        let is_recovery =
            |item: &&Value| text(item, "pk").starts_with("AUDIT#user#") && text(item, "action") == "user.recovered";
        Ok(Self {
            hash: text(login, "hash").to_owned(),
            version: number(profile, "version")?,
            epoch: number(profile, "sessionEpoch")?,
            recoveries: items.iter().filter(is_recovery).count(),
        })
    }

    /// Whether it is as one recovery leaves it.
    fn is_recovered(&self, before: &Self) -> bool {
        let Self { version, epoch, recoveries, .. } = before;
        (self.version, self.epoch, self.recoveries) == (version + 1, epoch + 1, recoveries + 1)
            && self.hash != before.hash
    }
}
