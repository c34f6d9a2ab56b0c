//! The rules of a table that holds together.

macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident,)*) => {
        /// What a breach breaks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$meta])* $name,)*
        }

        impl Rule {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

rules! {
    /// Every item can be read.
    Readable,
    /// There are no items but those that this version writes.
    Known,
    /// An item's keys, in the table and its indexes, are those of its fields.
    Filed,
    /// Failed sign-ins are counted as sign-ins count them.
    Failures,
    /// Every user's e-mail is reserved for them.
    Reserved,
    /// No e-mail is reserved but those of users.
    Login,
    /// Every session is somebody's.
    Session,
    /// No session is of a later epoch than its user.
    Epoch,
    /// Who is not deleted is a member of each of their groups, and of no other.
    Member,
    /// A group counts its members.
    MemberCount,
    /// What has members exists.
    Group,
    /// The policy is that of the groups there are.
    Policy,
    /// Administrators may do everything.
    Administrators,
    /// Users are counted by status, active administrators apart.
    Headcount,
    /// Where there are users there is an active administrator.
    ActiveAdministrator,
    /// A customer's owner exists.
    Owner,
    /// A user counts their customers.
    CustomerCount,
    /// A record is found by exactly its words.
    Words,
    /// Every search word of a record notes all of them.
    NotedWords,
    /// Search words lead to a record.
    Found,
    /// A record's version counts its edits.
    Version,
    /// A record is what its events have made of it.
    History,
    /// Events are about something.
    Event,
}
