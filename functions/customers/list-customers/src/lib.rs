//! `GET /customers`: the list of customers with their owners, searched, filtered, sorted, a page at
//! a time.

use std::sync::Arc;

use backoffice_domain::fold::query_words;
use backoffice_domain::{Flaw, Permission, UserId};
use backoffice_http::openapi::ListRefusals;
use backoffice_http::represent::CustomerList;
use backoffice_http::{Answer, Context, Needs, Problem, Query, Request, StatusCode, Stop, guard};
use backoffice_store::Order;
use backoffice_store::customers::{CustomerQuery, CustomerSort, OwnerFilter};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which customers, in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CustomerListQuery {
    /// Beginnings of words of the names, the e-mail and the reference; all have to match. The list is
    /// then in the order of the word that matched.
    #[param(max_length = 320)]
    pub q: Option<String>,
    /// `none` for customers without an owner, or a user's id for that user's customers.
    #[param(example = "none")]
    pub owner: Option<String>,
    /// By what; not together with `q`. One user's customers are sorted by last name only.
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

const SORT_WORDS: &[&str] = &["lastName", "firstName", "email"];
const SORTS: [CustomerSort; 3] = [CustomerSort::LastName, CustomerSort::FirstName, CustomerSort::Email];
/// What an owner's customers are sorted by.
const OWNED_SORT_WORDS: &[&str] = &["lastName"];

fn sort_schema() -> utoipa::openapi::schema::Object {
    backoffice_http::openapi::words(SORT_WORDS)
}

fn order_schema() -> utoipa::openapi::schema::Object {
    backoffice_http::openapi::words(&["asc", "desc"])
}

/// Answers a page of customers, each with its owner.
///
/// # Errors
/// 401, 403; 400 for a query or cursor that is not understood.
#[utoipa::path(
    get, path = "/api/v1/customers", operation_id = "listCustomers", tag = "customers",
    params(CustomerListQuery),
    responses((status = 200, description = "A page of customers.", body = CustomerList), ListRefusals),
    extensions(("x-permission" = json!("customers.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    guard(&context, &request, Needs::permission(Permission::CustomersRead)).await?;
    let asked = Asked::read(request.query())?;
    let cursors = context.cursors(asked.list());
    let from = asked.cursor.as_deref().map(|cursor| cursors.open(cursor)).transpose()?;

    let Asked { words, owner, sort, order, limit, .. } = asked;
    let page = match words {
        Some(words) => context.store.search_customers(&words, owner, limit, from.as_ref()).await?,
        None => context.store.list_customers(&CustomerQuery { owner, sort, order, limit, from }).await?,
    };
    Ok(Answer::json(StatusCode::OK, &CustomerList::new(&page, &cursors)))
}

/// The query, understood.
struct Asked {
    words: Option<Vec<String>>,
    owner: OwnerFilter,
    sort: CustomerSort,
    order: Order,
    limit: usize,
    cursor: Option<String>,
}

impl Asked {
    fn read(mut query: Query<'_>) -> Result<Self, Problem> {
        let words = query.q().map(|text| query_words(&text));
        let owner = query.read("owner", owner).unwrap_or_default();
        let (sort, order) = (query.word("sort", SORT_WORDS, &SORTS), query.order());
        let (limit, cursor) = (query.limit(), query.cursor());
        if words.is_some() {
            // A search has an order of its own; to ask for another one is a misunderstanding.
            for (name, given) in [("sort", sort.is_some()), ("order", order.is_some())] {
                if given {
                    query.refuse(name, &Flaw::UnknownField);
                }
            }
        } else if matches!(owner, OwnerFilter::User(_)) && sort.is_some_and(|sort| sort != CustomerSort::LastName) {
            query.refuse("sort", &Flaw::UnknownValue { allowed: OWNED_SORT_WORDS });
        }
        query.finish()?;
        Ok(Self { words, owner, sort: sort.unwrap_or_default(), order: order.unwrap_or_default(), limit, cursor })
    }

    /// What the cursors of this list belong to: everything but the place and the page's length.
    fn list(&self) -> String {
        format!("customers {:?} {:?} {:?} {:?}", self.words, self.owner, self.sort, self.order)
    }
}

fn owner(text: &str) -> Result<OwnerFilter, Flaw> {
    if text == "none" { Ok(OwnerFilter::Nobody) } else { UserId::parse(text).map(OwnerFilter::User) }
}
