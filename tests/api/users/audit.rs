//! What was changed, by whom, from where: written with the change itself (R45).

use acceptance::shape::steady;
use acceptance::{administrators, group_id, somebody, table};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

/// The newest event about a user, without the keys that only sort it.
fn newest_event(id: &str) -> Value {
    let mut event = table::user_events(id).pop().expect("an event");
    let members = event.as_object_mut().expect("an object");
    members.retain(|name, _| !matches!(name.as_str(), "sk" | "timePk"));
    steady(&event)
}

#[test]
fn r45_creating_says_everything_but_the_password() {
    let person = somebody().create();

    assert_json_snapshot!(newest_event(&person.id), @r#"
    {
      "action": "user.created",
      "actorName": "Demo Administrator",
      "actorPk": "ACTOR#[id]",
      "address": "127.0.0.1",
      "at": "[time]",
      "changes": [
        {
          "field": "email",
          "from": null,
          "to": "[email]"
        },
        {
          "field": "firstName",
          "from": null,
          "to": "Robin"
        },
        {
          "field": "lastName",
          "from": null,
          "to": "Vale"
        },
        {
          "field": "status",
          "from": null,
          "to": "active"
        },
        {
          "field": "groups",
          "from": null,
          "to": [
            "[id]"
          ]
        },
        {
          "field": "agent",
          "from": null,
          "to": false
        },
        {
          "field": "language",
          "from": null,
          "to": "en"
        },
        {
          "field": "password",
          "from": null,
          "to": "•••"
        }
      ],
      "names": {
        "01900000-0000-7000-8000-000000000003": "Content editors"
      },
      "pk": "AUDIT#user#[id]",
      "requestId": "[request]",
      "subjectName": "Robin Vale"
    }
    "#);
}

#[test]
fn r45_an_edit_says_each_old_and_new_value() {
    let person = somebody().create();

    let changes = json!({
        "firstName": "Grace", "password": "quiet harbour 27 lantern xK", "groups": [group_id("Customer service")],
    });
    person.update(&changes).expect(200);

    assert_json_snapshot!(newest_event(&person.id)["changes"], @r#"
    [
      {
        "field": "firstName",
        "from": "Robin",
        "to": "Grace"
      },
      {
        "field": "groups",
        "from": [
          "[id]"
        ],
        "to": [
          "[id]"
        ]
      },
      {
        "field": "password",
        "from": "•••",
        "to": "•••"
      }
    ]
    "#);
}

#[test]
fn r45_each_action_has_its_event_by_whom_it_was() {
    let people = administrators(1);
    let (person, own) = (somebody().create(), people[0].sign_in());
    own.patch(person.path()).if_match(1).json(&json!({"agent": true})).send().expect(200);
    own.post(person.path() + "/deactivate").if_match(2).send().expect(200);
    own.post(person.path() + "/activate").if_match(3).send().expect(200);
    own.delete(person.path()).if_match(4).send().expect(200);
    own.post(person.path() + "/restore").if_match(5).send().expect(200);

    let events = table::user_events(&person.id);

    let actions: Vec<_> = events.iter().map(|event| event["action"].as_str().expect("a word")).collect();
    assert_eq!(
        actions,
        ["user.created", "user.updated", "user.deactivated", "user.activated", "user.deleted", "user.restored"]
    );
    for event in &events[1..] {
        assert_eq!(event["actorPk"], format!("ACTOR#{}", people[0].id));
        assert_eq!(event["address"], "127.0.0.1");
    }
}

#[test]
fn r45_what_is_refused_leaves_no_event() {
    let person = somebody().create();

    person.update(&json!({"language": "fr"})).expect(422);
    person.restore().expect(409);
    acceptance::administrator().delete(person.path()).if_match(9).send().expect(412);
    acceptance::content_editor().delete(person.path()).if_match(1).send().expect(403);

    assert_eq!(table::user_events(&person.id).len(), 1);
}

#[test]
fn r45_signing_in_and_out_are_recorded_without_a_secret() {
    let person = somebody().create();
    let session = person.sign_in();
    session.delete("/session").send().expect(204);

    let events = table::user_events(&person.id);

    assert_json_snapshot!(steady(&json!(events[1..].iter().map(|event| json!({
        "action": event["action"], "actorName": event["actorName"], "changes": event["changes"],
    })).collect::<Vec<_>>())), @r#"
    [
      {
        "action": "session.signed-in",
        "actorName": "Robin Vale",
        "changes": [
          {
            "field": "device",
            "from": null,
            "to": "acceptance"
          }
        ]
      },
      {
        "action": "session.signed-out",
        "actorName": "Robin Vale",
        "changes": []
      }
    ]
    "#);
    let secret = session.cookie().rsplit('.').next().expect("a secret");
    assert!(!json!(events).to_string().contains(secret));
}
