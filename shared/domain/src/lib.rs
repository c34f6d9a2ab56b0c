//! The types and rules of back-office user management.
//!
//! This crate decides; it never acts. It does no I/O, knows no AWS type and has no clock of its
//! own: whoever calls it says what time it is and which ids to use.

pub mod access;
pub mod audit;
pub mod customer;
pub mod email;
pub mod fields;
pub mod fold;
pub mod id;
pub mod name;
pub mod password;
pub mod session;
pub mod throttle;
pub mod user;
mod words;

pub use access::{Group, Permission, Permissions, Policy, Role};
pub use customer::{Customer, CustomerData, Gender};
pub use email::Email;
pub use fields::{FieldError, Flaw};
pub use id::{CustomerId, GroupId, RoleId, SessionId, UserId};
pub use name::Name;
pub use user::{Editor, Language, Status, User, UserChanges};
