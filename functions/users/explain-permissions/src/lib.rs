//! `GET /users/{userId}/permissions`: what a user may do, and what says so.

use std::sync::Arc;

use backoffice_domain::access::{Definitions, Reason};
use backoffice_domain::{Permission, User};
use backoffice_http::openapi::ReadRefusals;
use backoffice_http::represent::{GroupRef, RoleRef, RuleBody};
use backoffice_http::{Answer, Context, Needs, Request, StatusCode, Stop, guard};
use serde::Serialize;
use utoipa::ToSchema;

/// Whether a user may do one thing, and why.
#[derive(Serialize, ToSchema)]
pub struct ExplainedPermission {
    /// The permission.
    pub permission: &'static str,
    /// Whether they may, if they are active.
    pub allowed: bool,
    /// Every rule that is about it; where one denies, they may not.
    pub because: Vec<ReasonBody>,
}

/// A rule that is about a permission, and how it comes to a user.
#[derive(Serialize, ToSchema)]
#[schema(as = Reason)]
pub struct ReasonBody {
    /// The rule.
    pub rule: RuleBody,
    /// The role that has the rule.
    pub role: RoleRef,
    /// The group that carries the role.
    pub group: GroupRef,
}

impl From<Reason<'_>> for ReasonBody {
    fn from(Reason { rule, role, group }: Reason<'_>) -> Self {
        Self { rule: RuleBody::from(&rule), role: RoleRef::from(role), group: GroupRef::from(group) }
    }
}

/// What a user may do.
#[derive(Serialize, ToSchema)]
pub struct ExplainedPermissions {
    /// Every permission there is.
    pub items: Vec<ExplainedPermission>,
}

/// Answers for every permission whether a user holds it, and which group, role and rule says so.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(
    get, path = "/api/v1/users/{userId}/permissions", operation_id = "explainPermissions", tag = "users",
    params(("userId" = String, Path, description = "The user's id.", format = Uuid)),
    responses((status = 200, description = "What they may do, and why.", body = ExplainedPermissions), ReadRefusals),
    extensions(("x-permission" = json!("users.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::UsersRead).user()).await?;
    let user = who.target_user()?;
    let definitions = context.store.definitions().await?;
    Ok(Answer::json(StatusCode::OK, &explain(user, &definitions)))
}

fn explain(user: &User, definitions: &Definitions) -> ExplainedPermissions {
    let held = definitions.compile(0).permissions(&user.groups);
    let explained = |permission: &Permission| ExplainedPermission {
        permission: permission.as_str(),
        allowed: held.has(*permission),
        because: definitions.reasons(&user.groups, *permission).into_iter().map(ReasonBody::from).collect(),
    };
    ExplainedPermissions { items: Permission::ALL.iter().map(explained).collect() }
}
