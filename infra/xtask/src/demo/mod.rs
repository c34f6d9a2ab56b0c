//! Demo data: an administrator, and then everything through the API, as a person would have entered it.
//!
//! A load that was interrupted goes on where it stopped: what is there already is left as it is.

mod administrator;
mod assignments;
pub(crate) mod customers;
pub(crate) mod rights;
mod users;

use anyhow::Result;

use crate::api::Api;
use crate::import;
use crate::project::Project;
use crate::report;
use crate::stack::Stack;

pub(crate) use administrator::Administrator;

/// Loads groups and roles, users, customers and assignments.
pub(crate) async fn load(project: &Project, stack: &Stack, administrator: &Administrator, count: usize) -> Result<()> {
    let stamp = stack.plan.note("demo");
    let wanted = format!("{count} customers");
    if std::fs::read_to_string(&stamp).is_ok_and(|loaded| loaded == wanted) {
        return Ok(());
    }
    let api = Api::sign_in(&stack.url, &administrator.email, &administrator.password).await?;
    rights::load(&api, &administrator.password).await?;
    let users = users::load(project, &stack.url, &api, &administrator.password).await?;
    let csv = customers::csv(project, count)?;
    let outcome = import::import(&api, &csv).await?;
    report::line(format!("  Customers: {}", outcome.describe()));
    assignments::load(&api, &users, count).await?;
    std::fs::write(&stamp, &wanted)?;
    Ok(())
}
