//! `PATCH /users/{userId}/customers`: assigning customers to a user and unassigning them; all of a
//! call's changes or none.

use std::collections::HashMap;
use std::sync::Arc;

use backoffice_domain::{Customer, CustomerId, FieldError, Flaw, Permission, Status};
use backoffice_http::openapi::{OnceHeader, PartEditRefusals};
use backoffice_http::represent::{CustomerRef, OwnerBody};
use backoffice_http::{Admitted, Answer, Body, Code, Context, Needs, Problem, Request, StatusCode, Stop, guard};
use backoffice_store::Error;
use backoffice_store::customers::{Assigned, Assignment, MAX_CHANGES, OwnedCustomer};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

/// Customers to assign and to unassign: 25 at most together, each once.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignCustomers {
    /// References of customers to assign: free ones, or those of a deleted user.
    #[schema(nullable = false, max_items = 25)]
    pub assign: Option<Vec<String>>,
    /// References of customers to unassign.
    #[schema(nullable = false, max_items = 25)]
    pub unassign: Option<Vec<String>>,
}

/// What was changed; what was so already is left out.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AssignedCustomers {
    /// References of the customers that were assigned.
    pub assigned: Vec<String>,
    /// References of the customers that were unassigned.
    pub unassigned: Vec<String>,
    /// How many customers the user has now.
    pub customer_count: u64,
}

impl From<&Assigned> for AssignedCustomers {
    fn from(done: &Assigned) -> Self {
        let ids = |ids: &[CustomerId]| ids.iter().map(ToString::to_string).collect();
        Self { assigned: ids(&done.assigned), unassigned: ids(&done.unassigned), customer_count: done.customer_count }
    }
}

/// Assigns and unassigns customers, on condition that each is free, the user's own, or a deleted
/// user's. Assigning one's own again or unassigning a free one changes nothing.
///
/// # Errors
/// 401, 403, 415, 400, 422, 404; 409 for a deleted user, or with every customer of another user.
#[utoipa::path(
    patch, path = "/api/v1/users/{userId}/customers", operation_id = "assignCustomers", tag = "customers",
    request_body = AssignCustomers,
    params(
        ("userId" = String, Path, description = "The user's id.", format = Uuid),
        OnceHeader,
    ),
    responses((status = 200, description = "What was changed.", body = AssignedCustomers), PartEditRefusals),
    extensions(("x-permission" = json!("users.assign-customers"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::UsersAssignCustomers).user()).await?;
    let asked = Asked::read(request.body()?)?;
    let (assign, unassign) = asked.find(context.store.customers(&asked.all()).await?)?;
    let user = who.target_user()?.clone();
    if user.status == Status::Deleted {
        return Err(Code::UserDeleted.into());
    }

    let once = |done: &Assigned| who.once(&answer(done));
    match context.store.assign_customers(&who.acting(), Assignment { user, assign, unassign }, once).await {
        Ok(done) => Ok(answer(&done)),
        Err(Error::CustomersTaken(taken)) => Err(taken_by_others(&who, &taken).into()),
        Err(Error::TooManyTakeovers { max }) => {
            Err(Problem::fields([FieldError::new("/assign", Flaw::TooMany { max })]).into())
        }
        Err(other) => Err(other.into()),
    }
}

fn answer(done: &Assigned) -> Answer {
    Answer::json(StatusCode::OK, &AssignedCustomers::from(done))
}

/// The conflicts, with names for those who may read customers.
fn taken_by_others(who: &Admitted, taken: &[OwnedCustomer]) -> Problem {
    let named = who.permissions.has(Permission::CustomersRead);
    let conflict = |OwnedCustomer { customer, owner }: &OwnedCustomer| {
        if named {
            json!({ "customer": CustomerRef::from(customer), "owner": owner.as_ref().map(OwnerBody::from) })
        } else {
            json!({ "customer": { "id": customer.id }, "owner": null })
        }
    };
    let conflicts: Vec<Value> = taken.iter().map(conflict).collect();
    Problem::new(Code::CustomerAlreadyAssigned).with("conflicts", conflicts)
}

/// The body, understood.
struct Asked {
    assign: Vec<CustomerId>,
    unassign: Vec<CustomerId>,
}

impl Asked {
    fn read(mut body: Body) -> Result<Self, Problem> {
        // What cannot be a reference is nobody's.
        let reference = |text: &str| CustomerId::parse(text).map_err(|_| Flaw::UnknownCustomer);
        let assign = body.optional_list("assign", (0, MAX_CHANGES), reference).map(Option::unwrap_or_default);
        let unassign = body.optional_list("unassign", (0, MAX_CHANGES), reference).map(Option::unwrap_or_default);
        if let (Some(assign), Some(unassign)) = (&assign, &unassign) {
            for (place, _) in unassign.iter().enumerate().filter(|(_, id)| assign.contains(id)) {
                body.refuse::<()>(&format!("unassign/{place}"), Flaw::Duplicate);
            }
            if assign.len() + unassign.len() > MAX_CHANGES {
                body.refuse::<()>("assign", Flaw::TooMany { max: MAX_CHANGES });
            }
        }
        let (assign, unassign) = body.finish((assign, unassign))?;
        Ok(Self { assign, unassign })
    }

    fn all(&self) -> Vec<CustomerId> {
        self.assign.iter().chain(&self.unassign).cloned().collect()
    }

    /// The customers as they were read; refuses every one that does not exist.
    fn find(&self, mut known: HashMap<CustomerId, Customer>) -> Result<(Vec<Customer>, Vec<Customer>), Problem> {
        let mut errors = Vec::new();
        let mut take = |name: &str, ids: &[CustomerId]| -> Vec<Customer> {
            let mut found = Vec::with_capacity(ids.len());
            for (place, id) in ids.iter().enumerate() {
                match known.remove(id) {
                    Some(customer) => found.push(customer),
                    None => errors.push(FieldError::new(format!("/{name}/{place}"), Flaw::UnknownCustomer)),
                }
            }
            found
        };
        let found = (take("assign", &self.assign), take("unassign", &self.unassign));
        if errors.is_empty() { Ok(found) } else { Err(Problem::fields(errors)) }
    }
}
