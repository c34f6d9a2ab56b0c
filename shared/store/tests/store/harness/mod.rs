//! What every test stands on: a table of its own with groups and one administrator.

mod people;
mod table;
mod world;

pub(crate) use people::{Person, changes, group, groups, hash};
pub(crate) use table::{Item, Table};
pub(crate) use world::{Change, World, acting, acting_at, by, creation, edition};
