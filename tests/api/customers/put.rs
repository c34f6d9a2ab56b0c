//! `PUT /customers/{customerId}`

use acceptance::shape::shape;
use acceptance::{Client, Request, access, administrator, customer_service, somebody, table, unique};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

use super::{assign, customer, data, reference};

access!(change "putCustomer", |client| client.put("/customers/no-such-customer").if_match(1).json(&data("Moss")));

fn put(client: &Client, reference: &str) -> Request {
    client.put(format!("/customers/{reference}"))
}

#[test]
fn creates_a_customer() {
    let reference = format!("T.{}_x-1", unique());
    let answer = put(&administrator(), &reference).if_none_match().json(&data("Moss")).send().expect(201);

    assert_eq!(answer.header("location"), Some(format!("/api/v1/customers/{reference}").as_str()));
    assert_eq!((answer.version(), &answer.json()["id"]), (1, &reference.clone().into()));
    let mut shape = shape(&answer);
    shape["body"]["id"] = "[reference]".into();
    shape.as_object_mut().expect("an object").remove("location");
    assert_json_snapshot!(shape, @r#"
    {
      "body": {
        "email": "kim.moss@shop.example",
        "firstName": "Kim",
        "gender": "female",
        "id": "[reference]",
        "lastName": "Moss",
        "owner": null,
        "version": 1
      },
      "content-type": "application/json",
      "etag": "\"1\"",
      "status": 201
    }
    "#);
}

#[test]
fn replaces_what_the_store_says() {
    let reference = customer();
    let body = json!({ "email": "kim@other.example", "firstName": "Kimberley", "lastName": "Moss" });
    let answer = put(&administrator(), &reference).if_match(1).json(&body).send().expect(200);

    let customer = answer.json();
    assert_eq!((answer.version(), &customer["version"]), (2, &2.into()));
    assert_eq!(
        (&customer["firstName"], &customer["gender"]),
        (&"Kimberley".into(), &Value::Null),
        "what is absent is not known"
    );
}

#[test]
fn the_owner_stays() {
    let (reference, owner) = (customer(), somebody().named("Robin", "Vale").create());
    assign(&owner, std::slice::from_ref(&reference));

    let answer = put(&administrator(), &reference).if_match(1).json(&data("Fern")).send().expect(200).json();

    let expected = json!({ "id": owner.id, "name": "Robin Vale", "status": "active" });
    assert_eq!((&answer["owner"], &answer["lastName"]), (&expected, &"Fern".into()));
    let listed = administrator().get(format!("{}/customers", owner.path())).send().expect(200).json();
    assert_eq!(listed["items"], json!([answer]), "the owner's list follows the name");
}

#[test]
fn the_same_again_changes_nothing() {
    let reference = customer();
    let answer = put(&administrator(), &reference).if_match(1).json(&data("Moss")).send().expect(200);
    assert_eq!(answer.version(), 1);
    assert_eq!(table::customer_events(&reference).len(), 1, "only that it was created");
}

#[test]
fn r31_says_which_version_is_meant() {
    let reference = reference();
    put(&administrator(), &reference).json(&data("Moss")).send().refused(428, "precondition_required");
    put(&administrator(), &reference).if_match(1).json(&data("Moss")).send().refused(404, "not_found");
}

#[test]
fn r31_a_stale_version_changes_nothing_and_says_who_was_quicker() {
    let reference = customer();
    put(&administrator(), &reference).if_match(1).json(&data("Fern")).send().expect(200);

    let answer = put(&administrator(), &reference).if_match(1).json(&data("Reed")).send();

    let problem = answer.refused(412, "stale_version");
    assert_eq!((&problem["current"]["lastName"], &problem["current"]["version"]), (&"Fern".into(), &2.into()));
    assert_eq!(problem["changedBy"]["name"], "Demo Administrator");
    assert!(problem["changedAt"].as_str().is_some_and(acceptance::shape::is_time), "{problem}");
}

#[test]
fn creating_one_who_exists_says_who_that_is() {
    let (reference, owner) = (customer(), somebody().create());
    assign(&owner, std::slice::from_ref(&reference));
    let answer = put(&administrator(), &reference).if_none_match().json(&data("Reed")).send();
    let problem = answer.refused(412, "stale_version");
    assert_eq!(
        (&problem["current"]["lastName"], &problem["current"]["owner"]["id"]),
        (&"Moss".into(), &owner.id.into())
    );
    assert_eq!(problem["changedBy"]["name"], "Demo Administrator", "assigning is no edit");
}

#[test]
fn all_fields_are_judged_at_once() {
    let body =
        json!({ "email": "kim", "firstName": " ", "lastName": null, "gender": "x", "ownerId": "y", "version": 3 });
    put(&administrator(), &reference()).if_none_match().json(&body).send().refused_fields(&[
        ("/email", "malformed"),
        ("/firstName", "required"),
        ("/lastName", "null_refused"),
        ("/gender", "unknown_value"),
        ("/ownerId", "unknown_field"),
        ("/version", "unknown_field"),
    ]);
}

#[test]
fn what_is_no_reference_is_nowhere() {
    for reference in ["a%20b", "%C3%BC", &"x".repeat(65)] {
        put(&administrator(), reference).if_none_match().json(&data("Moss")).send().refused(404, "not_found");
        put(&administrator(), reference).if_match(1).json(&data("Moss")).send().refused(404, "not_found");
    }
}

#[test]
fn refusals_come_in_their_order() {
    let path = "no such reference".replace(' ', "%20");
    let request = || put(&administrator(), &path);
    request().body("text/plain", "{").send().refused(415, "unsupported_media_type");
    request().body("application/json", "{").send().refused(428, "precondition_required");
    request().if_match(1).body("application/json", "{").send().refused(400, "malformed_body");
    request().if_match(1).json(&json!({})).send().refused(422, "validation_failed");
    request().if_match(1).json(&data("Moss")).send().refused(404, "not_found");
    put(&customer_service(), &path).body("text/plain", "{").send().refused(403, "permission_denied");
}

#[test]
fn r38_values_are_kept_exactly() {
    let long = "é".repeat(100);
    for name in ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "🦀", "מרים", "ﷺ", long.as_str()] {
        let body = json!({ "email": "kim@shop.example", "firstName": name, "lastName": name });
        let answer = put(&administrator(), &reference()).if_none_match().json(&body).send().expect(201).json();
        assert_eq!((&answer["firstName"], &answer["lastName"]), (&name.into(), &name.into()));
    }
}

#[test]
fn r45_every_change_is_recorded() {
    let reference = customer();
    put(&administrator(), &reference).if_match(1).json(&data("Fern")).send().expect(200);

    let events = table::customer_events(&reference);
    let actions: Vec<&str> = events.iter().map(|event| event["action"].as_str().expect("an action")).collect();
    assert_eq!(actions, ["customer.created", "customer.updated"]);
    assert_eq!(events[1]["changes"], json!([{ "field": "lastName", "from": "Moss", "to": "Fern" }]));
    assert_eq!(events[1]["actorName"], "Demo Administrator");
}

#[test]
fn r32_the_same_key_is_applied_once() {
    let (reference, key) = (reference(), unique());
    let request = put(&administrator(), &reference).if_none_match().once(&key).json(&data("Moss"));
    let first = request.send().expect(201);
    let again = request.send().expect(201);
    assert_eq!((first.text(), first.version()), (again.text(), again.version()));
}
