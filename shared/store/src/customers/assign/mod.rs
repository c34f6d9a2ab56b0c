//! Assigning customers to a user: all of a call's changes or none, each on condition of its owner.

mod plan;

use std::collections::HashMap;

use backoffice_domain::audit::{Action, Change};
use backoffice_domain::{Customer, CustomerId, Status, User, UserId};
use serde_json::Value;

use super::OwnedCustomer;
use super::change::is_as_read;
use super::owned::users_of;
use crate::audit::Subject;
use crate::edge::{Condition, Key, MAX_WRITES, Store, Transaction, number, pause, string};
use crate::records::customer::CustomerRecord;
use crate::records::user::UserRecord;
use crate::{Acting, Conflict, Error, Once, keys};
use plan::Plan;

/// The most changes of one call: keeps it within one transaction.
pub const MAX_CHANGES: usize = 25;
/// How many customers of as many deleted users fit: each takes four writes, besides the idempotency
/// key, the actor, the user and the user's event.
const MAX_TAKEOVERS: usize = (MAX_WRITES - 4) / 4;
/// How often a call is decided anew because customers got another owner meanwhile, or the user other
/// customers.
const ATTEMPTS: u32 = 8;

/// What somebody wants changed, with everything as it was read.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// Whose customers they shall be, or shall no longer be.
    pub user: User,
    /// Customers to assign.
    pub assign: Vec<Customer>,
    /// Customers to unassign.
    pub unassign: Vec<Customer>,
}

/// What was changed; what was so already is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// Customers that were assigned.
    pub assigned: Vec<CustomerId>,
    /// Customers that were unassigned.
    pub unassigned: Vec<CustomerId>,
    /// How many customers the user has then.
    pub customer_count: u64,
}

impl Store {
    /// Assigns and unassigns customers, or changes nothing. Assigning one's own again, or unassigning
    /// one who is not the user's but free, changes nothing of that customer.
    ///
    /// `once` makes the answer to remember under an idempotency key.
    ///
    /// # Errors
    /// [`Error::Repeated`] and [`Error::KeyReused`] for the idempotency key, [`Error::ActorChanged`],
    /// [`Error::UserDeleted`], [`Error::CustomersTaken`] with every customer that belongs to another
    /// user, [`Error::TooManyTakeovers`]; the store is busy or unavailable.
    pub async fn assign_customers(
        &self,
        acting: &Acting,
        assignment: Assignment,
        once: impl Fn(&Assigned) -> Option<Once>,
    ) -> Result<Assigned, Error> {
        let mut assignment = assignment;
        for attempt in 1..=ATTEMPTS {
            match self.try_assign(acting, &assignment, &once).await {
                // Somebody was quicker: what is still possible shows when all is read again.
                Err(Error::CustomerChanged(_) | Error::UserChanged(_)) => {
                    pause(attempt).await;
                    assignment = self.read_again(assignment).await?;
                }
                other => return other,
            }
        }
        Err(Error::Contended)
    }

    async fn try_assign(
        &self,
        acting: &Acting,
        assignment: &Assignment,
        once: impl Fn(&Assigned) -> Option<Once>,
    ) -> Result<Assigned, Error> {
        let owners = self.other_owners(assignment).await?;
        let plan = plan::decide(assignment, &owners).map_err(Error::CustomersTaken)?;
        let assigned = plan.outcome(&assignment.user);
        if plan.is_empty() {
            return Ok(assigned);
        }
        let acting = &acting.naming(names(assignment, &owners));
        let mut transaction = self.transaction();
        Once::remember(once(&assigned).as_ref(), acting.now, &mut transaction)?;
        write_user(acting, &assignment.user, &plan, &mut transaction)?;
        for (before, after) in plan.moves(assignment.user.id) {
            write_owner(acting, before, &after, &mut transaction)?;
        }
        for (owner, lost) in &plan.takeovers {
            let owner = owners.get(owner).ok_or_else(|| Error::Fault("an owner nobody has read".to_owned()))?;
            write_takeover(acting, owner, lost, &mut transaction)?;
        }
        if transaction.len() > MAX_WRITES {
            return Err(Error::TooManyTakeovers { max: MAX_TAKEOVERS });
        }
        self.commit(transaction).await.map(|()| assigned)
    }

    /// The owners that are not the user; as they are at this moment, since who is deleted decides.
    async fn other_owners(&self, assignment: &Assignment) -> Result<HashMap<UserId, User>, Error> {
        let customers = assignment.assign.iter().chain(&assignment.unassign);
        let mut owners: Vec<UserId> =
            customers.filter_map(|customer| customer.owner).filter(|owner| *owner != assignment.user.id).collect();
        owners.sort_unstable();
        owners.dedup();
        let keys: Vec<Key> = owners.into_iter().map(keys::user).collect();
        users_of(&self.read_strongly(&keys).await?)
    }

