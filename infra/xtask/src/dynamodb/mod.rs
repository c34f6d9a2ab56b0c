//! DynamoDB on this machine: the process, the few calls that make a table, and what tests put in between.

mod client;
mod endpoint;
mod proxy;
mod server;

pub(crate) use client::{Client, REGION};
pub(crate) use endpoint::chosen_endpoint;
pub(crate) use proxy::{Access, Kind, Proxy, Seen};
pub(crate) use server::{Database, Server, Storage};
