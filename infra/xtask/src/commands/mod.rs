//! What `cargo xtask` can do: one file for each command.

pub(crate) mod event;
pub(crate) mod import_customers;
pub(crate) mod test;
pub(crate) mod up;
