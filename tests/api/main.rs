//! Every operation over HTTP, against the built functions behind the local gateway.
//!
//! A folder for each area, a file for each operation, as in `functions/`. Names begin with the
//! requirement they prove (`r21_…`), where they prove one.

mod account;
mod audit;
mod customers;
mod edge;
mod every_operation;
mod groups;
mod matrix;
mod roles;
mod session;
mod users;
