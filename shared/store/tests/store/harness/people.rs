//! People to fill a table with.

use std::sync::atomic::{AtomicUsize, Ordering};

use backoffice_domain::access::{Definition, Definitions, Description, Rule, Title};
use backoffice_domain::password::PasswordHash;
use backoffice_domain::{Email, Group, GroupId, Language, Name, Role, Status, User, UserChanges, UserId};
use jiff::Timestamp;
use uuid::Uuid;

/// How many groups a test's table has.
const GROUPS: u128 = 24;

/// A hash in its stored form: nothing is hashed where hashing is not the point.
pub(crate) fn hash() -> PasswordHash {
    PasswordHash::of_nobody()
}

/// What a new password is kept as.
pub(crate) fn new_hash() -> PasswordHash {
    PasswordHash::stored(
        "$argon2id$v=19$m=19456,t=2,p=1$AQEBAQEBAQEBAQEBAQEBAQ$AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE".to_owned(),
    )
}

/// The number-th group; the first one is Administrators.
pub(crate) fn group(number: u128) -> GroupId {
    GroupId::new(Uuid::from_u128(Group::ADMINISTRATORS.uuid().as_u128() + number - 1))
}

/// The groups of a test's table, and the one role that there is to begin with.
pub(crate) fn first_definitions() -> Definitions {
    let named = |number| match number {
        1 => "Administrators".to_owned(),
        2 => "Customer service".to_owned(),
        3 => "Content editors".to_owned(),
        _ => format!("Group {number}"),
    };
    let group = |number| Group {
        id: group(number),
        name: Title::parse(&named(number)).expect("a title"),
        description: Description::default(),
        roles: if number == 1 { vec![Role::ADMINISTRATOR] } else { Vec::new() },
        member_count: 0,
        version: 1,
        updated_at: Timestamp::UNIX_EPOCH,
        updated_by: None,
    };
    let everything = Role {
        id: Role::ADMINISTRATOR,
        name: Title::parse("Administrator").expect("a title"),
        description: Description::default(),
        rules: vec![Rule::parse("allow *").expect("a rule")],
        version: 1,
        updated_at: Timestamp::UNIX_EPOCH,
        updated_by: None,
    };
    (1..=GROUPS).map(group).map(Definition::from).chain([everything.into()]).collect()
}

/// A fresh id.
fn user_id() -> UserId {
    UserId::new(Uuid::now_v7())
}

/// No changes yet: a test names those it makes.
pub(crate) fn changes() -> UserChanges {
    UserChanges::default()
}

/// A user to be.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) email: String,
    pub(crate) groups: Vec<GroupId>,
    pub(crate) agent: bool,
}

impl Person {
    /// Somebody of Customer service with an address of their own.
    pub(crate) fn named(first_name: &str, last_name: &str) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let email = format!("person{}@shop.example", NUMBER.fetch_add(1, Ordering::Relaxed));
        let (first_name, last_name) = (first_name.to_owned(), last_name.to_owned());
        Self { first_name, last_name, email, groups: vec![group(2)], agent: false }
    }

    /// An administrator.
    pub(crate) fn administrator(first_name: &str) -> Self {
        Self::named(first_name, "Administrator").of(&[Group::ADMINISTRATORS])
    }

    pub(crate) fn email(self, email: &str) -> Self {
        Self { email: email.to_owned(), ..self }
    }

    pub(crate) fn of(self, groups: &[GroupId]) -> Self {
        Self { groups: groups.to_vec(), ..self }
    }

    pub(crate) fn agent(self) -> Self {
        Self { agent: true, ..self }
    }

    /// The active user they become.
    pub(crate) fn user(&self) -> User {
        let now = Timestamp::now();
        User {
            id: user_id(),
            email: Email::parse(&self.email).expect("an e-mail"),
            first_name: Name::parse(&self.first_name).expect("a name"),
            last_name: Name::parse(&self.last_name).expect("a name"),
            status: Status::Active,
            groups: self.groups.clone(),
            agent: self.agent,
            language: Language::English,
            customer_count: 0,
            lost_customers: 0,
            session_epoch: 0,
            version: 1,
            last_sign_in_at: None,
            created_at: now,
            updated_at: now,
            updated_by: None,
        }
    }
}
