//! `PATCH /users/{userId}/customers`

use acceptance::{Answer, Cost, Person, access, administrator, budget, customer_service, somebody, table, unique};
use serde_json::{Value, json};

use super::{assign as give, customer, customers};

access!(change "assignCustomers", |client| {
    client.patch(format!("/users/{}/customers", uuid::Uuid::now_v7())).json(&json!({}))
});

fn patch(person: &Person, body: &Value) -> Answer {
    customer_service().patch(format!("{}/customers", person.path())).json(body).send()
}

fn assign(person: &Person, references: &[String]) -> Answer {
    patch(person, &json!({ "assign": references }))
}

fn unassign(person: &Person, references: &[String]) -> Answer {
    patch(person, &json!({ "unassign": references }))
}

/// Whose a customer is.
fn owner(reference: &str) -> Value {
    let found = administrator().get("/customers").query("q", reference).send().expect(200).json();
    let item = found["items"].as_array().expect("items").iter().find(|item| item["id"] == reference);
    item.unwrap_or_else(|| panic!("no {reference} in {found}"))["owner"].clone()
}

#[test]
fn assigns_and_unassigns_in_one_call() {
    let person = somebody().create();
    let references = customers(4, &unique());
    let answer = assign(&person, &references[..3]).expect(200).json();
    assert_eq!(answer, json!({ "assigned": references[..3], "unassigned": [], "customerCount": 3 }));

    let body = json!({ "assign": references[3..], "unassign": references[..2] });
    let answer = patch(&person, &body).expect(200).json();

    assert_eq!(answer, json!({ "assigned": references[3..], "unassigned": references[..2], "customerCount": 2 }));
    assert_eq!((owner(&references[0]), &owner(&references[3])["id"]), (Value::Null, &person.id.as_str().into()));
    let user = person.now();
    assert_eq!((&user["customerCount"], &user["version"]), (&2.into(), &1.into()), "an assignment is no edit");
}

#[test]
fn ten_customers_cost_what_ten_customers_cost() {
    let person = somebody().create();
    assign(&person, &customers(10, &unique())).expect(200).within(budget::ASSIGN_TEN);
    let key = unique();
    let body = json!({ "assign": customers(10, &unique()) });
    let request = customer_service().patch(format!("{}/customers", person.path())).once(&key).json(&body);
    let with_key = Cost { write: budget::ASSIGN_TEN.write + budget::ONCE, ..budget::ASSIGN_TEN };
    request.send().expect(200).within(with_key);
}

#[test]
fn what_is_so_already_changes_nothing() {
    let person = somebody().create();
    let (own, free) = (customer(), customer());
    give(&person, std::slice::from_ref(&own));
    let body = json!({ "assign": [own], "unassign": [free] });
    let answer = patch(&person, &body).expect(200);
    assert_eq!(answer.cost().write.to_string(), "0");
    assert_eq!(answer.json(), json!({ "assigned": [], "unassigned": [], "customerCount": 1 }));
    assert_eq!(table::customer_events(&free).len(), 1, "only that it was created");
    assert_eq!(patch(&person, &json!({})).expect(200).json()["customerCount"], 1);
}

#[test]
fn r34_every_customer_of_somebody_else_is_named_and_nothing_changes() {
    let (person, other) = (somebody().create(), somebody().named("Sasha", "Birch").create());
    let (theirs, free) = (customers(3, "Moss"), customer());
    give(&other, &theirs);
    other.deactivate().expect(200);

    let body = json!({ "assign": [free, theirs[0], theirs[1]], "unassign": [theirs[2]] });
    let problem = patch(&person, &body).refused(409, "customer_already_assigned");

    let conflict = |reference: &str| {
        json!({
            "customer": { "id": reference, "firstName": "Kim", "lastName": "Moss" },
            "owner": { "id": other.id, "name": "Sasha Birch", "status": "deactivated" },
        })
    };
    assert_eq!(problem["conflicts"], json!(theirs.iter().map(|theirs| conflict(theirs)).collect::<Vec<_>>()));
    assert_eq!(owner(&free), Value::Null);
    assert_eq!((&person.now()["customerCount"], &other.now()["customerCount"]), (&0.into(), &3.into()));
}

