//! A group or a role: what is defined, and compiled into the policy.

use super::{Group, Role};
use crate::audit::Change;

/// A group or a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Definition {
    /// A group.
    Group(Group),
    /// A role.
    Role(Role),
}

impl Definition {
    /// What people call it.
    pub fn name(&self) -> &str {
        match self {
            Self::Group(group) => group.name.as_str(),
            Self::Role(role) => role.name.as_str(),
        }
    }

    /// Moves by one for every edit.
    pub const fn version(&self) -> u64 {
        match self {
            Self::Group(group) => group.version,
            Self::Role(role) => role.version,
        }
    }

    /// What makes `after` of `before`, for the audit event; either may be nothing, and both are of one kind.
    pub fn changes(before: Option<&Self>, after: Option<&Self>) -> Vec<Change> {
        fn group(definition: Option<&Definition>) -> Option<&Group> {
            definition.and_then(|definition| if let Definition::Group(group) = definition { Some(group) } else { None })
        }
        fn role(definition: Option<&Definition>) -> Option<&Role> {
            definition.and_then(|definition| if let Definition::Role(role) = definition { Some(role) } else { None })
        }
        if group(before).or(group(after)).is_some() {
            Group::changes(group(before), group(after))
        } else {
            Role::changes(role(before), role(after))
        }
    }
}

impl From<Group> for Definition {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

impl From<Role> for Definition {
    fn from(role: Role) -> Self {
        Self::Role(role)
    }
}
