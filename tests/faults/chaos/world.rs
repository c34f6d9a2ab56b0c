//! Some users and customers that nobody else touches, and how they are asked for and looked at.

use std::collections::{BTreeMap, BTreeSet};

use acceptance::{
    Administrators, Answer, Client, Person, Request, administrator, administrators, group_id, somebody, unique,
};
use serde_json::{Value, json};

use super::model::{Customer, Model, Step, User};

/// How many sign in and change things.
pub(super) const CLIENTS: usize = 3;
/// How many customers there are.
pub(super) const CUSTOMERS: usize = 12;

/// The world as it is.
pub(super) struct World {
    /// In every e-mail, last name and reference of this world.
    pub(super) word: String,
    clients: Administrators,
    sessions: Vec<Client>,
}

impl World {
    /// A world, and what it ought to be.
    pub(super) fn new() -> (Self, Model) {
        let word = unique();
        let clients = administrators(CLIENTS);
        let users = clients.iter().map(|person| User {
            id: person.id.clone(),
            email: person.email.clone(),
            last_name: "Vale".to_owned(),
            agent: false,
            groups: ["Administrators", "Content editors"].into(),
            status: "active",
            version: 1,
        });
        let customer = |number| Customer {
            reference: format!("{word}-{number}"),
            last_name: format!("Moss {word}"),
            version: 1,
            owner: None,
        };
        let model = Model {
            users: users.collect(),
            customers: (0..CUSTOMERS).map(customer).collect(),
            signed_in: vec![true; CLIENTS],
        };
        for customer in &model.customers {
            let path = format!("/customers/{}", customer.reference);
            administrator().put(path).if_none_match().json(&customer_data(&customer.last_name)).send().expect(201);
        }
        let sessions = clients.iter().map(Person::sign_in).collect();
        (Self { word, clients, sessions }, model)
    }

    /// Signs a client in again.
    pub(super) fn sign_in(&mut self, client: usize) {
        self.sessions[client] = self.clients[client].sign_in();
    }

    /// Makes a client active again, whatever they are, as somebody whom nobody touches.
    pub(super) fn revive(&self, client: usize) {
        let person = &self.clients[client];
        if person.now()["status"] == "deleted" {
            person.restore().expect(200);
        }
        person.activate().expect(200);
    }

    /// What is in the calls that are about a client, as all are that decide or write, and in none of another world.
    pub(super) fn mark_of_client(&self, client: usize) -> &str {
        &self.clients[client].id
    }

    /// What is in the calls that are about customers or e-mails of this world, be it only to look at them.
    pub(super) fn mark_of_records(&self) -> &str {
        &self.word
    }

    /// A step as a client asks for it.
    pub(super) fn request(&self, model: &Model, client: usize, step: &Step, version: Versions, key: &str) -> Request {
        let client = self.sessions[client].clone().meeting_faults();
        let path = |user: &usize| format!("/users/{}", model.users[*user].id);
        let of_user = |user: &usize| version.of(model.users[*user].version);
        match step {
            Step::Create { email, last_name } => {
                client.post("/users").once(key).json(&somebody().email(email).named("Robin", last_name).json())
            }
            Step::Edit { user, last_name, agent, groups } => {
                let groups: Vec<_> = groups.iter().map(|name| group_id(name)).collect();
                let body = json!({ "lastName": last_name, "agent": agent, "groups": groups });
                client.patch(path(user)).if_match(of_user(user)).once(key).json(&body)
            }
            Step::Move { user, email } => {
                client.patch(path(user)).if_match(of_user(user)).once(key).json(&json!({ "email": email }))
            }
            Step::Status { user, action: "delete" } => client.delete(path(user)).if_match(of_user(user)),
            Step::Status { user, action } => {
                client.post(format!("{}/{action}", path(user))).if_match(of_user(user)).once(key)
            }
            Step::Assign { user, assign, unassign } => {
                let ids = |numbers: &BTreeSet<usize>| -> Vec<&str> {
                    numbers.iter().map(|number| model.customers[*number].reference.as_str()).collect()
                };
                let body = json!({ "assign": ids(assign), "unassign": ids(unassign) });
                client.patch(format!("{}/customers", path(user))).once(key).json(&body)
            }
            Step::Write { customer, last_name } => {
                let Customer { reference, version: current, .. } = &model.customers[*customer];
                let request = client.put(format!("/customers/{reference}")).if_match(version.of(*current));
                request.json(&customer_data(last_name))
            }
        }
    }

    /// All users of this world as they are, by their ids, in the model's form.
    pub(super) fn users(&self) -> BTreeMap<String, Value> {
        let list = administrator().get("/users").query("q", &self.word).query("limit", "100").send().expect(200).json();
        let found = list["items"].as_array().expect("items").clone();
        // The clients were made before there was a word to find them by.
        let clients = self.clients.iter().map(Person::now);
        let by_id = |user: Value| (user["id"].as_str().expect("an id").to_owned(), of_user(&user));
        found.into_iter().chain(clients).map(by_id).collect()
    }

    /// All customers of this world as they are, by reference, in the model's form.
    pub(super) fn customers(&self) -> BTreeMap<String, Value> {
        let list = administrator().get("/customers").query("q", &self.word).query("limit", "100").send().expect(200);
        let of_customer = |item: &Value| {
            let owner = item["owner"]["id"].clone();
            let customer = json!({
                "id": item["id"], "lastName": item["lastName"], "version": item["version"], "owner": owner,
            });
            (item["id"].as_str().expect("an id").to_owned(), customer)
        };
        list.json()["items"].as_array().expect("items").iter().map(of_customer).collect()
    }
}

/// Whether a request is based on what is, or on what was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Versions {
    Current,
    Stale,
}

impl Versions {
    const fn of(self, current: u64) -> u64 {
        // A version that never was has not passed either, and is refused the same way.
        if matches!(self, Self::Current) { current } else { current + 1000 }
    }
}

/// A user as they are, in the model's form; nothing if nobody is found under their e-mail.
pub(super) fn shown(user: &User) -> Value {
    let id = if user.id.is_empty() { id_of(&user.email) } else { Some(user.id.clone()) };
    let Some(id) = id else { return Value::Null };
    of_user(&administrator().get(format!("/users/{id}")).send().expect(200).json())
}

/// The id of whoever has an e-mail.
pub(super) fn id_of(email: &str) -> Option<String> {
    let list = administrator().get("/users").query("q", email).send().expect(200).json();
    let found = list["items"].as_array().expect("items").iter().find(|user| user["email"] == *email)?;
    Some(found["id"].as_str().expect("an id").to_owned())
}

/// The id of whoever an answer is about.
pub(super) fn created_id(answer: &Answer) -> String {
    answer.json()["id"].as_str().expect("an id").to_owned()
}

/// A user of an answer, in the model's form.
pub(super) fn of_user(user: &Value) -> Value {
    let names = user["groups"].as_array().expect("groups").iter().map(|group| group["name"].as_str().expect("a name"));
    let groups: BTreeSet<_> = names.collect();
    json!({
        "email": user["email"], "lastName": user["lastName"], "agent": user["agent"], "status": user["status"],
        "version": user["version"], "groups": groups, "customerCount": user["customerCount"],
    })
}

fn customer_data(last_name: &str) -> Value {
    json!({ "email": "kim@shop.example", "firstName": "Kim", "lastName": last_name })
}