    async fn read_again(&self, assignment: Assignment) -> Result<Assignment, Error> {
        let Assignment { user, assign, unassign } = assignment;
        let customers = assign.iter().chain(&unassign).map(|customer| keys::customer(&customer.id));
        let keys: Vec<Key> = customers.chain([keys::user(user.id)]).collect();
        let items = self.read_strongly(&keys).await?;
        let now = |customers: Vec<Customer>| -> Result<Vec<Customer>, Error> {
            let now = |id: CustomerId| match items.get(&keys::customer(&id)) {
                Some(item) => CustomerRecord::read(item),
                None => Err(Error::CustomerMissing(id)),
            };
            customers.into_iter().map(|customer| now(customer.id)).collect()
        };
        let user = items.get(&keys::user(user.id)).map(UserRecord::read).ok_or(Error::UserMissing)??;
        Ok(Assignment { user, assign: now(assign)?, unassign: now(unassign)? })
    }
}

/// The names of everybody whom the events mention.
fn names(assignment: &Assignment, owners: &HashMap<UserId, User>) -> Vec<(String, String)> {
    let customers = assignment.assign.iter().chain(&assignment.unassign);
    let customers = customers.map(|customer| (customer.id.to_string(), customer.full_name()));
    let users = owners.values().chain([&assignment.user]).map(|user| (user.id.to_string(), user.full_name()));
    customers.chain(users).collect()
}

/// Counts the user's customers, on condition that the user may have any, and records what changes.
fn write_user(acting: &Acting, user: &User, plan: &Plan, transaction: &mut Transaction) -> Result<(), Error> {
    let mut condition = has_as_many(user);
    if acting.user_id() == Some(user.id) {
        // One item cannot take part twice: the actor's condition joins the count.
        condition = acting.unchanged().map(|unchanged| unchanged.and(has_as_many(user))).unwrap_or(condition);
    } else {
        acting.check(transaction);
    }
    transaction.add(keys::user(user.id), &[("customerCount", plan.count_moves_by())], condition);
    let change = |from, to| Change { field: "customers", from, to };
    let id = |customer: &Customer| Value::from(customer.id.as_str());
    let gained = plan.assigned.iter().map(|customer| change(Value::Null, id(customer)));
    let lost = plan.unassigned.iter().map(|customer| change(id(customer), Value::Null));
    let action = if plan.assigned.is_empty() { Action::CustomerUnassigned } else { Action::CustomerAssigned };
    acting.record(transaction, &Subject::User(user), action, gained.chain(lost).collect())
}

/// Gives a customer another owner, or none, on condition that they are as they were read.
fn write_owner(
    acting: &Acting,
    before: &Customer,
    after: &Customer,
    transaction: &mut Transaction,
) -> Result<(), Error> {
    transaction.update(&CustomerRecord::write(before)?, &CustomerRecord::write(after)?, is_as_read(before));
    let action = if after.owner.is_some() { Action::CustomerAssigned } else { Action::CustomerUnassigned };
    acting.record(transaction, &Subject::Customer(after), action, after.changes_since(Some(before)))
}

/// Takes customers off a deleted user's count, on condition that the user is still deleted. The event
/// is what a restored user learns from which customers are lost; that there are any, the user's item says.
fn write_takeover(
    acting: &Acting,
    owner: &User,
    lost: &[CustomerId],
    transaction: &mut Transaction,
) -> Result<(), Error> {
    let count = plan::count(lost.len());
    transaction.add(keys::user(owner.id), &[("customerCount", -count), ("lostCustomers", count)], still_deleted());
    let lost = lost.iter().map(|id| Change { field: "customers", from: id.as_str().into(), to: Value::Null });
    acting.record(transaction, &Subject::User(owner), Action::CustomerUnassigned, lost.collect())
}

/// The user may have customers, and has as many as were read: the answer says how many there are then.
fn has_as_many(user: &User) -> Condition {
    let count = user.customer_count;
    let values = [(":deleted", string(Status::Deleted.as_str())), (":count", number(count))];
    Condition::new("#status <> :deleted AND #customerCount = :count", values, move |item| {
        match item.map(UserRecord::read) {
            None => Some(Error::UserMissing),
            Some(Err(error)) => Some(error),
            Some(Ok(current)) if current.status == Status::Deleted => Some(Error::UserDeleted),
            Some(Ok(current)) if current.customer_count == count => None,
            Some(Ok(current)) => Some(Error::UserChanged(Box::new(Conflict { current }))),
        }
    })
}

fn still_deleted() -> Condition {
    let deleted = [(":deleted", string(Status::Deleted.as_str()))];
    Condition::new("#status = :deleted", deleted, |item| match item.map(UserRecord::read) {
        None => Some(Error::UserMissing),
        Some(Err(error)) => Some(error),
        Some(Ok(current)) if current.status == Status::Deleted => None,
        Some(Ok(current)) => Some(Error::UserChanged(Box::new(Conflict { current }))),
    })
}