#[test]
fn a_deleted_users_customers_can_be_taken_over() {
    let (person, gone) = (somebody().create(), somebody().create());
    let references = customers(3, "Moss");
    give(&gone, &references);
    gone.delete().expect(200);

    assign(&person, &references[..2]).expect(200);

    assert_eq!(owner(&references[0])["id"], person.id.as_str());
    assert_eq!(gone.now()["customerCount"], 1);
    let events = table::user_events(&gone.id);
    let lost = events.last().expect("an event");
    assert_eq!(lost["action"], "customer.unassigned");
    let change = |reference: &str| json!({ "field": "customers", "from": reference, "to": null });
    assert_eq!(lost["changes"], json!([change(&references[0]), change(&references[1])]));
    let event = table::customer_events(&references[0]).pop().expect("an event");
    assert_eq!(event["changes"], json!([{ "field": "owner", "from": gone.id, "to": person.id }]));
}

#[test]
fn r35_a_restored_user_learns_who_is_lost() {
    let (person, gone) = (somebody().named("Robin", "Vale").create(), somebody().create());
    let references = customers(3, "Moss");
    give(&gone, &references);
    gone.delete().expect(200);
    assign(&person, &references[..1]).expect(200);

    let restored = gone.restore().expect(200).json();

    assert_eq!((&restored["restored"]["customers"], &restored["customerCount"]), (&2.into(), &2.into()));
    let owner = json!({ "id": person.id, "name": "Robin Vale", "status": "active" });
    let lost = json!([{ "id": references[0], "firstName": "Kim", "lastName": "Moss", "owner": owner }]);
    assert_eq!(restored["restored"]["lostCustomers"], lost);
    assign(&person, &references[1..]).refused(409, "customer_already_assigned");
}

#[test]
fn a_deleted_users_customer_is_nobody_elses_to_unassign() {
    let (person, gone) = (somebody().create(), somebody().create());
    let reference = customer();
    give(&gone, std::slice::from_ref(&reference));
    gone.delete().expect(200);
    let answer = unassign(&person, std::slice::from_ref(&reference)).expect(200).json();
    assert_eq!((&answer["unassigned"], &owner(&reference)["id"]), (&json!([]), &gone.id.into()));
}

#[test]
fn a_deleted_user_gets_and_loses_none() {
    let gone = somebody().create();
    let (own, free) = (customer(), customer());
    give(&gone, std::slice::from_ref(&own));
    gone.delete().expect(200);
    assign(&gone, &[free]).refused(409, "user_deleted");
    unassign(&gone, &[own]).refused(409, "user_deleted");
}

#[test]
fn oneself_may_be_given_customers() {
    let person = somebody().in_groups(["Customer service"]).create();
    let reference = customer();
    let request =
        person.sign_in().patch(format!("{}/customers", person.path())).json(&json!({ "assign": [reference] }));
    assert_eq!(request.send().expect(200).json()["customerCount"], 1);
}

#[test]
fn the_body_is_judged() {
    let person = somebody().create();
    let known = customer();
    patch(&person, &json!({ "assign": [known, "no-such-customer", "a b", known], "unassign": ["", 1] }))
        .refused_fields(&[
            ("/assign/2", "unknown_customer"),
            ("/assign/3", "duplicate"),
            ("/unassign/0", "unknown_customer"),
            ("/unassign/1", "wrong_type"),
        ]);
    patch(&person, &json!({ "assign": [known, "no-such-customer"], "unassign": ["nor-this"] }))
        .refused_fields(&[("/assign/1", "unknown_customer"), ("/unassign/0", "unknown_customer")]);
    patch(&person, &json!({ "assign": [known], "unassign": [known] })).refused_fields(&[("/unassign/0", "duplicate")]);
    patch(&person, &json!({ "assign": null, "customerCount": 3 }))
        .refused_fields(&[("/assign", "null_refused"), ("/customerCount", "unknown_field")]);
    let many: Vec<String> = (0..26).map(|number| format!("many-{number}")).collect();
    assign(&person, &many).refused_fields(&[("/assign", "too_many")]);
    patch(&person, &json!({ "assign": many[..13], "unassign": many[13..] })).refused_fields(&[("/assign", "too_many")]);
}

