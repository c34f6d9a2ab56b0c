//! All groups and roles, and the policy that they make.

use std::collections::BTreeMap;

use super::{Definition, Effect, Grant, Group, Permission, Permissions, Policy, Role, Rule};
use crate::{GroupId, RoleId};

/// A rule that is about a permission, and how it comes to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason<'a> {
    /// The rule.
    pub rule: Rule,
    /// The role that has it.
    pub role: &'a Role,
    /// The group that carries the role.
    pub group: &'a Group,
}

/// All groups and roles there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Definitions {
    /// The groups.
    pub groups: BTreeMap<GroupId, Group>,
    /// The roles.
    pub roles: BTreeMap<RoleId, Role>,
}

impl FromIterator<Definition> for Definitions {
    fn from_iter<I: IntoIterator<Item = Definition>>(definitions: I) -> Self {
        definitions.into_iter().fold(Self::default(), Self::with)
    }
}

impl Definitions {
    /// The most roles there can be: all of them are read to change one.
    pub const MAX_ROLES: usize = 100;

    /// These with `definition`, instead of what had its id.
    #[must_use]
    pub fn with(mut self, definition: Definition) -> Self {
        match definition {
            Definition::Group(group) => drop(self.groups.insert(group.id, group)),
            Definition::Role(role) => drop(self.roles.insert(role.id, role)),
        }
        self
    }

    /// These without `definition`.
    #[must_use]
    pub fn without(mut self, definition: &Definition) -> Self {
        match definition {
            Definition::Group(group) => drop(self.groups.remove(&group.id)),
            Definition::Role(role) => drop(self.roles.remove(&role.id)),
        }
        self
    }

    /// The name of each group and role, by its id.
    pub fn names(&self) -> impl Iterator<Item = (String, String)> {
        let groups = self.groups.values().map(|group| (group.id.to_string(), group.name.as_str().to_owned()));
        groups.chain(self.roles.values().map(|role| (role.id.to_string(), role.name.as_str().to_owned())))
    }

    /// What a group gives: all that its roles allow, and all that they deny.
    pub fn grant(&self, group: &Group) -> Grant {
        let [allow, deny] = [Effect::Allow, Effect::Deny].map(|effect| self.rights_of(group, effect));
        Grant { name: group.name.as_str().to_owned(), allow, deny }
    }

    /// All that a group's roles allow, or deny.
    pub(super) fn rights_of(&self, group: &Group, effect: Effect) -> Permissions {
        let roles = group.roles.iter().filter_map(|role| self.roles.get(role));
        roles.fold(Permissions::NONE, |sum, role| sum.with(role.permissions(effect)))
    }

    /// Compiles the policy; `version` is the one it shall have.
    pub fn compile(&self, version: u64) -> Policy {
        Policy::new(version, self.groups.values().map(|group| (group.id, self.grant(group))))
    }

    /// The groups that carry a role, by name.
    pub fn carriers(&self, role: RoleId) -> Vec<&Group> {
        let mut carriers: Vec<&Group> = self.groups.values().filter(|group| group.roles.contains(&role)).collect();
        carriers.sort_by_cached_key(|group| (group.name.folded(), group.id));
        carriers
    }

