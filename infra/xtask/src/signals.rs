//! Ending in order when the person or the system says so.

use anyhow::Result;
use tokio::signal::unix::{SignalKind, signal};

/// Works until done, or until Ctrl-C or a request to end, when there is no result; whatever the work holds is let go of
/// either way.
pub(crate) async fn until_told_to_end<T>(work: impl Future<Output = Result<T>>) -> Result<Option<T>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    tokio::select! {
        result = work => result.map(Some),
        _ = tokio::signal::ctrl_c() => Ok(None),
        _ = terminate.recv() => Ok(None),
        _ = hang_up.recv() => Ok(None),
    }
}
