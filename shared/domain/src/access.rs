//! Who may do what: groups, and the permissions that hold for a user.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::GroupId;
use crate::words::words;

words! {
    /// One thing a person may be allowed to do. The word is `<area>.<verb>`.
    Permission {
        /// See users and their details.
        UsersRead = "users.read",
        /// Create users.
        UsersCreate = "users.create",
        /// Edit users.
        UsersUpdate = "users.update",
        /// Activate, deactivate and restore users.
        UsersSetStatus = "users.set-status",
        /// Delete users.
        UsersDelete = "users.delete",
        /// Assign customers to users.
        UsersAssignCustomers = "users.assign-customers",
        /// See the store's customers.
        CustomersRead = "customers.read",
        /// Write the store's customers.
        CustomersWrite = "customers.write",
        /// See groups.
        GroupsRead = "groups.read",
    }
}

/// A set of permissions, as a bit mask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permissions(u64);

impl Permissions {
    /// None at all.
    pub const NONE: Self = Self(0);
    /// Every permission, those of later versions too.
    pub const EVERY: Self = Self(u64::MAX);

    /// Takes a mask as it was stored.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The mask to store. A permission keeps its bit for ever: new ones are added at the end.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether `permission` is one of them.
    pub const fn has(self, permission: Permission) -> bool {
        self.0 & (1 << permission as u64) != 0
    }

    /// Those of this set that are known, in the order of [`Permission::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.iter().copied().filter(move |permission| self.has(*permission))
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().fold(0, |bits, permission| bits | 1 << permission as u64))
    }
}

/// A group of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// How many users belong to it; deleted users do not.
    pub member_count: u64,
}

impl Group {
    /// The built-in group that holds every permission and can be neither edited nor emptied.
    pub const ADMINISTRATORS: GroupId = GroupId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
}

/// What one group gives, compiled from its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The group's name, kept here so that showing a user's groups costs no read of its own.
    pub name: String,
    /// What its roles allow.
    pub allow: Permissions,
    /// What its roles deny; a denial beats any permission of any group.
    pub deny: Permissions,
}

/// The compiled access policy: every group's effective rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy(BTreeMap<GroupId, Grant>);

impl Policy {
    /// A policy of these groups.
    pub fn new(grants: impl IntoIterator<Item = (GroupId, Grant)>) -> Self {
        Self(grants.into_iter().collect())
    }

    /// What members of all of `groups` may do. An unknown group gives nothing.
    pub fn permissions(&self, groups: &[GroupId]) -> Permissions {
        let grants = || groups.iter().filter_map(|group| self.0.get(group));
        let allowed = grants().fold(Permissions::NONE, |sum, grant| sum.with(grant.allow));
        let denied = grants().fold(Permissions::NONE, |sum, grant| sum.with(grant.deny));
        allowed.without(denied)
    }

    /// What one group gives, or nothing if there is no such group.
    pub fn grant(&self, group: GroupId) -> Option<&Grant> {
        self.0.get(&group)
    }

    /// Every group's grant, by id.
    pub fn grants(&self) -> impl Iterator<Item = (GroupId, &Grant)> {
        self.0.iter().map(|(group, grant)| (*group, grant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn group(number: u128) -> GroupId {
        GroupId::new(Uuid::from_u128(number))
    }

    #[test]
    fn an_unknown_group_gives_nothing() {
        let policy = Policy::new([(
            group(1),
            Grant { name: "One".to_owned(), allow: Permissions::EVERY, deny: Permissions::NONE },
        )]);
        assert_eq!(policy.permissions(&[group(1)]), Permissions::EVERY);
        assert_eq!(policy.permissions(&[group(2)]), Permissions::NONE);
        assert_eq!(policy.permissions(&[]), Permissions::NONE);
    }

    #[test]
    fn words_and_bits_agree() {
        for permission in Permission::ALL {
            assert_eq!(Permission::parse(permission.as_str()), Ok(*permission));
            assert_eq!([*permission].into_iter().collect::<Permissions>().iter().collect::<Vec<_>>(), [*permission]);
        }
    }

    proptest! {
        #[test]
        fn r28_deny_beats_allow_in_any_order(masks in prop::collection::vec((any::<u64>(), any::<u64>()), 1..6), seed in any::<usize>()) {
            let grants: Vec<_> = masks.iter().enumerate().map(|(number, (allow, deny))| {
                (group(number as u128), Grant { name: String::new(), allow: Permissions::from_bits(*allow), deny: Permissions::from_bits(*deny) })
            }).collect();
            let mut groups: Vec<GroupId> = grants.iter().map(|(id, _)| *id).collect();
            let policy = Policy::new(grants);
            let first = policy.permissions(&groups);
            let turn = seed % groups.len();
            groups.rotate_left(turn);
            prop_assert_eq!(policy.permissions(&groups), first);
            for (_, deny) in masks {
                prop_assert_eq!(first.bits() & deny, 0);
            }
        }
    }
}
