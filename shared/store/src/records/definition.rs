//! Groups and roles as they lie in the table.

use backoffice_domain::access::{Definition, Description, Rule, Title};
use backoffice_domain::{Editor, Group, GroupId, Role, RoleId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::editor::EditorRecord;
use crate::edge::{Item, Key};
use crate::{Error, keys};

/// A group's definition. Groups of the time before there were roles have no version: they are read, and the
/// policy stays as it is, since a change's condition on the version refuses to compile it of no roles.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct GroupRecord {
    pk: String,
    sk: String,
    id: GroupId,
    name: Title,
    description: Description,
    #[serde(default)]
    roles: Vec<RoleId>,
    member_count: u64,
    #[serde(default)]
    version: u64,
    #[serde(default)]
    updated_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_by: Option<EditorRecord>,
}

/// A role's definition.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RoleRecord {
    pk: String,
    sk: String,
    id: RoleId,
    name: Title,
    description: Description,
    rules: Vec<String>,
    version: u64,
    updated_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_by: Option<EditorRecord>,
}

/// Where a definition lies.
pub(crate) fn key(definition: &Definition) -> Key {
    match definition {
        Definition::Group(group) => keys::group(group.id),
        Definition::Role(role) => keys::role(role.id),
    }
}

/// The item of a definition.
pub(crate) fn write(definition: &Definition) -> Result<Item, Error> {
    let Key { pk, sk } = key(definition);
    Ok(match definition.clone() {
        Definition::Group(Group { id, name, description, roles, member_count, version, updated_at, updated_by }) => {
            let updated_by = updated_by.map(EditorRecord::from);
            serde_dynamo::to_item(GroupRecord {
                pk,
                sk,
                id,
                name,
                description,
                roles,
                member_count,
                version,
                updated_at,
                updated_by,
            })?
        }
        Definition::Role(Role { id, name, description, rules, version, updated_at, updated_by }) => {
            let (rules, updated_by) =
                (rules.iter().map(ToString::to_string).collect(), updated_by.map(EditorRecord::from));
            serde_dynamo::to_item(RoleRecord { pk, sk, id, name, description, rules, version, updated_at, updated_by })?
        }
    })
}

/// Reads an item of the access partition; `None` if it defines nothing.
pub(crate) fn read(item: Item) -> Result<Option<Definition>, Error> {
    let Some(Key { sk, .. }) = Key::of(&item) else { return Ok(None) };
    Ok(if sk.starts_with(keys::GROUP_PREFIX) {
        let GroupRecord { id, name, description, roles, member_count, version, updated_at, updated_by, .. } =
            serde_dynamo::from_item(item)?;
        let updated_by = updated_by.map(Editor::from);
        Some(Group { id, name, description, roles, member_count, version, updated_at, updated_by }.into())
    } else if sk.starts_with(keys::ROLE_PREFIX) {
        let RoleRecord { id, name, description, rules, version, updated_at, updated_by, .. } =
            serde_dynamo::from_item(item)?;
        // A rule that this version does not know must not be lost by an edit: better none is made.
        let unknown = |flaw| Error::Fault(format!("a rule of role {id}: {flaw:?}"));
        let rules = rules.iter().map(|rule| Rule::parse(rule).map_err(unknown)).collect::<Result<_, _>>()?;
        let updated_by = updated_by.map(Editor::from);
        Some(Role { id, name, description, rules, version, updated_at, updated_by }.into())
    } else {
        None
    })
}
