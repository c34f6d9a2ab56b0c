//! `GET /openapi.json`: the API's description of itself.

use std::sync::Arc;

use backoffice_http::openapi::AnyRefusals;
use backoffice_http::{Answer, Context, Request, StatusCode, Stop};

/// The document as it was committed and tested with this code.
const DOCUMENT: &str = include_str!("../../../../docs/openapi.json");

/// Answers the OpenAPI 3.1 document. Anybody may read it; it tells nothing but the API's form.
///
/// # Errors
/// None of its own.
#[utoipa::path(
    get, path = "/api/v1/openapi.json", operation_id = "getOpenApiDocument", tag = "edge", security(()),
    responses((status = 200, description = "The OpenAPI document.", body = Object), AnyRefusals),
)]
pub async fn handle(_context: Context, _request: Arc<Request>) -> Result<Answer, Stop> {
    Ok(Answer::text(StatusCode::OK, "application/json", DOCUMENT.to_owned()))
}
