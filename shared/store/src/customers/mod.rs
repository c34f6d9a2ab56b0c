//! Customers: what the store says of them, whose they are, lists and search.

mod assign;
mod change;
mod edit;
mod import;
mod list;
mod owned;
mod search;

pub use assign::{Assigned, Assignment, MAX_CHANGES};
pub use change::CustomerChange;
#[cfg(feature = "bulk")]
pub(crate) use change::write;
pub use edit::CustomerEdit;
pub use import::Imported;
pub use list::{CustomerQuery, CustomerSort, OwnerFilter};
pub use owned::OwnedCustomer;
