//! The store on DynamoDB Local, a table for each test: `cargo xtask test store`.
//!
//! Every test that changes something ends with a check of the whole table.

mod access;
mod actor;
mod audit;
#[cfg(feature = "bulk")]
mod bulk;
mod check;
mod cost;
mod customers;
mod harness;
mod lists;
mod many;
mod once;
mod races;
mod search;
mod session;
mod users;
