//! Compares a password for so many seconds and prints how often: hashing with the product's parameters, and
//! nothing beside it.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use backoffice_domain::password::{Password, Verdict};
use backoffice_http::hash_password;

#[expect(clippy::print_stdout, reason = "the count is what this is for")]
fn main() -> Result<()> {
    let seconds = std::env::args().nth(1).context("how many seconds?")?.parse()?;
    let password = Password::typed("nobody's real password");
    let hash = hash_password(&password);
    let (start, mut count) = (Instant::now(), 0_u32);
    while start.elapsed() < Duration::from_secs_f64(seconds) {
        ensure!(hash.verify(&password) == Verdict::Right, "a password is no longer the one that was hashed");
        count += 1;
    }
    println!("{count} {:.6}", start.elapsed().as_secs_f64());
    Ok(())
}
