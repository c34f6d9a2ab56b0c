//! The compiled policy: what each group gives.

use std::collections::BTreeMap;

use super::{Group, Permissions};
use crate::GroupId;

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

impl Grant {
    /// What its members may do by this group alone: what a group denies itself, it gives to nobody.
    pub const fn gives(&self) -> Permissions {
        self.allow.without(self.deny)
    }
}

/// The compiled access policy: every group's effective rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Moves by one whenever a group or role changes.
    pub version: u64,
    grants: BTreeMap<GroupId, Grant>,
}

impl Policy {
    /// A policy of these groups.
    pub fn new(version: u64, grants: impl IntoIterator<Item = (GroupId, Grant)>) -> Self {
        Self { version, grants: grants.into_iter().collect() }
    }

    /// What members of all of `groups` may do: what any allows and none denies. An unknown group gives
    /// nothing. Of administrators nobody can deny anything: a denial by another of their groups could
    /// otherwise leave nobody who may do everything, though they are still counted.
    pub fn permissions(&self, groups: &[GroupId]) -> Permissions {
        if groups.contains(&Group::ADMINISTRATORS) {
            return self.grant(Group::ADMINISTRATORS).map_or(Permissions::NONE, |grant| grant.allow);
        }
        let grants = || groups.iter().filter_map(|group| self.grants.get(group));
        let allowed = grants().fold(Permissions::NONE, |sum, grant| sum.with(grant.allow));
        let denied = grants().fold(Permissions::NONE, |sum, grant| sum.with(grant.deny));
        allowed.without(denied)
    }

    /// What one group gives, or nothing if there is no such group.
    pub fn grant(&self, group: GroupId) -> Option<&Grant> {
        self.grants.get(&group)
    }

    /// Every group's grant, by id.
    pub fn grants(&self) -> impl Iterator<Item = (GroupId, &Grant)> {
        self.grants.iter().map(|(group, grant)| (*group, grant))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn grant(allow: Permissions, deny: Permissions) -> Grant {
        Grant { name: String::new(), allow, deny }
    }

    #[test]
    fn an_unknown_group_gives_nothing() {
        let [one, two] = [1, 2].map(|number| GroupId::new(Uuid::from_u128(number)));
        let policy = Policy::new(1, [(one, grant(Permissions::EVERY, Permissions::NONE))]);
        assert_eq!(policy.permissions(&[one]), Permissions::EVERY);
        assert_eq!(policy.permissions(&[two]), Permissions::NONE);
        assert_eq!(policy.permissions(&[]), Permissions::NONE);
        assert_eq!(Policy::default().permissions(&[Group::ADMINISTRATORS]), Permissions::NONE);
    }

    #[test]
    fn r27_nothing_is_denied_to_administrators() {
        let other = GroupId::new(Uuid::from_u128(2));
        let policy = Policy::new(
            1,
            [
                (Group::ADMINISTRATORS, grant(Permissions::EVERY, Permissions::NONE)),
                (other, grant(Permissions::NONE, Permissions::EVERY)),
            ],
        );
        assert_eq!(policy.permissions(&[other, Group::ADMINISTRATORS]), Permissions::EVERY);
    }
}
