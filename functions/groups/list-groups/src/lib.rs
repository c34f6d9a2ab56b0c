//! `GET /groups`: all groups.

use std::sync::Arc;

use backoffice_domain::{Group, Permission, Policy};
use backoffice_http::openapi::SignedInRefusals;
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, guard};
use serde::Serialize;
use utoipa::ToSchema;

/// A group of users.
#[derive(Serialize, ToSchema)]
#[schema(as = Group)]
#[serde(rename_all = "camelCase")]
pub struct GroupBody {
    /// The group's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// How many users belong to it.
    pub member_count: u64,
    /// Whether it can be neither edited nor emptied.
    pub built_in: bool,
    /// What its members may do, by this group alone.
    pub permissions: Vec<&'static str>,
}

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
    let who = guard(&context, &request, Needs::permission(Permission::GroupsRead)).await?;
    let mut groups = context.store.groups().await?;
    groups.sort_by_cached_key(|group| (backoffice_domain::fold::fold(&group.name), group.id));
    let items = groups.into_iter().map(|group| represent(group, &who.policy)).collect();
    Ok(Answer::json(StatusCode::OK, &GroupList { items }))
}

fn represent(group: Group, policy: &Policy) -> GroupBody {
    let permissions = policy.permissions(&[group.id]).iter().map(Permission::as_str).collect();
    GroupBody {
        id: group.id.to_string(),
        built_in: group.id == Group::ADMINISTRATORS,
        name: group.name,
        description: group.description,
        member_count: group.member_count,
        permissions,
    }
}
