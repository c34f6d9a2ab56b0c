//! The product's keys: one list of secrets, and for each purpose keys of its own.

use std::fmt::Write as _;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
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
    /// Naming the account that somebody tries to sign in to.
    Account,
    /// Knowing a browser again.
    Device,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Cursor => b"backoffice/cursor/1",
            Self::Once => b"backoffice/once/1",
            Self::Account => b"backoffice/account/1",
            Self::Device => b"backoffice/device/1",
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

    /// A MAC over `parts` (HMAC-SHA-256, hexadecimal) by the signing key; where one part ends and the next
    /// begins counts.
    pub(crate) fn mac(&self, purpose: Purpose, parts: &[&[u8]]) -> String {
        self.macs(purpose, parts).next().expect("a keyring holds a secret")
    }

    /// Whether `mac` is one over `parts` by any of the keys, compared in constant time.
    pub(crate) fn verifies(&self, purpose: Purpose, parts: &[&[u8]], mac: &str) -> bool {
        self.macs(purpose, parts).any(|known| known.as_bytes().ct_eq(mac.as_bytes()).into())
    }

    /// The MACs over `parts` by all keys, that of the signing one first.
    pub(crate) fn macs(&self, purpose: Purpose, parts: &[&[u8]]) -> impl Iterator<Item = String> {
        self.keys(purpose).map(move |key| {
            let mut mac = Hmac::<Sha256>::new_from_slice(key.as_ref()).expect("HMAC takes any key");
            for part in parts {
                mac.update(&(part.len() as u64).to_be_bytes());
                mac.update(part);
            }
            hex(&mac.finalize().into_bytes())
        })
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
        let macs = |parts: &[&[u8]]| keyring.macs(Purpose::Once, parts).collect::<Vec<_>>();
        assert!(macs(&[b"ab", b"c"]).len() == 2 && macs(&[b"ab", b"c"])[0] != macs(&[b"ab", b"c"])[1]);
        assert_ne!(macs(&[b"ab", b"c"]), macs(&[b"a", b"bc"]));
    }

    #[test]
    fn a_mac_outlives_the_secret_that_made_it_as_long_as_that_is_known() {
        let keyring = |secrets: &[&str]| {
            let secrets: Vec<String> = secrets.iter().map(|secret| secret.repeat(32)).collect();
            Keyring::parse(&secrets.join(",")).expect("keys")
        };
        let mac = keyring(&["a"]).mac(Purpose::Device, &[b"x"]);
        assert!(keyring(&["b", "a"]).verifies(Purpose::Device, &[b"x"], &mac));
        assert!(!keyring(&["b", "a"]).verifies(Purpose::Device, &[b"y"], &mac));
        assert!(!keyring(&["b", "a"]).verifies(Purpose::Account, &[b"x"], &mac));
        assert!(!keyring(&["b"]).verifies(Purpose::Device, &[b"x"], &mac));
        assert!(!keyring(&["b"]).verifies(Purpose::Device, &[b"x"], ""));
    }

    #[test]
    fn short_secrets_are_refused() {
        assert!(Keyring::parse("").is_err());
        assert!(Keyring::parse("short").is_err());
        assert!(Keyring::parse(&format!("{},short", "a".repeat(32))).is_err());
    }
}
