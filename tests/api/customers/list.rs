//! `GET /customers`

use acceptance::{Answer, access, administrator, budget, customer_service, somebody, table, unique};
use serde_json::{Value, json};

use super::{assign, customers, data, ids, reference};

access!(read "listCustomers", |client| client.get("/customers"));

fn list(query: &[(&str, &str)]) -> Answer {
    let request = customer_service().get("/customers");
    query.iter().fold(request, |request, (name, value)| request.query(name, value)).send()
}

/// Makes a customer with this e-mail and these names.
fn customer(email: &str, first_name: &str, last_name: &str) -> String {
    let reference = reference();
    let body = json!({ "email": email, "firstName": first_name, "lastName": last_name });
    administrator().put(format!("/customers/{reference}")).if_none_match().json(&body).send().expect(201);
    reference
}

/// Walks a list to its end; gives all its references.
fn walk(query: &[(&str, &str)]) -> Vec<String> {
    let (mut found, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let mut query = query.to_vec();
        query.extend(cursor.as_deref().map(|cursor| ("cursor", cursor)));
        let page = list(&query).expect(200).json();
        found.extend(ids(&page).into_iter().map(str::to_owned));
        match page["next"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => return found,
        }
    }
}

#[test]
fn a_row_shows_the_customer_and_the_owner() {
    let word = unique();
    let references = customers(2, &word);
    let owner = somebody().named("Robin", "Vale").create();
    assign(&owner, &references[1..]);

    let found = list(&[("q", &word)]).expect(200).json();

    assert_eq!(ids(&found), references);
    assert_eq!((&found["total"], &found["totalExact"], &found["complete"]), (&2.into(), &true.into(), &true.into()));
    assert_eq!((&found["next"], &found["previous"]), (&Value::Null, &Value::Null));
    let row = json!({
        "id": references[1], "email": "kim@shop.example", "firstName": "Kim", "lastName": word, "gender": null,
        "owner": { "id": owner.id, "name": "Robin Vale", "status": "active" }, "version": 1,
    });
    assert_eq!((&found["items"][0]["owner"], &found["items"][1]), (&Value::Null, &row));
}

#[test]
fn the_list_is_sorted_as_asked_for() {
    customers(50, &unique());
    for sort in ["lastName", "firstName", "email"] {
        for order in ["asc", "desc"] {
            let page = list(&[("sort", sort), ("order", order), ("limit", "50")]).expect(200).json();
            let items = page["items"].as_array().expect("items");
            assert_eq!(items.len(), 50);
            let plain = |item: &Value| item[sort].as_str().expect("text").to_owned();
            // Latin names without marks: how others compare is the store's own test.
            let names: Vec<String> = items.iter().map(plain).filter(|name| name.is_ascii()).collect();
            let mut sorted: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
            sorted.sort_unstable();
            if order == "desc" {
                sorted.reverse();
            }
            assert_eq!(names.iter().map(|name| name.to_lowercase()).collect::<Vec<_>>(), sorted, "{sort} {order}");
        }
    }
}

#[test]
fn a_page_costs_the_same_wherever_it_is() {
    for references in customers(100, &unique()).chunks(2) {
        assign(&somebody().create(), &references[..1]);
    }
    for sort in ["lastName", "firstName", "email"] {
        for order in ["asc", "desc"] {
            let mut cursor = None::<String>;
            for _ in 0..4 {
                let mut query = vec![("sort", sort), ("order", order)];
                query.extend(cursor.as_deref().map(|cursor| ("cursor", cursor)));
                let page = list(&query).expect(200).within(budget::LIST).json();
                cursor = page["next"].as_str().map(str::to_owned);
            }
        }
    }
}

#[test]
fn r37_pages_lead_forward_and_back() {
    let word = unique();
    let references = customers(7, &word);
    let first = list(&[("q", &word), ("limit", "3")]).expect(200).json();
    assert_eq!((ids(&first), &first["previous"]), (references[..3].iter().map(String::as_str).collect(), &Value::Null));
    let follow = |page: &Value, way: &str| {
        let cursor = page[way].as_str().unwrap_or_else(|| panic!("no {way} in {page}"));
        list(&[("q", &word), ("limit", "3"), ("cursor", cursor)]).expect(200).json()
    };
    let second = follow(&first, "next");
    let third = follow(&second, "next");
    assert_eq!(ids(&second), references[3..6]);
    assert_eq!((ids(&third), &third["next"]), (vec![references[6].as_str()], &Value::Null));
    assert_eq!(ids(&follow(&third, "previous")), ids(&second));
    assert_eq!(ids(&follow(&second, "previous")), ids(&first));
}

#[test]
fn the_whole_list_says_about_how_many_there_are() {
    let word = unique();
    customers(2, &word);
    table::set_customers_counted(1_234_567);

    let page = list(&[("limit", "1")]).expect(200).within(budget::LIST).json();
    let total = |page: &Value| (page["total"].clone(), page["totalExact"].clone());
    assert_eq!(total(&page), (1_234_567.into(), false.into()), "{page}");

    let cursor = page["next"].as_str().expect("a second page");
    let next = list(&[("limit", "1"), ("cursor", cursor)]).expect(200).json();
    assert_eq!(total(&next), (1_234_567.into(), false.into()), "{next}");
    for narrowed in [("owner", "none"), ("q", &*word)] {
        let page = list(&[("limit", "1"), narrowed]).expect(200).json();
        assert_eq!(total(&page), (Value::Null, false.into()), "{narrowed:?}: {page}");
    }
}

