//! How things look in JSON.

mod customer;
mod event;
mod group;
mod list;
mod role;
mod session;
mod user;

use serde::Serialize;

pub use customer::{CustomerBody, CustomerList, CustomerRef};
pub use event::{AuditActorBody, AuditChangeBody, AuditEventBody, AuditTargetBody};
pub use group::{GroupBody, RoleRef};
pub use list::PageBody;
pub use role::{RoleBody, RuleBody};
pub use session::{EndedBody, SessionBody};
pub use user::{EditorBody, GroupRef, OwnerBody, SelfEnd, UserBody};

/// Something that has a version, in JSON.
pub trait Versioned: Serialize {
    /// Who changed it last, and when.
    fn last_change(&self) -> (Option<&EditorBody>, &str);
}
