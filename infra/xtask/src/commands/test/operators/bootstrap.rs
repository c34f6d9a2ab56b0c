//! `bootstrap-admin` under attack: it makes what every table begins with and then, in a transaction of its own, the
//! first administrator. Either may be there or not, and nothing in between.

use anyhow::{Context, Error, Result, bail, ensure};
use serde_json::{Value, json};

use super::attempt::Attempt;
use super::ground::{Ground, Operated, text};
use super::recover;
use crate::dynamodb::{FOR_GOOD, Fault, Kind};

pub(super) const FUNCTION: Operated = Operated { name: "BootstrapAdmin", binary: "bootstrap-admin" };

const EMAIL: &str = "half@example.com";
/// What is refused because it has happened.
const DONE: [&str; 2] = ["a user has this e-mail already", "there is an administrator already"];
/// Where what belongs to a user lies: credential, search words, memberships, profile, audit events.
const OF_A_USER: [&str; 5] = ["EMAIL#", "FIND#", "GROUP#", "USER#", "AUDIT#user#"];

/// What a table holds: of each item the kinds of its keys, and its numbers. It is the same for every administrator
/// who is made alike.
type Shape = Vec<String>;

/// The tables that there may be, beside one that is empty.
struct Tables {
    prepared: Shape,
    done: Shape,
}

/// Attacks it on a table that is emptied each time; answers how often.
pub(super) async fn attack(ground: &Ground<'_>) -> Result<usize> {
    ground.clear().await?;
    let well = ground.ask(&FUNCTION, &person(), &[]).await;
    well.outcome?;
    let done = shape(&ground.items().await?);
    let tables = Tables { prepared: prepared(ground).await?, done };

    let attempts = Attempt::all(&well.calls);
    for attempt in &attempts {
        tables.judge(ground, attempt).await.with_context(|| format!("{}: {attempt}", FUNCTION.binary))?;
    }
    Ok(attempts.len())
}

fn person() -> Value {
    json!({ "email": EMAIL, "firstName": "Half", "lastName": "Administrator" })
}

/// A table of which nobody has become the administrator.
async fn prepared(ground: &Ground<'_>) -> Result<Shape> {
    ground.clear().await?;
    let lost = Fault { skip: 1, times: FOR_GOOD, kind: Kind::LostBefore };
    let asked = ground.ask(&FUNCTION, &person(), &[lost]).await;
    ensure!(asked.outcome.is_err() && asked.has_met(lost.kind), "an administrator of nothing: {:?}", asked.outcome);
    let items = ground.items().await?;
    for item in &items {
        let is_of_a_user = OF_A_USER.iter().any(|kind| text(item, "pk").starts_with(kind));
        let counts = numbers(item).into_iter().filter(|(name, _)| *name != "version");
        let is_counted = text(item, "pk") == "ACCESS" && counts.into_iter().any(|(_, number)| number != "0");
        ensure!(!is_of_a_user && !is_counted, "there is nobody yet: {item}");
    }
    Ok(shape(&items))
}

impl Tables {
    async fn judge(&self, ground: &Ground<'_>, attempt: &Attempt) -> Result<()> {
        ground.clear().await?;
        let answer = attempt.judge(ground.ask(&FUNCTION, &person(), &[attempt.fault]).await)?;
        let found = shape(&ground.items().await?);
        let is_done = found == self.done;
        ensure!(is_done || found == self.prepared || found.is_empty(), "half of it happened: {found:#?}");
        ground.holds_together().await?;
        if let Some(answer) = &answer {
            ensure!(is_done, "said to be done");
            ground.sign_in(answer).await?;
        }

        match ground.ask(&FUNCTION, &person(), &[]).await.outcome {
            Ok(again) if !is_done => {
                let found = shape(&ground.items().await?);
                ensure!(found == self.done, "half of it happened when it was asked for again: {found:#?}");
                ground.sign_in(&again).await?;
            }
            Err(refusal) if is_done && says_that_it_is_done(&refusal) => {
                // Nobody knows the password that was made.
                if answer.is_none() {
                    let told = ground.ask(&recover::FUNCTION, &json!({ "email": EMAIL }), &[]).await.outcome?;
                    ground.sign_in(&told).await?;
                }
            }
            again => bail!("asked again, when it had happened or not ({is_done}): {again:?}"),
        }
        ground.holds_together().await
    }
}

fn says_that_it_is_done(refusal: &Error) -> bool {
    let text = format!("{refusal:#}");
    DONE.iter().any(|done| text.contains(done))
}

fn shape(items: &[Value]) -> Shape {
    // What the check notes of itself is there or not, whatever else is.
    let items = items.iter().filter(|item| text(item, "pk") != "CHECK");
    let said = |item: &Value| format!("{} {} {:?}", kind(text(item, "pk")), kind(text(item, "sk")), numbers(item));
    let mut shape: Shape = items.map(said).collect();
    shape.sort();
    shape
}

/// A key without what is new each time.
fn kind(key: &str) -> String {
    let parts =
        key.split('#').map(|part| if part.contains(|letter: char| letter.is_ascii_digit()) { "…" } else { part });
    parts.collect::<Vec<_>>().join("#")
}

fn numbers(item: &Value) -> Vec<(&str, &str)> {
    let attributes = item.as_object().into_iter().flatten();
    attributes.filter_map(|(name, value)| Some((name.as_str(), value["N"].as_str()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_alike_if_their_items_are() {
        let item = |id: u8, count: u8| json!({"pk": {"S": format!("USER#{id}")}, "sk": {"S": "PROFILE"}, "count": {"N": count.to_string()}});
        let checked = json!({"pk": {"S": "CHECK"}, "sk": {"S": "COUNTS"}, "customers": {"N": "0"}});

        assert_eq!(shape(&[item(1, 0), checked]), shape(&[item(2, 0)]));
        assert_ne!(shape(&[item(1, 0)]), shape(&[item(1, 1)]));
        assert_ne!(shape(&[item(1, 0)]), shape(&[item(1, 0), item(2, 0)]));
    }
}
