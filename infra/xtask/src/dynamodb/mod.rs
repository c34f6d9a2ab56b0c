//! DynamoDB on this machine: the process, and the few calls that make a table.

mod client;
mod endpoint;
mod server;

pub(crate) use client::{Client, REGION};
pub(crate) use endpoint::chosen_endpoint;
pub(crate) use server::{Database, Server, Storage};
