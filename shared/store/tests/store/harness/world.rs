//! The store over one test's table, and the changes that tests make through it.

use std::time::Duration;

use backoffice_domain::audit::Action;
use backoffice_domain::password::PasswordHash;
use backoffice_domain::{Status, User, UserChanges, UserId};
use backoffice_store::guard::{Seen, Wanted};
use backoffice_store::users::UserChange;
use backoffice_store::{Acting, Actor, Error, Names, Once, Store};
use jiff::Timestamp;

use super::{Person, Table, first_definitions, hash, new_hash};

/// A table with groups, the store over it, and its first administrator.
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) table: Table,
    /// Whoever makes the changes of a test, if nobody else is named.
    pub(crate) administrator: User,
}

/// A change of one user, as a handler would put it.
pub(crate) struct Change<'a> {
    pub(crate) actor: Actor,
    pub(crate) action: Action,
    pub(crate) before: Option<&'a User>,
    pub(crate) after: &'a User,
    pub(crate) hash: Option<PasswordHash>,
    pub(crate) once: Option<Once>,
}

/// A store that waits for DynamoDB Local as long as a busy machine may take: it lets transactions in before
/// reads that wait for the table, and how long the product waits is tested elsewhere.
async fn connect(table: &str) -> Store {
    Store::connect_within(table, Duration::from_secs(30), Duration::from_mins(1)).await
}

impl World {
    /// A table of its own with groups and one administrator.
    pub(crate) async fn open() -> Self {
        let world = Self::empty().await;
        world.change(creation(&world.administrator)).await.expect("bootstrap");
        world
    }

    /// A table of its own with groups and nobody yet.
    pub(crate) async fn empty() -> Self {
        let table = Table::create().await;
        let store = connect(&table.name).await;
        store.prepare(&acting(Actor::Operator), &first_definitions()).await.expect("an empty table is prepared");
        Self { store, table, administrator: Person::administrator("First").user() }
    }

    /// A table that another test has made, and its administrator.
    pub(crate) async fn again(table: &str, administrator: User) -> Self {
        Self { store: connect(table).await, table: Table::named(table).await, administrator }
    }

    /// The same table through a store with a meter of its own.
    pub(crate) async fn through(&self, store: &Store) -> Self {
        let table = Table::named(&self.table.name).await;
        Self { store: store.clone(), table, administrator: self.administrator.clone() }
    }

    /// Ends a test: everything that is kept in more than one place has to agree.
    pub(crate) async fn close(self) {
        self.check().await;
        self.table.drop().await;
    }

    /// Judges the whole table.
    pub(crate) async fn check(&self) {
        let findings = self.store.check().await.expect("a check");
        let breaches: Vec<String> = findings.breaches.iter().map(ToString::to_string).collect();
        assert!(findings.breach_count() == 0, "the table does not hold together:\n{}", breaches.join("\n"));
    }

    /// Applies a change.
    pub(crate) async fn change(&self, change: Change<'_>) -> Result<(), Error> {
        let Change { actor, action, before, after, hash, once } = change;
        let (hash, once) = (hash.as_ref(), once.as_ref());
        self.store.change_user(&acting(actor), &UserChange { action, before, after, hash, once }).await
    }

    /// Creates somebody, by the administrator.
    pub(crate) async fn add(&self, person: Person) -> User {
        self.try_add(&person).await.expect("a new user")
    }

    /// Creates somebody, if that is possible.
    pub(crate) async fn try_add(&self, person: &Person) -> Result<User, Error> {
        let user = person.user();
        self.change(Change { actor: self.by_administrator(), ..creation(&user) }).await?;
        Ok(user)
    }

    /// Edits somebody, by the administrator; answers them as they are then.
    pub(crate) async fn edit(&self, before: &User, changes: UserChanges) -> Result<User, Error> {
        self.edit_as(&self.administrator, before, changes).await
    }

    /// Edits somebody by another hand.
    pub(crate) async fn edit_as(&self, actor: &User, before: &User, changes: UserChanges) -> Result<User, Error> {
        let password = changes.password.then(new_hash);
        let after = before.edited(changes, &actor.editor(), Timestamp::now()).expect("something changes");
        self.change(Change { hash: password, ..edition(actor, Action::UserUpdated, before, &after) }).await?;
        Ok(after)
    }

    /// Gives somebody another status, by the administrator.
    pub(crate) async fn set_status(&self, before: &User, status: Status) -> Result<User, Error> {
        self.set_status_as(&self.administrator, before, status).await
    }

    /// Gives somebody another status by another hand.
    pub(crate) async fn set_status_as(&self, actor: &User, before: &User, status: Status) -> Result<User, Error> {
        let action = match (before.status, status) {
            (Status::Deleted, _) => Action::UserRestored,
            (_, Status::Active) => Action::UserActivated,
            (_, Status::Deactivated) => Action::UserDeactivated,
            (_, Status::Deleted) => Action::UserDeleted,
        };
        let after = before.with_status(status, &actor.editor(), Timestamp::now()).expect("another status");
        self.change(edition(actor, action, before, &after)).await?;
        Ok(after)
    }

    /// A user as they are now.
    pub(crate) async fn user(&self, id: UserId) -> User {
        self.see(Wanted { user: Some(id), ..Wanted::default() }).await.user.expect("the user exists")
    }

    /// How many members each group counts, by id.
    pub(crate) async fn member_counts(&self) -> Vec<u64> {
        let definitions = self.store.definitions().await.expect("groups and roles");
        definitions.groups.values().map(|group| group.member_count).collect()
    }

    /// What there is now.
    pub(crate) async fn see(&self, wanted: Wanted) -> Seen {
        self.store.see(&wanted, Timestamp::now()).await.expect("a read")
    }

    /// The administrator as an actor.
    pub(crate) fn by_administrator(&self) -> Actor {
        by(&self.administrator)
    }
}

/// Somebody as an actor, as they were when their request was let in.
pub(crate) fn by(user: &User) -> Actor {
    Actor::User(Box::new(user.clone()))
}

/// A request of an actor, now.
pub(crate) fn acting(actor: Actor) -> Acting {
    acting_at(actor, Timestamp::now())
}

/// A request of an actor.
pub(crate) fn acting_at(actor: Actor, now: Timestamp) -> Acting {
    Acting { actor, request_id: "request".to_owned(), address: "192.0.2.1".to_owned(), now, names: Names::default() }
}

/// The creation of a user; the caller says by whom.
pub(crate) fn creation(user: &User) -> Change<'_> {
    Change {
        actor: Actor::Operator,
        action: Action::UserCreated,
        before: None,
        after: user,
        hash: Some(hash()),
        once: None,
    }
}

/// A change of a user who exists.
pub(crate) fn edition<'a>(actor: &User, action: Action, before: &'a User, after: &'a User) -> Change<'a> {
    Change { actor: by(actor), action, before: Some(before), after, hash: None, once: None }
}
