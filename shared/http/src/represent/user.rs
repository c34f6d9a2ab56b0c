//! Users in JSON.

use backoffice_domain::{Editor, GroupId, Language, Policy, Status, User};
use serde::Serialize;
use utoipa::ToSchema;

use super::Versioned;

/// A group as others name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct GroupRef {
    /// The group's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// What people call it.
    pub name: String,
}

impl GroupRef {
    /// The group as the policy names it; `None` if it exists no more.
    pub fn of(group: GroupId, policy: &Policy) -> Option<Self> {
        policy.grant(group).map(|grant| Self { id: group.to_string(), name: grant.name.clone() })
    }
}

impl From<(GroupId, String)> for GroupRef {
    fn from((id, name): (GroupId, String)) -> Self {
        Self { id: id.to_string(), name }
    }
}

/// Whoever changed something, with the name they had then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Editor)]
pub struct EditorBody {
    /// The user's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// First and last name.
    pub name: String,
}

impl From<&Editor> for EditorBody {
    fn from(editor: &Editor) -> Self {
        Self { id: editor.id.to_string(), name: editor.name.clone() }
    }
}

/// Whose a customer is, or who holds an e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Owner)]
pub struct OwnerBody {
    /// The user's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// First and last name.
    pub name: String,
    /// Where they stand.
    #[schema(schema_with = crate::openapi::status)]
    pub status: Status,
}

impl From<&User> for OwnerBody {
    fn from(user: &User) -> Self {
        Self { id: user.id.to_string(), name: user.full_name(), status: user.status }
    }
}

/// A user.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = User)]
#[serde(rename_all = "camelCase")]
pub struct UserBody {
    /// The user's id (UUIDv7).
    #[schema(format = Uuid)]
    pub id: String,
    /// E-mail address, by which they sign in.
    #[schema(format = "idn-email")]
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Where they stand.
    #[schema(schema_with = crate::openapi::status)]
    pub status: Status,
    /// Groups they belong to; of a deleted user, those they belonged to.
    pub groups: Vec<GroupRef>,
    /// Whether they may assist customers in the storefront.
    pub agent: bool,
    /// The page's language for them (BCP 47).
    #[schema(schema_with = crate::openapi::language)]
    pub language: Language,
    /// How many customers are assigned to them.
    pub customer_count: u64,
    /// When they last signed in (RFC 3339, UTC).
    #[schema(required, value_type = Option<String>, format = DateTime)]
    pub last_sign_in_at: Option<String>,
    /// When they were created (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When they were last changed (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// Who changed them last; nobody if an operator did.
    #[schema(required)]
    pub updated_by: Option<EditorBody>,
    /// Moves by one for every change; the entity tag.
    pub version: u64,
}

impl UserBody {
    /// The user, with group names from the policy. A group that exists no more is left out.
    pub fn new(user: &User, policy: &Policy) -> Self {
        Self {
            id: user.id.to_string(),
            email: user.email.as_str().to_owned(),
            first_name: user.first_name.as_str().to_owned(),
            last_name: user.last_name.as_str().to_owned(),
            status: user.status,
            groups: user.groups.iter().filter_map(|group| GroupRef::of(*group, policy)).collect(),
            agent: user.agent,
            language: user.language,
            customer_count: user.customer_count,
            last_sign_in_at: user.last_sign_in_at.map(|at| at.to_string()),
            created_at: user.created_at.to_string(),
            updated_at: user.updated_at.to_string(),
            updated_by: user.updated_by.as_ref().map(EditorBody::from),
            version: user.version,
        }
    }
}

impl Versioned for UserBody {
    fn last_change(&self) -> (Option<&EditorBody>, &str) {
        (self.updated_by.as_ref(), &self.updated_at)
    }
}

/// What a change of oneself ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SelfEnd {
    /// One has deactivated oneself.
    SelfDeactivated,
    /// One has deleted oneself.
    SelfDeleted,
}
