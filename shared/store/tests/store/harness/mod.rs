//! What every test stands on: a table of its own with groups and one administrator.

mod crowd;
mod customers;
mod many;
mod people;
mod rights;
mod table;
mod units;
mod walk;
mod world;

pub(crate) use crowd::{LARGE, SMALL, one_of_many};
pub(crate) use customers::{assign, customer};
pub(crate) use many::MANY;
pub(crate) use people::{Person, changes, first_definitions, group, hash, new_hash};
pub(crate) use rights::{fresh_group, fresh_role, renamed, ruled};
pub(crate) use table::{Item, Table};
pub(crate) use units::{Dump, write_units};
pub(crate) use walk::{List, ids, walk};
pub(crate) use world::{Change, World, acting, acting_at, by, creation, edition};
