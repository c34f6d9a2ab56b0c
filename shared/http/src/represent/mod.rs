//! How things look in JSON.

mod customer;
mod list;
mod session;
mod user;

pub use customer::{CustomerBody, CustomerList, CustomerRef};
pub use list::PageBody;
pub use session::{EndedBody, SessionBody};
pub use user::{EditorBody, GroupRef, OwnerBody, SelfEnd, UserBody};
