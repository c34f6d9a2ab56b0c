//! Members of groups, the compiled policy, and the counts.

use std::collections::BTreeMap;

use backoffice_domain::access::Grant;
use backoffice_domain::{GroupId, Permissions, Policy, Status, User, UserId};
use serde::{Deserialize, Serialize};

use crate::edge::{Condition, Item, Key, Transaction, number};
use crate::{Error, keys};

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
    /// A policy of the time before there were roles has none.
    #[serde(default)]
    version: u64,
    grants: BTreeMap<String, GrantRecord>,
}

#[derive(Serialize, Deserialize)]
struct GrantRecord {
    name: String,
    allow: u64,
    deny: u64,
}

/// What one read unit brings: every request reads the policy.
const POLICY_BYTES: usize = 4096;
/// The most bytes of the policy's item beside the grants, and of a grant beside the group's name: names of
/// attributes, the id, two numbers of 20 digits (11 bytes each), and one to three bytes for every element
/// (DynamoDB's developer guide, "DynamoDB item sizes and formats").
const POLICY_FRAME: usize = 64;
const GRANT_FRAME: usize = 82;

impl PolicyRecord {
    /// Whether the policy stays within one read unit.
    pub(crate) fn fits(policy: &Policy) -> bool {
        let grants: usize = policy.grants().map(|(_, grant)| GRANT_FRAME + grant.name.len()).sum();
        POLICY_FRAME + grants <= POLICY_BYTES
    }

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
        Ok(serde_dynamo::to_item(Self { pk, sk, version: policy.version, grants })?)
    }

    pub(crate) fn read(item: Item) -> Result<Policy, Error> {
        let record: Self = serde_dynamo::from_item(item)?;
        let grants = record.grants.into_iter().map(|(group, grant)| {
            let group =
                GroupId::parse(&group).map_err(|flaw| Error::Fault(format!("a group id in the policy: {flaw:?}")))?;
            let (allow, deny) = (Permissions::from_bits(grant.allow), Permissions::from_bits(grant.deny));
            Ok((group, Grant { name: grant.name, allow, deny }))
        });
        Ok(Policy::new(record.version, grants.collect::<Result<Vec<_>, Error>>()?))
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

    /// Adds what a user's change does to the counts, if anything.
    pub(crate) fn move_user(transaction: &mut Transaction, before: Option<&User>, after: &User) {
        let administrators =
            i64::from(after.is_active_administrator()) - i64::from(before.is_some_and(User::is_active_administrator));
        let mut statuses = Vec::new();
        if before.map(|user| user.status) != Some(after.status) {
            statuses.extend(before.map(|user| (user.status.as_str(), -1)));
            statuses.push((after.status.as_str(), 1));
        }
        Self::shift(transaction, administrators, statuses);
    }

    /// Adds what putting users into other groups does to the counts, if anything.
    pub(crate) fn move_members(transaction: &mut Transaction, moves: &[(User, User)]) {
        let count = |user: &User| i64::from(user.is_active_administrator());
        let administrators = moves.iter().map(|(before, after)| count(after) - count(before)).sum();
        Self::shift(transaction, administrators, Vec::new());
    }

    /// One active administrator has to stay: taking some away needs one more than those.
    fn shift(transaction: &mut Transaction, administrators: i64, mut amounts: Vec<(&'static str, i64)>) {
        if administrators != 0 {
            amounts.push((ADMINISTRATORS, administrators));
        }
        if amounts.is_empty() {
            return;
        }
        let condition = if administrators < 0 {
            let fewer = administrators.unsigned_abs();
            Condition::new(format!("#{ADMINISTRATORS} > :fewer"), [(":fewer", number(fewer))], move |item| {
                let count = item.and_then(|item| Self::read(item.clone()).ok()).unwrap_or_default();
                (count.active_administrators <= fewer).then_some(Error::LastAdministrator)
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
