//! What has a history of its own.

use backoffice_domain::{CustomerId, Flaw, GroupId, RoleId, UserId};

use crate::edge::Key;
use crate::keys;

/// A user, customer, group or role: each has its events in a partition of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A user.
    User(UserId),
    /// A customer.
    Customer(CustomerId),
    /// A group.
    Group(GroupId),
    /// A role.
    Role(RoleId),
}

impl Target {
    /// The words for what it is, as in [`Target::parse`].
    pub const KINDS: &[&str] = &["user", "customer", "group", "role"];

    /// Reads `<kind>:<id>`.
    ///
    /// # Errors
    /// [`Flaw::UnknownValue`] for another kind; [`Flaw::Malformed`] for what is no id of its kind.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let (kind, id) = text.split_once(':').ok_or(Flaw::Malformed)?;
        match kind {
            "user" => UserId::parse(id).map(Self::User),
            "customer" => CustomerId::parse(id).map(Self::Customer).map_err(|_| Flaw::Malformed),
            "group" => GroupId::parse(id).map(Self::Group),
            "role" => RoleId::parse(id).map(Self::Role),
            _ => Err(Flaw::UnknownValue { allowed: Self::KINDS }),
        }
    }

    /// Of what kind it is, and its id.
    pub fn parts(&self) -> (&'static str, String) {
        match self {
            Self::User(id) => ("user", id.to_string()),
            Self::Customer(id) => ("customer", id.to_string()),
            Self::Group(id) => ("group", id.to_string()),
            Self::Role(id) => ("role", id.to_string()),
        }
    }

    /// The key of its own item.
    pub(crate) fn key(&self) -> Key {
        match self {
            Self::User(id) => keys::user(*id),
            Self::Customer(id) => keys::customer(id),
            Self::Group(id) => keys::group(*id),
            Self::Role(id) => keys::role(*id),
        }
    }

    /// The partition of its events.
    pub(crate) fn events(&self) -> String {
        let (kind, id) = self.parts();
        keys::events(kind, &id)
    }

    /// What the events of a partition are about; nothing for sign-ins to what is no user.
    pub(crate) fn of_events(partition: &str) -> Option<Self> {
        let (kind, id) = partition.strip_prefix(keys::AUDIT_PREFIX)?.split_once('#')?;
        Self::parse(&format!("{kind}:{id}")).ok()
    }
}
