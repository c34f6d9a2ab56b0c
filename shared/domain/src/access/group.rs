//! Groups: users belong to them, and they carry roles.

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use super::{Description, Title};
use crate::audit::Change;
use crate::{Editor, GroupId, RoleId};

/// A group of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// What people call it; no other group's name, whatever the case.
    pub name: Title,
    /// What it is for.
    pub description: Description,
    /// The roles it carries, sorted.
    pub roles: Vec<RoleId>,
    /// How many users belong to it; deleted users do not.
    pub member_count: u64,
    /// Moves by one for every edit; members who come and go are none.
    pub version: u64,
    /// When it was last edited.
    pub updated_at: Timestamp,
    /// Who edited it last; nobody if an operator did.
    pub updated_by: Option<Editor>,
}

/// The fields an edit may set; those that are absent stay.
#[derive(Clone, Debug, Default)]
pub struct GroupChanges {
    /// A new name.
    pub name: Option<Title>,
    /// A new description.
    pub description: Option<Description>,
    /// The roles instead of those so far.
    pub roles: Option<Vec<RoleId>>,
}

impl Group {
    /// The built-in group that holds every permission and can be neither edited nor emptied.
    pub const ADMINISTRATORS: GroupId = GroupId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
    /// The most roles of one group: more is hard to see through.
    pub const MAX_ROLES: usize = 20;

    /// Whether it can be neither edited nor deleted.
    pub fn is_built_in(&self) -> bool {
        self.id == Self::ADMINISTRATORS
    }

    /// The group after an edit, or `None` if it changes nothing.
    #[must_use]
    pub fn edited(&self, changes: GroupChanges, by: &Editor, now: Timestamp) -> Option<Self> {
        let after = Self {
            name: changes.name.unwrap_or_else(|| self.name.clone()),
            description: changes.description.unwrap_or_else(|| self.description.clone()),
            roles: changes.roles.unwrap_or_else(|| self.roles.clone()),
            ..self.clone()
        };
        (after != *self).then(|| Self {
            version: self.version + 1,
            updated_at: now,
            updated_by: Some(by.clone()),
            ..after
        })
    }

    /// What makes `after` of `before`, for the audit event; either may be nothing.
    pub fn changes(before: Option<&Self>, after: Option<&Self>) -> Vec<Change> {
        let field = |field: &'static str, of: fn(&Self) -> Value| {
            let value = |group: Option<&Self>| group.map_or(Value::Null, of);
            Change::between(field, value(before), value(after))
        };
        let roles = |group: &Self| group.roles.iter().map(ToString::to_string).collect::<Vec<_>>().into();
        [
            field("name", |group| group.name.as_str().into()),
            field("description", |group| group.description.as_str().into()),
            field("roles", roles),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
