//! The record of one change: who did what to whom, and what it was before.

use serde_json::Value;

/// One field's change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field's name in the API.
    pub field: &'static str,
    /// What it was; `null` if it was not.
    pub from: Value,
    /// What it is now; `null` if it is no longer.
    pub to: Value,
}

impl Change {
    /// The change of `field`, if there is one.
    pub fn between(field: &'static str, from: impl Into<Value>, to: impl Into<Value>) -> Option<Self> {
        let (from, to) = (from.into(), to.into());
        (from != to).then_some(Self { field, from, to })
    }
}

crate::words::words! {
    /// What was done. The word is `<kind>.<verb>`.
    Action {
        /// Somebody signed in.
        SessionSignedIn = "session.signed-in",
        /// Somebody signed out.
        SessionSignedOut = "session.signed-out",
        /// A session was ended from another one.
        SessionEnded = "session.ended",
        /// All sessions of a user were ended, but perhaps the one that did it.
        SessionAllEnded = "session.all-ended",
        /// A sign-in was refused.
        SessionRefused = "session.refused",
        /// A sign-in was refused, and the next ones are delayed.
        SessionDelayed = "session.delayed",
        /// A user was created.
        UserCreated = "user.created",
        /// A user was edited.
        UserUpdated = "user.updated",
        /// A user was activated.
        UserActivated = "user.activated",
        /// A user was deactivated.
        UserDeactivated = "user.deactivated",
        /// A user was deleted.
        UserDeleted = "user.deleted",
        /// A deleted user was restored.
        UserRestored = "user.restored",
        /// A user was refused a new password for themself, since the current one was wrong.
        UserPasswordRefused = "user.password-refused",
        /// An operator gave an administrator a new password.
        UserRecovered = "user.recovered",
        /// A customer was written for the first time.
        CustomerCreated = "customer.created",
        /// A customer's data were changed.
        CustomerUpdated = "customer.updated",
        /// A customer was assigned to a user.
        CustomerAssigned = "customer.assigned",
        /// A customer is no longer assigned to a user.
        CustomerUnassigned = "customer.unassigned",
        /// A group was created.
        GroupCreated = "group.created",
        /// A group was edited.
        GroupUpdated = "group.updated",
        /// A group was deleted.
        GroupDeleted = "group.deleted",
        /// A role was created.
        RoleCreated = "role.created",
        /// A role was edited.
        RoleUpdated = "role.updated",
        /// A role was deleted.
        RoleDeleted = "role.deleted",
    }
}
