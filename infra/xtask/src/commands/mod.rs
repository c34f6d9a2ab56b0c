//! What `cargo xtask` can do: one file for each command.

pub(crate) mod test;
pub(crate) mod up;
