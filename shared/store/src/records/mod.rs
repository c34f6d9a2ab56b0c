//! How the domain's things lie in the table: one file an item.

pub(crate) mod access;
pub(crate) mod counts;
pub(crate) mod customer;
pub(crate) mod definition;
mod editor;
pub(crate) mod failures;
pub(crate) mod session;
pub(crate) mod token;
pub(crate) mod user;
