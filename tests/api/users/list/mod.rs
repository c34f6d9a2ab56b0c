//! `GET /users`

mod filters;
mod paging;
mod search;
mod sorting;

use acceptance::{access, administrator, budget, customer_service, somebody};
use serde_json::{Value, json};

access!(read "listUsers", |client| client.get("/users"));

#[test]
fn a_row_is_the_whole_user() {
    let person = somebody().create();

    let list = customer_service().get("/users").query("q", &person.email).send().expect(200).json();

    assert_eq!(list["items"], json!([person.now()]));
    assert_eq!(list["complete"], true);
}

#[test]
fn r41_a_page_costs_no_more_than_its_budget() {
    for _ in 0..2 {
        somebody().create();
    }
    for sort in ["lastName", "firstName", "email", "lastSignInAt", "createdAt"] {
        for order in ["asc", "desc"] {
            let page = administrator().get("/users").query("sort", sort).query("order", order).send();
            page.expect(200).within(budget::LIST);
        }
    }
}

#[test]
fn without_words_the_total_is_counted_exactly() {
    let count = |status: &str| {
        let list = administrator().get("/users").query("status", status).query("limit", "1").send().expect(200).json();
        assert_eq!(list["totalExact"], true, "{list}");
        list["total"].as_u64().expect("a total")
    };
    let person = somebody().create();
    person.delete().expect(200);

    assert!(count("deleted") >= 1);
    assert!(count("active,deactivated,deleted") > count("deleted"));
}

#[test]
fn a_query_that_is_not_understood_is_refused_by_parameter() {
    let long = "x".repeat(321);
    for (name, value, code) in [
        ("limit", "0", "too_few"),
        ("limit", "101", "too_many"),
        ("limit", "ten", "malformed"),
        ("limit", "-1", "malformed"),
        ("status", "active,gone", "unknown_value"),
        ("status", "Active", "unknown_value"),
        ("group", "Administrators", "malformed"),
        ("agent", "yes", "unknown_value"),
        ("sort", "password", "unknown_value"),
        ("order", "up", "unknown_value"),
        ("q", &long, "too_long"),
        ("page", "2", "unknown_field"),
    ] {
        administrator().get("/users").query(name, value).send().refused_parameters(&[(name, code)]);
    }
}

#[test]
fn everything_that_is_not_understood_is_named_at_once() {
    let answer = administrator().get("/users?limit=0&sort=x&order=y&colour=red").send();

    answer.refused_parameters(&[
        ("sort", "unknown_value"),
        ("order", "unknown_value"),
        ("limit", "too_few"),
        ("colour", "unknown_field"),
    ]);
}

#[test]
fn a_parameter_given_twice_is_refused() {
    administrator().get("/users?limit=1&limit=2").send().expect(400);
}

#[test]
fn empty_parameters_say_nothing() {
    administrator().get("/users?q=&status=&group=&agent=&sort=&order=&limit=&cursor=").send().expect(200);
}

/// The ids of a list's rows.
fn ids(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().expect("items");
    items.iter().map(|user| user["id"].as_str().expect("an id").to_owned()).collect()
}

/// All rows of a list, page by page, of `limit` each.
fn walk(query: &[(&str, &str)], limit: usize) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = query.iter().fold(administrator().get("/users"), |page, (name, value)| page.query(name, value));
        let page = page.query("limit", limit.to_string()).query("cursor", &cursor).send().expect(200).json();
        rows.extend(page["items"].as_array().expect("items").iter().cloned());
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => return rows,
        }
    }
}
