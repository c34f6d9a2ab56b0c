//! What an assignment changes, decided from everything as it was read.

use std::collections::{BTreeMap, HashMap};

use backoffice_domain::{Customer, CustomerId, Status, User, UserId};

use super::{Assigned, Assignment, OwnedCustomer};

/// What changes; customers that are already as they shall be are left out.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// Customers that become the user's.
    pub(super) assigned: Vec<&'a Customer>,
    /// Customers of the user that become free.
    pub(super) unassigned: Vec<&'a Customer>,
    /// Which of `assigned` were a deleted user's, by that user.
    pub(super) takeovers: BTreeMap<UserId, Vec<CustomerId>>,
}

/// Decides what changes; names every customer that belongs to another user who is not deleted.
/// `owners` are all owners but the user.
pub(super) fn decide<'a>(
    assignment: &'a Assignment,
    owners: &HashMap<UserId, User>,
) -> Result<Plan<'a>, Vec<OwnedCustomer>> {
    let (mut plan, mut taken) = (Plan::default(), Vec::new());
    let user = assignment.user.id;
    let others = |customer: &Customer| {
        let owner = customer.owner.filter(|owner| *owner != user).map(|owner| owners.get(&owner));
        let owner = owner.filter(|owner| owner.is_none_or(|owner| owner.status != Status::Deleted));
        owner.map(|owner| OwnedCustomer { customer: customer.clone(), owner: owner.cloned() })
    };
    for customer in assignment.assign.iter().filter(|customer| customer.owner != Some(user)) {
        if let Some(conflict) = others(customer) {
            taken.push(conflict);
            continue;
        }
        if let Some(deleted) = customer.owner {
            plan.takeovers.entry(deleted).or_default().push(customer.id.clone());
        }
        plan.assigned.push(customer);
    }
    for customer in &assignment.unassign {
        match others(customer) {
            Some(conflict) => taken.push(conflict),
            None if customer.owner == Some(user) => plan.unassigned.push(customer),
            // Nobody's, or a deleted user's: not this user's to give away.
            None => {}
        }
    }
    if taken.is_empty() { Ok(plan) } else { Err(taken) }
}

impl<'a> Plan<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.assigned.is_empty() && self.unassigned.is_empty()
    }

    /// Each customer that changes, as they were and as they shall be.
    pub(super) fn moves(&self, user: UserId) -> impl Iterator<Item = (&'a Customer, Customer)> {
        let gained = self.assigned.iter().map(move |customer| (*customer, customer.with_owner(Some(user))));
        let lost = self.unassigned.iter().map(|customer| (*customer, customer.with_owner(None)));
        gained.chain(lost)
    }

    /// By how much the user's count moves.
    pub(super) fn count_moves_by(&self) -> i64 {
        count(self.assigned.len()) - count(self.unassigned.len())
    }

    /// What the change comes to for a user as they were read.
    pub(super) fn outcome(&self, user: &User) -> Assigned {
        let ids = |customers: &[&Customer]| customers.iter().map(|customer| customer.id.clone()).collect();
        Assigned {
            assigned: ids(&self.assigned),
            unassigned: ids(&self.unassigned),
            customer_count: user.customer_count.saturating_add_signed(self.count_moves_by()),
        }
    }
}

/// A number of customers as an amount to add; a call changes a few.
pub(super) fn count(customers: usize) -> i64 {
    i64::try_from(customers).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use backoffice_domain::{CustomerData, Email, Language, Name};
    use jiff::Timestamp;
    use uuid::Uuid;

    fn user(number: u128, status: Status) -> User {
        User {
            id: UserId::new(Uuid::from_u128(number)),
            email: Email::parse("ada@shop.example").expect("email"),
            first_name: Name::parse("Ada").expect("name"),
            last_name: Name::parse("Lovelace").expect("name"),
            status,
            groups: Vec::new(),
            agent: false,
            language: Language::English,
            customer_count: 7,
            lost_customers: 0,
            session_epoch: 0,
            version: 1,
            last_sign_in_at: None,
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
            updated_by: None,
        }
    }

    fn customer(id: &str, owner: Option<&User>) -> Customer {
        let data = CustomerData {
            email: Email::parse("grace@shop.example").expect("email"),
            first_name: Name::parse("Grace").expect("name"),
            last_name: Name::parse("Hopper").expect("name"),
            gender: None,
        };
        let customer = Customer::new(CustomerId::parse(id).expect("reference"), data);
        customer.with_owner(owner.map(|owner| owner.id))
    }

    /// The user whose customers change, another one, and a deleted one.
    fn three() -> [User; 3] {
        [user(1, Status::Active), user(2, Status::Deactivated), user(3, Status::Deleted)]
    }

    fn ids(customers: &[&Customer]) -> Vec<String> {
        customers.iter().map(|customer| customer.id.to_string()).collect()
    }

    #[test]
    fn free_and_deleted_users_customers_are_assigned_own_ones_are_already() {
        let [user, other, deleted] = three();
        let assign =
            vec![customer("free", None), customer("own", Some(&user)), customer("left-behind", Some(&deleted))];
        let owners = HashMap::from([(other.id, other), (deleted.id, deleted.clone())]);
        let assignment = Assignment { user, assign, unassign: Vec::new() };

        let plan = decide(&assignment, &owners).expect("a plan");

        assert_eq!(ids(&plan.assigned), ["free", "left-behind"]);
        let taken = vec![CustomerId::parse("left-behind").expect("reference")];
        assert_eq!(plan.takeovers, BTreeMap::from([(deleted.id, taken)]));
        assert_eq!((plan.count_moves_by(), plan.outcome(&assignment.user).customer_count), (2, 9));
    }

    #[test]
    fn only_own_customers_are_unassigned() {
        let [user, _, deleted] = three();
        let unassign =
            vec![customer("own", Some(&user)), customer("free", None), customer("left-behind", Some(&deleted))];
        let owners = HashMap::from([(deleted.id, deleted)]);
        let assignment = Assignment { user, assign: Vec::new(), unassign };

        let plan = decide(&assignment, &owners).expect("a plan");

        assert_eq!(ids(&plan.unassigned), ["own"]);
        assert!(plan.takeovers.is_empty());
        assert_eq!(plan.outcome(&assignment.user).customer_count, 6);
    }

    #[test]
    fn r34_every_customer_of_somebody_else_is_named() {
        let [user, other, _] = three();
        let assign = vec![customer("free", None), customer("theirs", Some(&other))];
        let unassign = vec![customer("theirs-too", Some(&other))];
        let owners = HashMap::from([(other.id, other.clone())]);
        let assignment = Assignment { user, assign, unassign };

        let taken = decide(&assignment, &owners).expect_err("a conflict");

        let named: Vec<(&str, Option<&User>)> =
            taken.iter().map(|taken| (taken.customer.id.as_str(), taken.owner.as_ref())).collect();
        assert_eq!(named, [("theirs", Some(&other)), ("theirs-too", Some(&other))]);
    }

    #[test]
    fn what_is_so_already_changes_nothing() {
        let [user, ..] = three();
        let assign = vec![customer("own", Some(&user))];
        let assignment = Assignment { user, assign, unassign: vec![customer("free", None)] };
        assert!(decide(&assignment, &HashMap::new()).is_ok_and(|plan| plan.is_empty()));
    }
}
