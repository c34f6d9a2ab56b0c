//! What users and customers ought to be: the rules once more, in memory, as simply as they can be said.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use Outcome::{Done, Refused};

/// A user as they ought to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct User {
    /// Known once they are created.
    pub(super) id: String,
    pub(super) email: String,
    pub(super) last_name: String,
    pub(super) agent: bool,
    pub(super) groups: BTreeSet<&'static str>,
    pub(super) status: &'static str,
    pub(super) version: u64,
}

/// A customer as they ought to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Customer {
    pub(super) reference: String,
    pub(super) last_name: String,
    pub(super) version: u64,
    /// The number of the user who owns them.
    pub(super) owner: Option<usize>,
}

/// Everybody, and whose session holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Model {
    pub(super) users: Vec<User>,
    pub(super) customers: Vec<Customer>,
    /// Of the clients, who are the first of the users: whether they are signed in.
    pub(super) signed_in: Vec<bool>,
}

/// What somebody wants to change.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Somebody new, with this e-mail.
    Create { email: String, last_name: String },
    /// Other names, whether an agent, other groups.
    Edit { user: usize, last_name: String, agent: bool, groups: BTreeSet<&'static str> },
    /// Another e-mail.
    Move { user: usize, email: String },
    /// `activate`, `deactivate`, `restore` or `delete`.
    Status { user: usize, action: &'static str },
    /// Customers to assign and to give back.
    Assign { user: usize, assign: BTreeSet<usize>, unassign: BTreeSet<usize> },
    /// Another name for a customer.
    Write { customer: usize, last_name: String },
}

/// What ought to come of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// It happens.
    Done(u16),
    /// It is refused.
    Refused(u16, &'static str),
}

impl Model {
    /// What comes of a step of a client, based on the right version or on one that has passed.
    pub(super) fn take(&mut self, client: usize, step: &Step, is_stale: bool) -> Outcome {
        if !self.signed_in[client] {
            return Refused(401, "session_required");
        }
        match step {
            Step::Create { email, last_name } => self.create(email, last_name),
            Step::Edit { user, last_name, agent, groups } => self.edit(*user, is_stale, |of| {
                of.last_name.clone_from(last_name);
                of.groups.clone_from(groups);
                of.agent = *agent;
            }),
            Step::Move { user, email } => {
                let is_taken = self.users.iter().enumerate().any(|(other, of)| other != *user && of.email == *email);
                match self.check(*user, is_stale) {
                    None if is_taken => Refused(409, "email_taken"),
                    _ => self.edit(*user, is_stale, |of| of.email.clone_from(email)),
                }
            }
            Step::Status { user, action } => self.set_status(*user, action, is_stale),
            Step::Assign { user, assign, unassign } => self.assign(*user, assign, unassign),
            Step::Write { customer, last_name } => {
                let customer = &mut self.customers[*customer];
                if is_stale {
                    return Refused(412, "stale_version");
                }
                customer.last_name.clone_from(last_name);
                customer.version += 1;
                Done(200)
            }
        }
    }

    fn create(&mut self, email: &str, last_name: &str) -> Outcome {
        if self.users.iter().any(|user| user.email == email) {
            return Refused(409, "email_taken");
        }
        self.users.push(User {
            id: String::new(),
            email: email.to_owned(),
            last_name: last_name.to_owned(),
            agent: false,
            groups: ["Content editors"].into(),
            status: "active",
            version: 1,
        });
        Done(201)
    }

    /// Why a user cannot be edited.
    fn check(&self, user: usize, is_stale: bool) -> Option<Outcome> {
        match (is_stale, self.users[user].status) {
            (true, _) => Some(Refused(412, "stale_version")),
            (false, "deleted") => Some(Refused(409, "user_deleted")),
            _ => None,
        }
    }

    fn edit(&mut self, user: usize, is_stale: bool, change: impl FnOnce(&mut User)) -> Outcome {
        if let Some(refusal) = self.check(user, is_stale) {
            return refusal;
        }
        let user = &mut self.users[user];
        let before = user.clone();
        change(user);
        user.version += u64::from(*user != before);
        Done(200)
    }

    fn set_status(&mut self, user: usize, action: &str, is_stale: bool) -> Outcome {
        let status = self.users[user].status;
        let next = match (action, status) {
            _ if is_stale => return Refused(412, "stale_version"),
            ("restore", "deleted") => "deactivated",
            ("restore", _) => return Refused(409, "user_not_deleted"),
            (_, "deleted") => return Refused(409, "user_deleted"),
            ("delete", _) => "deleted",
            ("deactivate", _) => "deactivated",
            _ => "active",
        };
        if next != status {
            self.users[user].status = next;
            self.users[user].version += 1;
            if let Some(is_signed_in) = self.signed_in.get_mut(user) {
                *is_signed_in = false;
            }
        }
        Done(200)
    }

    fn assign(&mut self, user: usize, assign: &BTreeSet<usize>, unassign: &BTreeSet<usize>) -> Outcome {
        if self.users[user].status == "deleted" {
            return Refused(409, "user_deleted");
        }
        let is_free = |owner: usize| owner == user || self.users[owner].status == "deleted";
        if !assign.iter().chain(unassign).all(|customer| self.customers[*customer].owner.is_none_or(is_free)) {
            return Refused(409, "customer_already_assigned");
        }
        for customer in assign {
            self.customers[*customer].owner = Some(user);
        }
        for customer in unassign {
            let owner = &mut self.customers[*customer].owner;
            *owner = owner.filter(|owner| *owner != user);
        }
        Done(200)
    }

    /// How many customers somebody owns.
    pub(super) fn count(&self, user: usize) -> usize {
        self.customers.iter().filter(|customer| customer.owner == Some(user)).count()
    }

    /// A user as the API ought to show them, in part.
    pub(super) fn user(&self, number: usize) -> Value {
        let user = &self.users[number];
        json!({
            "email": user.email, "lastName": user.last_name, "agent": user.agent, "status": user.status,
            "version": user.version, "groups": user.groups, "customerCount": self.count(number),
        })
    }

    /// A customer as the API ought to show them, in part.
    pub(super) fn customer(&self, number: usize) -> Value {
        let Customer { reference, last_name, version, owner } = &self.customers[number];
        let owner = owner.map(|owner| self.users[owner].id.clone());
        json!({ "id": reference, "lastName": last_name, "version": version, "owner": owner })
    }
}
