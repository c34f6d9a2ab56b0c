//! The groups that a store begins with.

use backoffice_domain::access::Grant;
use backoffice_domain::{Group, GroupId, Permission, Permissions, Policy};
use uuid::Uuid;

/// Helps customers.
const CUSTOMER_SERVICE: GroupId = GroupId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002));
/// Works in the store's CMS, not here.
const CONTENT_EDITORS: GroupId = GroupId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0003));

/// The first groups, empty, and the policy they make.
pub(crate) fn first() -> (Vec<Group>, Policy) {
    let service =
        [Permission::UsersRead, Permission::GroupsRead, Permission::CustomersRead, Permission::UsersAssignCustomers];
    let definitions = [
        (Group::ADMINISTRATORS, "Administrators", "Hold every permission.", Permissions::EVERY),
        (
            CUSTOMER_SERVICE,
            "Customer service",
            "See users and customers, and assign customers to users.",
            service.into_iter().collect(),
        ),
        (CONTENT_EDITORS, "Content editors", "Work on the store's pages; hold no permission here.", Permissions::NONE),
    ];
    let policy = Policy::new(
        definitions.map(|(id, name, _, allow)| (id, Grant { name: name.to_owned(), allow, deny: Permissions::NONE })),
    );
    let groups = definitions.map(|(id, name, description, _)| Group {
        id,
        name: name.to_owned(),
        description: description.to_owned(),
        member_count: 0,
    });
    (groups.into(), policy)
}
