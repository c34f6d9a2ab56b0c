//! Groups and roles made on demand; they are gone when the test has ended, since there is room for few.

use serde_json::{Value, json};

use crate::{Answer, Client, Person, administrator, group_id, somebody, unique};

/// A group or a role that a test has made.
#[derive(Debug)]
pub struct Made {
    /// Its id.
    pub id: String,
    /// Where it is in the API.
    pub path: String,
    /// What it is called.
    pub name: String,
}

impl Made {
    /// Takes over what was created, to be deleted in the end.
    #[track_caller]
    pub fn of(answer: &Answer) -> Self {
        let body = answer.json();
        let text = |name: &str| body[name].as_str().expect("text").to_owned();
        let location = answer.header("location").expect("where it is");
        let path = location.strip_prefix("/api/v1").expect("an address of the API").to_owned();
        Self { id: text("id"), path, name: text("name") }
    }

    /// What the API says of it now.
    #[track_caller]
    pub fn now(&self) -> Value {
        administrator().get(&self.path).send().expect(200).json()
    }

    /// Its version now.
    #[track_caller]
    pub fn version(&self) -> u64 {
        self.now()["version"].as_u64().expect("a version")
    }

    /// Changes it as the administrator.
    pub fn update(&self, changes: &Value) -> Answer {
        self.update_as(&administrator(), changes)
    }

    /// Changes it as somebody else.
    pub fn update_as(&self, client: &Client, changes: &Value) -> Answer {
        client.patch(&self.path).if_match(self.version()).json(changes).send()
    }

    /// Deletes it as the administrator.
    pub fn delete(&self) -> Answer {
        administrator().delete(&self.path).if_match(self.version()).send()
    }
}

impl Made {
    /// Puts the members into another group, as many at a time as one call takes.
    fn empty(&self) {
        loop {
            let members = administrator().get(format!("{}/members?limit=25", self.path)).send();
            let ids: Vec<Value> = match members.status {
                200 => {
                    members.json()["items"].as_array().into_iter().flatten().map(|item| item["id"].clone()).collect()
                }
                _ => return,
            };
            if ids.is_empty() {
                return;
            }
            let others = format!("/groups/{}/members", group_id("Content editors"));
            administrator().patch(others).json(&json!({ "add": ids })).send();
            let left = administrator().patch(format!("{}/members", self.path)).json(&json!({ "remove": ids })).send();
            if left.status != 200 {
                return;
            }
        }
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        let now = administrator().get(&self.path).send();
        if now.status != 200 {
            return;
        }
        self.empty();
        administrator().delete(&self.path).if_match(now.version()).send();
    }
}

/// Rules as the API takes them, of such as `allow users.*`.
pub fn rules(rules: &[&str]) -> Value {
    let rule = |rule: &&str| {
        let (effect, permission) = rule.split_once(' ').expect("an effect and a permission");
        json!({ "effect": effect, "permission": permission })
    };
    rules.iter().map(rule).collect()
}

/// A role of these rules.
#[track_caller]
pub fn role(of: &[&str]) -> Made {
    let body = json!({ "name": format!("Role {}", unique()), "rules": rules(of) });
    Made::of(&administrator().post("/roles").json(&body).send().expect(201))
}

/// A group that carries these roles.
#[track_caller]
pub fn group(roles: &[&Made]) -> Made {
    let roles: Vec<&str> = roles.iter().map(|role| &*role.id).collect();
    let body = json!({ "name": format!("Group {}", unique()), "roles": roles });
    Made::of(&administrator().post("/groups").json(&body).send().expect(201))
}

/// Somebody who holds what these rules give, and nothing else.
#[derive(Debug)]
pub struct Holder {
    /// The person.
    pub person: Person,
    /// Their session.
    pub client: Client,
    /// Their only group.
    pub group: Made,
    /// Its only role.
    pub role: Made,
}

/// Makes somebody who holds what these rules give.
#[track_caller]
pub fn holder(rules: &[&str]) -> Holder {
    let role = role(rules);
    let group = group(&[&role]);
    let person = member(&group);
    Holder { client: person.sign_in(), person, group, role }
}

/// Somebody of a group.
#[track_caller]
pub fn member(group: &Made) -> Person {
    somebody().with("groups", json!([group.id])).create()
}
