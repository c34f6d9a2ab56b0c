//! What every test stands on: a table of its own with groups and one administrator.

mod crowd;
mod people;
mod table;
mod walk;
mod world;

pub(crate) use crowd::{LARGE, SMALL, one_of_many};
pub(crate) use people::{Person, changes, group, groups, hash};
pub(crate) use table::{Item, Table};
pub(crate) use walk::{List, ids};
pub(crate) use world::{Change, World, acting, acting_at, by, creation, edition};
