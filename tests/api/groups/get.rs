//! `GET /groups/{groupId}`

use acceptance::{access, administrator, budget, group, unknown_id};

access!(read "getGroup", |client| client.get(format!("/groups/{}", unknown_id())));

#[test]
fn answers_the_group_as_the_list_does() {
    let made = group(&[]);

    let answer = administrator().get(&made.path).send().expect(200).within(budget::DEFINITIONS);

    assert_eq!((answer.version(), &answer.json()["version"]), (1, &1.into()));
    let groups = administrator().get("/groups").send().expect(200).json();
    assert!(groups["items"].as_array().expect("items").contains(&answer.json()));
}

#[test]
fn r24_what_is_no_id_is_unknown() {
    for id in [unknown_id(), "x".to_owned(), "%2e%2e".to_owned()] {
        administrator().get(format!("/groups/{id}")).send().refused(404, "not_found");
    }
}
