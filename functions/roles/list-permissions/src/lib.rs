//! `GET /permissions`: everything that a role can allow or deny.

use std::sync::Arc;

use backoffice_domain::access::Area;
use backoffice_domain::{Language, Permission};
use backoffice_http::openapi::SignedInRefusals;
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, guard};
use serde::Serialize;
use utoipa::ToSchema;

/// One permission.
#[derive(Serialize, ToSchema)]
#[schema(as = Permission)]
pub struct PermissionBody {
    /// Its word, as in rules.
    pub permission: &'static str,
    /// What it is about: the part of the word before the point.
    #[schema(schema_with = area)]
    pub area: &'static str,
    /// What it lets somebody do.
    pub sentence: Sentence,
}

/// The same sentence in every interface language.
#[derive(Serialize, ToSchema)]
pub struct Sentence {
    /// English.
    pub en: &'static str,
    /// German.
    pub de: &'static str,
}

/// All permissions.
#[derive(Serialize, ToSchema)]
pub struct PermissionList {
    /// The permissions, by area.
    pub items: Vec<PermissionBody>,
}

fn area() -> utoipa::openapi::schema::Object {
    backoffice_http::openapi::words(Area::WORDS)
}

impl From<Permission> for PermissionBody {
    fn from(permission: Permission) -> Self {
        let [en, de] = [Language::English, Language::German].map(|language| permission.sentence(language));
        Self { permission: permission.as_str(), area: permission.area().as_str(), sentence: Sentence { en, de } }
    }
}

/// Answers the catalogue of permissions.
///
/// # Errors
/// 401.
#[utoipa::path(
    get, path = "/api/v1/permissions", operation_id = "listPermissions", tag = "roles",
    responses((status = 200, description = "All permissions.", body = PermissionList), SignedInRefusals),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    guard(&context, &request, Needs::session()).await?;
    let mut permissions = Permission::ALL.to_vec();
    permissions.sort_by_key(|permission| permission.area());
    let items = permissions.into_iter().map(PermissionBody::from).collect();
    Ok(Answer::json(StatusCode::OK, &PermissionList { items }))
}
