//! Every key of the one table; `docs/DATA.md` lists who uses which.

use backoffice_domain::fold::SEPARATOR;
use backoffice_domain::{CustomerId, Email, GroupId, RoleId, SessionId, Status, UserId};

use crate::edge::Key;

/// The partition of groups, roles, the policy and the counts: few items that change rarely.
pub(crate) const ACCESS: &str = "ACCESS";
/// The sort key of the compiled policy.
pub(crate) const POLICY: &str = "POLICY";
/// The prefix of the groups' sort keys.
pub(crate) const GROUP_PREFIX: &str = "GROUP#";
/// The prefix of the roles' sort keys.
pub(crate) const ROLE_PREFIX: &str = "ROLE#";
/// The prefix of the sessions' sort keys.
pub(crate) const SESSION_PREFIX: &str = "SESSION#";
/// The prefix of the users' partitions.
pub(crate) const USER_PREFIX: &str = "USER#";
/// The prefix of the partitions of audit events, each of one record, and of those of months in an index.
pub(crate) const AUDIT_PREFIX: &str = "AUDIT#";
/// The prefix of the partitions of sign-ins to what is no user.
pub(crate) const SIGN_IN_PREFIX: &str = "AUDIT#sign-in#";
/// The prefix of what is done by one actor, in an index.
pub(crate) const ACTOR_PREFIX: &str = "ACTOR#";
/// The partition of all customers in the list indexes.
pub(crate) const CUSTOMER_LIST: &str = "C";
/// Where a user who never signed in sorts: before every time.
pub(crate) const NEVER: &str = "0";

/// Whose search words they are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Users.
    User,
    /// Customers.
    Customer,
}

impl Kind {
    const fn letter(self) -> char {
        match self {
            Self::User => 'U',
            Self::Customer => 'C',
        }
    }
}

pub(crate) fn user(id: UserId) -> Key {
    Key::new(format!("{USER_PREFIX}{id}"), "PROFILE")
}

pub(crate) fn session(user: UserId, id: SessionId) -> Key {
    Key::new(format!("{USER_PREFIX}{user}"), format!("{SESSION_PREFIX}{id}"))
}

pub(crate) fn login(email: &Email) -> Key {
    Key::new(format!("EMAIL#{}", email.normalised()), "LOGIN")
}

pub(crate) fn member(group: GroupId, user: UserId) -> Key {
    Key::new(format!("GROUP#{group}"), format!("MEMBER#{user}"))
}

pub(crate) fn group(id: GroupId) -> Key {
    Key::new(ACCESS, format!("{GROUP_PREFIX}{id}"))
}

pub(crate) fn role(id: RoleId) -> Key {
    Key::new(ACCESS, format!("{ROLE_PREFIX}{id}"))
}

pub(crate) fn policy() -> Key {
    Key::new(ACCESS, POLICY)
}

pub(crate) fn headcount() -> Key {
    Key::new(ACCESS, "HEADCOUNT")
}

/// What the check counted last.
pub(crate) fn counts() -> Key {
    Key::new("CHECK", "COUNTS")
}

pub(crate) fn customer(id: &CustomerId) -> Key {
    Key::new(format!("CUSTOMER#{id}"), "PROFILE")
}

/// The partition in which words with the same first character lie.
pub(crate) fn find_partition(kind: Kind, word: &str) -> String {
    format!("FIND#{}#{}", kind.letter(), word.chars().next().unwrap_or('#'))
}

/// One search word of one record.
pub(crate) fn token(kind: Kind, word: &str, id: &str) -> Key {
    Key::new(find_partition(kind, word), format!("{word}{SEPARATOR}{id}"))
}

pub(crate) fn once(actor: &str, key: &str) -> Key {
    Key::new(format!("ONCE#{actor}#{key}"), "REQUEST")
}

/// Failed sign-ins that are counted together.
pub(crate) fn failures(counted: &str) -> Key {
    Key::new(format!("THROTTLE#{counted}"), "SIGN-IN")
}

/// The audit events of one record.
pub(crate) fn events(kind: &str, id: &str) -> String {
    format!("{AUDIT_PREFIX}{kind}#{id}")
}

/// The audit events of one actor: a user's id, or a word for who is none.
pub(crate) fn actor(who: &str) -> String {
    format!("{ACTOR_PREFIX}{who}")
}

/// The audit events of a month (UTC).
pub(crate) fn month(year: i16, month: i8) -> String {
    format!("{AUDIT_PREFIX}{year:04}-{month:02}")
}

pub(crate) fn user_list(status: Status) -> String {
    format!("U#{}", status.as_str())
}

pub(crate) fn owner(user: UserId) -> String {
    format!("OWNER#{user}")
}
