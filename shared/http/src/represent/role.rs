//! Roles in JSON.

use backoffice_domain::access::{Definitions, Rule};
use backoffice_domain::{Group, Role};
use serde::Serialize;
use utoipa::ToSchema;

use super::{EditorBody, GroupRef, Versioned};

/// One rule of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Rule)]
pub struct RuleBody {
    /// Whether it allows or denies; a denial beats whatever allows.
    #[schema(schema_with = crate::openapi::effect)]
    pub effect: &'static str,
    /// A permission such as `users.create`, all of an area such as `users.*`, or `*` for everything.
    #[schema(schema_with = crate::openapi::scope)]
    pub permission: String,
}

impl From<&Rule> for RuleBody {
    fn from(rule: &Rule) -> Self {
        Self { effect: rule.effect.as_str(), permission: rule.scope.to_string() }
    }
}

/// A role that groups carry.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = Role)]
#[serde(rename_all = "camelCase")]
pub struct RoleBody {
    /// The role's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it is for; perhaps empty.
    pub description: String,
    /// What it allows and denies; their order means nothing.
    pub rules: Vec<RuleBody>,
    /// The groups that carry it, by name.
    pub groups: Vec<GroupRef>,
    /// Whether it can be neither edited nor deleted.
    pub built_in: bool,
    /// When it was last edited (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// Who edited it last; nobody if an operator did.
    #[schema(required)]
    pub updated_by: Option<EditorBody>,
    /// Moves by one for every edit; the entity tag.
    pub version: u64,
}

impl RoleBody {
    /// The role, with the groups that carry it.
    pub fn new(role: &Role, definitions: &Definitions) -> Self {
        Self {
            id: role.id.to_string(),
            name: role.name.as_str().to_owned(),
            description: role.description.as_str().to_owned(),
            rules: role.rules.iter().map(RuleBody::from).collect(),
            groups: definitions.carriers(role.id).into_iter().map(GroupRef::from).collect(),
            built_in: role.is_built_in(),
            updated_at: role.updated_at.to_string(),
            updated_by: role.updated_by.as_ref().map(EditorBody::from),
            version: role.version,
        }
    }
}

impl From<&Group> for GroupRef {
    fn from(group: &Group) -> Self {
        Self { id: group.id.to_string(), name: group.name.as_str().to_owned() }
    }
}

impl Versioned for RoleBody {
    fn last_change(&self) -> (Option<&EditorBody>, &str) {
        (self.updated_by.as_ref(), &self.updated_at)
    }
}
