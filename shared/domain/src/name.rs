//! First and last names.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::Flaw;

/// A first or last name: 1–100 characters after trimming, no control characters, in NFC.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Name(String);

impl Name {
    /// The most characters (Unicode scalar values) of a name.
    pub const MAX: usize = 100;

    /// Trims and normalises; nothing else of what was typed is changed.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let name = line(text, Self::MAX)?;
        if name.is_empty() { Err(Flaw::Required) } else { Ok(Self(name)) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A line of text, trimmed and in NFC, of at most `max` characters and none that control.
pub(crate) fn line(text: &str, max: usize) -> Result<String, Flaw> {
    let line: String = text.trim().nfc().collect();
    if line.chars().any(char::is_control) {
        return Err(Flaw::ControlCharacter);
    }
    if line.chars().count() > max {
        return Err(Flaw::TooLong { max });
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keeps_what_people_are_called() {
        for name in ["Ada", "Ο'Νηλ", "李", "🦀", "<script>", "=cmd", "מרים"] {
            assert_eq!(Name::parse(&format!("  {name} ")).map(|parsed| parsed.0), Ok(name.to_owned()));
        }
        assert!(Name::parse(&"é".repeat(100)).is_ok());
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(Name::parse(" \t "), Err(Flaw::Required));
        assert_eq!(Name::parse("a\u{7}b"), Err(Flaw::ControlCharacter));
        assert_eq!(Name::parse(&"x".repeat(101)), Err(Flaw::TooLong { max: 100 }));
    }

    proptest! {
        #[test]
        fn any_text_is_a_name_that_stays_itself_or_is_refused(text in "(?s).{0,120}") {
            match Name::parse(&text) {
                Ok(name) => {
                    prop_assert!((1..=Name::MAX).contains(&name.as_str().chars().count()));
                    prop_assert_eq!(Name::parse(name.as_str()), Ok(name));
                }
                Err(Flaw::Required) => prop_assert!(text.trim().is_empty()),
                Err(Flaw::ControlCharacter) => prop_assert!(text.chars().any(char::is_control)),
                Err(flaw) => prop_assert_eq!(flaw, Flaw::TooLong { max: Name::MAX }),
            }
        }
    }
}
