//! What running the product costs: figures that were measured, at list prices.

mod bill;
mod figures;
mod prices;
mod table;

pub(crate) use bill::{Bill, Office};
pub(crate) use figures::Figure;
pub(crate) use table::{difference, read, write};
