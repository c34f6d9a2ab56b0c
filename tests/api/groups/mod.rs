//! Groups.

mod list;
