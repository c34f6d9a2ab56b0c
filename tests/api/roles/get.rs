//! `GET /roles/{roleId}`

use acceptance::{access, administrator, budget, role, unknown_id};

access!(read "getRole", |client| client.get(format!("/roles/{}", unknown_id())));

#[test]
fn answers_the_role_as_the_list_does() {
    let made = role(&["allow users.*"]);

    let answer = administrator().get(&made.path).send().expect(200).within(budget::DEFINITIONS);

    assert_eq!((answer.version(), &answer.json()["version"]), (1, &1.into()));
    let roles = administrator().get("/roles").send().expect(200).json();
    assert!(roles["items"].as_array().expect("items").contains(&answer.json()));
}

#[test]
fn r24_what_is_no_id_is_unknown() {
    for id in [unknown_id(), "x".to_owned()] {
        administrator().get(format!("/roles/{id}")).send().refused(404, "not_found");
    }
}
