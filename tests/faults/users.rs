//! Changes of users.

use acceptance::{Answer, NewUser, Person, Request, administrator, somebody, table, unique};
use serde_json::{Value, json};

use crate::attack::{Change, attack};
use crate::failing;

/// Somebody, their version, and what has happened to them before.
struct Target {
    person: Person,
    version: u64,
    before: usize,
    key: String,
}

impl Target {
    fn new(person: Person) -> Self {
        let before = table::user_events(&person.id).len();
        Self { version: person.version(), before, key: unique(), person }
    }

    fn events(&self) -> usize {
        table::user_events(&self.person.id).len() - self.before
    }

    fn has_status(&self, status: &str) -> bool {
        self.person.now()["status"] == status
    }

    fn act(&self, action: &str) -> Request {
        failing().post(format!("{}/{action}", self.person.path())).if_match(self.version).once(&self.key)
    }
}

fn member() -> Person {
    somebody().in_groups(["Customer service", "Content editors"]).create()
}

struct Create {
    user: NewUser,
    email: String,
    key: String,
}

impl Create {
    fn found(&self) -> Option<Value> {
        let list = administrator().get("/users").query("q", &self.email).send().expect(200).json();
        list["items"].as_array().expect("items").first().cloned()
    }
}

impl Change for Create {
    const OPERATION: &'static str = "createUser";
    const FUNCTION: &'static str = "create-user";

    fn prepare() -> Self {
        let email = format!("{}@acceptance.example", unique());
        Self { user: somebody().email(&email), email, key: unique() }
    }

    fn request(&self) -> Request {
        failing().post("/users").once(&self.key).json(&self.user.json())
    }

    fn events(&self) -> usize {
        self.found().map_or(0, |user| table::user_events(user["id"].as_str().expect("an id")).len())
    }

    fn shows(&self) -> bool {
        self.found().is_some()
    }
}

pub(crate) struct Update(Target, String);

impl Change for Update {
    const OPERATION: &'static str = "updateUser";
    const FUNCTION: &'static str = "update-user";

    fn prepare() -> Self {
        Self(Target::new(member()), format!("{}@elsewhere.example", unique()))
    }

    fn request(&self) -> Request {
        let Self(target, email) = self;
        let body = json!({ "email": email, "lastName": "Moor", "groups": [acceptance::group_id("Content editors")] });
        failing().patch(target.person.path()).if_match(target.version).once(&target.key).json(&body)
    }

    fn events(&self) -> usize {
        self.0.events()
    }

    fn shows(&self) -> bool {
        self.0.person.now()["email"] == *self.1
    }
}

struct Deactivate(Target);

impl Change for Deactivate {
    const OPERATION: &'static str = "deactivateUser";
    const FUNCTION: &'static str = "deactivate-user";

    fn prepare() -> Self {
        Self(Target::new(member()))
    }

    fn request(&self) -> Request {
        self.0.act("deactivate")
    }

    fn events(&self) -> usize {
        self.0.events()
    }

    fn shows(&self) -> bool {
        self.0.has_status("deactivated")
    }
}

struct Activate(Target);

impl Change for Activate {
    const OPERATION: &'static str = "activateUser";
    const FUNCTION: &'static str = "activate-user";

    fn prepare() -> Self {
        let person = member();
        person.deactivate().expect(200);
        Self(Target::new(person))
    }

    fn request(&self) -> Request {
        self.0.act("activate")
    }

    fn events(&self) -> usize {
        self.0.events()
    }

    fn shows(&self) -> bool {
        self.0.has_status("active")
    }
}

struct Delete(Target);

impl Change for Delete {
    const OPERATION: &'static str = "deleteUser";
    const FUNCTION: &'static str = "delete-user";

    fn prepare() -> Self {
        Self(Target::new(member()))
    }

    fn request(&self) -> Request {
        failing().delete(self.0.person.path()).if_match(self.0.version)
    }

    fn events(&self) -> usize {
        self.0.events()
    }

    fn shows(&self) -> bool {
        self.0.has_status("deleted")
    }

    // The version has moved, and the answer shows by whom and to what.
    fn is_repeated(answer: &Answer, before: bool) -> bool {
        let current = || answer.json()["current"]["status"] == "deleted";
        if before { answer.status == 412 && current() } else { answer.status == 200 }
    }
}

/// Somebody whose customer was taken meanwhile, so that restoring has more to read.
pub(crate) struct Restore(Target);

impl Change for Restore {
    const OPERATION: &'static str = "restoreUser";
    const FUNCTION: &'static str = "restore-user";

    fn prepare() -> Self {
        let (person, customer) = (member(), crate::customers::customer());
        crate::customers::assign(&person, &customer);
        person.delete().expect(200);
        crate::customers::assign(&member(), &customer);
        Self(Target::new(person))
    }

    fn request(&self) -> Request {
        self.0.act("restore")
    }

    fn events(&self) -> usize {
        self.0.events()
    }

    fn shows(&self) -> bool {
        self.0.has_status("deactivated")
    }
}

#[test]
fn r33_creating_a_user() {
    attack::<Create>();
}

#[test]
fn r33_updating_a_user() {
    attack::<Update>();
}

#[test]
fn r33_deactivating_a_user() {
    attack::<Deactivate>();
}

#[test]
fn r33_activating_a_user() {
    attack::<Activate>();
}

#[test]
fn r33_deleting_a_user() {
    attack::<Delete>();
}

#[test]
fn r33_restoring_a_user() {
    attack::<Restore>();
}

/// The operations attacked here.
pub(crate) const ATTACKED: [&str; 6] = [
    Create::OPERATION,
    Update::OPERATION,
    Deactivate::OPERATION,
    Activate::OPERATION,
    Delete::OPERATION,
    Restore::OPERATION,
];
