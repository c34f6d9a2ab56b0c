//! `POST /roles`

use acceptance::shape::shape;
use acceptance::{Made, access, administrator, holder, role, rules, table, unique};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

access!(change "createRole", |client| client.post("/roles").json(&json!({})));

#[test]
fn creates_a_role_that_no_group_carries() {
    let body = json!({ "name": "Night watch", "rules": rules(&["allow users.*", "deny users.delete"]) });
    let answer = administrator().post("/roles").json(&body).send().expect(201);

    let made = Made::of(&answer);
    let mut shape = shape(&answer);
    for name in ["id", "updatedAt", "updatedBy"] {
        shape["body"].as_object_mut().expect("an object").remove(name);
    }
    shape.as_object_mut().expect("an object").remove("location");
    assert_json_snapshot!(shape, @r#"
    {
      "body": {
        "builtIn": false,
        "description": "",
        "groups": [],
        "name": "Night watch",
        "rules": [
          {
            "effect": "allow",
            "permission": "users.*"
          },
          {
            "effect": "deny",
            "permission": "users.delete"
          }
        ],
        "version": 1
      },
      "content-type": "application/json",
      "etag": "\"1\"",
      "status": 201
    }
    "#);
    assert_eq!(made.now(), answer.json());
    let events = table::partition(&format!("AUDIT#role#{}", made.id));
    let recorded = json!({ "field": "rules", "from": null, "to": ["allow users.*", "deny users.delete"] });
    assert_eq!((&events[0]["action"], &events[0]["changes"][2]), (&"role.created".into(), &recorded));
}

#[test]
fn fields_are_refused_all_at_once() {
    let refused = |body: Value| administrator().post("/roles").json(&body).send();
    let rule = |effect: &str, permission: &str| json!({ "effect": effect, "permission": permission });
    let odd = json!([
        rule("allow", "users.read"),
        rule("permit", "users.everything"),
        rule("allow", "users.read"),
        { "effect": "deny" },
        { "effect": "deny", "permission": "nobody.*", "why": 1 },
        "allow users.read",
    ]);
    refused(json!({ "rules": odd })).refused_fields(&[
        ("/name", "required"),
        ("/rules/1/effect", "unknown_value"),
        ("/rules/1/permission", "unknown_permission"),
        ("/rules/2", "duplicate"),
        ("/rules/3/permission", "required"),
        ("/rules/4/permission", "unknown_permission"),
        ("/rules/4/why", "unknown_field"),
        ("/rules/5", "wrong_type"),
    ]);
    let many: Vec<Value> = (0..51).map(|_| rule("allow", "users.read")).collect();
    refused(json!({ "name": "Many", "rules": many })).refused_fields(&[("/rules", "too_many")]);
    let made = role(&[]);
    let problem = refused(json!({ "name": made.name })).refused(409, "name_taken");
    assert_eq!(problem["errors"][0]["pointer"], "/name");
}

#[test]
fn r26_nobody_makes_a_role_of_what_they_do_not_hold() {
    let maker = holder(&["allow roles.*", "allow users.read"]);
    let create = |of: &[&str]| {
        let body = json!({ "name": format!("Mine {}", unique()), "rules": rules(of) });
        maker.client.post("/roles").json(&body).send()
    };

    drop(Made::of(&create(&["allow users.read", "allow roles.*"]).expect(201)));
    for (of, lacks) in [
        (["allow users.delete"], "users.delete"),
        (["allow *"], "users.create"),
        (["allow users.*"], "users.create"),
        (["deny customers.read"], "customers.read"),
    ] {
        let problem = create(&of).refused(403, "permissions_not_held");
        assert_eq!(problem["permissions"][0], lacks, "{of:?}");
    }
}
