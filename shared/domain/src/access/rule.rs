//! Rules: what a role allows or denies.

use std::fmt;

use super::{Area, Permission, Permissions};
use crate::Flaw;
use crate::words::words;

words! {
    /// What a rule does.
    Effect {
        /// It allows.
        Allow = "allow",
        /// It denies, which beats whatever allows.
        Deny = "deny",
    }
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Every permission: `*`.
    Everything,
    /// All permissions of an area: `users.*`.
    Area(Area),
    /// One permission: `users.create`.
    One(Permission),
}

impl Scope {
    /// Every scope there is, from the widest to the narrowest.
    pub fn all() -> impl Iterator<Item = Self> {
        let areas = Area::ALL.iter().copied().map(Self::Area);
        [Self::Everything].into_iter().chain(areas).chain(Permission::ALL.iter().copied().map(Self::One))
    }

    /// Reads `*`, `<area>.*` or a permission.
    ///
    /// # Errors
    /// [`Flaw::UnknownPermission`] for anything else.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        if text == "*" {
            return Ok(Self::Everything);
        }
        let scope = match text.strip_suffix(".*") {
            Some(area) => Area::parse(area).map(Self::Area),
            None => Permission::parse(text).map(Self::One),
        };
        scope.map_err(|_| Flaw::UnknownPermission)
    }

    /// The permissions it stands for.
    pub fn permissions(self) -> Permissions {
        match self {
            Self::Everything => Permissions::EVERY,
            Self::Area(area) => Permissions::all_of(area),
            Self::One(permission) => [permission].into_iter().collect(),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everything => formatter.write_str("*"),
            Self::Area(area) => write!(formatter, "{}.*", area.as_str()),
            Self::One(permission) => formatter.write_str(permission.as_str()),
        }
    }
}

/// One rule of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule {
    /// Whether it allows or denies.
    pub effect: Effect,
    /// What.
    pub scope: Scope,
}

impl Rule {
    /// Reads a rule as [`fmt::Display`] writes it, such as `allow users.*`.
    ///
    /// # Errors
    /// [`Flaw::Malformed`] or [`Flaw::UnknownPermission`].
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let (effect, scope) = text.split_once(' ').ok_or(Flaw::Malformed)?;
        Ok(Self { effect: Effect::parse(effect)?, scope: Scope::parse(scope)? })
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.effect.as_str(), self.scope)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_rule_is_read_as_it_is_written() {
        for scope in Scope::all() {
            assert_eq!(Scope::parse(&scope.to_string()), Ok(scope));
            for effect in Effect::ALL {
                let rule = Rule { effect: *effect, scope };
                assert_eq!(Rule::parse(&rule.to_string()), Ok(rule));
            }
        }
    }

    #[test]
    fn an_area_is_all_of_its_permissions() {
        for permission in Permission::ALL {
            assert!(Scope::Area(permission.area()).permissions().has(*permission));
            assert!(Scope::Everything.permissions().has(*permission));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_the_one_spelling_of_a_rule_or_is_refused(text in "(?s).{0,30}|(allow|deny) ?[a-z.*-]{0,24}|(allow|deny) (users|roles|x)[.]([*]|read|x)") {
            match Rule::parse(&text) {
                Ok(rule) => prop_assert_eq!(rule.to_string(), text),
                Err(flaw) => {
                    let is_said = matches!(flaw, Flaw::Malformed | Flaw::UnknownPermission | Flaw::UnknownValue { .. });
                    prop_assert!(is_said, "{flaw:?}");
                }
            }
        }
    }
}
