//! `GET /groups`

use acceptance::{access, administrator, budget, group, role};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

access!(read "listGroups", |client| client.get("/groups"));

/// The groups that a store begins with, without what moves.
fn first_groups(groups: &Value) -> Vec<Value> {
    let names = ["Administrators", "Content editors", "Customer service"];
    let mut groups = groups["items"].as_array().expect("items").clone();
    groups.retain(|group| names.contains(&group["name"].as_str().expect("a name")));
    for group in &mut groups {
        assert!(group["memberCount"].is_u64() && group["updatedAt"].is_string());
        let group = group.as_object_mut().expect("a group");
        group.remove("memberCount");
        group.remove("updatedAt");
    }
    groups
}

#[test]
fn answers_every_group_by_name_with_what_it_allows() {
    let answer = administrator().get("/groups").send().expect(200).within(budget::DEFINITIONS);

    let mut groups = first_groups(&answer.json());
    let every: Value = groups[0]["permissions"].take();
    assert_eq!(every.as_array().map(Vec::len), Some(all_permissions()), "administrators hold every permission");
    assert_json_snapshot!(groups, @r#"
    [
      {
        "builtIn": true,
        "denied": [],
        "description": "Hold every permission.",
        "id": "01900000-0000-7000-8000-000000000001",
        "name": "Administrators",
        "permissions": null,
        "roles": [
          {
            "id": "01900000-0000-7000-8000-000000000011",
            "name": "Administrator"
          }
        ],
        "updatedBy": null,
        "version": 1
      },
      {
        "builtIn": false,
        "denied": [],
        "description": "Work on the store's pages; hold no permission here.",
        "id": "01900000-0000-7000-8000-000000000003",
        "name": "Content editors",
        "permissions": [],
        "roles": [],
        "updatedBy": null,
        "version": 1
      },
      {
        "builtIn": false,
        "denied": [],
        "description": "See users and customers, and assign customers to users.",
        "id": "01900000-0000-7000-8000-000000000002",
        "name": "Customer service",
        "permissions": [
          "users.read",
          "users.assign-customers",
          "customers.read",
          "groups.read"
        ],
        "roles": [
          {
            "id": "01900000-0000-7000-8000-000000000012",
            "name": "Customer service"
          }
        ],
        "updatedBy": null,
        "version": 1
      }
    ]
    "#);
}

/// How many permissions there are.
fn all_permissions() -> usize {
    administrator().get("/permissions").send().expect(200).json()["items"].as_array().expect("items").len()
}

#[test]
fn a_group_shows_its_roles_and_what_comes_of_them() {
    let (reader, warden) = (role(&["allow users.*"]), role(&["deny users.delete", "allow roles.read"]));
    let made = group(&[&reader, &warden]);

    let groups = administrator().get("/groups").send().expect(200).json();

    let found = groups["items"].as_array().expect("items").iter().find(|group| group["id"] == *made.id).expect("it");
    let expected = [&reader, &warden].map(|role| json!({ "id": role.id, "name": role.name }));
    assert_eq!(found["roles"], json!(expected));
    assert_eq!(found["denied"], json!(["users.delete"]));
    let allowed =
        ["users.read", "users.create", "users.update", "users.set-status", "users.assign-customers", "roles.read"];
    assert_eq!(found["permissions"], json!(allowed));
}
