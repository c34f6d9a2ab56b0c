//! Groups in JSON.

use backoffice_domain::access::Definitions;
use backoffice_domain::{Group, Permission, Permissions, Role};
use serde::Serialize;
use utoipa::ToSchema;

use super::{EditorBody, Versioned};

/// A role as others name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct RoleRef {
    /// The role's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// What people call it.
    pub name: String,
}

impl From<&Role> for RoleRef {
    fn from(role: &Role) -> Self {
        Self { id: role.id.to_string(), name: role.name.as_str().to_owned() }
    }
}

/// A group of users.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = Group)]
#[serde(rename_all = "camelCase")]
pub struct GroupBody {
    /// The group's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it is for; perhaps empty.
    pub description: String,
    /// The roles it carries, by name.
    pub roles: Vec<RoleRef>,
    /// How many users belong to it; deleted users do not.
    pub member_count: u64,
    /// Whether it can be neither edited, deleted nor emptied.
    pub built_in: bool,
    /// What its members may do, by this group alone.
    pub permissions: Vec<&'static str>,
    /// What its members may not do, whatever their other groups allow.
    pub denied: Vec<&'static str>,
    /// When it was last edited (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// Who edited it last; nobody if an operator did.
    #[schema(required)]
    pub updated_by: Option<EditorBody>,
    /// Moves by one for every edit; the entity tag. Members who come and go are no edit.
    pub version: u64,
}

impl GroupBody {
    /// The group, with the roles as they are defined.
    pub fn new(group: &Group, definitions: &Definitions) -> Self {
        let words = |permissions: Permissions| permissions.iter().map(Permission::as_str).collect();
        let grant = definitions.grant(group);
        let mut roles: Vec<&Role> = group.roles.iter().filter_map(|role| definitions.roles.get(role)).collect();
        roles.sort_by_cached_key(|role| (role.name.folded(), role.id));
        Self {
            id: group.id.to_string(),
            name: group.name.as_str().to_owned(),
            description: group.description.as_str().to_owned(),
            roles: roles.into_iter().map(RoleRef::from).collect(),
            member_count: group.member_count,
            built_in: group.is_built_in(),
            permissions: words(grant.gives()),
            denied: words(grant.deny),
            updated_at: group.updated_at.to_string(),
            updated_by: group.updated_by.as_ref().map(EditorBody::from),
            version: group.version,
        }
    }
}

impl Versioned for GroupBody {
    fn last_change(&self) -> (Option<&EditorBody>, &str) {
        (self.updated_by.as_ref(), &self.updated_at)
    }
}
