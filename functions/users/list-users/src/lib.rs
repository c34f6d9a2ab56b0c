//! `GET /users`: the list of users, searched, filtered, sorted, a page at a time.

use std::sync::Arc;

use backoffice_domain::fold::query_words;
use backoffice_domain::{Flaw, GroupId, Permission, Status};
use backoffice_http::openapi::ListRefusals;
use backoffice_http::represent::{PageBody, UserBody};
use backoffice_http::{Answer, Context, Needs, Problem, Query, Request, StatusCode, Stop, guard};
use backoffice_store::users::{UserFilter, UserQuery, UserSort};
use backoffice_store::{Order, guard::Headcount};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which users, in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UserListQuery {
    /// Beginnings of words of the names and the e-mail; all have to match. The list is then in the
    /// order of the word that matched.
    #[param(max_length = 320)]
    pub q: Option<String>,
    /// One or several of `active`, `deactivated`, `deleted`, with commas in between; all without.
    #[param(example = "active,deactivated")]
    pub status: Option<String>,
    /// Members of this group.
    #[param(format = Uuid)]
    pub group: Option<String>,
    /// Agents only, or only those who are not.
    pub agent: Option<bool>,
    /// By what; not together with `q`.
    #[param(schema_with = sort_schema)]
    pub sort: Option<String>,
    /// In which direction; not together with `q`.
    #[param(schema_with = order_schema)]
    pub order: Option<String>,
    /// How many at most.
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<u32>,
    /// Where to go on, from `next` or `previous` of an earlier answer with the same filters.
    pub cursor: Option<String>,
}

/// A page of users.
#[derive(Serialize, ToSchema)]
pub struct UserList {
    /// The users.
    pub items: Vec<UserBody>,
    /// The page's place in the list.
    #[serde(flatten)]
    pub page: PageBody,
}

const SORT_WORDS: &[&str] = &["lastName", "firstName", "email", "lastSignInAt", "createdAt"];
const SORTS: [UserSort; 5] =
    [UserSort::LastName, UserSort::FirstName, UserSort::Email, UserSort::LastSignIn, UserSort::Created];

fn sort_schema() -> utoipa::openapi::schema::Object {
    backoffice_http::openapi::words(SORT_WORDS)
}

fn order_schema() -> utoipa::openapi::schema::Object {
    backoffice_http::openapi::words(&["asc", "desc"])
}

/// Answers a page of users.
///
/// # Errors
/// 401, 403; 400 for a query or cursor that is not understood.
#[utoipa::path(
    get, path = "/api/v1/users", operation_id = "listUsers", tag = "users",
    params(UserListQuery),
    responses((status = 200, description = "A page of users.", body = UserList), ListRefusals),
    extensions(("x-permission" = json!("users.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::UsersRead).headcount()).await?;
    let asked = Asked::read(request.query())?;
    let cursors = context.cursors(asked.list());
    let from = asked.cursor.as_deref().map(|cursor| cursors.open(cursor)).transpose()?;

    let page = if let Some(words) = &asked.words {
        context.store.search_users(words, &asked.filter, asked.limit, from.as_ref()).await?
    } else {
        let Asked { filter, sort, order, limit, .. } = asked.clone();
        context.store.list_users(&UserQuery { filter, sort, order, limit, from }).await?
    };
    let counted = asked.count(who.headcount);
    let page = backoffice_store::Page { total: page.total.or(counted), ..page };
    let body = UserList {
        items: page.items.iter().map(|user| who.represent(user)).collect(),
        page: PageBody::new(&page, &cursors),
    };
    Ok(Answer::json(StatusCode::OK, &body))
}

/// The query, understood.
#[derive(Clone)]
struct Asked {
    words: Option<Vec<String>>,
    filter: UserFilter,
    sort: UserSort,
    order: Order,
    limit: usize,
    cursor: Option<String>,
}

impl Asked {
    fn read(mut query: Query<'_>) -> Result<Self, Problem> {
        let words = query.q().map(|text| query_words(&text));
        let statuses = query.read_all("status", Status::parse);
        let (group, agent) = (query.read("group", GroupId::parse), query.flag("agent"));
        let (sort, order) = (query.word("sort", SORT_WORDS, &SORTS), query.order());
        let (limit, cursor) = (query.limit(), query.cursor());
        if words.is_some() {
            // A search has an order of its own; to ask for another one is a misunderstanding.
            for (name, given) in [("sort", sort.is_some()), ("order", order.is_some())] {
                if given {
                    query.refuse(name, &Flaw::UnknownField);
                }
            }
        }
        query.finish()?;
        let mut statuses = statuses.unwrap_or_else(|| Status::ALL.to_vec());
        statuses.sort_unstable();
        statuses.dedup();
        let filter = UserFilter { statuses, group, agent };
        Ok(Self { words, filter, sort: sort.unwrap_or_default(), order: order.unwrap_or_default(), limit, cursor })
    }

    /// What the cursors of this list belong to: everything but the place and the page's length.
    fn list(&self) -> String {
        format!("users {:?} {:?} {:?} {:?}", self.words, self.filter, self.sort, self.order)
    }

    /// How many there are, where the counts say so.
    fn count(&self, headcount: Headcount) -> Option<u64> {
        let counted = self.words.is_none() && self.filter.group.is_none() && self.filter.agent.is_none();
        counted.then(|| self.filter.statuses.iter().map(|status| headcount.of(*status)).sum())
    }
}
