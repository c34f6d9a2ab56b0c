//! `POST /groups`

use acceptance::shape::shape;
use acceptance::{Made, access, administrator, group, holder, role, table, unique, unknown_id};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

access!(change "createGroup", |client| client.post("/groups").json(&json!({})));

#[test]
fn creates_a_group_without_members() {
    let reader = role(&["allow users.read"]);
    let body = json!({ "name": "  Night shift ", "description": "Works at night.", "roles": [reader.id] });
    let answer = administrator().post("/groups").json(&body).send().expect(201);

    let made = Made::of(&answer);
    let mut shape = shape(&answer);
    assert_eq!(answer.json()["roles"], json!([{ "id": reader.id, "name": reader.name }]));
    for name in ["roles", "id", "updatedAt", "updatedBy"] {
        shape["body"].as_object_mut().expect("an object").remove(name);
    }
    shape.as_object_mut().expect("an object").remove("location");
    assert_json_snapshot!(shape, @r#"
    {
      "body": {
        "builtIn": false,
        "denied": [],
        "description": "Works at night.",
        "memberCount": 0,
        "name": "Night shift",
        "permissions": [
          "users.read"
        ],
        "version": 1
      },
      "content-type": "application/json",
      "etag": "\"1\"",
      "status": 201
    }
    "#);
    assert_eq!(made.now(), answer.json());
}

#[test]
fn r45_its_creation_is_recorded() {
    let made = group(&[]);

    let events = table::partition(&format!("AUDIT#group#{}", made.id));

    let changes = json!([{ "field": "name", "from": null, "to": made.name },
        { "field": "description", "from": null, "to": "" }, { "field": "roles", "from": null, "to": [] }]);
    assert_eq!((events.len(), &events[0]["action"]), (1, &"group.created".into()));
    assert_eq!((&events[0]["changes"], &events[0]["subjectName"]), (&changes, &made.name.clone().into()));
}

#[test]
fn fields_are_refused_all_at_once() {
    let refused = |body: Value| administrator().post("/groups").json(&body).send();
    refused(json!({})).refused_fields(&[("/name", "required")]);
    refused(json!({ "name": "x".repeat(51), "description": "x".repeat(201), "roles": [unknown_id(), "x"], "id": "y" }))
        .refused_fields(&[
            ("/name", "too_long"),
            ("/description", "too_long"),
            ("/roles/0", "unknown_role"),
            ("/roles/1", "unknown_role"),
            ("/id", "unknown_field"),
        ]);
    refused(json!({ "name": null, "description": 1, "roles": {} })).refused_fields(&[
        ("/name", "null_refused"),
        ("/description", "wrong_type"),
        ("/roles", "wrong_type"),
    ]);
}

#[test]
fn no_two_groups_are_called_alike() {
    let made = group(&[]);

    for name in [made.name.clone(), made.name.to_uppercase()] {
        let problem = administrator().post("/groups").json(&json!({ "name": name })).send().refused(409, "name_taken");
        assert_eq!(problem["errors"][0]["pointer"], "/name");
    }
}

#[test]
fn r32_the_same_request_again_creates_no_other() {
    let (key, body) = (unique(), json!({ "name": format!("Once {}", unique()) }));
    let create = || administrator().post("/groups").once(&key).json(&body).send();

    let first = create().expect(201);
    let made = Made::of(&first);
    let again = create().expect(201);

    assert_eq!((again.json(), again.header("etag")), (first.json(), first.header("etag")));
    assert_eq!(again.header("location"), first.header("location"));
    drop(made);
}

#[test]
fn r26_nobody_makes_a_group_that_gives_more_than_they_hold() {
    let maker = holder(&["allow groups.*", "allow users.read"]);
    let (reader, keeper) = (role(&["allow users.read"]), role(&["allow users.*"]));
    let denier = role(&["deny customers.read"]);
    let create = |role: &Made| {
        let body = json!({ "name": format!("Mine {}", unique()), "roles": [role.id] });
        maker.client.post("/groups").json(&body).send()
    };

    drop(Made::of(&create(&reader).expect(201)));
    let problem = create(&keeper).refused(403, "permissions_not_held");
    assert_eq!(problem["permissions"][0], "users.create");
    // Nor takes from others what they do not have themselves.
    let problem = create(&denier).refused(403, "permissions_not_held");
    assert_eq!(problem["permissions"], json!(["customers.read"]));
}
