//! Deciding anew what others have overtaken.

use std::future::Future;

use crate::{Answer, Code, Context, Stop};

/// How often, where an attempt costs nobody anything.
pub const ATTEMPTS: u32 = 8;

/// Begins anew, with the guard, as long as an attempt comes to nothing because others were quicker; after
/// each attempt the others are let go first for a little longer.
///
/// # Errors
/// Those of `attempt`; `write_conflict` once as many as `attempts` came to nothing.
pub async fn until_decided<F>(context: &Context, attempts: u32, attempt: impl Fn() -> F) -> Result<Answer, Stop>
where
    F: Future<Output = Result<Option<Answer>, Stop>>,
{
    for number in 1..=attempts {
        if let Some(answer) = attempt().await? {
            return Ok(answer);
        }
        context.store.give_way(number).await;
    }
    Err(Code::WriteConflict.into())
}