    /// Every rule about `permission` that reaches members of all of `groups`. Of administrators only what
    /// their built-in group says counts.
    pub fn reasons(&self, groups: &[GroupId], permission: Permission) -> Vec<Reason<'_>> {
        let is_administrator = groups.contains(&Group::ADMINISTRATORS);
        let counts = |group: &&Group| groups.contains(&group.id) && (!is_administrator || group.is_built_in());
        let carried = self.groups.values().filter(counts).flat_map(|group| {
            let roles = group.roles.iter().filter_map(|role| self.roles.get(role));
            roles.flat_map(move |role| role.rules.iter().map(move |rule| Reason { rule: *rule, role, group }))
        });
        carried.filter(|reason| reason.rule.scope.permissions().has(permission)).collect()
    }

    /// Whether another one of its kind is called like `definition`: people could not tell them apart.
    pub fn is_name_taken(&self, definition: &Definition) -> bool {
        match definition {
            Definition::Group(group) => {
                let folded = group.name.folded();
                self.groups.values().any(|other| other.id != group.id && other.name.folded() == folded)
            }
            Definition::Role(role) => {
                let folded = role.name.folded();
                self.roles.values().any(|other| other.id != role.id && other.name.folded() == folded)
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::access::{Description, Scope, Title};

    pub(in crate::access) fn role(number: u128, rules: &[&str]) -> Role {
        Role {
            id: RoleId::new(Uuid::from_u128(number)),
            name: Title::parse(&format!("Role {number}")).expect("a title"),
            description: Description::default(),
            rules: rules.iter().map(|rule| Rule::parse(rule).expect("a rule")).collect(),
            version: 1,
            updated_at: Timestamp::UNIX_EPOCH,
            updated_by: None,
        }
    }

    pub(in crate::access) fn group(number: u128, roles: &[u128]) -> Group {
        Group {
            id: GroupId::new(Uuid::from_u128(number)),
            name: Title::parse(&format!("Group {number}")).expect("a title"),
            description: Description::default(),
            roles: roles.iter().map(|role| RoleId::new(Uuid::from_u128(*role))).collect(),
            member_count: 0,
            version: 1,
            updated_at: Timestamp::UNIX_EPOCH,
            updated_by: None,
        }
    }

    #[test]
    fn a_name_is_told_apart_within_its_kind() {
        let definitions: Definitions =
            [role(1, &[]).into(), group(1, &[]).into(), group(2, &[]).into()].into_iter().collect();
        let named =
            |name: &str| Definition::from(Group { name: Title::parse(name).expect("a title"), ..group(1, &[]) });
        assert!(definitions.is_name_taken(&named("GROUP 2")));
        assert!(!definitions.is_name_taken(&named("Group 1")), "its own");
        assert!(!definitions.is_name_taken(&named("Role 1")), "a role's");
    }

    #[test]
    fn a_role_that_is_not_there_gives_nothing() {
        let definitions: Definitions = [group(1, &[7]).into()].into_iter().collect();
        assert_eq!(definitions.compile(1).permissions(&[group(1, &[]).id]), Permissions::NONE);
    }

    fn rules() -> impl Strategy<Value = Vec<Rule>> {
        let rule = (any::<bool>(), 0..Scope::all().count()).prop_map(|(denies, place)| Rule {
            effect: if denies { Effect::Deny } else { Effect::Allow },
            scope: Scope::all().nth(place).expect("a scope"),
        });
        prop::collection::vec(rule, 0..6)
    }

    /// Roles by number, and groups of some of them.
    fn world() -> impl Strategy<Value = (Vec<Vec<Rule>>, Vec<Vec<u128>>)> {
        prop::collection::vec(rules(), 1..5).prop_flat_map(|roles| {
            let numbers = prop::collection::vec(0..roles.len() as u128, 0..4);
            (Just(roles), prop::collection::vec(numbers, 1..5))
        })
    }

    fn define(roles: &[Vec<Rule>], groups: &[Vec<u128>]) -> Definitions {
        let roles =
            roles.iter().zip(0..).map(|(rules, number)| Role { rules: rules.clone(), ..role(number, &[]) }.into());
        let groups = groups.iter().zip(100..).map(|(roles, number)| group(number, roles).into());
        roles.chain(groups).collect()
    }

    fn all(definitions: &Definitions) -> Permissions {
        let groups: Vec<GroupId> = definitions.groups.keys().copied().collect();
        definitions.compile(1).permissions(&groups)
    }

    proptest! {
        #[test]
        fn r28_deny_beats_allow_whatever_the_order_of_groups_roles_and_rules((roles, groups) in world(), turn in any::<usize>()) {
            let definitions = define(&roles, &groups);
            let expected = all(&definitions);
            // By the rules themselves, one by one.
            let carried = || groups.iter().flatten().flat_map(|role| &roles[usize::try_from(*role).expect("small")]);
            for permission in crate::Permission::ALL {
                let says = |effect| carried().any(|rule| rule.effect == effect && rule.scope.permissions().has(*permission));
                prop_assert_eq!(expected.has(*permission), says(Effect::Allow) && !says(Effect::Deny));
                let ids: Vec<GroupId> = definitions.groups.keys().copied().collect();
                let reasons = definitions.reasons(&ids, *permission);
                let because = |effect| reasons.iter().any(|reason| reason.rule.effect == effect);
                prop_assert_eq!(expected.has(*permission), because(Effect::Allow) && !because(Effect::Deny));
            }
            let mut turned: Vec<Vec<Rule>> = roles.clone();
            for rules in turned.iter_mut().filter(|rules| !rules.is_empty()) {
                let by = turn % rules.len();
                rules.rotate_left(by);
            }
            let mut other = groups.clone();
            for roles in other.iter_mut().filter(|roles| !roles.is_empty()) {
                let by = turn % roles.len();
                roles.rotate_left(by);
            }
            let by = turn % other.len();
            other.rotate_left(by);
            prop_assert_eq!(all(&define(&turned, &other)), expected);
        }

        #[test]
        fn r28_another_denial_never_grants((roles, groups) in world(), place in 0..Scope::all().count(), which in any::<usize>()) {
            let before = all(&define(&roles, &groups));
            let mut denied = roles.clone();
            let which = which % denied.len();
            denied[which].push(Rule { effect: Effect::Deny, scope: Scope::all().nth(place).expect("a scope") });
            prop_assert!(before.cover(all(&define(&denied, &groups))));
        }

        #[test]
        fn another_permission_is_all_that_another_allowance_grants((roles, groups) in world(), place in 0..Scope::all().count(), which in any::<usize>()) {
            let before = all(&define(&roles, &groups));
            let scope = Scope::all().nth(place).expect("a scope");
            let mut allowed = roles.clone();
            let which = which % allowed.len();
            allowed[which].push(Rule { effect: Effect::Allow, scope });
            let after = all(&define(&allowed, &groups));
            prop_assert!(after.cover(before));
            prop_assert!(scope.permissions().cover(after.without(before)));
        }
    }
}
