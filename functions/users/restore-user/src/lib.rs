//! `POST /users/{userId}/restore`: bringing a deleted user back, deactivated.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::{GroupId, Permission, Status, User};
use backoffice_http::openapi::{ActRefusals, OnceHeader, VersionHeader};
use backoffice_http::represent::{CustomerRef, GroupRef, OwnerBody, UserBody};
use backoffice_http::{Admitted, Answer, Code, Context, Needs, Request, StatusCode, Stop, guard};
use backoffice_store::customers::OwnedCustomer;
use backoffice_store::users::UserChange;
use serde::Serialize;
use utoipa::ToSchema;

/// A restored user.
#[derive(Serialize, ToSchema)]
pub struct RestoredUser {
    /// The user, deactivated.
    #[serde(flatten)]
    pub user: UserBody,
    /// What came back, and what did not.
    pub restored: Restored,
}

/// What came back with a user, and what did not.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    /// How many customers are theirs again.
    pub customers: u64,
    /// Customers that others took over meanwhile, newest first; of very many, the newest.
    pub lost_customers: Vec<LostCustomerBody>,
    /// Groups that exist no more, by the names they had.
    pub lost_groups: Vec<GroupRef>,
}

/// A customer that somebody took over.
#[derive(Serialize, ToSchema)]
#[schema(as = LostCustomer)]
pub struct LostCustomerBody {
    /// The customer.
    #[serde(flatten)]
    pub customer: CustomerRef,
    /// Whose the customer is now, if anybody's.
    #[schema(required)]
    pub owner: Option<OwnerBody>,
}

impl From<OwnedCustomer> for LostCustomerBody {
    fn from(lost: OwnedCustomer) -> Self {
        Self { customer: CustomerRef::from(&lost.customer), owner: lost.owner.as_ref().map(OwnerBody::from) }
    }
}

/// Restores a deleted user with every group that still exists and every customer nobody took.
///
/// # Errors
/// 401, 403, 428, 404, 412; 409 if the user is not deleted.
#[utoipa::path(
    post, path = "/api/v1/users/{userId}/restore", operation_id = "restoreUser", tag = "users",
    params(
        ("userId" = String, Path, description = "The user's id.", format = Uuid),
        VersionHeader,
        OnceHeader,
    ),
    responses((status = 200, description = "The user, deactivated, and what could not be brought back.", body = RestoredUser), ActRefusals),
    extensions(("x-permission" = json!("users.set-status"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::UsersSetStatus).user()).await?;
    let expected = request.if_match()?;
    let before = &who.target_user_of(&expected)?.clone();
    who.check_holds_as_much_as(before)?;
    if before.status != Status::Deleted {
        return Err(Code::UserNotDeleted.into());
    }
    let (kept, lost): (Vec<GroupId>, Vec<GroupId>) =
        before.groups.iter().partition(|group| who.policy.grant(**group).is_some());
    let after = User { groups: kept, ..before.clone() };
    let after =
        after.with_status(Status::Deactivated, &who.user.editor(), request.now()).ok_or(Code::UserNotDeleted)?;
    let lost_customers = context.store.lost_customers(before).await?;
    let lost_groups: Vec<GroupRef> = context.store.lost_groups(&lost).await?.into_iter().map(GroupRef::from).collect();

    let answer = answer(&who, &after, lost_customers, lost_groups.clone());
    let change =
        UserChange { action: Action::UserRestored, before: Some(before), after: &after, hash: None, once: None };
    let who = who.naming(lost_groups.into_iter().map(|GroupRef { id, name }| (id, name)));
    who.change_user(&context.store, change, answer).await
}

fn answer(who: &Admitted, user: &User, lost_customers: Vec<OwnedCustomer>, lost_groups: Vec<GroupRef>) -> Answer {
    let restored = Restored {
        customers: user.customer_count,
        lost_customers: lost_customers.into_iter().map(LostCustomerBody::from).collect(),
        lost_groups,
    };
    Answer::json(StatusCode::OK, &RestoredUser { user: who.represent(user), restored }).etag(user.version)
}
