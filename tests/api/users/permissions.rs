//! `GET /users/{userId}/permissions`

use acceptance::{access, administrator, budget, group, group_id, role, somebody, unknown_id};
use serde_json::{Value, json};

access!(read "explainPermissions", |client| client.get(format!("/users/{}/permissions", unknown_id())));

#[test]
fn says_which_group_role_and_rule_says_so() {
    let (reader, warden) = (role(&["allow users.*"]), role(&["deny users.delete"]));
    let (allowing, denying) = (group(&[&reader]), group(&[&warden]));
    let person = somebody().with("groups", json!([allowing.id, denying.id])).create();

    let answer = administrator().get(format!("{}/permissions", person.path())).send().expect(200);

    let items = answer.within(budget::DEFINITIONS).json()["items"].as_array().expect("items").clone();
    let of = |permission: &str| items.iter().find(|item| item["permission"] == permission).expect("one").clone();
    let because = |effect: &str, scope: &str, role: &acceptance::Made, group: &acceptance::Made| {
        json!({
            "rule": { "effect": effect, "permission": scope },
            "role": { "id": role.id, "name": role.name },
            "group": { "id": group.id, "name": group.name },
        })
    };
    let allow = because("allow", "users.*", &reader, &allowing);
    assert_eq!(of("users.read"), json!({ "permission": "users.read", "allowed": true, "because": [allow] }));
    let deny = because("deny", "users.delete", &warden, &denying);
    let delete = of("users.delete");
    assert_eq!(delete["allowed"], false);
    let reasons = delete["because"].as_array().expect("reasons");
    assert!(reasons.len() == 2 && reasons.contains(&allow) && reasons.contains(&deny), "{reasons:?}");
    assert_eq!(of("customers.read"), json!({ "permission": "customers.read", "allowed": false, "because": [] }));
}

#[test]
fn r27_nothing_is_denied_to_administrators() {
    let denier = role(&["deny *"]);
    let denying = group(&[&denier]);
    let person = somebody().with("groups", json!([group_id("Administrators"), denying.id])).create();

    let answer = administrator().get(format!("{}/permissions", person.path())).send().expect(200).json();

    let all = answer["items"].as_array().expect("items");
    assert!(all.iter().all(|item| item["allowed"] == true && item["because"].as_array().map(Vec::len) == Some(1)));
    person.sign_in().get("/users").send().expect(200);
    person.delete().expect(200);
}

#[test]
fn it_agrees_with_what_is_let_in() {
    let made = role(&["allow customers.*", "deny customers.write"]);
    let only = group(&[&made]);
    let person = somebody().with("groups", json!([only.id])).create();
    let answer = administrator().get(format!("{}/permissions", person.path())).send().expect(200).json();
    let allowed: Vec<Value> = answer["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter(|item| item["allowed"] == true)
        .map(|item| item["permission"].clone())
        .collect();
    assert_eq!(person.sign_in().get("/session").send().expect(200).json()["permissions"], json!(allowed));
}