#[test]
fn free_customers_and_those_of_one_user_are_found() {
    customers(25, &unique());
    let owner = somebody().create();
    let references = customers(4, &unique());
    assign(&owner, &references[..2]);

    let theirs = list(&[("owner", &owner.id)]).expect(200).within(budget::LIST).json();
    assert_eq!((ids(&theirs), &theirs["total"]), (references[..2].iter().map(String::as_str).collect(), &2.into()));
    let nobodys = list(&[("owner", &somebody().create().id)]).expect(200).json();
    assert_eq!((ids(&nobodys).len(), &nobodys["total"]), (0, &0.into()));

    // No index answers this alone: how far it reads on depends on who is assigned in between.
    let free = list(&[("owner", "none")]).expect(200).within(budget::COMBINED).json();
    assert_eq!(free["items"].as_array().expect("items").len(), 25);
    assert!(free["items"].as_array().expect("items").iter().all(|item| item["owner"].is_null()));
    let all_free = walk(&[("owner", "none"), ("limit", "100")]);
    assert!(all_free.contains(&references[2]) && !all_free.contains(&references[0]));
}

#[test]
fn a_search_takes_beginnings_of_all_words() {
    let word = unique();
    let reference = customer(&format!("{word}.q@shop.example"), "Zoë Marie", "O'Neill-Straße");
    let finds = |q: &str| {
        let found = list(&[("q", q)]).expect(200).within(budget::SEARCH).json();
        ids(&found).contains(&reference.as_str())
    };
    assert!(finds(&word), "the beginning of the e-mail");
    assert!(finds(&format!("zoe {}", &word[..word.len() - 2])), "without accents, several words");
    assert!(finds(&format!("STRASSE {word}")));
    assert!(finds(&format!("{word}.q@shop.example")), "the whole e-mail");
    assert!(finds(&reference), "the reference");
    assert!(finds(&reference.to_lowercase()), "the reference in another case");
    assert!(!finds(&format!("{word} quartz")), "all words have to match");
}

#[test]
fn a_search_may_be_filtered_by_owner() {
    let (word, owner) = (unique(), somebody().create());
    let references = customers(30, &word);
    assign(&owner, &references[..10]);
    let free = list(&[("q", &word), ("owner", "none")]).expect(200).within(budget::COMBINED).json();
    assert_eq!(ids(&free), references[10..]);
    let theirs = list(&[("q", &word), ("owner", &owner.id)]).expect(200).within(budget::COMBINED).json();
    assert_eq!(ids(&theirs), references[..10]);
}

#[test]
fn a_search_of_many_owners_stays_within_its_budget() {
    let word = unique();
    let references = customers(40, &word);
    for reference in &references[..25] {
        assign(&somebody().create(), std::slice::from_ref(reference));
    }
    let found = list(&[("q", &word)]).expect(200).within(budget::SEARCH).json();
    assert_eq!(ids(&found), references[..25]);
}

#[test]
fn a_query_that_is_not_understood_is_refused() {
    list(&[("owner", "nobody"), ("sort", "gender"), ("order", "up"), ("limit", "0"), ("page", "2")])
        .refused_parameters(&[
            ("owner", "malformed"),
            ("sort", "unknown_value"),
            ("order", "unknown_value"),
            ("limit", "too_few"),
            ("page", "unknown_field"),
        ]);
    list(&[("q", "x"), ("sort", "email"), ("order", "asc")])
        .refused_parameters(&[("sort", "unknown_field"), ("order", "unknown_field")]);
    let owner = somebody().create();
    list(&[("owner", &owner.id), ("sort", "email")]).refused_parameters(&[("sort", "unknown_value")]);
    list(&[("owner", &owner.id), ("sort", "lastName"), ("order", "desc")]).expect(200);
}

#[test]
fn r29_a_cursor_belongs_to_its_list() {
    let page = list(&[("limit", "1")]).expect(200).json();
    let cursor = page["next"].as_str().expect("a cursor");
    list(&[("limit", "1"), ("cursor", cursor)]).expect(200);
    list(&[("owner", "none"), ("cursor", cursor)]).refused(400, "cursor_refused");
    list(&[("cursor", &cursor[1..])]).refused(400, "cursor_refused");
    customer_service().get("/users").query("cursor", cursor).send().refused(400, "cursor_refused");
}

#[test]
fn a_written_customer_is_found_at_once() {
    let word = unique();
    let reference = customer("kim@shop.example", "Kim", &word);
    assert_eq!(ids(&list(&[("q", &word)]).expect(200).json()), [reference.as_str()]);
    let other = unique();
    administrator().put(format!("/customers/{reference}")).if_match(1).json(&data(&other)).send().expect(200);
    assert!(ids(&list(&[("q", &word)]).expect(200).json()).is_empty(), "the old name finds nobody");
    assert_eq!(ids(&list(&[("q", &other)]).expect(200).json()), [reference.as_str()]);
}
