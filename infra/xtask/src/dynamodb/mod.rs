//! DynamoDB on this machine: the process, the few calls that make a table, and what tests put in between.

mod client;
mod endpoint;
mod proxy;
mod server;

pub(crate) use client::{Client, REGION};
pub(crate) use endpoint::chosen_endpoint;
pub(crate) use proxy::{Access, FOR_GOOD, Fault, Kind, Proxy, Seen, Watched};
pub(crate) use server::{Database, Server, Storage};
