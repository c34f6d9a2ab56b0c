//! Cursors: places in a list, sealed. They hold names and end up in logs, so nobody can read them,
//! and nobody can make one up.

use backoffice_store::Position;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::keyring::{Keyring, Purpose};
use crate::{Code, Problem};

/// Bytes of the random nonce; so many that random ones do not meet (`XChaCha20`).
const NONCE: usize = 24;

/// Seals and opens the cursors of one list with one set of filters.
pub struct Cursors<'a> {
    keyring: &'a Keyring,
    /// The list with its filters: a cursor of one is none of another.
    list: String,
}

impl<'a> Cursors<'a> {
    /// The cursors of a list; `list` says which, with sort and filters.
    pub(crate) fn new(keyring: &'a Keyring, list: String) -> Self {
        Self { keyring, list }
    }

    /// Seals a position.
    ///
    /// # Panics
    /// If the operating system gives no randomness.
    pub fn seal(&self, position: &Position) -> String {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).expect("the operating system gives randomness");
        let key = self.keyring.keys(Purpose::Cursor).next().expect("a keyring holds a secret");
        let plain = serde_json::to_vec(position).expect("a position is plain data");
        let sealed = XChaCha20Poly1305::new((&*key).into())
            .encrypt(&XNonce::from(nonce), Payload { msg: &plain, aad: self.list.as_bytes() })
            .expect("a cursor is far shorter than the cipher's limit");
        Base64UrlUnpadded::encode_string(&[&nonce[..], &sealed].concat())
    }

    /// Opens a cursor.
    ///
    /// # Errors
    /// It was not sealed by us, or for another list.
    pub fn open(&self, cursor: &str) -> Result<Position, Problem> {
        self.try_open(cursor).ok_or_else(|| Problem::new(Code::CursorRefused))
    }

    fn try_open(&self, cursor: &str) -> Option<Position> {
        let bytes = Base64UrlUnpadded::decode_vec(cursor).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let nonce = XNonce::try_from(nonce).ok()?;
        let payload = || Payload { msg: sealed, aad: self.list.as_bytes() };
        let plain = self
            .keyring
            .keys(Purpose::Cursor)
            .find_map(|key| XChaCha20Poly1305::new((&*key).into()).decrypt(&nonce, payload()).ok())?;
        serde_json::from_slice(&plain).ok()
    }
}

#[cfg(test)]
mod tests {
    use backoffice_store::Direction;
    use proptest::prelude::*;

    use super::*;

    fn position() -> Position {
        Position { key: "müller\u{1f}1".to_owned(), direction: Direction::Backward, inclusive: false }
    }

    #[test]
    fn r29_a_cursor_opens_for_its_own_list_only() {
        let keyring = Keyring::parse(&"k".repeat(32)).expect("keys");
        let cursors = Cursors::new(&keyring, "users?sort=lastName".to_owned());
        let sealed = cursors.seal(&position());
        assert_eq!(cursors.open(&sealed).map_err(|problem| problem.code()), Ok(position()));
        assert!(Cursors::new(&keyring, "users?sort=email".to_owned()).open(&sealed).is_err());
        for forged in ["", "AAAA", "%%%", &sealed[1..], &format!("{sealed}A")] {
            assert_eq!(cursors.open(forged).map_err(|problem| problem.code()), Err(Code::CursorRefused), "{forged}");
        }
    }

    #[test]
    fn an_older_key_still_opens() {
        let (old, new) = ("o".repeat(32), "n".repeat(32));
        let before = Keyring::parse(&old).expect("keys");
        let after = Keyring::parse(&format!("{new},{old}")).expect("keys");
        let sealed = Cursors::new(&before, "l".to_owned()).seal(&position());
        assert!(Cursors::new(&after, "l".to_owned()).open(&sealed).is_ok());
        assert!(
            Cursors::new(&before, "l".to_owned())
                .open(&Cursors::new(&after, "l".to_owned()).seal(&position()))
                .is_err()
        );
    }

    proptest! {
        #[test]
        fn r29_any_place_comes_back_from_its_cursor(key in "(?s).{0,300}", forward in any::<bool>(), inclusive in any::<bool>(), list in ".{0,40}") {
            let keyring = Keyring::parse(&"k".repeat(32)).expect("keys");
            let cursors = Cursors::new(&keyring, list);
            let direction = if forward { Direction::Forward } else { Direction::Backward };
            let position = Position { key, direction, inclusive };
            prop_assert_eq!(cursors.open(&cursors.seal(&position)).map_err(|problem| problem.code()), Ok(position));
        }

        #[test]
        fn r29_any_other_text_is_refused(text in "(?s).{0,200}|[A-Za-z0-9_-]{0,200}", place in any::<prop::sample::Index>(), bit in 0..6_u8) {
            let keyring = Keyring::parse(&"k".repeat(32)).expect("keys");
            let cursors = Cursors::new(&keyring, "users".to_owned());
            prop_assert_eq!(cursors.open(&text).map_err(|problem| problem.code()), Err(Code::CursorRefused));
            // A cursor of ours, of which one bit is another.
            let mut bytes = Base64UrlUnpadded::decode_vec(&cursors.seal(&position())).expect("a cursor");
            let place = place.index(bytes.len());
            bytes[place] ^= 1 << bit;
            let forged = Base64UrlUnpadded::encode_string(&bytes);
            prop_assert_eq!(cursors.open(&forged).map_err(|problem| problem.code()), Err(Code::CursorRefused));
        }
    }
}
