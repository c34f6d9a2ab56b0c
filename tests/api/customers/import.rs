//! `POST /customers/import`

use acceptance::{Answer, access, administrator, somebody, table, unique};
use serde_json::{Value, json};

use super::{assign, customer};

const HEADER: &str = "reference,email,firstName,lastName,gender\n";

access!(change "importCustomers", |client| client.post("/customers/import").json(&json!({})));

fn import(csv: &str) -> Answer {
    administrator().post("/customers/import").json(&json!({ "csv": csv })).send()
}

/// What became of each row.
fn results(answer: &Value) -> Vec<(u64, &str, &str)> {
    let rows = answer["rows"].as_array().expect("rows");
    rows.iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().expect("text");
            (row["row"].as_u64().expect("a number"), text("reference"), text("result"))
        })
        .collect()
}

#[test]
fn each_row_is_created_updated_or_left_as_it_is() {
    let word = unique();
    let (one, two, three) = (format!("{word}-1"), format!("{word}-2"), format!("{word}-3"));
    let first = format!("{HEADER}{one},kim@shop.example,Kim,Moss,female\n{two},lee@shop.example,Lee,Fern,\n");
    let answer = import(&first).expect(200).json();
    assert_eq!(results(&answer), [(1, one.as_str(), "created"), (2, two.as_str(), "created")]);

    let second = format!(
        "{HEADER}{one},kim@shop.example,Kim,Moss,female\n{two},lee@shop.example,Lee,Reed,diverse\n\
         {three},sam,Sam,,x\n"
    );
    let answer = import(&second).expect(200).json();
    let expected = [(1, one.as_str(), "unchanged"), (2, two.as_str(), "updated"), (3, three.as_str(), "refused")];
    assert_eq!(results(&answer), expected);
    let counts = ["created", "updated", "unchanged", "refused"].map(|name| answer[name].as_u64().expect("a count"));
    assert_eq!(counts, [0, 1, 1, 1]);
    let errors = answer["rows"][2]["errors"].as_array().expect("errors");
    let errors: Vec<_> = errors.iter().map(|error| (error["pointer"].clone(), error["code"].clone())).collect();
    let expected = [("/email", "malformed"), ("/lastName", "required"), ("/gender", "unknown_value")];
    assert_eq!(errors, expected.map(|(pointer, code)| (pointer.into(), code.into())));

    let actions: Vec<Value> = table::customer_events(&two).iter().map(|event| event["action"].clone()).collect();
    assert_eq!(actions, ["customer.created", "customer.updated"]);
    assert!(table::customer_events(&three).is_empty(), "a refused row leaves nothing behind");
}

#[test]
fn a_row_never_changes_the_owner() {
    let (reference, owner) = (customer(), somebody().create());
    assign(&owner, std::slice::from_ref(&reference));
    import(&format!("{HEADER}{reference},kim@shop.example,Kim,Reed,\n")).expect(200);
    let list = administrator().get(format!("{}/customers", owner.path())).send().expect(200).json();
    assert_eq!((&list["items"][0]["lastName"], &list["total"]), (&"Reed".into(), &1.into()));
}

#[test]
fn the_second_row_of_a_customer_is_refused() {
    let reference = unique();
    let csv = format!("{HEADER}{reference},kim@shop.example,Kim,Moss,\n{reference},kim@shop.example,Kim,Reed,\n");
    let answer = import(&csv).expect(200).json();
    assert_eq!(results(&answer), [(1, reference.as_str(), "created"), (2, reference.as_str(), "refused")]);
    assert_eq!(answer["rows"][1]["errors"], json!([{ "pointer": "/reference", "code": "duplicate", "params": {} }]));
}

#[test]
fn r40_the_same_file_again_changes_nothing() {
    let word = unique();
    let rows = (0..60).map(|number| format!("{word}-{number},kim{number}@shop.example,Kim,Moss,\n"));
    let csv = HEADER.to_owned() + &rows.collect::<Vec<_>>().concat();
    assert_eq!(import(&csv).expect(200).json()["created"], 60);
    assert_eq!(import(&csv).expect(200).json()["unchanged"], 60);
}

#[test]
fn r32_the_same_key_gives_the_same_answer() {
    let key = unique();
    let body = json!({ "csv": format!("{HEADER}{},kim@shop.example,Kim,Moss,\n", unique()) });
    let request = administrator().post("/customers/import").once(&key).json(&body);
    let (first, again) = (request.send().expect(200), request.send().expect(200));
    assert_eq!((first.text(), &first.json()["created"]), (again.text(), &1.into()));
    let other = json!({ "csv": HEADER });
    administrator().post("/customers/import").once(&key).json(&other).send().refused(422, "idempotency_key_reused");
}

#[test]
fn r41_one_call_takes_500_rows() {
    let rows = |count: usize| -> String { vec![",,,,\n"; count].concat() };
    let answer = import(&format!("{HEADER}{}", rows(500))).expect(200).json();
    assert_eq!(answer["refused"], 500);
    let problem = import(&format!("{HEADER}{}", rows(501))).refused(422, "validation_failed");
    assert_eq!(problem["errors"], json!([{ "pointer": "/csv", "code": "too_many", "params": { "max": 500 } }]));
}

#[test]
fn wrong_columns_are_named() {
    let problem = import("reference,email,firstName,surname,email\n").refused(422, "validation_failed");
    let error = |code: &str, column: &str| json!({ "pointer": "/csv", "code": code, "params": { "column": column } });
    let expected = [
        error("unknown_field", "surname"),
        error("duplicate", "email"),
        error("required", "lastName"),
        error("required", "gender"),
    ];
    assert_eq!(problem["errors"], json!(expected));
}

#[test]
fn the_body_is_judged() {
    let post = |body: &Value| administrator().post("/customers/import").json(body).send();
    post(&json!({})).refused_fields(&[("/csv", "required")]);
    post(&json!({ "csv": 1, "rows": [] })).refused_fields(&[("/csv", "wrong_type"), ("/rows", "unknown_field")]);
    post(&json!({ "csv": "" })).refused_fields(&[("/csv", "required")]);
    let large = administrator().post("/customers/import").json(&json!({ "csv": "x".repeat(1_000_001) })).send();
    large.refused(413, "payload_too_large");
}

#[test]
fn many_customers_with_many_words_are_written() {
    let word = unique();
    let many = "a1 b2 c3 d4 e5 f6 g7 h8";
    let rows = (0..30).map(|number| format!("{word}-{number},a.b.c.d.e.f.g.h@shop.example,{many},{many} {number},\n"));
    let csv = HEADER.to_owned() + &rows.collect::<Vec<_>>().concat();
    assert_eq!(import(&csv).expect(200).json()["created"], 30);
}
