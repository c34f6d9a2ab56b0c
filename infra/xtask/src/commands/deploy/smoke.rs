//! Whether a deployed stack answers as it should.

use std::time::Duration;

use anyhow::{Result, bail};
use axum::body::Body;
use axum::http::Request;

use crate::{http, report};

/// Paths and the statuses they must answer: the page, the API, a guarded operation, and an honest 404.
pub(super) const EXPECTED: [(&str, u16); 4] =
    [("/", 200), ("/api/v1/openapi.json", 200), ("/api/v1/session", 401), ("/assets/missing.js", 404)];

/// CloudFront takes some time to bring a change to all its places.
const TRIES: u32 = 12;
const PAUSE: Duration = Duration::from_secs(10);

/// Asks for every path until each answers as expected.
pub(super) async fn test(url: &str) -> Result<()> {
    for (path, expected) in EXPECTED {
        let mut tries = 1;
        loop {
            let answer = http::send(Request::get(format!("{url}{path}")).body(Body::empty())?).await;
            match answer {
                Ok(answer) if answer.status.as_u16() == expected => break,
                _ if tries < TRIES => tokio::time::sleep(PAUSE).await,
                Ok(answer) => bail!("{url}{path} answers {} instead of {expected}", answer.status),
                Err(error) => return Err(error.context(format!("{url}{path}"))),
            }
            tries += 1;
        }
        report::line(format!("  {expected} {path}"));
    }
    report::line(format!("\n  {url}"));
    Ok(())
}
