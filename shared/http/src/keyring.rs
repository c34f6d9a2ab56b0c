//! The product's keys: one list of secrets, and for each purpose keys of its own.

use std::fmt::Write as _;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::Sha256;
use zeroize::Zeroizing;

/// The shortest secret, in characters: 32 random ones are more than 128 bits in any alphabet.
const MIN_SECRET: usize = 32;

/// What a key is for. Each purpose has keys that no other can use.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    /// Encrypting cursors.
    Cursor,
    /// Remembering request bodies.
    Once,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Cursor => b"backoffice/cursor/1",
            Self::Once => b"backoffice/once/1",
        }
    }
}

/// The secrets of the deployment: the first signs and encrypts, all verify and decrypt.
pub(crate) struct Keyring(Vec<SecretString>);

impl Keyring {
    /// Reads a comma-separated list of secrets.
    pub(crate) fn parse(list: &str) -> Result<Self, String> {
        let secrets: Vec<&str> = list.split(',').map(str::trim).filter(|secret| !secret.is_empty()).collect();
        if secrets.is_empty() || secrets.iter().any(|secret| secret.len() < MIN_SECRET) {
            return Err(format!("KEYS needs at least one secret, each of at least {MIN_SECRET} characters"));
        }
        Ok(Self(secrets.into_iter().map(SecretString::from).collect()))
    }

    /// The keys for a purpose, the one to sign with first (HKDF-SHA-256, RFC 5869).
    pub(crate) fn keys(&self, purpose: Purpose) -> impl Iterator<Item = Zeroizing<[u8; 32]>> {
        self.0.iter().map(move |secret| {
            let mut key = Zeroizing::new([0; 32]);
            Hkdf::<Sha256>::new(None, secret.expose_secret().as_bytes())
                .expand(purpose.label(), key.as_mut())
                .expect("HKDF-SHA-256 gives 32 bytes");
            key
        })
    }

    /// MACs over `parts` (HMAC-SHA-256, hexadecimal) by all keys, that of the signing one first; where one
    /// part ends and the next begins counts.
    pub(crate) fn macs(&self, purpose: Purpose, parts: &[&[u8]]) -> Vec<String> {
        let mac = |key: Zeroizing<[u8; 32]>| {
            let mut mac = Hmac::<Sha256>::new_from_slice(key.as_ref()).expect("HMAC takes any key");
            for part in parts {
                mac.update(&(part.len() as u64).to_be_bytes());
                mac.update(part);
            }
            hex(&mac.finalize().into_bytes())
        };
        self.keys(purpose).map(mac).collect()
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_and_secrets_have_keys_of_their_own() {
        let keyring = Keyring::parse(&format!("{}, {}", "a".repeat(32), "b".repeat(32))).expect("keys");
        let cursor: Vec<_> = keyring.keys(Purpose::Cursor).map(|key| *key).collect();
        let once: Vec<_> = keyring.keys(Purpose::Once).map(|key| *key).collect();
        assert_eq!(cursor.len(), 2);
        assert!(cursor[0] != cursor[1] && cursor[0] != once[0]);
        let macs = keyring.macs(Purpose::Once, &[b"ab", b"c"]);
        assert!(macs.len() == 2 && macs[0] != macs[1]);
        assert_ne!(macs, keyring.macs(Purpose::Once, &[b"a", b"bc"]));
    }

    #[test]
    fn short_secrets_are_refused() {
        assert!(Keyring::parse("").is_err());
        assert!(Keyring::parse("short").is_err());
        assert!(Keyring::parse(&format!("{},short", "a".repeat(32))).is_err());
    }
}
