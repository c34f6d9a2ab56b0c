//! Customers, and whose they are.

use acceptance::{Cost, Person, administrator, budget, somebody};
use serde_json::{Value, json};

use crate::ledger::{Item, Ledger};

/// More than a page; as many as are assigned at once, and then some.
const CUSTOMERS: usize = 60;

pub(crate) fn measure(ledger: &mut Ledger) {
    let item = |operation, what, budget| Item { operation, what, status: 200, budget };
    let none = Cost { trips: 8.0, read: 130.0, write: 1800.0 };
    let import = administrator().post("/customers/import").json(&json!({ "csv": csv("Moss") }));
    ledger.measure(item("importCustomers", "import 60 new customers", none), &import);
    ledger.measure(item("importCustomers", "import them again, unchanged", none), &import);

    let customers = || administrator().get("/customers");
    ledger.measure(item("listCustomers", "25 customers, by last name", budget::LIST), &customers());
    let free = customers().query("owner", "none");
    ledger.measure(item("listCustomers", "25 customers of nobody", budget::LIST), &free);
    let found = customers().query("q", "moss");
    ledger.measure(item("listCustomers", "25 customers found by a word", budget::SEARCH), &found);
    assign(ledger);
    write(ledger);
}

fn assign(ledger: &mut Ledger) {
    let item = |operation, what, budget| Item { operation, what, status: 200, budget };
    let owner = somebody().email("owner@cost.example").create();
    let ten = (0..10).map(reference).collect::<Vec<_>>();
    let patch = |body: Value| administrator().patch(customers_of(&owner)).json(&body);
    let assign = item("assignCustomers", "assign 10 customers", budget::ASSIGN_TEN);
    ledger.measure(assign, &patch(json!({ "assign": ten })));
    let own = item("listAssignedCustomers", "10 customers of a user", budget::LIST);
    ledger.measure(own, &administrator().get(customers_of(&owner)));
    let unassign = item("assignCustomers", "unassign 10 customers", budget::ASSIGN_TEN);
    ledger.measure(unassign, &patch(json!({ "unassign": ten })));

    let many = (0..50).map(reference).collect::<Vec<_>>();
    for some in many.chunks(25) {
        patch(json!({ "assign": some })).send().expect(200);
    }
    let page = item("listAssignedCustomers", "25 customers of a user", budget::LIST);
    ledger.measure(page, &administrator().get(customers_of(&owner)));
}

fn write(ledger: &mut Ledger) {
    let item = |what, status| Item { operation: "putCustomer", what, status, budget: budget::create(8) };
    let put = || administrator().put("/customers/C-999");
    ledger.measure(item("write a new customer", 201), &put().if_none_match().json(&data("Moss")));
    ledger.measure(item("write another last name", 200), &put().if_match(1).json(&data("Reed")));
}

fn customers_of(person: &Person) -> String {
    format!("{}/customers", person.path())
}

fn data(last_name: &str) -> Value {
    json!({ "email": "kim@shop.example", "firstName": "Kim", "lastName": last_name, "gender": "female" })
}

fn reference(number: usize) -> String {
    format!("C-{number:03}")
}

fn csv(last_name: &str) -> String {
    let row = |number| format!("{},kim@shop.example,Kim,{last_name},female\n", reference(number));
    format!("reference,email,firstName,lastName,gender\n{}", (0..CUSTOMERS).map(row).collect::<String>())
}
