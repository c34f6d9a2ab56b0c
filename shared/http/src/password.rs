//! Passwords where randomness is needed, which the domain has none of.

use backoffice_domain::password::{Password, PasswordHash};
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

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}
