//! Closed sets of words that the API, the store and the page share.

/// Declares an enum whose variants each have one stable word, with `ALL`, `as_str`, `parse`, and
/// serde in both directions by that word.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// Every value, in the order in which people are shown them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// The words of `ALL`, in the same order.
            pub const WORDS: &[&'static str] = &[$($word),+];

            /// The stable word of the API and the store.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads the exact word; anything else is an unknown value.
            pub fn parse(word: &str) -> Result<Self, $crate::Flaw> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::Flaw::UnknownValue { allowed: Self::WORDS }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::parse(&word).map_err(|_| serde::de::Error::unknown_variant(&word, Self::WORDS))
            }
        }
    };
}

pub(crate) use words;
