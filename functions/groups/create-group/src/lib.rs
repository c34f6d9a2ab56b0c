//! `POST /groups`: creating a group.

use std::sync::Arc;

use backoffice_domain::access::{Definitions, Description, Title};
use backoffice_domain::audit::Action;
use backoffice_domain::{Group, GroupId, Permission};
use backoffice_http::openapi::{CreateRefusals, OnceHeader};
use backoffice_http::represent::GroupBody;
use backoffice_http::{Admitted, Answer, Context, Decision, Request, Stop, change_definition};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A group to create.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateGroup {
    /// What people call it; no other group's name, whatever the case.
    #[schema(min_length = 1, max_length = 50, examples("Buyers"))]
    pub name: String,
    /// What it is for.
    #[schema(nullable = false, max_length = 200)]
    pub description: Option<String>,
    /// Ids of roles that exist.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 20)]
    pub roles: Option<Vec<String>>,
}

/// Creates a group without members.
///
/// # Errors
/// 401, 403 (also for what its roles allow or deny and whoever asks does not hold), 415, 400, 422; 409 if
/// another group is called so or there is no room for more.
#[utoipa::path(
    post, path = "/api/v1/groups", operation_id = "createGroup", tag = "groups",
    request_body = CreateGroup,
    params(OnceHeader),
    responses((status = 201, description = "The group.", body = GroupBody), CreateRefusals),
    extensions(("x-permission" = json!("groups.create"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let id = GroupId::new(Uuid::now_v7());
    let decide = |who: &Admitted, definitions: &Definitions| {
        let mut body = request.body()?;
        let name = body.text("name", Title::parse);
        let description = body.optional_text("description", Description::parse);
        let roles = body.roles(definitions);
        let (name, description, roles) = body.finish((name, description, roles))?;
        let group = Group {
            id,
            name,
            description: description.unwrap_or_default(),
            roles: roles.unwrap_or_default(),
            member_count: 0,
            version: 1,
            updated_at: request.now(),
            updated_by: Some(who.user.editor()),
        };
        Ok(Decision { action: Action::GroupCreated, before: None, after: Some(group) })
    };
    change_definition(&context, &request, Permission::GroupsCreate, decide).await
}
