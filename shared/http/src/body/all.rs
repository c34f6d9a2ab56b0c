//! Several members that are all needed.

/// A tuple of members: all of their values, or nothing.
pub trait All {
    /// The values.
    type Values;

    /// The values, if each member has one.
    fn all(self) -> Option<Self::Values>;
}

macro_rules! all {
    ($($member:ident),+) => {
        impl<$($member),+> All for ($(Option<$member>,)+) {
            type Values = ($($member,)+);

            #[expect(non_snake_case, reason = "one name for each type parameter and its value")]
            fn all(self) -> Option<Self::Values> {
                let ($($member,)+) = self;
                Some(($($member?,)+))
            }
        }
    };
}

all!(A);
all!(A, B);
all!(A, B, C);
all!(A, B, C, D);
all!(A, B, C, D, E);
all!(A, B, C, D, E, F);
all!(A, B, C, D, E, F, G);