#[test]
fn refusals_come_in_their_order() {
    let nobody = format!("/users/{}/customers", uuid::Uuid::now_v7());
    let request = || customer_service().patch(&nobody);
    request().body("text/plain", "{").send().refused(415, "unsupported_media_type");
    request().body("application/json", "[]").send().refused(400, "malformed_body");
    request().json(&json!({ "assign": ["no-such-customer"] })).send().refused(422, "validation_failed");
    request().json(&json!({ "assign": [customer()] })).send().refused(404, "not_found");
    let gone = somebody().create();
    gone.delete().expect(200);
    assign(&gone, &["no-such-customer".to_owned()]).refused(422, "validation_failed");
}

#[test]
fn more_deleted_users_than_fit_are_refused() {
    let references = customers(25, &unique());
    let person = somebody().create();
    for reference in &references {
        let gone = somebody().create();
        give(&gone, std::slice::from_ref(reference));
        gone.delete().expect(200);
    }
    let problem = assign(&person, &references).refused(422, "validation_failed");
    assert_eq!(problem["errors"], json!([{ "pointer": "/assign", "code": "too_many", "params": { "max": 24 } }]));
    assign(&person, &references[..24]).expect(200);
    assert_eq!(person.now()["customerCount"], 24);
}

#[test]
fn twenty_five_customers_fit_with_a_key() {
    let (person, gone) = (somebody().create(), somebody().create());
    let references = customers(25, &unique());
    give(&gone, &references);
    gone.delete().expect(200);
    let body = json!({ "assign": references });
    let request = customer_service().patch(format!("{}/customers", person.path())).once(&unique()).json(&body);
    assert_eq!(request.send().expect(200).json()["customerCount"], 25);
}

#[test]
fn r45_both_sides_are_recorded() {
    let person = somebody().create();
    let references = customers(2, "Moss");
    assign(&person, &references).expect(200);
    unassign(&person, &references[..1]).expect(200);

    let change = |from: Value, to: Value| json!({ "field": "customers", "from": from, "to": to });
    let events = table::user_events(&person.id);
    let of = |action: &str| events.iter().find(|event| event["action"] == action).expect("an event")["changes"].clone();
    let (one, two) = (json!(references[0]), json!(references[1]));
    assert_eq!(of("customer.assigned"), json!([change(Value::Null, one.clone()), change(Value::Null, two)]));
    assert_eq!(of("customer.unassigned"), json!([change(one, Value::Null)]));
    let actions: Vec<Value> =
        table::customer_events(&references[0]).iter().map(|event| event["action"].clone()).collect();
    assert_eq!(actions, ["customer.created", "customer.assigned", "customer.unassigned"]);
}

#[test]
fn r32_the_same_key_is_applied_once() {
    let person = somebody().create();
    let (reference, key) = (customer(), unique());
    let path = format!("{}/customers", person.path());
    let request = customer_service().patch(&path).once(&key).json(&json!({ "assign": [reference] }));
    let first = request.send().expect(200).text();
    unassign(&person, std::slice::from_ref(&reference)).expect(200);
    assert_eq!(request.send().expect(200).text(), first, "the answer given then");
    assert_eq!(owner(&reference), Value::Null, "and nothing is done again");
    let other = customer_service().patch(&path).once(&key).json(&json!({ "assign": [] }));
    other.send().refused(422, "idempotency_key_reused");
}

#[test]
fn r34_of_many_at_once_exactly_one_gets_the_customer() {
    let people: Vec<Person> = (0..10).map(|_| somebody().create()).collect();
    for _ in 0..5 {
        let reference = [customer()];
        let answers: Vec<Answer> = std::thread::scope(|scope| {
            let calls: Vec<_> = people.iter().map(|person| scope.spawn(|| assign(person, &reference))).collect();
            calls.into_iter().map(|call| call.join().expect("an answer")).collect()
        });
        let winner = owner(&reference[0])["id"].clone();
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
        for (person, answer) in people.iter().zip(&answers) {
            if answer.status == 200 {
                assert_eq!(winner, person.id.as_str());
            } else {
                let problem = answer.refused(409, "customer_already_assigned");
                assert_eq!(problem["conflicts"][0]["owner"]["id"], winner);
            }
        }
    }
}
