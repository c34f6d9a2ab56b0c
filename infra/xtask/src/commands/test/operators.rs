//! What operators invoke, under faults: no first administrator is made by half (R33, R08).

use anyhow::{Result, ensure};
use serde_json::json;

use crate::dynamodb::{Kind, Proxy};
use crate::stack::Stack;

/// The ways to fail after which nothing can have happened.
const KINDS: [Kind; 5] = [Kind::Throttled, Kind::TooManyRequests, Kind::Internal, Kind::LostBefore, Kind::Conflict];

/// Tries to make the first administrator of a stack that has none, each time with a store that fails. That it
/// can still be made afterwards shows that nothing was left behind.
pub(super) async fn attack(stack: &Stack, proxy: &Proxy) -> Result<()> {
    let person = json!({"email": "half@example.com", "firstName": "Half", "lastName": "Administrator"});
    for kind in KINDS {
        proxy.break_function("bootstrap-admin", kind);
        let outcome = stack.invoke("BootstrapAdmin", &person).await;
        let calls = proxy.mend_function("bootstrap-admin");
        ensure!(outcome.is_err() && calls > 0, "bootstrap-admin with a store that is {kind:?}: {outcome:?}");
    }
    Ok(())
}
