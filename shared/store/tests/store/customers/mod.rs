//! Customers: written, imported, assigned, listed and found.

mod assign;
mod import;
mod lists;
mod takeover;
mod write;
