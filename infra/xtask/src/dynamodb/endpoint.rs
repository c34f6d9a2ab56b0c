//! An endpoint that the person set, accepted only on this machine: demo data must never reach an account.

use anyhow::{Context, Result, bail};
use axum::http::Uri;

const VARIABLE: &str = "AWS_ENDPOINT_URL_DYNAMODB";

/// The endpoint of the environment, if it names one.
pub(crate) fn chosen_endpoint() -> Result<Option<String>> {
    match std::env::var(VARIABLE) {
        Ok(endpoint) if !endpoint.is_empty() => on_this_machine(&endpoint).map(Some),
        _ => Ok(None),
    }
}

fn on_this_machine(endpoint: &str) -> Result<String> {
    let uri: Uri = endpoint.parse().with_context(|| format!("{VARIABLE} is not an address: {endpoint}"))?;
    let host = uri.host().unwrap_or_default();
    if !matches!(host, "localhost" | "127.0.0.1" | "[::1]") || uri.scheme_str() != Some("http") {
        bail!("{VARIABLE} is {endpoint}, which is not on this machine: nothing local may reach an account. Unset it.");
    }
    Ok(endpoint.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_will_do() {
        assert_eq!(on_this_machine("http://localhost:8000/").expect("local"), "http://localhost:8000");
        assert!(on_this_machine("http://127.0.0.1:8000").is_ok());
        assert!(on_this_machine("http://[::1]:8000").is_ok());
        for elsewhere in [
            "https://dynamodb.eu-central-1.amazonaws.com",
            "http://127.0.0.1.example.com:8000",
            "http://localhost@example.com",
            "http://10.0.0.1",
        ] {
            assert!(on_this_machine(elsewhere).is_err(), "{elsewhere}");
        }
    }
}
