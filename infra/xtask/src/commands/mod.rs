//! What `cargo xtask` can do: one file for each command.

pub(crate) mod bench;
pub(crate) mod check_store;
pub(crate) mod cost;
pub(crate) mod deploy;
pub(crate) mod env;
pub(crate) mod event;
pub(crate) mod import_customers;
pub(crate) mod openapi;
pub(crate) mod test;
pub(crate) mod up;
