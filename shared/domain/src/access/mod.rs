//! Who may do what: users belong to groups, groups carry roles, a role's rules allow or deny
//! permissions. What all of it comes to is compiled into one policy, which every request reads.

mod climbing;
mod definition;
mod definitions;
mod group;
mod label;
mod permission;
mod permissions;
mod policy;
mod role;
mod rule;

pub use definition::Definition;
pub use definitions::{Definitions, Reason};
pub use group::{Group, GroupChanges};
pub use label::{Description, Title};
pub use permission::{Area, Permission};
pub use permissions::Permissions;
pub use policy::{Grant, Policy};
pub use role::{Role, RoleChanges};
pub use rule::{Effect, Rule, Scope};
