//! What can be wrong with one field, in words a program can translate.

use serde_json::{Value, json};

/// Why a value was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The field is missing or empty.
    Required,
    /// The JSON type is another one.
    WrongType,
    /// `null` where a value is expected: nothing can be unset here.
    NullRefused,
    /// A member that this operation does not know or does not let anybody set.
    UnknownField,
    /// Fewer characters than `min`.
    TooShort {
        /// The fewest characters taken.
        min: usize,
    },
    /// More characters than `max` (for an e-mail: bytes).
    TooLong {
        /// The most characters taken.
        max: usize,
    },
    /// Not of the form that this field has.
    Malformed,
    /// A control character, which no name or address contains.
    ControlCharacter,
    /// None of the words that this field knows.
    UnknownValue {
        /// The words it knows.
        allowed: &'static [&'static str],
    },
    /// A group that does not exist.
    UnknownGroup,
    /// A role that does not exist.
    UnknownRole,
    /// No permission, area of permissions, or `*`.
    UnknownPermission,
    /// A user that does not exist.
    UnknownUser,
    /// A customer that does not exist.
    UnknownCustomer,
    /// Fewer entries than `min`.
    TooFew {
        /// The fewest entries taken.
        min: usize,
    },
    /// More entries than `max`.
    TooMany {
        /// The most entries taken.
        max: usize,
    },
    /// The same entry twice.
    Duplicate,
    /// Not the password that holds.
    WrongPassword,
    /// One's own password, which takes the one that holds.
    OwnPassword,
    /// A password that is guessed too quickly.
    PasswordTooWeak,
    /// A password whose strength rests on the person's own names or the product's.
    PasswordContext,
}

impl Flaw {
    /// The stable code that the page translates.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::WrongType => "wrong_type",
            Self::NullRefused => "null_refused",
            Self::UnknownField => "unknown_field",
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } => "too_long",
            Self::Malformed => "malformed",
            Self::ControlCharacter => "control_character",
            Self::UnknownValue { .. } => "unknown_value",
            Self::UnknownGroup => "unknown_group",
            Self::UnknownRole => "unknown_role",
            Self::UnknownPermission => "unknown_permission",
            Self::UnknownUser => "unknown_user",
            Self::UnknownCustomer => "unknown_customer",
            Self::TooFew { .. } => "too_few",
            Self::TooMany { .. } => "too_many",
            Self::Duplicate => "duplicate",
            Self::WrongPassword => "wrong_password",
            Self::OwnPassword => "own_password",
            Self::PasswordTooWeak => "password_too_weak",
            Self::PasswordContext => "password_context",
        }
    }

    /// The figures that belong into the translated sentence, as a JSON object.
    pub fn params(&self) -> Value {
        match self {
            Self::TooShort { min } | Self::TooFew { min } => json!({ "min": min }),
            Self::TooLong { max } | Self::TooMany { max } => json!({ "max": max }),
            Self::UnknownValue { allowed } => json!({ "allowed": allowed }),
            _ => json!({}),
        }
    }
}

/// A flaw and the place it is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// RFC 6901 JSON pointer into the body, such as `/groups/1`.
    pub pointer: String,
    /// What is wrong there.
    pub flaw: Flaw,
}

impl FieldError {
    /// An error at `pointer`.
    pub fn new(pointer: impl Into<String>, flaw: Flaw) -> Self {
        Self { pointer: pointer.into(), flaw }
    }
}
