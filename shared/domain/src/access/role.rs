//! Roles: named lists of rules.

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use super::{Description, Effect, Permissions, Rule, Title};
use crate::audit::Change;
use crate::{Editor, RoleId};

/// A role that groups carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// What people call it; no other role's name, whatever the case.
    pub name: Title,
    /// What it is for.
    pub description: Description,
    /// What it allows and denies; their order means nothing.
    pub rules: Vec<Rule>,
    /// Moves by one for every edit.
    pub version: u64,
    /// When it was last edited.
    pub updated_at: Timestamp,
    /// Who edited it last; nobody if an operator did.
    pub updated_by: Option<Editor>,
}

/// The fields an edit may set; those that are absent stay.
#[derive(Clone, Debug, Default)]
pub struct RoleChanges {
    /// A new name.
    pub name: Option<Title>,
    /// A new description.
    pub description: Option<Description>,
    /// The rules instead of those so far.
    pub rules: Option<Vec<Rule>>,
}

impl Role {
    /// The built-in role of the built-in group: it allows everything and cannot be edited.
    pub const ADMINISTRATOR: RoleId = RoleId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0011));
    /// The most rules of one role: twice as many as there are permissions and areas.
    pub const MAX_RULES: usize = 50;

    /// Whether it can be neither edited nor deleted.
    pub fn is_built_in(&self) -> bool {
        self.id == Self::ADMINISTRATOR
    }

    /// What its rules allow, or deny, all together.
    pub fn permissions(&self, effect: Effect) -> Permissions {
        let rules = self.rules.iter().filter(|rule| rule.effect == effect);
        rules.fold(Permissions::NONE, |sum, rule| sum.with(rule.scope.permissions()))
    }

    /// The role after an edit, or `None` if it changes nothing.
    #[must_use]
    pub fn edited(&self, changes: RoleChanges, by: &Editor, now: Timestamp) -> Option<Self> {
        let after = Self {
            name: changes.name.unwrap_or_else(|| self.name.clone()),
            description: changes.description.unwrap_or_else(|| self.description.clone()),
            rules: changes.rules.unwrap_or_else(|| self.rules.clone()),
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
            let value = |role: Option<&Self>| role.map_or(Value::Null, of);
            Change::between(field, value(before), value(after))
        };
        let rules = |role: &Self| role.rules.iter().map(ToString::to_string).collect::<Vec<_>>().into();
        [
            field("name", |role| role.name.as_str().into()),
            field("description", |role| role.description.as_str().into()),
            field("rules", rules),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
