//! Headers that several operations take.

use utoipa::IntoParams;

/// The header that makes repeating a request safe.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "describes what `once` reads")]
pub struct OnceHeader {
    /// Makes repeating safe: 1 to 128 visible ASCII characters.
    #[param(rename = "Idempotency-Key", value_type = String, required = false, pattern = "^[!-~]{1,128}$")]
    key: Option<String>,
}

/// The header without which nothing that has a version is changed.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "describes what `IfMatch` reads")]
pub struct VersionHeader {
    /// The version to change: its `ETag`.
    #[param(rename = "If-Match")]
    version: String,
}
