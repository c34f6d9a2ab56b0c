//! Back-office users.

use jiff::Timestamp;
use serde_json::Value;

use crate::audit::Change;
use crate::fold::person_words;
use crate::words::words;
use crate::{Email, Group, GroupId, Name, UserId};

words! {
    /// Where a user stands.
    Status {
        /// May sign in.
        Active = "active",
        /// May not sign in until activated.
        Deactivated = "deactivated",
        /// May not sign in; stays in the list and can be restored.
        Deleted = "deleted",
    }
}

words! {
    /// The page's language for a user (BCP 47).
    Language {
        /// English.
        English = "en",
        /// German.
        German = "de",
    }
}

/// Whoever changed a record, with the name they had then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    /// Their id.
    pub id: UserId,
    /// First and last name.
    pub name: String,
}

/// A back-office user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The user's id.
    pub id: UserId,
    /// E-mail address, by which they sign in.
    pub email: Email,
    /// First name.
    pub first_name: Name,
    /// Last name.
    pub last_name: Name,
    /// Where they stand.
    pub status: Status,
    /// Groups they belong to, sorted. Of a deleted user: those they belonged to.
    pub groups: Vec<GroupId>,
    /// Whether they may assist customers in the storefront.
    pub agent: bool,
    /// The page's language for them.
    pub language: Language,
    /// How many customers are assigned to them.
    pub customer_count: u64,
    /// How many customers others have taken over since the user was deleted.
    pub lost_customers: u64,
    /// Sessions of an older epoch are over.
    pub session_epoch: u64,
    /// Moves by one for every edit.
    pub version: u64,
    /// When they last signed in.
    pub last_sign_in_at: Option<Timestamp>,
    /// When they were created.
    pub created_at: Timestamp,
    /// When they were last edited.
    pub updated_at: Timestamp,
    /// Who edited them last; nobody if an operator did.
    pub updated_by: Option<Editor>,
}

/// The fields an edit may set; those that are absent stay.
#[derive(Clone, Debug, Default)]
pub struct UserChanges {
    /// A new e-mail address.
    pub email: Option<Email>,
    /// A new first name.
    pub first_name: Option<Name>,
    /// A new last name.
    pub last_name: Option<Name>,
    /// The groups instead of those so far.
    pub groups: Option<Vec<GroupId>>,
    /// A new agent flag.
    pub agent: Option<bool>,
    /// A new language.
    pub language: Option<Language>,
    /// Whether the password is set anew, which ends the user's sessions.
    pub password: bool,
}

impl User {
    /// The most groups of one user: keeps the largest edit within one transaction.
    pub const MAX_GROUPS: usize = 10;

