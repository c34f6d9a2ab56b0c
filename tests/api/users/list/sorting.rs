//! Orders.

use acceptance::{Person, somebody, unique};
use serde_json::Value;

use super::walk;

/// Three people whose orders by each field differ, in the order in which they were made.
fn people() -> [Person; 3] {
    let word = unique();
    [
        somebody().named("Cäsar", "Ähre").email(&format!("b.{word}@acceptance.example")).create(),
        somebody().named("anton", "Zoll").email(&format!("C.{word}@acceptance.example")).create(),
        somebody().named("Berta", "bach").email(&format!("a.{word}@acceptance.example")).create(),
    ]
}

/// The places of `people` in the list, in its order.
fn order(people: &[Person], query: &[(&str, &str)]) -> Vec<usize> {
    let rows: Vec<Value> = walk(query, 100);
    let place = |row: &Value| people.iter().position(|person| row["id"] == person.id);
    rows.iter().filter_map(place).collect()
}

#[test]
fn by_each_field_both_ways_without_regard_to_case_and_marks() {
    let people = people();
    for (sort, expected) in
        [("lastName", [0, 2, 1]), ("firstName", [1, 2, 0]), ("email", [2, 0, 1]), ("createdAt", [0, 1, 2])]
    {
        let mut expected = expected.to_vec();
        assert_eq!(order(&people, &[("sort", sort), ("order", "asc")]), expected, "{sort}");
        expected.reverse();
        assert_eq!(order(&people, &[("sort", sort), ("order", "desc")]), expected, "{sort} descending");
    }
}

#[test]
fn by_last_name_ascending_if_nothing_is_said() {
    let people = people();

    assert_eq!(order(&people, &[]), [0, 2, 1]);
}

#[test]
fn by_last_sign_in_who_never_did_comes_first() {
    let people = people();
    people[2].sign_in();
    people[0].sign_in();

    assert_eq!(order(&people, &[("sort", "lastSignInAt")]), [1, 2, 0]);
    assert_eq!(order(&people, &[("sort", "lastSignInAt"), ("order", "desc")]), [0, 2, 1]);
}

#[test]
fn statuses_are_merged_into_one_order() {
    let people = people();
    people[0].delete().expect(200);
    people[1].deactivate().expect(200);

    assert_eq!(order(&people, &[("sort", "lastName")]), [0, 2, 1]);
}
