//! Prints the OpenAPI document that the functions' descriptions make together: `cargo xtask openapi`
//! writes it to `docs/openapi.json`, and a test compares it with what is committed.

use std::io::Write as _;

use backoffice_http::openapi::ProblemBody;
use serde_json::Value;
use utoipa::OpenApi;

/// Every operation of the API.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Backoffice Users",
        description = "Back-office user management of an online store. Sign in with `POST /api/v1/session`; \
                       send `X-Requested-With: backoffice` with every request but GET. \
                       docs/API.md tells the conventions.",
        version = "1",
        license(name = "MIT"),
    ),
    components(schemas(ProblemBody)),
    paths(
        sign_in::handle,
        get_session::handle,
        sign_out::handle,
        list_users::handle,
        create_user::handle,
        get_user::handle,
        update_user::handle,
        delete_user::handle,
        activate_user::handle,
        deactivate_user::handle,
        restore_user::handle,
        list_customers::handle,
        put_customer::handle,
        import_customers::handle,
        list_assigned_customers::handle,
        assign_customers::handle,
        list_groups::handle,
        openapi_document::handle,
    )
)]
struct Document;

fn main() -> std::io::Result<()> {
    let mut document = serde_json::to_value(Document::openapi())?;
    tell_callers_only(&mut document);
    writeln!(std::io::stdout(), "{document:#}")
}

/// Cuts what a handler's documentation says to whoever reads the code: the responses say it better.
fn tell_callers_only(document: &mut Value) {
    let operations = document["paths"].as_object_mut().into_iter().flat_map(|paths| paths.values_mut());
    for operation in operations.filter_map(Value::as_object_mut).flat_map(|methods| methods.values_mut()) {
        let Some(description) = operation["description"].as_str() else { continue };
        let said = description.split("# Errors").next().unwrap_or_default().trim().to_owned();
        match operation.as_object_mut() {
            Some(operation) if said.is_empty() => drop(operation.remove("description")),
            _ => operation["description"] = said.into(),
        }
    }
}
