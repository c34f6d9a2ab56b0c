//! Nobody climbs: who may change whom, and which rights (R26).

use super::{Definition, Definitions, Effect, Permissions, Policy};
use crate::GroupId;

impl Policy {
    /// Whether whoever holds `actor` may change a member of `groups`: only if those hold no more.
    pub fn lets_change(&self, actor: Permissions, groups: &[GroupId]) -> bool {
        actor.cover(self.permissions(groups))
    }

    /// The first of the groups `after` that whoever holds `actor` may not put somebody into who was a
    /// member of `before`. A new group may give only what they hold, even what another group denies now (but
    /// not what it denies itself, which it gives to nobody); and what leaving a group no longer denies has to be
    /// theirs, too. That is said of the first group.
    pub fn refused_move(&self, actor: Permissions, before: &[GroupId], after: &[GroupId]) -> Option<usize> {
        let gives_more = |group: &GroupId| {
            !before.contains(group) && self.grant(*group).is_some_and(|grant| !actor.cover(grant.gives()))
        };
        let gained = self.permissions(after).without(self.permissions(before));
        after.iter().position(gives_more).or_else(|| (!actor.cover(gained)).then_some(0))
    }
}

impl Definitions {
    /// The rights that turning `before` into `after` is about: what one of them allows or denies and the
    /// other does not. Whoever makes the change has to hold all of them. To deny takes holding, too: else
    /// whoever edits roles could take from others what they do not have themselves.
    pub fn touched(&self, before: Option<&Definition>, after: Option<&Definition>) -> Permissions {
        let differing = |effect| self.rights(before, effect).differing(self.rights(after, effect));
        differing(Effect::Allow).with(differing(Effect::Deny))
    }

    /// What the groups give that have members and give or deny something else in `changed`. Whoever makes the
    /// change has to hold all of it: else they could take from people who hold more what they could not take by
    /// changing those people. What members hold by other groups is not looked at.
    pub fn reached(&self, changed: &Self) -> Permissions {
        let peopled = self.groups.values().filter(|group| group.member_count > 0);
        let grants = peopled.filter_map(|group| {
            let grant = self.grant(group);
            let becomes = changed.groups.get(&group.id).map(|group| changed.grant(group));
            let is_same = becomes.is_some_and(|becomes| (becomes.allow, becomes.deny) == (grant.allow, grant.deny));
            (!is_same).then(|| grant.gives())
        });
        grants.fold(Permissions::NONE, Permissions::with)
    }

    /// What a group or role allows, or denies; nothing if there is none.
    fn rights(&self, definition: Option<&Definition>, effect: Effect) -> Permissions {
        match definition {
            None => Permissions::NONE,
            Some(Definition::Group(group)) => self.rights_of(group, effect),
            Some(Definition::Role(role)) => role.permissions(effect),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::definitions::tests::{group, role};
    use super::*;
    use crate::{Group, Permission};

    fn world() -> Definitions {
        [
            role(1, &["allow users.read"]).into(),
            role(2, &["allow users.*"]).into(),
            role(3, &["deny users.delete"]).into(),
            group(11, &[1]).into(),
            group(12, &[2]).into(),
            group(13, &[3]).into(),
            group(14, &[2, 3]).into(),
        ]
        .into_iter()
        .collect()
    }

    fn groups(numbers: &[u128]) -> Vec<GroupId> {
        numbers.iter().map(|number| group(*number, &[]).id).collect()
    }

    #[test]
    fn r26_who_holds_more_cannot_be_changed() {
        let policy = world().compile(1);
        let reader: Permissions = [Permission::UsersRead, Permission::UsersUpdate].into_iter().collect();
        assert!(policy.lets_change(reader, &groups(&[11])));
        assert!(!policy.lets_change(reader, &groups(&[12])));
        assert!(policy.lets_change(reader, &groups(&[])));
    }

    #[test]
    fn r26_a_group_may_give_only_what_one_holds() {
        let policy = world().compile(1);
        let all_but_delete = policy.permissions(&groups(&[12, 13]));
        assert_eq!(policy.refused_move(all_but_delete, &groups(&[]), &groups(&[11])), None);
        assert_eq!(policy.refused_move(all_but_delete, &groups(&[]), &groups(&[11, 12])), Some(1));
        // What a group denies itself it gives to nobody.
        assert_eq!(policy.refused_move(all_but_delete, &groups(&[]), &groups(&[14])), None);
        // Though the other group denies now what it gives.
        assert_eq!(policy.refused_move(all_but_delete, &groups(&[13]), &groups(&[12, 13])), Some(0));
    }

    #[test]
    fn r26_leaving_a_group_that_denies_is_a_gain() {
        let policy = world().compile(1);
        let all_but_delete = policy.permissions(&groups(&[12, 13]));
        assert!(policy.lets_change(all_but_delete, &groups(&[12, 13])));
        assert_eq!(policy.refused_move(all_but_delete, &groups(&[12, 13]), &groups(&[12])), Some(0));
        assert_eq!(policy.refused_move(Permissions::EVERY, &groups(&[12, 13]), &groups(&[12])), None);
    }

    #[test]
    fn r26_a_change_is_about_what_it_allows_and_denies_otherwise() {
        let definitions = world();
        let touched = |before: Option<Definition>, after: Option<Definition>| {
            definitions.touched(before.as_ref(), after.as_ref()).iter().map(Permission::as_str).collect::<Vec<_>>()
        };
        let was = || Some(role(9, &["allow users.read", "deny users.delete"]).into());
        assert_eq!(touched(was(), was()), [""; 0]);
        assert_eq!(touched(was(), Some(role(9, &["allow users.read"]).into())), ["users.delete"], "less is denied");
        assert_eq!(touched(was(), None), ["users.read", "users.delete"]);
        assert_eq!(touched(None, Some(group(19, &[1, 3]).into())), ["users.read", "users.delete"]);
        assert_eq!(touched(Some(group(19, &[1]).into()), Some(group(19, &[1, 3]).into())), ["users.delete"]);
    }

    #[test]
    fn r26_a_change_reaches_the_members_of_the_groups_that_it_changes() {
        let peopled = |number, roles: &[u128]| Definition::from(Group { member_count: 1, ..group(number, roles) });
        let definitions: Definitions = world()
            .with(role(4, &["allow audit.read"]).into())
            .with(peopled(15, &[2, 3, 4]))
            .with(group(16, &[4]).into());
        let reached = |changed: Definition| {
            definitions.reached(&definitions.clone().with(changed)).iter().map(Permission::as_str).collect::<Vec<_>>()
        };
        let denied = reached(role(4, &["deny users.read"]).into());
        assert!(denied.contains(&"audit.read") && denied.contains(&"users.update"), "{denied:?}");
        assert!(!denied.contains(&"users.delete"), "a group does not give what it denies itself: {denied:?}");
        assert_eq!(reached(peopled(15, &[4, 3, 2])), [""; 0], "the same in another order");
        assert_eq!(reached(role(9, &["deny users.read"]).into()), [""; 0], "nobody carries it");
        assert_eq!(reached(group(16, &[]).into()), [""; 0], "nobody is in it");
    }
}
