//! What operators invoke, under faults (R33, R08): each call fails in each way, once and for good.
//!
//! These functions have no route, and no audit event that somebody could ask for before there is anybody. So what
//! has become of a change is judged by what lies in a table that nobody else uses.

mod attempt;
mod bootstrap;
mod check;
mod ground;
mod recover;

use anyhow::Result;

use super::workshop::Workshop;
use crate::report;
use crate::stack::Stack;
use ground::{Ground, Operated};

/// The functions that are attacked here.
const ATTACKED: [Operated; 3] = [bootstrap::FUNCTION, recover::FUNCTION, check::FUNCTION];

/// Attacks them all. The stack, whose functions' calls can be made to fail, has an empty table before and after.
pub(super) async fn r33_every_change_of_operators_is_attacked(
    workshop: &mut Workshop<'_>,
    stack: &Stack,
) -> Result<()> {
    // Most of the time is spent in waiting for the next attempt: two tables take little more of it than one.
    let other = workshop.stack("operators", false).await?;
    let proxy = workshop.proxy().await?;
    let (empty, used) = (Ground::new(stack, proxy), Ground::new(&other, proxy));
    let attacks = async {
        let attacked = async { Ok(recover::attack(&used).await? + check::attack(&used).await?) };
        let (first, others) = tokio::try_join!(bootstrap::attack(&empty), attacked)?;
        report::line(format!("    {} functions without a route met {} faults", ATTACKED.len(), first + others));
        empty.clear().await
    };
    report::step("Attacking what operators invoke", attacks).await
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::project::Project;
    use crate::template::Template;

    #[test]
    fn r33_every_function_without_a_route_is_attacked() {
        let template = Template::read(&Project::find().expect("the project").template()).expect("a template");
        let routed: BTreeSet<_> = template.routes.iter().map(|route| route.function.as_str()).collect();
        let others = template.functions.iter().filter(|function| !routed.contains(function.name.as_str()));
        let others: BTreeSet<_> = others.map(|function| (function.name.as_str(), function.binary.as_str())).collect();

        assert_eq!(others, ATTACKED.iter().map(|attacked| (attacked.name, attacked.binary)).collect());
    }
}
