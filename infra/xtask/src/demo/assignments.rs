//! Some customers for some users.

use anyhow::Result;
use axum::http::Method;
use serde_json::json;

use super::customers::reference;
use crate::api::Api;
use crate::report::Progress;

/// Users who get customers.
const USERS: usize = 20;
/// Customers of one user at most; one call changes no more.
const OF_ONE: usize = 25;

/// Assigns the first customers: 1 to the first user, then more and more, up to what one call takes.
pub(super) async fn load(api: &Api, users: &[String], customers: usize) -> Result<()> {
    let mut progress = Progress::new("Assignments", users.len().min(USERS));
    let mut next = 1;
    for (place, user) in users.iter().take(USERS).enumerate() {
        let count = (place * 3 + 1).min(OF_ONE);
        if next + count > customers {
            break;
        }
        let references: Vec<_> = (next..next + count).map(reference).collect();
        let body = json!({"assign": references, "unassign": []});
        api.change(&Method::PATCH, &format!("/users/{user}/customers"), &body, &[]).await?;
        next += count;
        progress.advance(1);
    }
    progress.finish();
    Ok(())
}
