//! Customers.

mod assign;
mod import;
mod list;
mod list_assigned;
mod put;

use acceptance::access::Access;
use acceptance::{Person, administrator, unique};
use serde_json::{Value, json};

/// Who may do what here.
pub(crate) const ACCESS: &[Access] =
    &[assign::ACCESS, import::ACCESS, list::ACCESS, list_assigned::ACCESS, put::ACCESS];

/// A reference that no other customer has.
fn reference() -> String {
    format!("T-{}", unique())
}

/// What the store says of somebody.
fn data(last_name: &str) -> Value {
    json!({ "email": "kim.moss@shop.example", "firstName": "Kim", "lastName": last_name, "gender": "female" })
}

/// Makes a customer; gives the reference.
fn customer() -> String {
    let reference = reference();
    let path = format!("/customers/{reference}");
    administrator().put(path).if_none_match().json(&data("Moss")).send().expect(201);
    reference
}

/// Makes so many customers of this last name; gives the references, in the list's order.
fn customers(count: usize, last_name: &str) -> Vec<String> {
    let word = unique();
    let references: Vec<String> = (0..count).map(|number| format!("T-{word}-{number:03}")).collect();
    let rows = references.iter().map(|reference| format!("{reference},kim@shop.example,Kim,{last_name},\n"));
    let csv = ["reference,email,firstName,lastName,gender\n".to_owned()].into_iter().chain(rows).collect::<String>();
    let answer = administrator().post("/customers/import").json(&json!({ "csv": csv })).send().expect(200).json();
    assert_eq!(answer["created"], count, "{answer}");
    references
}

/// Assigns customers to somebody, as the administrator.
#[track_caller]
fn assign(person: &Person, references: &[String]) {
    for call in references.chunks(25) {
        let body = json!({ "assign": call });
        administrator().patch(format!("{}/customers", person.path())).json(&body).send().expect(200);
    }
}

/// The items' references.
fn ids(list: &Value) -> Vec<&str> {
    let items = list["items"].as_array().expect("items");
    items.iter().map(|item| item["id"].as_str().expect("an id")).collect()
}
