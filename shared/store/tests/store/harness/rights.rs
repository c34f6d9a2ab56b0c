//! Groups and roles, and how tests change them.

use backoffice_domain::access::{Definition, Definitions, Description, Rule, Title};
use backoffice_domain::audit::Action;
use backoffice_domain::{Group, GroupId, Policy, Role, RoleId, User};
use backoffice_store::Error;
use backoffice_store::access::DefinitionChange;
use backoffice_store::guard::Wanted;
use backoffice_store::users::MembersChange;
use jiff::Timestamp;
use uuid::Uuid;

use super::{World, acting, by};

/// A role to be created.
pub(crate) fn fresh_role(name: &str, rules: &[&str]) -> Role {
    Role {
        id: RoleId::new(Uuid::now_v7()),
        name: Title::parse(name).expect("a title"),
        description: Description::parse("For a test.").expect("a description"),
        rules: rules.iter().map(|rule| Rule::parse(rule).expect("a rule")).collect(),
        version: 1,
        updated_at: Timestamp::now(),
        updated_by: None,
    }
}

/// A group to be created.
pub(crate) fn fresh_group(name: &str, roles: &[RoleId]) -> Group {
    Group {
        id: GroupId::new(Uuid::now_v7()),
        name: Title::parse(name).expect("a title"),
        description: Description::default(),
        roles: roles.to_vec(),
        member_count: 0,
        version: 1,
        updated_at: Timestamp::now(),
        updated_by: None,
    }
}

/// The next version of a group, called otherwise.
pub(crate) fn renamed(group: &Group, name: &str) -> Group {
    Group { name: Title::parse(name).expect("a title"), version: group.version + 1, ..group.clone() }
}

/// The next version of a role, with other rules.
pub(crate) fn ruled(role: &Role, rules: &[&str]) -> Role {
    Role { rules: fresh_role("x", rules).rules, version: role.version + 1, ..role.clone() }
}

/// Everything that decides about a change of groups and roles, read in the order that makes it safe.
pub(crate) struct Rights {
    pub(crate) policy: Policy,
    pub(crate) definitions: Definitions,
}

impl World {
    /// The policy, then the definitions.
    pub(crate) async fn rights(&self) -> Rights {
        let policy = self.see(Wanted::default()).await.policy;
        Rights { policy, definitions: self.store.definitions().await.expect("groups and roles") }
    }

    /// Creates, edits or deletes a group or role, by the administrator.
    pub(crate) async fn define<D: Clone + Into<Definition>>(
        &self,
        before: Option<&D>,
        after: Option<&D>,
    ) -> Result<(), Error> {
        self.define_knowing(&self.rights().await, before, after).await
    }

    /// The same of rights that were read before.
    pub(crate) async fn define_knowing<D: Clone + Into<Definition>>(
        &self,
        rights: &Rights,
        before: Option<&D>,
        after: Option<&D>,
    ) -> Result<(), Error> {
        let [before, after] = [before, after].map(|one| one.cloned().map(Into::into));
        let definitions = rights.definitions.clone();
        let (changed, action) = match (&before, &after) {
            (None, Some(Definition::Group(_))) => (definitions.with(after.clone().expect("new")), Action::GroupCreated),
            (None, Some(Definition::Role(_))) => (definitions.with(after.clone().expect("new")), Action::RoleCreated),
            (_, Some(Definition::Group(_))) => (definitions.with(after.clone().expect("edited")), Action::GroupUpdated),
            (_, Some(Definition::Role(_))) => (definitions.with(after.clone().expect("edited")), Action::RoleUpdated),
            (Some(gone @ Definition::Group(_)), None) => (definitions.without(gone), Action::GroupDeleted),
            (Some(gone @ Definition::Role(_)), None) => (definitions.without(gone), Action::RoleDeleted),
            (None, None) => panic!("a change of nothing"),
        };
        let compiled = changed.compile(rights.policy.version + 1);
        let change = DefinitionChange {
            action,
            before: before.as_ref(),
            after: after.as_ref(),
            policy: &rights.policy,
            compiled: &compiled,
            once: None,
        };
        self.store.change_definition(&acting(self.by_administrator()), &change).await
    }

    /// Puts users into groups instead of those so far, by another hand.
    pub(crate) async fn regroup(&self, actor: &User, moves: &[(User, &[GroupId])]) -> Result<(), Error> {
        let regrouped = |(user, groups): &(User, &[GroupId])| {
            let after = User { groups: groups.to_vec(), ..user.clone() };
            (user.clone(), after.stamped(Some(actor.editor()), Timestamp::now()))
        };
        let moves: Vec<(User, User)> = moves.iter().map(regrouped).collect();
        self.store.move_members(&acting(by(actor)), &MembersChange { moves: &moves, once: None }).await
    }
}
