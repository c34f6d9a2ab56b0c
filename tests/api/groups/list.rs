//! `GET /groups`

use acceptance::{access, administrator, budget};
use insta::assert_json_snapshot;
use serde_json::Value;

access!(read "listGroups", |client| client.get("/groups"));

#[test]
fn answers_every_group_by_name_with_what_it_allows() {
    let mut groups = administrator().get("/groups").send().expect(200).within(budget::LIST).json();

    for group in groups["items"].as_array_mut().expect("items") {
        assert!(group["memberCount"].is_u64());
        group["memberCount"] = Value::from("[count]");
    }
    assert_json_snapshot!(groups, @r#"
    {
      "items": [
        {
          "builtIn": true,
          "description": "Hold every permission.",
          "id": "01900000-0000-7000-8000-000000000001",
          "memberCount": "[count]",
          "name": "Administrators",
          "permissions": [
            "users.read",
            "users.create",
            "users.update",
            "users.set-status",
            "users.delete",
            "users.assign-customers",
            "customers.read",
            "customers.write",
            "groups.read"
          ]
        },
        {
          "builtIn": false,
          "description": "Work on the store's pages; hold no permission here.",
          "id": "01900000-0000-7000-8000-000000000003",
          "memberCount": "[count]",
          "name": "Content editors",
          "permissions": []
        },
        {
          "builtIn": false,
          "description": "See users and customers, and assign customers to users.",
          "id": "01900000-0000-7000-8000-000000000002",
          "memberCount": "[count]",
          "name": "Customer service",
          "permissions": [
            "users.read",
            "users.assign-customers",
            "customers.read",
            "groups.read"
          ]
        }
      ]
    }
    "#);
}
