//! `GET /roles`

use acceptance::{access, administrator, budget, group, role, rules};
use serde_json::{Value, json};

access!(read "listRoles", |client| client.get("/roles"));

fn roles() -> Vec<Value> {
    let answer = administrator().get("/roles").send().expect(200).within(budget::DEFINITIONS);
    answer.json()["items"].as_array().expect("items").clone()
}

#[test]
fn answers_every_role_by_name() {
    let roles = roles();

    let names: Vec<&str> = roles.iter().map(|role| role["name"].as_str().expect("a name")).collect();
    assert!(names.is_sorted_by_key(|name| name.to_lowercase()), "{names:?}");
    let find = |name: &str| roles.iter().find(|role| role["name"] == name).expect("a first role");
    let administrator = find("Administrator");
    assert_eq!((&administrator["builtIn"], &administrator["rules"]), (&true.into(), &rules(&["allow *"])));
    let service = find("Customer service");
    assert_eq!(service["groups"][0]["name"], "Customer service");
}

#[test]
fn a_role_shows_the_groups_that_carry_it() {
    let made = role(&["allow users.read", "deny users.delete"]);
    let (one, other) = (group(&[&made]), group(&[&made]));

    let found = roles().into_iter().find(|role| role["id"] == *made.id).expect("the role");

    let carriers = [&one, &other].map(|group| json!({ "id": group.id, "name": group.name }));
    assert_eq!(
        (&found["groups"], &found["rules"]),
        (&json!(carriers), &rules(&["allow users.read", "deny users.delete"]))
    );
    made.delete().refused(409, "role_in_use");
}
