//! What makes the black-box tests short: clients that sign in, people made on demand, answers that
//! are held against the API's own description.
//!
//! Everything goes over HTTP to the stack that `cargo xtask test` has started. Only what no request
//! could bring about or show (an hour gone by, an audit event) goes to the table (see [`table`]).

pub mod access;
mod alone;
mod answer;
pub mod budget;
mod client;
mod definitions;
pub mod document;
mod network;
mod people;
mod roles;
mod schema;
pub mod shape;
mod stack;
pub mod table;
pub mod watch;

pub use alone::Alone;
pub use answer::{Answer, Cost};
pub use client::{Client, Request, signed_out};
pub use definitions::{Holder, Made, group, holder, member, role, rules};
pub use network::own_address;
pub use people::{Administrators, NewUser, PASSWORD, Person, administrators, somebody};
pub use roles::{Role, administrator, administrator_again, content_editor, customer_service, group_id};
pub use stack::{failing_origin, logs, origin, unique, unknown_id};
