//! The groups and roles that a store begins with.

use backoffice_domain::access::{Definition, Definitions, Description, Rule, Title};
use backoffice_domain::{Flaw, Group, GroupId, Role, RoleId};
use jiff::Timestamp;
use uuid::Uuid;

/// Helps customers.
const CUSTOMER_SERVICE: GroupId = GroupId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002));
/// Works in the store's CMS, not here.
const CONTENT_EDITORS: GroupId = GroupId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0003));
/// What Customer service may do.
const SERVICE_ROLE: RoleId = RoleId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0012));

/// The first groups, empty, and their roles.
///
/// # Errors
/// None: the names below are names, and the rules are rules.
pub(crate) fn first(now: Timestamp) -> Result<Definitions, Flaw> {
    let role = |id, name, description, rules: &[&str]| {
        Ok(Definition::from(Role {
            id,
            name: Title::parse(name)?,
            description: Description::parse(description)?,
            rules: rules.iter().map(|rule| Rule::parse(rule)).collect::<Result<_, _>>()?,
            version: 1,
            updated_at: now,
            updated_by: None,
        }))
    };
    let group = |id, name, description, roles: &[RoleId]| {
        Ok(Definition::from(Group {
            id,
            name: Title::parse(name)?,
            description: Description::parse(description)?,
            roles: roles.to_vec(),
            member_count: 0,
            version: 1,
            updated_at: now,
            updated_by: None,
        }))
    };
    let service = ["allow users.read", "allow groups.read", "allow customers.read", "allow users.assign-customers"];
    [
        role(Role::ADMINISTRATOR, "Administrator", "Everything.", &["allow *"]),
        role(SERVICE_ROLE, "Customer service", "See users and customers, and assign customers to users.", &service),
        group(Group::ADMINISTRATORS, "Administrators", "Hold every permission.", &[Role::ADMINISTRATOR]),
        group(
            CUSTOMER_SERVICE,
            "Customer service",
            "See users and customers, and assign customers to users.",
            &[SERVICE_ROLE],
        ),
        group(CONTENT_EDITORS, "Content editors", "Work on the store's pages; hold no permission here.", &[]),
    ]
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use backoffice_domain::{Permission, Permissions};

    use super::*;

    #[test]
    fn the_first_groups_give_what_they_say() {
        let policy = first(Timestamp::UNIX_EPOCH).expect("names and rules").compile(1);
        assert_eq!(policy.permissions(&[Group::ADMINISTRATORS]), Permissions::EVERY);
        let service: Vec<_> = policy.permissions(&[CUSTOMER_SERVICE]).iter().map(Permission::as_str).collect();
        assert_eq!(service, ["users.read", "users.assign-customers", "customers.read", "groups.read"]);
        assert_eq!(policy.permissions(&[CONTENT_EDITORS]), Permissions::NONE);
    }
}
