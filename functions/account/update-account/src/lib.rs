//! `PATCH /account`: one's own names and language. E-mail, groups and agent are for those who manage users.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::{Language, Name, UserChanges};
use backoffice_http::openapi::{AccountRefusals, OnceHeader, VersionHeader};
use backoffice_http::represent::UserBody;
use backoffice_http::{Answer, Body, Context, Needs, Problem, Request, Stop, guard};
use backoffice_store::users::UserChange;
use serde::Deserialize;
use utoipa::ToSchema;

/// What to change of oneself; what is absent stays (RFC 7396, without `null`).
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateAccount {
    /// First name.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    pub first_name: Option<String>,
    /// Last name.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    pub last_name: Option<String>,
    /// The page's language.
    #[schema(schema_with = backoffice_http::openapi::language, required = false)]
    pub language: Option<String>,
}

/// Edits whoever is signed in; it needs no permission. `GET /session` tells the version.
///
/// # Errors
/// 401, 403 (caused by another site), 415, 428, 400, 422, 412.
#[utoipa::path(
    patch, path = "/api/v1/account", operation_id = "updateAccount", tag = "account",
    request_body = UpdateAccount,
    params(VersionHeader, OnceHeader),
    responses((status = 200, description = "The user.", body = UserBody), AccountRefusals),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::session()).await?;
    let (expected, body) = request.edit()?;
    let changes = read(body)?;
    let before = &who.user;
    if !expected.allows(before.version) {
        return Err(Problem::stale(&who.represent(before)).into());
    }
    let Some(after) = before.edited(changes, &before.editor(), request.now()) else {
        return Ok(who.changed(before, None));
    };
    let change =
        UserChange { action: Action::UserUpdated, before: Some(before), after: &after, hash: None, once: None };
    who.change_user(&context.store, change, who.changed(&after, None)).await
}

fn read(mut body: Body) -> Result<UserChanges, Problem> {
    let members = (
        body.optional_text("firstName", Name::parse),
        body.optional_text("lastName", Name::parse),
        body.optional_text("language", Language::parse),
    );
    let (first_name, last_name, language) = body.finish(members)?;
    Ok(UserChanges { first_name, last_name, language, ..UserChanges::default() })
}
