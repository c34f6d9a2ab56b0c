//! `GET /users/{userId}/customers`

use acceptance::{access, administrator, budget, customer_service, somebody, unique};
use serde_json::{Value, json};

use super::{assign, customers, ids};

access!(read "listAssignedCustomers", |client| client.get(format!("/users/{}/customers", uuid::Uuid::now_v7())));

#[test]
fn shows_a_users_customers_by_last_name() {
    let owner = somebody().named("Robin", "Vale").create();
    let (late, early) = (customers(1, &format!("z{}", unique())), customers(1, &format!("a{}", unique())));
    assign(&owner, &[late[0].clone(), early[0].clone()]);

    let answer = customer_service().get(format!("{}/customers", owner.path())).send().expect(200);
    let list = answer.json();

    assert_eq!(ids(&list), [early[0].as_str(), late[0].as_str()]);
    assert_eq!((&list["total"], &list["totalExact"], &list["complete"]), (&2.into(), &true.into(), &true.into()));
    let expected = json!({ "id": owner.id, "name": "Robin Vale", "status": "active" });
    assert!(list["items"].as_array().expect("items").iter().all(|item| item["owner"] == expected));
}

#[test]
fn a_page_costs_what_it_shows() {
    let owner = somebody().create();
    let references = customers(60, &unique());
    assign(&owner, &references);
    let path = format!("{}/customers", owner.path());
    let page = |cursor: Option<&str>| {
        let request = customer_service().get(&path);
        let request = cursor.into_iter().fold(request, |request, cursor| request.query("cursor", cursor));
        request.send().expect(200).within(budget::LIST).json()
    };
    let first = page(None);
    let second = page(first["next"].as_str());
    let third = page(second["next"].as_str());
    assert_eq!(
        (ids(&first), ids(&second), ids(&third)),
        (
            references[..25].iter().map(String::as_str).collect(),
            references[25..50].iter().map(String::as_str).collect(),
            references[50..].iter().map(String::as_str).collect(),
        )
    );
    assert_eq!((&third["next"], &third["total"]), (&Value::Null, &60.into()));
    assert_eq!(ids(&page(third["previous"].as_str())), ids(&second));
}

#[test]
fn nobody_has_no_list() {
    for id in [uuid::Uuid::now_v7().to_string(), "nobody".to_owned()] {
        customer_service().get(format!("/users/{id}/customers")).send().refused(404, "not_found");
    }
}

#[test]
fn r29_a_cursor_belongs_to_its_user() {
    let (one, other) = (somebody().create(), somebody().create());
    assign(&one, &customers(2, &unique()));
    let path = format!("{}/customers", one.path());
    let page = customer_service().get(path).query("limit", "1").send().expect(200).json();
    let cursor = page["next"].as_str().expect("a cursor");
    let request = customer_service().get(format!("{}/customers", other.path())).query("cursor", cursor);
    request.send().refused(400, "cursor_refused");
}

#[test]
fn a_query_that_is_not_understood_is_refused() {
    let path = format!("{}/customers", somebody().create().path());
    let request = customer_service().get(path).query("sort", "email").query("limit", "x");
    request.send().refused_parameters(&[("limit", "malformed"), ("sort", "unknown_field")]);
}

#[test]
fn a_deleted_users_customers_stay_listed() {
    let owner = somebody().create();
    let references = customers(1, &unique());
    assign(&owner, &references);
    owner.delete().expect(200);
    let list = administrator().get(format!("{}/customers", owner.path())).send().expect(200).json();
    assert_eq!((ids(&list), &list["items"][0]["owner"]["status"]), (vec![references[0].as_str()], &"deleted".into()));
}
