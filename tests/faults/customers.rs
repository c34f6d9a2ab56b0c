//! Changes of customers.

use acceptance::watch::Fault;
use acceptance::{Answer, Person, Request, administrator, somebody, table, unique};
use serde_json::{Value, json};

use crate::attack::{Change, attack};
use crate::failing;

/// Makes a customer; gives the reference.
pub(crate) fn customer() -> String {
    let reference = format!("T-{}", unique());
    administrator().put(path(&reference)).if_none_match().json(&data("Moss")).send().expect(201);
    reference
}

/// Assigns a customer to somebody.
pub(crate) fn assign(person: &Person, customer: &str) {
    let body = json!({ "assign": [customer] });
    administrator().patch(format!("{}/customers", person.path())).json(&body).send().expect(200);
}

fn path(reference: &str) -> String {
    format!("/customers/{reference}")
}

fn data(last_name: &str) -> Value {
    json!({ "email": "kim@shop.example", "firstName": "Kim", "lastName": last_name, "gender": "female" })
}

fn found(reference: &str) -> Option<Value> {
    let list = administrator().get("/customers").query("q", reference).send().expect(200).json();
    list["items"].as_array().expect("items").iter().find(|item| item["id"] == reference).cloned()
}

/// Another name for a customer.
struct Put {
    reference: String,
}

impl Change for Put {
    const OPERATION: &'static str = "putCustomer";
    const FUNCTION: &'static str = "put-customer";

    fn prepare() -> Self {
        Self { reference: customer() }
    }

    fn request(&self) -> Request {
        failing().put(path(&self.reference)).if_match(1).json(&data("Reed"))
    }

    fn events(&self) -> usize {
        table::customer_events(&self.reference).len() - 1
    }

    fn shows(&self) -> bool {
        found(&self.reference).is_some_and(|customer| customer["lastName"] == "Reed")
    }

    // The version has moved, and the answer shows to what.
    fn is_repeated(answer: &Answer, before: bool) -> bool {
        let current = || answer.json()["current"]["lastName"] == "Reed";
        if before { answer.status == 412 && current() } else { answer.status == 200 }
    }
}

/// A customer who is new.
struct PutNew {
    reference: String,
}

impl Change for PutNew {
    const OPERATION: &'static str = Put::OPERATION;
    const FUNCTION: &'static str = Put::FUNCTION;

    fn prepare() -> Self {
        Self { reference: format!("T-{}", unique()) }
    }

    fn request(&self) -> Request {
        failing().put(path(&self.reference)).if_none_match().json(&data("Reed"))
    }

    fn events(&self) -> usize {
        table::customer_events(&self.reference).len()
    }

    fn shows(&self) -> bool {
        found(&self.reference).is_some_and(|customer| customer["lastName"] == "Reed")
    }

    // There is one now, and the answer shows who.
    fn is_repeated(answer: &Answer, before: bool) -> bool {
        let current = || answer.json()["current"]["lastName"] == "Reed";
        if before { answer.status == 412 && current() } else { answer.status == 201 }
    }
}

/// Three rows: two new customers and another name for one.
struct Import {
    old: String,
    new: [String; 2],
    key: String,
}

impl Change for Import {
    const OPERATION: &'static str = "importCustomers";
    const FUNCTION: &'static str = "import-customers";

    fn prepare() -> Self {
        let word = unique();
        Self { old: customer(), new: [format!("{word}-1"), format!("{word}-2")], key: unique() }
    }

    fn request(&self) -> Request {
        let rows = self.new.iter().chain([&self.old]).map(|id| format!("{id},kim@shop.example,Kim,Reed,\n"));
        let csv = format!("reference,email,firstName,lastName,gender\n{}", rows.collect::<String>());
        failing().post("/customers/import").once(&self.key).json(&json!({ "csv": csv }))
    }

    fn events(&self) -> usize {
        let events = |id: &String| table::customer_events(id).len();
        let counts = [events(&self.new[0]), events(&self.new[1]), events(&self.old) - 1];
        assert!(counts.iter().all(|count| *count == counts[0]), "rows that fit one transaction: {counts:?}");
        counts[0]
    }

    fn shows(&self) -> bool {
        let shown = |id: &String| found(id).is_some_and(|customer| customer["lastName"] == "Reed");
        self.new.iter().chain([&self.old]).all(shown)
    }

