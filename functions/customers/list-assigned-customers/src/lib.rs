//! `GET /users/{userId}/customers`: the customers of one user, by last name, a page at a time.

use std::sync::Arc;

use backoffice_domain::Permission;
use backoffice_http::openapi::PartListRefusals;
use backoffice_http::represent::CustomerList;
use backoffice_http::{Answer, Context, Needs, Problem, Query, Request, StatusCode, Stop, guard};
use backoffice_store::Order;
use backoffice_store::customers::{CustomerQuery, CustomerSort, OwnerFilter};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which part of the list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AssignedCustomersQuery {
    /// How many at most.
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<u32>,
    /// Where to go on, from `next` or `previous` of an earlier answer for the same user.
    pub cursor: Option<String>,
}

/// Answers a page of a user's customers.
///
/// # Errors
/// 401, 403; 400 for a query or cursor that is not understood; 404.
#[utoipa::path(
    get, path = "/api/v1/users/{userId}/customers", operation_id = "listAssignedCustomers", tag = "customers",
    params(("userId" = String, Path, description = "The user's id.", format = Uuid), AssignedCustomersQuery),
    responses((status = 200, description = "A page of the user's customers.", body = CustomerList), PartListRefusals),
    extensions(("x-permission" = json!("customers.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::CustomersRead).user()).await?;
    let (limit, cursor) = read(request.query())?;
    let user = who.target_user();
    let cursors = context.cursors(format!("assigned customers {:?}", user.as_ref().ok().map(|user| user.id)));
    let from = cursor.map(|cursor| cursors.open(&cursor)).transpose()?;

    let owner = OwnerFilter::User(user?.id);
    let query = CustomerQuery { owner, sort: CustomerSort::LastName, order: Order::Ascending, limit, from };
    let page = context.store.list_customers(&query).await?;
    Ok(Answer::json(StatusCode::OK, &CustomerList::new(&page, &cursors)))
}

fn read(mut query: Query<'_>) -> Result<(usize, Option<String>), Problem> {
    let read = (query.limit(), query.cursor());
    query.finish().map(|()| read)
}
