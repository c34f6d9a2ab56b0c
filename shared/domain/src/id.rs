//! Typed ids, so that one can never be passed for another.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Flaw;

macro_rules! uuid_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an id that was made (UUIDv7, from the caller's clock) or stored before.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The id itself.
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// Reads the canonical form: lower case, with hyphens. Every id has one spelling, so
            /// that it is one key in the store.
            pub fn parse(text: &str) -> Result<Self, Flaw> {
                let uuid = Uuid::try_parse(text).map_err(|_| Flaw::Malformed)?;
                if uuid.hyphenated().to_string() == text { Ok(Self(uuid)) } else { Err(Flaw::Malformed) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(formatter)
            }
        }
    };
}

uuid_id!(
    /// A back-office user.
    UserId
);
uuid_id!(
    /// A group of users.
    GroupId
);
uuid_id!(
    /// A role that groups carry.
    RoleId
);
uuid_id!(
    /// A signed-in browser.
    SessionId
);

/// The store's own reference of a customer: 1–64 of `A–Z a–z 0–9 . _ -`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomerId(String);

impl CustomerId {
    /// The longest reference, in characters.
    pub const MAX: usize = 64;

    /// Reads a reference as it is; nothing is trimmed or folded, since the store compares exactly.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        if text.is_empty() {
            return Err(Flaw::Required);
        }
        if text.chars().count() > Self::MAX {
            return Err(Flaw::TooLong { max: Self::MAX });
        }
        if !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)) {
            return Err(Flaw::Malformed);
        }
        Ok(Self(text.to_owned()))
    }

    /// The reference.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CustomerId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        let canonical = "0190a5c8-7b1e-7000-8000-000000000001";
        assert_eq!(UserId::parse(canonical).map(|id| id.to_string()), Ok(canonical.to_owned()));
        for other in [canonical.to_uppercase(), canonical.replace('-', ""), format!("{{{canonical}}}"), String::new()] {
            assert_eq!(UserId::parse(&other), Err(Flaw::Malformed), "{other}");
        }
    }

    #[test]
    fn a_reference_is_taken_exactly_or_refused() {
        assert_eq!(CustomerId::parse("DE--1_a.B").map(|id| id.to_string()), Ok("DE--1_a.B".to_owned()));
        assert_eq!(CustomerId::parse(""), Err(Flaw::Required));
        assert_eq!(CustomerId::parse("a b"), Err(Flaw::Malformed));
        assert_eq!(CustomerId::parse("ü"), Err(Flaw::Malformed));
        assert!(CustomerId::parse(&"x".repeat(64)).is_ok());
        assert_eq!(CustomerId::parse(&"x".repeat(65)), Err(Flaw::TooLong { max: 64 }));
    }

    proptest! {
        #[test]
        fn any_text_is_the_one_spelling_of_an_id_or_is_refused(text in "(?s).{0,40}|[0-9a-f]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-f]{12}") {
            match UserId::parse(&text) {
                Ok(id) => prop_assert_eq!(id.to_string(), text),
                Err(flaw) => prop_assert_eq!(flaw, Flaw::Malformed),
            }
        }

        #[test]
        fn any_text_is_a_reference_exactly_or_is_refused(text in "(?s).{0,80}|[A-Za-z0-9._-]{0,80}") {
            let is_one = (1..=CustomerId::MAX).contains(&text.len())
                && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
            match CustomerId::parse(&text) {
                Ok(id) => prop_assert!(is_one && id.as_str() == text),
                Err(flaw) => prop_assert!(!is_one, "{flaw:?}"),
            }
        }
    }
}
