//! Groups, the compiled policy, and the counts.

use std::collections::BTreeMap;

use backoffice_domain::access::Grant;
use backoffice_domain::{Group, GroupId, Permissions, Policy, Status, User, UserId};
use serde::{Deserialize, Serialize};

use crate::edge::{Condition, Item, Key, Transaction, number};
use crate::{Error, keys};

/// A group's definition.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GroupRecord {
    pk: String,
    sk: String,
    id: GroupId,
    name: String,
    description: String,
    member_count: u64,
}

impl GroupRecord {
    pub(crate) fn write(group: &Group) -> Result<Item, Error> {
        let Key { pk, sk } = keys::group(group.id);
        let Group { id, name, description, member_count } = group.clone();
        Ok(serde_dynamo::to_item(Self { pk, sk, id, name, description, member_count })?)
    }

    pub(crate) fn read(item: Item) -> Result<Group, Error> {
        let Self { id, name, description, member_count, .. } = serde_dynamo::from_item(item)?;
        Ok(Group { id, name, description, member_count })
    }
}

/// A user's place in a group.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MemberRecord {
    pk: String,
    sk: String,
    pub(crate) user_id: UserId,
}

impl MemberRecord {
    pub(crate) fn write(group: GroupId, user_id: UserId) -> Result<Item, Error> {
        let Key { pk, sk } = keys::member(group, user_id);
        Ok(serde_dynamo::to_item(Self { pk, sk, user_id })?)
    }

    pub(crate) fn read(item: Item) -> Result<Self, Error> {
        Ok(serde_dynamo::from_item(item)?)
    }
}

/// The compiled policy.
#[derive(Serialize, Deserialize)]
pub(crate) struct PolicyRecord {
    pk: String,
    sk: String,
    grants: BTreeMap<String, GrantRecord>,
}

#[derive(Serialize, Deserialize)]
struct GrantRecord {
    name: String,
    allow: u64,
    deny: u64,
}

impl PolicyRecord {
    pub(crate) fn write(policy: &Policy) -> Result<Item, Error> {
        let Key { pk, sk } = keys::policy();
        let grants = policy
            .grants()
            .map(|(group, grant)| {
                (
                    group.to_string(),
                    GrantRecord { name: grant.name.clone(), allow: grant.allow.bits(), deny: grant.deny.bits() },
                )
            })
            .collect();
        Ok(serde_dynamo::to_item(Self { pk, sk, grants })?)
    }

    pub(crate) fn read(item: Item) -> Result<Policy, Error> {
        let record: Self = serde_dynamo::from_item(item)?;
        let grants = record.grants.into_iter().map(|(group, grant)| {
            let group =
                GroupId::parse(&group).map_err(|flaw| Error::Fault(format!("a group id in the policy: {flaw:?}")))?;
            let (allow, deny) = (Permissions::from_bits(grant.allow), Permissions::from_bits(grant.deny));
            Ok((group, Grant { name: grant.name, allow, deny }))
        });
        Ok(Policy::new(grants.collect::<Result<Vec<_>, Error>>()?))
    }
}

/// How many users there are, by status, and how many active administrators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Headcount {
    /// Active users who are administrators.
    pub active_administrators: u64,
    /// Active users.
    pub active: u64,
    /// Deactivated users.
    pub deactivated: u64,
    /// Deleted users.
    pub deleted: u64,
}

const ADMINISTRATORS: &str = "activeAdministrators";

impl Headcount {
    pub(crate) fn read(item: Item) -> Result<Self, Error> {
        Ok(serde_dynamo::from_item(item)?)
    }

    /// How many users have `status`.
    pub fn of(self, status: Status) -> u64 {
        match status {
            Status::Active => self.active,
            Status::Deactivated => self.deactivated,
            Status::Deleted => self.deleted,
        }
    }

    /// Adds what a user's change does to the counts, if anything. One active administrator has to
    /// stay: taking one away needs two.
    pub(crate) fn move_user(transaction: &mut Transaction, before: Option<&User>, after: &User) {
        let mut amounts = Vec::new();
        let administrators =
            i64::from(after.is_active_administrator()) - i64::from(before.is_some_and(User::is_active_administrator));
        if administrators != 0 {
            amounts.push((ADMINISTRATORS, administrators));
        }
        if before.map(|user| user.status) != Some(after.status) {
            amounts.extend(before.map(|user| (user.status.as_str(), -1)));
            amounts.push((after.status.as_str(), 1));
        }
        if amounts.is_empty() {
            return;
        }
        let condition = if administrators < 0 {
            Condition::new(format!("#{ADMINISTRATORS} > :one"), [(":one", number(1))], |item| {
                let count = item.and_then(|item| Self::read(item.clone()).ok()).unwrap_or_default();
                (count.active_administrators <= 1).then_some(Error::LastAdministrator)
            })
        } else {
            Condition::present(|| Error::Fault("the store has not been prepared: there are no counts".to_owned()))
        };
        transaction.add(keys::headcount(), &amounts, condition);
    }

    /// The counts of a store without users.
    pub(crate) fn nobody() -> Item {
        let mut item = keys::headcount().item();
        item.extend([ADMINISTRATORS, "active", "deactivated", "deleted"].map(|count| (count.to_owned(), number(0))));
        item
    }

    /// Counts the first administrator, on condition that there is none.
    pub(crate) fn first_administrator(transaction: &mut Transaction, user: &User) -> Result<(), Error> {
        if !user.is_active_administrator() {
            return Err(Error::Fault("the first user is no active administrator".to_owned()));
        }
        let none = Condition::new("#activeAdministrators = :none", [(":none", number(0))], |item| {
            let count = item.and_then(|item| Self::read(item.clone()).ok());
            count.is_none_or(|count| count.active_administrators > 0).then_some(Error::AdministratorExists)
        });
        transaction.add(keys::headcount(), &[(ADMINISTRATORS, 1), (Status::Active.as_str(), 1)], none);
        Ok(())
    }
}
