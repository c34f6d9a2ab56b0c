//! How things look in JSON.

mod list;
mod session;
mod user;

pub use list::PageBody;
pub use session::{EndedBody, SessionBody};
pub use user::{EditorBody, GroupRef, OwnerBody, SelfEnd, UserBody};
