//! `PUT /customers/{customerId}`: writing what the store says of a customer. Whose the customer is
//! stays as it is.

use std::sync::Arc;

use backoffice_domain::{Customer, CustomerData, Email, Gender, Name, Permission};
use backoffice_http::openapi::EditRefusals;
use backoffice_http::represent::{CustomerBody, EditorBody};
use backoffice_http::{Answer, Body, Code, Context, Needs, Problem, Request, StatusCode, Stop, guard};
use backoffice_store::customers::CustomerChange;
use backoffice_store::{Error, Store};
use serde::Deserialize;
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

/// What the store says of a customer.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutCustomer {
    /// E-mail address, at most 254 bytes; several customers may share one.
    #[schema(format = "idn-email", max_length = 254)]
    pub email: String,
    /// First name.
    #[schema(min_length = 1, max_length = 100)]
    pub first_name: String,
    /// Last name.
    #[schema(min_length = 1, max_length = 100)]
    pub last_name: String,
    /// Gender; absent if the store does not know it.
    #[schema(schema_with = backoffice_http::openapi::gender, required = false)]
    pub gender: Option<String>,
}

/// Whether to create or to replace: one of the two is needed.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "describes what the handler reads of the headers")]
pub struct Precondition {
    /// The version to replace: its `ETag`.
    #[param(rename = "If-Match", value_type = String, required = false)]
    replaces: Option<String>,
    /// `*` to create; anything else counts for nothing.
    #[param(rename = "If-None-Match", value_type = String, required = false, example = "*")]
    creates: Option<String>,
}

/// Creates a customer (`If-None-Match: *`) or replaces what the store says of one (`If-Match`).
///
/// # Errors
/// 401, 403, 415, 428, 400, 422, 404, 412.
#[utoipa::path(
    put, path = "/api/v1/customers/{customerId}", operation_id = "putCustomer", tag = "customers",
    request_body = PutCustomer,
    params(
        ("customerId" = String, Path, description = "The store's own reference.", pattern = "^[A-Za-z0-9._-]{1,64}$"),
        Precondition,
    ),
    responses(
        (status = 200, description = "The customer.", body = CustomerBody),
        (status = 201, description = "The new customer.", body = CustomerBody),
        EditRefusals,
    ),
    extensions(("x-permission" = json!("customers.write"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::CustomersWrite).customer()).await?;
    let (expected, body) = if request.creates_only() {
        (None, request.body()?)
    } else {
        let (expected, body) = request.edit()?;
        (Some(expected), body)
    };
    let data = read(body)?;
    let id = request.customer_id().ok_or(Code::NotFound)?;
    let before = match (who.target_customer(), expected) {
        (None, None) => None,
        (None, Some(_)) => return Err(Code::NotFound.into()),
        (Some(before), Some(expected)) if expected.allows(before.version) => Some(before),
        (Some(before), _) => return Err(stale(&context.store, before).await?.into()),
    };
    let after = match before {
        None => Some(Customer::new(id, data)),
        Some(before) => before.with_data(data),
    };
    let answer = answer(&context.store, before, after.as_ref()).await?;
    let Some(after) = after else { return Ok(answer) };

    let once = who.once(&answer);
    let change = CustomerChange { before, after: &after, once: once.as_ref() };
    match context.store.put_customer(&who.acting(), &change).await {
        Ok(()) => Ok(answer),
        Err(Error::CustomerChanged(current)) => Err(stale(&context.store, &current).await?.into()),
        Err(other) => Err(other.into()),
    }
}

fn read(mut body: Body) -> Result<CustomerData, Problem> {
    let email = body.text("email", Email::parse);
    let (first_name, last_name) = (body.text("firstName", Name::parse), body.text("lastName", Name::parse));
    let gender = body.optional_text("gender", Gender::parse);
    let (email, first_name, last_name, gender) = body.finish((email, first_name, last_name, gender))?;
    Ok(CustomerData { email, first_name, last_name, gender })
}

/// The customer as they will be, or as they are if nothing changes.
async fn answer(store: &Store, before: Option<&Customer>, after: Option<&Customer>) -> Result<Answer, Stop> {
    let customer = after.or(before).ok_or(Code::NotFound)?;
    let status = if before.is_some() { StatusCode::OK } else { StatusCode::CREATED };
    let answer = Answer::json(status, &represent(store, customer).await?).etag(customer.version);
    let created = before.is_none();
    Ok(if created { answer.header("location", format!("/api/v1/customers/{}", customer.id)) } else { answer })
}

async fn represent(store: &Store, customer: &Customer) -> Result<CustomerBody, Stop> {
    let owned = store.with_owners(vec![customer.clone()]).await?;
    Ok(owned.first().map(CustomerBody::from).ok_or(Code::NotFound)?)
}

/// The customer was changed meanwhile, or exists already: what they are now, by whom and when.
async fn stale(store: &Store, current: &Customer) -> Result<Problem, Stop> {
    let edit = store.last_edit_of_customer(&current.id).await?;
    let by = edit.as_ref().and_then(|edit| edit.by.as_ref());
    let by = by.map(|editor| EditorBody { id: editor.id.to_string(), name: editor.name.clone() });
    Ok(Problem::new(Code::StaleVersion)
        .with("changedBy", json!(by))
        .with("changedAt", json!(edit.map(|edit| edit.at.to_string())))
        .with("current", json!(represent(store, current).await?)))
}