    fn is_repeated(answer: &Answer, _: bool) -> bool {
        answer.status == 200 && answer.json()["refused"] == 0
    }
}

/// More rows than one transaction takes: some may be written and others not, but each one whole.
struct ImportMany {
    word: String,
}

/// Each with some eight items, of which a transaction takes a hundred.
const ROWS: usize = 20;

impl ImportMany {
    fn references(&self) -> impl Iterator<Item = String> {
        (0..ROWS).map(|number| format!("{}-{number:02}", self.word))
    }

    fn shown(&self) -> Vec<Value> {
        let list = administrator().get("/customers").query("q", &self.word).query("limit", "100").send();
        list.expect(200).json()["items"].as_array().expect("items").clone()
    }
}

impl Change for ImportMany {
    const OPERATION: &'static str = Import::OPERATION;
    const FUNCTION: &'static str = Import::FUNCTION;

    fn prepare() -> Self {
        Self { word: unique() }
    }

    fn request(&self) -> Request {
        let rows = self.references().map(|id| format!("{id},kim@shop.example,Kim,Reed,\n"));
        let csv = format!("reference,email,firstName,lastName,gender\n{}", rows.collect::<String>());
        failing().post("/customers/import").once(&self.word).json(&json!({ "csv": csv }))
    }

    // It has happened once every row has.
    fn events(&self) -> usize {
        let shown = self.shown();
        let events = |id: &String| {
            let (events, is_shown) = (table::customer_events(id).len(), shown.iter().any(|item| item["id"] == **id));
            assert!(events == usize::from(is_shown), "{events} events of {id}, who is shown: {is_shown}");
            events
        };
        self.references().map(|id| events(&id)).min().unwrap_or_default()
    }

    fn shows(&self) -> bool {
        self.shown().len() == ROWS
    }

    // What it reads is read for any number of rows. Rows that are in conflict for good go one by one, which would take
    // all the time that a function has.
    fn is_attacked(operation: &str, fault: Fault) -> bool {
        operation != "BatchGetItem" && (fault.kind != "conflict" || fault.times == 1)
    }

    fn is_repeated(answer: &Answer, _: bool) -> bool {
        answer.status == 200 && answer.json()["refused"] == 0
    }
}

/// A free customer, one of a deleted user, and one to give back.
pub(crate) struct Assign {
    person: Person,
    free: String,
    left: String,
    own: String,
    key: String,
}

impl Change for Assign {
    const OPERATION: &'static str = "assignCustomers";
    const FUNCTION: &'static str = "assign-customers";

    fn prepare() -> Self {
        let person = somebody().create();
        let (free, left, own) = (customer(), customer(), customer());
        let former = somebody().create();
        assign(&former, &left);
        former.delete().expect(200);
        assign(&person, &own);
        Self { person, free, left, own, key: unique() }
    }

    fn request(&self) -> Request {
        let body = json!({ "assign": [self.free, self.left], "unassign": [self.own] });
        failing().patch(format!("{}/customers", self.person.path())).once(&self.key).json(&body)
    }

    fn events(&self) -> usize {
        let events = [&self.free, &self.left, &self.own].map(|id| table::customer_events(id).len());
        let counts = [events[0] - 1, events[1] - 2, events[2] - 2];
        assert!(counts.iter().all(|count| *count == counts[0]), "all or nothing: {counts:?}");
        counts[0]
    }

    fn shows(&self) -> bool {
        let path = format!("{}/customers", self.person.path());
        let list = administrator().get(path).send().expect(200).json();
        let mut ids: Vec<_> = list["items"].as_array().expect("items").iter().map(|item| &item["id"]).collect();
        ids.sort_by_key(ToString::to_string);
        let mut changed = [&self.free, &self.left];
        changed.sort();
        ids == changed
    }
}

#[test]
fn r33_writing_a_customer() {
    attack::<Put>();
    attack::<PutNew>();
}

#[test]
fn r33_importing_customers() {
    attack::<Import>();
    attack::<ImportMany>();
}

#[test]
fn r33_assigning_customers() {
    attack::<Assign>();
}

/// The operations attacked here.
pub(crate) const ATTACKED: [&str; 3] = [Put::OPERATION, Import::OPERATION, Assign::OPERATION];
