//! Users: one transaction for every change, lists and search.

mod change;
mod list;
mod lost;
mod search;

pub use change::UserChange;
pub use list::{UserFilter, UserQuery, UserSort};
