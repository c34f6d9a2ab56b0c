//! Users: one transaction for every change, lists and search.

mod change;
mod list;
mod lost;
mod members;
mod password;
mod search;

pub use change::UserChange;
pub(crate) use change::is_version;
pub use list::{UserFilter, UserQuery, UserSort};
pub use members::{MAX_MOVED, MembersChange};
pub use password::PasswordChange;
