//! What `cargo xtask` can do: one file for each command.

pub(crate) mod up;
