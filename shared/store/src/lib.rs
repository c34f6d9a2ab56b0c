//! The one way to the data: every read and every transaction of the product.
//!
//! A caller names what it wants in the domain's words; keys, expressions, conditions and retries
//! stay in here. Each change is one conditional transaction together with its audit event.

pub mod access;
pub mod audit;
#[cfg(feature = "bulk")]
mod bulk;
pub mod check;
pub mod customers;
mod edge;
mod error;
pub mod guard;
mod keys;
mod once;
pub mod page;
mod records;
mod search;
pub mod session;
pub mod throttle;
pub mod users;

pub use audit::{Acting, Actor, Names};
pub use edge::{Cost, Store};
pub use error::{Conflict, Error};
pub use once::{Once, OnceKey, StoredAnswer};
pub use page::{Direction, Order, Page, Position};
