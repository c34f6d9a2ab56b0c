//! `GET /groups`: all groups.

use std::sync::Arc;

use backoffice_domain::Permission;
use backoffice_http::openapi::SignedInRefusals;
use backoffice_http::represent::GroupBody;
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, guard};
use serde::Serialize;
use utoipa::ToSchema;

/// All groups.
#[derive(Serialize, ToSchema)]
pub struct GroupList {
    /// The groups, by name.
    pub items: Vec<GroupBody>,
}

/// Answers all groups, by name.
///
/// # Errors
/// 401, 403.
#[utoipa::path(
    get, path = "/api/v1/groups", operation_id = "listGroups", tag = "groups",
    responses((status = 200, description = "All groups.", body = GroupList), SignedInRefusals),
    extensions(("x-permission" = json!("groups.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    guard(&context, &request, Needs::permission(Permission::GroupsRead)).await?;
    let definitions = context.store.definitions().await?;
    let mut groups: Vec<_> = definitions.groups.values().collect();
    groups.sort_by_cached_key(|group| (group.name.folded(), group.id));
    let items = groups.into_iter().map(|group| GroupBody::new(group, &definitions)).collect();
    Ok(Answer::json(StatusCode::OK, &GroupList { items }))
}
