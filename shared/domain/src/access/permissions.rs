//! Sets of permissions.

use super::{Area, Permission};

/// The first of the bits that stand for whole areas; those below are permissions.
const AREAS: u32 = 56;

const _: () = assert!(Permission::ALL.len() <= AREAS as usize && Area::ALL.len() <= (u64::BITS - AREAS) as usize);

/// A set of permissions, as a bit mask.
///
/// A whole area has a bit of its own beside those of its permissions: a version that knows another
/// permission of that area reads it from the area's bit, in what an older version has stored, too. So
/// denying all of an area goes on denying all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permissions(u64);

impl Permissions {
    /// None at all.
    pub const NONE: Self = Self(0);
    /// Every permission, those of later versions too.
    pub const EVERY: Self = Self(u64::MAX);

    /// Takes a mask as it was stored.
    pub fn from_bits(bits: u64) -> Self {
        let areas = Area::ALL.iter().filter(|area| bits & area_bit(**area) != 0);
        areas.fold(Self(bits), |sum, area| sum.with(Self::all_of(*area)))
    }

    /// The mask to store.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// All of an area, those of later versions too.
    pub fn all_of(area: Area) -> Self {
        let known = Permission::ALL.iter().filter(|permission| permission.area() == area);
        Self(known.fold(area_bit(area), |bits, permission| bits | bit(*permission)))
    }

    /// Whether `permission` is one of them.
    pub const fn has(self, permission: Permission) -> bool {
        self.0 & bit(permission) != 0
    }

    /// Whether all of `others` are among them, those of later versions too.
    pub const fn cover(self, others: Self) -> bool {
        others.without(self).0 == 0
    }

    /// Those of this set that are known, in the order of [`Permission::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.iter().copied().filter(move |permission| self.has(*permission))
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What is in one of the sets and not in the other.
    #[must_use]
    pub const fn differing(self, other: Self) -> Self {
        Self(self.0 ^ other.0)
    }
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().fold(0, |bits, permission| bits | bit(permission)))
    }
}

const fn bit(permission: Permission) -> u64 {
    1 << permission as u64
}

const fn area_bit(area: Area) -> u64 {
    1 << (AREAS as u64 + area as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_bits_agree() {
        for permission in Permission::ALL {
            assert_eq!([*permission].into_iter().collect::<Permissions>().iter().collect::<Vec<_>>(), [*permission]);
        }
        assert_eq!(Permissions::EVERY.iter().collect::<Vec<_>>(), Permission::ALL);
    }

    #[test]
    fn a_permission_of_a_later_version_belongs_to_its_area() {
        // As a version stored it that knew no permission of the area but one.
        let stored = area_bit(Area::Users) | bit(Permission::UsersRead);
        assert_eq!(Permissions::from_bits(stored), Permissions::all_of(Area::Users));
        assert!(!Permissions::EVERY.without(Permissions::from_bits(stored)).has(Permission::UsersDelete));
    }

    #[test]
    fn whoever_holds_all_that_is_known_of_an_area_does_not_hold_the_area() {
        let known: Permissions = Permissions::all_of(Area::Roles).iter().collect();
        assert!(!known.cover(Permissions::all_of(Area::Roles)));
        assert!(Permissions::all_of(Area::Roles).cover(known));
        assert!(!Permissions::all_of(Area::Roles).cover(Permissions::EVERY));
    }
}
