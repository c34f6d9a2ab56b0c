//! `check-store` under attack: whoever could not read the whole table never says that it holds together.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::attempt::Attempt;
use super::ground::{Ground, Operated};
use crate::dynamodb::{FOR_GOOD, Fault, Kind};

pub(super) const FUNCTION: Operated = Operated { name: "CheckStore", binary: "check-store" };

/// The ways in which a page does not come.
const MISSING: [Kind; 5] = [Kind::Throttled, Kind::TooManyRequests, Kind::Internal, Kind::LostBefore, Kind::LostAfter];
/// A page that ends early is none that fails: the rest comes with the next.
const SHORT: Fault = Fault { skip: 0, times: FOR_GOOD, kind: Kind::Short };

/// Attacks it on a table that holds together; answers how often.
pub(super) async fn attack(ground: &Ground<'_>) -> Result<usize> {
    // What it notes of itself is there from then on, and counted.
    ground.holds_together().await?;
    let well = ground.ask(&FUNCTION, &json!({}), &[]).await;
    let sound = well.outcome?;

    let last = well.calls.len() - 1;
    let is_attacked = |Attempt { fault, .. }: &Attempt| {
        // Readers side by side are alike: the first stands for all. What is written in the end is in no transaction.
        (fault.skip == 0 || fault.skip == last) && fault.kind != Kind::Conflict
    };
    let attempts: Vec<_> = Attempt::all(&well.calls).into_iter().filter(is_attacked).collect();
    for attempt in &attempts {
        judge(ground, attempt, &sound).await.with_context(|| format!("{}: {attempt}", FUNCTION.binary))?;
    }
    let midway = attack_midway(ground, &sound).await.context("check-store in short pages")?;
    ground.holds_together().await?;
    Ok(attempts.len() + midway)
}

async fn judge(ground: &Ground<'_>, attempt: &Attempt, sound: &Value) -> Result<()> {
    let answer = attempt.judge(ground.ask(&FUNCTION, &json!({}), &[attempt.fault]).await)?;
    match answer {
        Some(answer) if attempt.is_for_good() && attempt.fault.kind != Kind::Short => {
            bail!("answered, having read or written nothing: {answer}")
        }
        Some(answer) => ensure!(answer == *sound, "another table was found: {answer}"),
        None => {}
    }
    Ok(())
}

/// Every reader has read some pages when the store fails.
async fn attack_midway(ground: &Ground<'_>, sound: &Value) -> Result<usize> {
    let asked = ground.ask(&FUNCTION, &json!({}), &[SHORT]).await;
    let pages = asked.calls.len();
    ensure!(asked.has_met(Kind::Short) && pages > 12, "only {pages} pages");
    let answer = asked.outcome?;
    ensure!(answer == *sound, "another table was found: {answer}");
    for kind in MISSING {
        let missing = Fault { skip: pages / 2, times: FOR_GOOD, kind };
        let asked = ground.ask(&FUNCTION, &json!({}), &[missing, SHORT]).await;
        ensure!(asked.has_met(kind) && asked.has_met(Kind::Short), "the calls did not meet {kind:?}");
        let Err(error) = asked.outcome else { bail!("answered, having read half: {kind:?}") };
        let text = format!("{error:#}");
        ensure!(text.contains(" refused: ") && !text.contains("breachCount"), "{kind:?}: {text}");
    }
    Ok(1 + MISSING.len())
}
