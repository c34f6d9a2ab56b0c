//! Filters.

use acceptance::{administrator, budget, group_id, somebody, unknown_id};
use serde_json::json;

use super::{ids, walk};

#[test]
fn by_one_status_or_several() {
    let (active, deactivated, deleted) = (somebody().create(), somebody().create(), somebody().create());
    deactivated.deactivate().expect(200);
    deleted.delete().expect(200);

    let listed = |status: &str| {
        let rows = walk(&[("status", status)], 100);
        assert!(rows.iter().all(|row| status.contains(row["status"].as_str().expect("a status"))));
        [&active, &deactivated, &deleted].map(|person| rows.iter().any(|row| row["id"] == person.id))
    };

    assert_eq!(listed("active"), [true, false, false]);
    assert_eq!(listed("deactivated"), [false, true, false]);
    assert_eq!(listed("deleted"), [false, false, true]);
    assert_eq!(listed("deleted,active"), [true, false, true]);
}

#[test]
fn by_group_and_agent() {
    let service = group_id("Customer service");
    let agent = somebody().in_groups(["Customer service", "Content editors"]).with("agent", true).create();
    let other = somebody().in_groups(["Customer service"]).create();
    let editor = somebody().with("agent", true).create();

    let listed = |agents: &str| {
        let rows = walk(&[("group", &service), ("agent", agents)], 100);
        [&agent, &other, &editor].map(|person| rows.iter().any(|row| row["id"] == person.id))
    };

    assert_eq!(listed("true"), [true, false, false]);
    assert_eq!(listed("false"), [false, true, false]);
}

#[test]
fn a_group_that_nobody_belongs_to_is_an_empty_page() {
    let list = administrator().get("/users").query("group", unknown_id()).send().expect(200).json();

    assert_eq!((ids(&list), &list["next"], &list["complete"]), (vec![], &json!(null), &json!(true)));
}

#[test]
fn filters_narrow_a_search() {
    let person = somebody().create();
    let found = |name: &str, value: &str| {
        let search = administrator().get("/users").query("q", &person.email).query(name, value);
        ids(&search.send().expect(200).within(budget::SEARCH).json()) == [person.id.clone()]
    };

    assert!(found("status", "active") && !found("status", "deactivated,deleted"));
    assert!(found("agent", "false") && !found("agent", "true"));
    assert!(found("group", &group_id("Content editors")) && !found("group", &group_id("Administrators")));
}
