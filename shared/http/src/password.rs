//! Passwords where randomness or a clock is needed, which the domain has none of.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use backoffice_domain::password::{Password, PasswordHash, Verdict};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use secrecy::SecretString;

/// Hashes a password with a salt of its own.
///
/// # Panics
/// If the operating system gives no randomness.
pub fn hash_password(password: &Password) -> PasswordHash {
    PasswordHash::of(password, &random())
}

/// Makes a password that nobody guesses: 18 random bytes in 24 letters, digits, `-` and `_`.
///
/// # Panics
/// If the operating system gives no randomness.
pub fn generate_password() -> SecretString {
    Base64UrlUnpadded::encode_string(&random::<18>()).into()
}

/// What a request hashes, for making hashes and for comparing with them: by far the most of its own work.
#[derive(Debug, Default)]
pub(crate) struct Hashing(Mutex<Hashed>);

/// How often something was hashed, and how long that took altogether.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hashed {
    pub(crate) hashes: u32,
    pub(crate) took: Duration,
}

impl Hashing {
    pub(crate) fn hash(&self, password: &Password) -> PasswordHash {
        self.clocked(|| hash_password(password))
    }

    pub(crate) fn verify(&self, hash: &PasswordHash, password: &Password) -> Verdict {
        self.clocked(|| hash.verify(password))
    }

    pub(crate) fn hashed(&self) -> Hashed {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn clocked<T>(&self, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        let mut hashed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hashed.hashes += 1;
        hashed.took += begun.elapsed();
        done
    }
}

impl Hashed {
    pub(crate) fn milliseconds(self) -> f64 {
        self.took.as_secs_f64() * 1000.0
    }
}

impl fmt::Display for Hashed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "hashes={}; ms={:.3}", self.hashes, self.milliseconds())
    }
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}
