//! `cargo xtask …`: builds, runs, tests and packages the whole product.

fn main() {}
