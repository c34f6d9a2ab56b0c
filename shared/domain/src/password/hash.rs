//! How a password is kept: as an Argon2id hash in PHC form, never as itself.

use std::fmt;

use argon2::password_hash::phc;
use argon2::{Algorithm, Argon2, CustomizedPasswordHasher as _, Params, PasswordVerifier as _, Version};

use super::Password;

/// Memory of one hash in KiB (OWASP Password Storage Cheat Sheet: m=19456, t=2, p=1).
const MEMORY_KIB: u32 = 19_456;
/// Passes over the memory.
const PASSES: u32 = 2;
/// Lanes: one, since a Lambda function has about one core.
const LANES: u32 = 1;

/// A kept password: a PHC string.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

/// What comparing a password with a hash found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the password.
    Right,
    /// It is the password, but the hash is weaker than today's and should be rewritten.
    RightButWeak,
    /// It is another one.
    Wrong,
}

impl PasswordHash {
    /// Hashes a password with 16 random bytes of salt that the caller drew. Takes some 20 ms and
    /// 19 MiB on a current core.
    ///
    /// # Panics
    /// Never: the parameters are constants that Argon2 takes.
    pub fn of(password: &Password, salt: &[u8; 16]) -> Self {
        let hash: phc::PasswordHash = argon2()
            .hash_password_customized(password.bytes(), salt, None, None, params())
            .expect("the constants of this module are valid Argon2 parameters");
        Self(hash.to_string())
    }

    /// A hash that no password has, for comparing when there is no such user: it costs the same.
    pub fn of_nobody() -> Self {
        Self(
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                .to_owned(),
        )
    }

    /// Takes a PHC string as it was stored.
    pub fn stored(phc: String) -> Self {
        Self(phc)
    }

    /// The PHC string to store.
    pub fn as_phc(&self) -> &str {
        &self.0
    }

    /// Compares in constant time. A bcrypt hash (`$2…`), as other products keep them, opens too and
    /// counts as weak. A hash that cannot be read matches nothing, at the price of one that can.
    pub fn verify(&self, password: &Password) -> Verdict {
        if self.0.starts_with("$2") {
            return match bcrypt::verify(password.bytes(), &self.0) {
                Ok(true) => Verdict::RightButWeak,
                _ => Self::of_nobody().verify(password),
            };
        }
        let Ok(hash) = phc::PasswordHash::new(&self.0) else {
            return Self::of_nobody().verify(password);
        };
        match argon2().verify_password(password.bytes(), &hash) {
            Ok(()) if is_weak(&hash) => Verdict::RightButWeak,
            Ok(()) => Verdict::Right,
            Err(_) => Verdict::Wrong,
        }
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PasswordHash(…)")
    }
}

fn params() -> Params {
    Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the constants of this module are valid Argon2 parameters")
}

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params())
}

fn is_weak(hash: &phc::PasswordHash) -> bool {
    let Ok(used) = Params::try_from(hash) else { return true };
    hash.algorithm.as_str() != Algorithm::Argon2id.as_str()
        || used.m_cost() < MEMORY_KIB
        || used.t_cost() < PASSES
        || used.m_cost().saturating_mul(used.t_cost()) < MEMORY_KIB * PASSES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r03_a_phc_string_of_today_and_16_bytes_of_salt() {
        let hash = PasswordHash::of(&Password::typed("correct horse battery"), &[7; 16]);
        assert!(
            hash.as_phc().starts_with("$argon2id$v=19$m=19456,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$"),
            "{}",
            hash.as_phc()
        );
        assert_eq!(hash.verify(&Password::typed("correct horse battery")), Verdict::Right);
        assert_eq!(hash.verify(&Password::typed("correct horse batterx")), Verdict::Wrong);
        assert_eq!(format!("{hash:?}"), "PasswordHash(…)");
    }

    #[test]
    fn r03_a_weaker_hash_still_opens_and_says_so() {
        let weak: phc::PasswordHash =
            Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 2, 1, None).expect("params"))
                .hash_password_customized(
                    b"correct horse battery",
                    &[7; 16],
                    None,
                    None,
                    Params::new(8_192, 2, 1, None).expect("params"),
                )
                .expect("hash");
        assert_eq!(
            PasswordHash::stored(weak.to_string()).verify(&Password::typed("correct horse battery")),
            Verdict::RightButWeak
        );
    }

    #[test]
    fn r03_a_bcrypt_hash_still_opens_and_says_so() {
        let bcrypt = bcrypt::hash_with_salt("correct horse battery", 4, [7; 16]).expect("hash").to_string();
        assert!(bcrypt.starts_with("$2"), "{bcrypt}");
        assert_eq!(
            PasswordHash::stored(bcrypt.clone()).verify(&Password::typed("correct horse battery")),
            Verdict::RightButWeak
        );
        assert_eq!(PasswordHash::stored(bcrypt).verify(&Password::typed("correct horse batterx")), Verdict::Wrong);
    }

    #[test]
    fn nobody_and_nonsense_match_nothing() {
        assert_eq!(PasswordHash::of_nobody().verify(&Password::typed("")), Verdict::Wrong);
        assert_eq!(PasswordHash::stored("nonsense".to_owned()).verify(&Password::typed("")), Verdict::Wrong);
        assert!(phc::PasswordHash::new(PasswordHash::of_nobody().as_phc()).is_ok(), "costs a real comparison");
    }
}
