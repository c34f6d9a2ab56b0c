//! Prints the OpenAPI document that the functions' descriptions make together: `cargo xtask openapi`
//! writes it to `docs/openapi.json`, and a test compares it with what is committed.

use std::io::Write as _;

mod conventions;

use backoffice_http::openapi::{GatewayBody, ProblemBody};
use serde_json::{Map, Value};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi};

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
    components(schemas(GatewayBody, ProblemBody)),
    modifiers(&SessionCookie),
    // Of every operation that does not say otherwise.
    security(("session" = [])),
    paths(
        sign_in::handle,
        get_session::handle,
        sign_out::handle,
        list_sessions::handle,
        end_session::handle,
        end_sessions::handle,
        update_account::handle,
        change_password::handle,
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
        explain_permissions::handle,
        list_groups::handle,
        create_group::handle,
        get_group::handle,
        update_group::handle,
        delete_group::handle,
        list_members::handle,
        change_members::handle,
        list_roles::handle,
        create_role::handle,
        get_role::handle,
        update_role::handle,
        delete_role::handle,
        list_permissions::handle,
        list_audit_events::handle,
        openapi_document::handle,
    )
)]
struct Document;

/// How one is signed in.
struct SessionCookie;

impl Modify for SessionCookie {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let cookie = ApiKeyValue::with_description("__Host-session", "Set by `POST /api/v1/session`.");
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

fn main() -> std::io::Result<()> {
    let mut document = serde_json::to_value(Document::openapi())?;
    for operation in operations(&mut document) {
        tell_callers_only(operation);
        conventions::describe(operation);
    }
    writeln!(std::io::stdout(), "{document:#}")
}

fn operations(document: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let paths = document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut);
    paths.filter_map(Value::as_object_mut).flat_map(Map::values_mut).filter_map(Value::as_object_mut)
}

/// Cuts what a handler's documentation says to whoever reads the code: the responses say it better.
fn tell_callers_only(operation: &mut Map<String, Value>) {
    let Some(description) = operation.get("description").and_then(Value::as_str) else { return };
    let said = description.split("# Errors").next().unwrap_or_default().trim().to_owned();
    if said.is_empty() {
        operation.remove("description");
    } else {
        operation.insert("description".to_owned(), said.into());
    }
}
