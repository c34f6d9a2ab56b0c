//! One person for each group there is, signed in once for all tests of the program.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use crate::stack::variable;
use crate::{Client, somebody};

/// A group whose members share their rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Holds every permission.
    Administrator,
    /// Sees users and customers, and assigns these to those.
    CustomerService,
    /// Holds no permission.
    ContentEditor,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Administrator, Self::CustomerService, Self::ContentEditor];

    /// Somebody of this group.
    pub fn client(self) -> Client {
        match self {
            Self::Administrator => administrator(),
            Self::CustomerService => customer_service(),
            Self::ContentEditor => content_editor(),
        }
    }

    /// The group's name.
    pub const fn group(self) -> &'static str {
        match self {
            Self::Administrator => "Administrators",
            Self::CustomerService => "Customer service",
            Self::ContentEditor => "Content editors",
        }
    }

    /// Whether its members hold this permission.
    pub fn may(self, permission: &str) -> bool {
        match self {
            Self::Administrator => true,
            Self::CustomerService => {
                ["users.read", "groups.read", "customers.read", "users.assign-customers"].contains(&permission)
            }
            Self::ContentEditor => false,
        }
    }
}

/// The administrator that the stack began with. Nothing may be done to them.
pub fn administrator() -> Client {
    static CLIENT: LazyLock<Client> = LazyLock::new(administrator_again);
    CLIENT.clone()
}

/// The same administrator with a session of their own.
pub fn administrator_again() -> Client {
    Client::sign_in(&variable("BACKOFFICE_ADMIN_EMAIL"), &variable("BACKOFFICE_ADMIN_PASSWORD"))
}

/// Somebody of the group Customer service. Nothing may be done to them.
pub fn customer_service() -> Client {
    static CLIENT: LazyLock<Client> = LazyLock::new(|| member_of(Role::CustomerService));
    CLIENT.clone()
}

/// Somebody of the group Content editors. Nothing may be done to them.
pub fn content_editor() -> Client {
    static CLIENT: LazyLock<Client> = LazyLock::new(|| member_of(Role::ContentEditor));
    CLIENT.clone()
}

/// The id of a group, by its name.
pub fn group_id(name: &str) -> String {
    static GROUPS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        let groups = administrator().get("/groups").send().expect(200).json();
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let items = groups["items"].as_array().expect("items");
        items.iter().map(|group| (text(&group["name"]), text(&group["id"]))).collect()
    });
    GROUPS.get(name).unwrap_or_else(|| panic!("no group {name}")).clone()
}

fn member_of(role: Role) -> Client {
    somebody().in_groups([role.group()]).create().sign_in()
}
