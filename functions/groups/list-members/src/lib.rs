//! `GET /groups/{groupId}/members`: the members of a group, by last name, a page at a time.

use std::sync::Arc;

use backoffice_domain::{Permission, Status, User};
use backoffice_http::openapi::PartListRefusals;
use backoffice_http::represent::PageBody;
use backoffice_http::{Answer, Code, Context, Needs, Problem, Query, Request, StatusCode, Stop, guard};
use backoffice_store::Order;
use backoffice_store::users::{UserFilter, UserQuery, UserSort};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which part of the list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MembersQuery {
    /// How many at most.
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<u32>,
    /// Where to go on, from `next` or `previous` of an earlier answer for the same group.
    pub cursor: Option<String>,
}

/// A member of a group.
#[derive(Serialize, ToSchema)]
#[schema(as = Member)]
#[serde(rename_all = "camelCase")]
pub struct MemberBody {
    /// The user's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// First and last name.
    pub name: String,
    /// E-mail address.
    #[schema(format = "idn-email")]
    pub email: String,
    /// Where they stand; nobody who is deleted is a member.
    #[schema(schema_with = backoffice_http::openapi::status)]
    pub status: Status,
    /// How many groups they belong to; of the last one nobody can be taken.
    pub group_count: usize,
}

impl From<&User> for MemberBody {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.to_string(),
            name: user.full_name(),
            email: user.email.as_str().to_owned(),
            status: user.status,
            group_count: user.groups.len(),
        }
    }
}

/// A page of members.
#[derive(Serialize, ToSchema)]
pub struct MemberList {
    /// The members.
    pub items: Vec<MemberBody>,
    /// The page's place in the list.
    #[serde(flatten)]
    pub page: PageBody,
}

/// Answers a page of a group's members.
///
/// # Errors
/// 401, 403; 400 for a query or cursor that is not understood; 404.
#[utoipa::path(
    get, path = "/api/v1/groups/{groupId}/members", operation_id = "listMembers", tag = "groups",
    params(("groupId" = String, Path, description = "The group's id.", format = Uuid), MembersQuery),
    responses((status = 200, description = "A page of the group's members.", body = MemberList), PartListRefusals),
    extensions(("x-permission" = json!("groups.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::GroupsRead)).await?;
    let (limit, cursor) = read(request.query())?;
    let group = request.group_id();
    let cursors = context.cursors(format!("members {group:?}"));
    let from = cursor.map(|cursor| cursors.open(&cursor)).transpose()?;
    let group = group.filter(|group| who.policy.grant(*group).is_some()).ok_or(Code::NotFound)?;

    let filter = UserFilter { statuses: vec![Status::Active, Status::Deactivated], group: Some(group), agent: None };
    let query = UserQuery { filter, sort: UserSort::LastName, order: Order::Ascending, limit, from };
    let page = context.store.list_users(&query).await?;
    let items = page.items.iter().map(MemberBody::from).collect();
    Ok(Answer::json(StatusCode::OK, &MemberList { items, page: PageBody::new(&page, &cursors) }))
}

fn read(mut query: Query<'_>) -> Result<(usize, Option<String>), Problem> {
    let read = (query.limit(), query.cursor());
    query.finish().map(|()| read)
}
