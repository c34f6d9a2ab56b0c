//! Users made on demand.

use std::ops::Deref;

use serde_json::{Map, Value, json};

use crate::{Alone, Answer, Client, administrator, group_id, unique};

/// The password of everybody that the tests make.
pub const PASSWORD: &str = "plum kettle 93 orbit vY7";

/// A user to create: Robin Vale, a content editor with an e-mail of their own, unless said otherwise.
#[derive(Clone, Debug)]
pub struct NewUser {
    members: Map<String, Value>,
}

/// Somebody with an e-mail that nobody else has.
pub fn somebody() -> NewUser {
    let members = json!({
        "email": format!("{}@acceptance.example", unique()),
        "password": PASSWORD,
        "firstName": "Robin",
        "lastName": "Vale",
        "language": "en",
    });
    let Value::Object(members) = members else { unreachable!("it is an object") };
    NewUser { members }.in_groups(["Content editors"])
}

impl NewUser {
    /// With these names.
    pub fn named(self, first: &str, last: &str) -> Self {
        self.with("firstName", first).with("lastName", last)
    }

    /// With this e-mail.
    pub fn email(self, email: &str) -> Self {
        self.with("email", email)
    }

    /// A member of these groups, given by name.
    pub fn in_groups<const N: usize>(self, names: [&str; N]) -> Self {
        self.with("groups", names.map(group_id).to_vec())
    }

    /// With this member of the body.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.members.insert(name.to_owned(), value.into());
        self
    }

    /// Without a member of the body.
    pub fn without(mut self, name: &str) -> Self {
        self.members.remove(name);
        self
    }

    /// The body that creates them.
    pub fn json(&self) -> Value {
        Value::Object(self.members.clone())
    }

    /// Tries to create them as the administrator.
    pub fn try_create(&self) -> Answer {
        administrator().post("/users").json(&self.json()).send()
    }

    /// Creates them as the administrator.
    #[track_caller]
    pub fn create(&self) -> Person {
        let user = self.try_create().expect(201).json();
        let password = self.members["password"].as_str().expect("a password").to_owned();
        Person::new(&user, password)
    }
}

/// A user that a test has made.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their id.
    pub id: String,
    /// What they sign in with.
    pub email: String,
    /// And their password.
    pub password: String,
}

impl Person {
    fn new(user: &Value, password: String) -> Self {
        let text = |name: &str| user[name].as_str().expect("text").to_owned();
        Self { id: text("id"), email: text("email"), password }
    }

    /// Where they are in the API.
    pub fn path(&self) -> String {
        format!("/users/{}", self.id)
    }

    /// Signs in.
    #[track_caller]
    pub fn sign_in(&self) -> Client {
        Client::sign_in(&self.email, &self.password)
    }

    /// What the API says of them now.
    #[track_caller]
    pub fn now(&self) -> Value {
        administrator().get(self.path()).send().expect(200).json()
    }

    /// Their version now.
    #[track_caller]
    pub fn version(&self) -> u64 {
        self.now()["version"].as_u64().expect("a version")
    }

    /// Changes them as the administrator.
    pub fn update(&self, changes: &Value) -> Answer {
        administrator().patch(self.path()).if_match(self.version()).json(changes).send()
    }

    /// Activates them as the administrator.
    pub fn activate(&self) -> Answer {
        self.act("/activate")
    }

    /// Deactivates them as the administrator.
    pub fn deactivate(&self) -> Answer {
        self.act("/deactivate")
    }

    /// Restores them as the administrator.
    pub fn restore(&self) -> Answer {
        self.act("/restore")
    }

    /// Deletes them as the administrator.
    pub fn delete(&self) -> Answer {
        administrator().delete(self.path()).if_match(self.version()).send()
    }

    fn act(&self, action: &str) -> Answer {
        administrator().post(self.path() + action).if_match(self.version()).send()
    }
}

/// Administrators beside the first one, who are deleted in the end: the first is then the last again.
///
/// A test makes all it needs at once, so that none waits for another.
#[derive(Debug)]
pub struct Administrators {
    people: Vec<Person>,
    _company: Alone,
}

/// Makes so many administrators, each of two groups.
pub fn administrators(count: usize) -> Administrators {
    let company = Alone::in_company();
    let administrator = || somebody().in_groups(["Administrators", "Content editors"]).create();
    Administrators { people: (0..count).map(|_| administrator()).collect(), _company: company }
}

impl Deref for Administrators {
    type Target = [Person];

    fn deref(&self) -> &Self::Target {
        &self.people
    }
}

impl Drop for Administrators {
    fn drop(&mut self) {
        for person in &self.people {
            let user = administrator().get(person.path()).send();
            if user.status == 200 && user.json()["status"] != "deleted" {
                administrator().delete(person.path()).if_match(user.version()).send();
            }
        }
    }
}