    /// First and last name, as people are shown it.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name.as_str(), self.last_name.as_str())
    }

    /// The user as somebody who changes things.
    pub fn editor(&self) -> Editor {
        Editor { id: self.id, name: self.full_name() }
    }

    /// Whether they belong to the built-in group.
    pub fn is_administrator(&self) -> bool {
        self.groups.contains(&Group::ADMINISTRATORS)
    }

    /// Whether they count towards "at least one active administrator".
    pub fn is_active_administrator(&self) -> bool {
        self.status == Status::Active && self.is_administrator()
    }

    /// The words by which the user is found.
    pub fn words(&self) -> Vec<String> {
        person_words(&self.first_name, &self.last_name, &self.email)
    }

    /// The user after an edit, or `None` if it changes nothing. A new password ends the sessions.
    #[must_use]
    pub fn edited(&self, changes: UserChanges, by: &Editor, now: Timestamp) -> Option<Self> {
        let after = Self {
            email: changes.email.unwrap_or_else(|| self.email.clone()),
            first_name: changes.first_name.unwrap_or_else(|| self.first_name.clone()),
            last_name: changes.last_name.unwrap_or_else(|| self.last_name.clone()),
            groups: changes.groups.unwrap_or_else(|| self.groups.clone()),
            agent: changes.agent.unwrap_or(self.agent),
            language: changes.language.unwrap_or(self.language),
            session_epoch: self.session_epoch + u64::from(changes.password),
            ..self.clone()
        };
        (after != *self).then(|| after.stamped(Some(by.clone()), now))
    }

    /// The user with another status, or `None` if they have it already. Leaving `active` ends the
    /// sessions.
    #[must_use]
    pub fn with_status(&self, status: Status, by: &Editor, now: Timestamp) -> Option<Self> {
        let ends_sessions = self.status == Status::Active;
        (self.status != status).then(|| {
            let session_epoch = self.session_epoch + u64::from(ends_sessions);
            // Whoever is deleted has lost none yet; whoever is restored has been told.
            Self { status, session_epoch, lost_customers: 0, ..self.clone() }.stamped(Some(by.clone()), now)
        })
    }

    /// The next version, edited by `by` at `now`.
    #[must_use]
    pub fn stamped(self, by: Option<Editor>, now: Timestamp) -> Self {
        Self { version: self.version + 1, updated_at: now, updated_by: by, ..self }
    }

    /// What an edit changed, for the audit event. The password shows only that it changed.
    pub fn changes_since(&self, before: Option<&Self>, password: bool) -> Vec<Change> {
        fn was<T: Into<Value>>(before: Option<&User>, field: impl Fn(&User) -> T) -> Value {
            before.map_or(Value::Null, |user| field(user).into())
        }
        let groups = |user: &Self| user.groups.iter().map(ToString::to_string).collect::<Vec<_>>();
        [
            Change::between("email", was(before, |user| user.email.as_str().to_owned()), self.email.as_str()),
            Change::between(
                "firstName",
                was(before, |user| user.first_name.as_str().to_owned()),
                self.first_name.as_str(),
            ),
            Change::between(
                "lastName",
                was(before, |user| user.last_name.as_str().to_owned()),
                self.last_name.as_str(),
            ),
            Change::between("status", was(before, |user| user.status.as_str()), self.status.as_str()),
            Change::between("groups", was(before, groups), groups(self)),
            Change::between("agent", was(before, |user| user.agent), self.agent),
            Change::between("language", was(before, |user| user.language.as_str()), self.language.as_str()),
            password.then(|| Change {
                field: "password",
                from: before.map_or(Value::Null, |_| "•••".into()),
                to: "•••".into(),
            }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use uuid::Uuid;

    pub(crate) fn user() -> User {
        User {
            id: UserId::new(Uuid::from_u128(1)),
            email: Email::parse("ada@shop.example").expect("email"),
            first_name: Name::parse("Ada").expect("name"),
            last_name: Name::parse("Lovelace").expect("name"),
            status: Status::Active,
            groups: vec![Group::ADMINISTRATORS],
            agent: false,
            language: Language::English,
            customer_count: 0,
            lost_customers: 0,
            session_epoch: 3,
            version: 7,
            last_sign_in_at: None,
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
            updated_by: None,
        }
    }

    fn editor() -> Editor {
        Editor { id: UserId::new(Uuid::from_u128(2)), name: "Grace Hopper".to_owned() }
    }

    #[test]
    fn an_edit_moves_the_version_by_one_and_says_who() {
        let before = user();
        let now = Timestamp::from_second(60).expect("time");
        let after = before
            .edited(UserChanges { agent: Some(true), ..UserChanges::default() }, &editor(), now)
            .expect("a change");
        assert_eq!(
            (after.version, after.session_epoch, after.updated_at, after.updated_by.clone()),
            (8, 3, now, Some(editor()))
        );
        assert_eq!(
            after.changes_since(Some(&before), false),
            [Change { field: "agent", from: false.into(), to: true.into() }]
        );
        assert_eq!(
            after.edited(UserChanges { agent: Some(true), ..UserChanges::default() }, &editor(), now),
            None,
            "nothing changes"
        );
    }

    #[test]
    fn r15_a_password_or_losing_active_ends_the_sessions() {
        let now = Timestamp::UNIX_EPOCH;
        let before = user();
        assert_eq!(
            before
                .edited(UserChanges { password: true, ..UserChanges::default() }, &editor(), now)
                .map(|user| user.session_epoch),
            Some(4)
        );
        let deactivated = before.with_status(Status::Deactivated, &editor(), now).expect("a change");
        assert_eq!(deactivated.session_epoch, 4);
        assert_eq!(deactivated.with_status(Status::Active, &editor(), now).map(|user| user.session_epoch), Some(4));
        assert_eq!(deactivated.with_status(Status::Deactivated, &editor(), now), None);
    }

    #[test]
    fn r45_a_password_is_masked() {
        let created = user();
        assert!(
            created
                .changes_since(None, true)
                .iter()
                .any(|change| change.field == "password" && change.from == Value::Null && change.to == "•••")
        );
    }
}
