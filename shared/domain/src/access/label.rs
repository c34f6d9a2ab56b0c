//! What groups and roles are called, and what they are for.

use serde::{Deserialize, Serialize};

use crate::Flaw;
use crate::name::line;

/// What people call a group or a role: 1–50 characters after trimming, no control characters, in NFC.
/// Every group's name is in the policy that each request reads, so it is kept short.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Title(String);

impl Title {
    /// The most characters (Unicode scalar values) of a title.
    pub const MAX: usize = 50;

    /// Trims and normalises; nothing else of what was typed is changed.
    ///
    /// # Errors
    /// [`Flaw::Required`], [`Flaw::ControlCharacter`], [`Flaw::TooLong`].
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let title = line(text, Self::MAX)?;
        if title.is_empty() { Err(Flaw::Required) } else { Ok(Self(title)) }
    }

    /// The title.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What makes two titles the same to people: case and marks count for nothing.
    pub fn folded(&self) -> String {
        crate::fold::fold(&self.0)
    }
}

/// What a group or a role is for: at most 200 characters after trimming, perhaps none; no control
/// characters, in NFC.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Description(String);

impl Description {
    /// The most characters (Unicode scalar values) of a description.
    pub const MAX: usize = 200;

    /// Trims and normalises; nothing else of what was typed is changed.
    ///
    /// # Errors
    /// [`Flaw::ControlCharacter`], [`Flaw::TooLong`].
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        line(text, Self::MAX).map(Self)
    }

    /// The description.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_needed_and_a_description_is_not() {
        assert_eq!(Title::parse("  "), Err(Flaw::Required));
        assert_eq!(Title::parse(" <b>Käufer 🦀 ").map(|title| title.0), Ok("<b>Käufer 🦀".to_owned()));
        assert_eq!(Title::parse(&"x".repeat(51)), Err(Flaw::TooLong { max: 50 }));
        assert_eq!(Description::parse("  ").map(|text| text.0), Ok(String::new()));
        assert_eq!(Description::parse("a\nb"), Err(Flaw::ControlCharacter));
        assert_eq!(Description::parse(&"x".repeat(201)), Err(Flaw::TooLong { max: 200 }));
    }

    #[test]
    fn titles_differ_by_more_than_case_and_marks() {
        let folded = |text| Title::parse(text).expect("a title").folded();
        assert_eq!(folded("KÄUFER"), folded("kaufer"));
        assert_ne!(folded("Buyers"), folded("Sellers"));
    }
}
