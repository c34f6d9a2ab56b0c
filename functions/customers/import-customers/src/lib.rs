//! `POST /customers/import`: writing customers from a CSV file, each row on its own. Whose the
//! customers are stays as it is, and every value is kept exactly as the file has it.

mod rows;

use std::sync::Arc;

use backoffice_domain::{CustomerData, CustomerId, FieldError, Flaw, Permission};
use backoffice_http::openapi::{CreateRefusals, FieldProblem, OnceHeader};
use backoffice_http::{Answer, Code, Context, Needs, Request, StatusCode, Stop, guard};
use backoffice_store::customers::Imported;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use rows::Row;

/// A file of customers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportCustomers {
    /// CSV (RFC 4180) with the columns `reference`, `email`, `firstName`, `lastName`, `gender` in any
    /// order, named by its first line; at most 500 rows.
    #[schema(examples("reference,email,firstName,lastName,gender\nC-000042,ada@shop.example,Ada,Lovelace,female\n"))]
    pub csv: String,
}

/// What became of a file.
#[derive(Serialize, ToSchema)]
pub struct ImportResult {
    /// How many customers are new.
    pub created: usize,
    /// How many customers were changed.
    pub updated: usize,
    /// How many customers were like this already.
    pub unchanged: usize,
    /// How many rows were refused.
    pub refused: usize,
    /// What became of each row, in the order of the file.
    pub rows: Vec<RowResult>,
}

/// What became of a row.
#[derive(Serialize, ToSchema)]
pub struct RowResult {
    /// The row's number; the header has none, the first row is 1.
    pub row: usize,
    /// The reference as the file has it.
    pub reference: String,
    /// What became of it.
    #[schema(schema_with = result_schema)]
    pub result: Outcome,
    /// Why it was refused: what is wrong in which column.
    #[schema(value_type = Vec<FieldProblem>)]
    pub errors: Vec<Value>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The customer is new.
    Created,
    /// The customer was changed.
    Updated,
    /// The customer was like this already.
    Unchanged,
    /// Nothing was written.
    Refused,
}

fn result_schema() -> utoipa::openapi::schema::Object {
    backoffice_http::openapi::words(&["created", "updated", "unchanged", "refused"])
}

/// Writes customers from a file and says what became of each row. The same file again finds what was
/// written unchanged, so an import that was cut off is resumed by repeating it.
///
/// # Errors
/// 401, 403, 415, 400, 422.
#[utoipa::path(
    post, path = "/api/v1/customers/import", operation_id = "importCustomers", tag = "customers",
    request_body = ImportCustomers,
    params(OnceHeader),
    responses((status = 200, description = "What became of each row.", body = ImportResult), CreateRefusals),
    extensions(("x-permission" = json!("customers.write"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::CustomersWrite)).await?;
    let mut body = request.body()?;
    let csv = body.text("csv", |text| if text.is_empty() { Err(Flaw::Required) } else { Ok(text.to_owned()) });
    let (csv,) = body.finish((csv,))?;
    let rows = rows::read(&csv)?;

    let valid: Vec<(CustomerId, CustomerData)> = rows.iter().filter_map(|row| row.customer.clone().ok()).collect();
    let imported = context.store.import_customers(&who.acting(), &valid).await?;
    let answer = Answer::json(StatusCode::OK, &ImportResult::new(rows, imported));
    if let Some(once) = who.once(&answer) {
        context.store.remember(&who.acting(), &once).await?;
    }
    Ok(answer)
}

impl ImportResult {
    /// What became of each row; `imported` tells it of the rows that could be read, in their order.
    fn new(rows: Vec<Row>, imported: Vec<Imported>) -> Self {
        let mut imported = imported.into_iter();
        let rows = rows.into_iter().zip(1..).map(|(Row { reference, customer }, row)| {
            let (result, errors) = match customer {
                Err(errors) => (Outcome::Refused, errors.iter().map(problem).collect()),
                Ok(_) => outcome(imported.next()),
            };
            RowResult { row, reference, result, errors }
        });
        let rows: Vec<RowResult> = rows.collect();
        let count = |result| rows.iter().filter(|row| row.result == result).count();
        Self {
            created: count(Outcome::Created),
            updated: count(Outcome::Updated),
            unchanged: count(Outcome::Unchanged),
            refused: count(Outcome::Refused),
            rows,
        }
    }
}

fn outcome(imported: Option<Imported>) -> (Outcome, Vec<Value>) {
    match imported {
        Some(Imported::Created) => (Outcome::Created, Vec::new()),
        Some(Imported::Updated) => (Outcome::Updated, Vec::new()),
        Some(Imported::Unchanged) => (Outcome::Unchanged, Vec::new()),
        // Others are changing this customer all along: the row can be sent again.
        Some(Imported::Contended) | None => {
            (Outcome::Refused, vec![json!({ "pointer": "", "code": Code::WriteConflict.as_str(), "params": {} })])
        }
    }
}

fn problem(error: &FieldError) -> Value {
    json!({ "pointer": error.pointer, "code": error.flaw.code(), "params": error.flaw.params() })
}
