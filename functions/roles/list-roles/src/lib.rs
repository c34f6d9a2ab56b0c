//! `GET /roles`: all roles.

use std::sync::Arc;

use backoffice_domain::Permission;
use backoffice_http::openapi::SignedInRefusals;
use backoffice_http::represent::RoleBody;
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, guard};
use serde::Serialize;
use utoipa::ToSchema;

/// All roles.
#[derive(Serialize, ToSchema)]
pub struct RoleList {
    /// The roles, by name.
    pub items: Vec<RoleBody>,
}

/// Answers all roles, by name.
///
/// # Errors
/// 401, 403.
#[utoipa::path(
    get, path = "/api/v1/roles", operation_id = "listRoles", tag = "roles",
    responses((status = 200, description = "All roles.", body = RoleList), SignedInRefusals),
    extensions(("x-permission" = json!("roles.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    guard(&context, &request, Needs::permission(Permission::RolesRead)).await?;
    let definitions = context.store.definitions().await?;
    let mut roles: Vec<_> = definitions.roles.values().collect();
    roles.sort_by_cached_key(|role| (role.name.folded(), role.id));
    let items = roles.into_iter().map(|role| RoleBody::new(role, &definitions)).collect();
    Ok(Answer::json(StatusCode::OK, &RoleList { items }))
}
