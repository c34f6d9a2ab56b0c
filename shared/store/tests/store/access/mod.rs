//! Groups and roles.

mod definitions;
mod members;
