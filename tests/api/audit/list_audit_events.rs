//! `GET /audit-events`

use acceptance::{
    Answer, Client, PASSWORD, Person, access, administrator, budget, group, group_id, holder, member, own_address,
    role, signed_out, somebody, unique, unknown_id,
};
use serde_json::{Value, json};

access!(read "listAuditEvents", |client| client.get("/audit-events").query("limit", "1"));

fn ask(query: &[(&str, &str)]) -> Answer {
    ask_as(&administrator(), query)
}

fn ask_as(client: &Client, query: &[(&str, &str)]) -> Answer {
    query.iter().fold(client.get("/audit-events"), |request, (name, value)| request.query(name, value)).send()
}

fn items(answer: &Answer) -> Vec<Value> {
    answer.json()["items"].as_array().expect("items").clone()
}

/// The events about something, newest first.
fn history(target: &str) -> Vec<Value> {
    items(&ask(&[("target", target)]).expect(200))
}

fn of_user(person: &Person) -> String {
    format!("user:{}", person.id)
}

fn actions(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["action"].as_str().expect("a word")).collect()
}

fn own(client: &Client) -> Value {
    client.get("/session").send().expect(200).json()["user"].clone()
}

#[test]
fn r45_an_event_tells_who_when_from_where_what_and_what_it_was() {
    let (before, after) = (group(&[]), group(&[]));
    let person = somebody().with("groups", json!([before.id])).create();
    person.update(&json!({ "groups": [after.id], "agent": true })).expect(200);

    let events = history(&of_user(&person));

    let event = &events[0];
    let who = own(&administrator());
    let name = format!("{} {}", who["firstName"].as_str().expect("a name"), who["lastName"].as_str().expect("a name"));
    let expected = json!({
        "id": event["id"],
        "at": event["at"],
        "action": "user.updated",
        "actor": { "kind": "user", "id": who["id"], "name": name },
        "target": { "kind": "user", "id": person.id, "name": "Robin Vale" },
        "changes": [
            { "field": "groups", "from": [before.id], "to": [after.id] },
            { "field": "agent", "from": false, "to": true },
        ],
        "names": { &before.id: before.name, &after.id: after.name },
        "address": "127.0.0.1",
        "requestId": event["requestId"],
    });
    assert_eq!(event, &expected);
    assert!(event["at"].as_str() >= person.now()["updatedAt"].as_str(), "{event}");
    assert!(event["requestId"].as_str().is_some_and(|id| !id.is_empty()));
    assert_eq!(actions(&events), ["user.updated", "user.created"]);
}

#[test]
fn r45_what_is_gone_or_called_otherwise_keeps_the_name_it_had() {
    let carried = role(&["allow users.read"]);
    let made = group(&[&carried]);
    let person = member(&made);
    let (role_name, group_name) = (carried.name.clone(), made.name.clone());
    made.update(&json!({ "name": format!("Renamed {}", unique()), "roles": [] })).expect(200);
    carried.delete().expect(204);

    let [group_events, role_events] =
        [format!("group:{}", made.id), format!("role:{}", carried.id)].map(|it| history(&it));

    let created = history(&of_user(&person)).pop().expect("an event");
    assert_eq!(created["names"], json!({ &made.id: group_name }));
    assert_eq!(actions(&group_events), ["group.updated", "group.created"]);
    assert_eq!(group_events[0]["names"], json!({ &carried.id: role_name }));
    assert_eq!(actions(&role_events), ["role.deleted", "role.created"]);
    assert_eq!(role_events[0]["target"], json!({ "kind": "role", "id": carried.id, "name": role_name }));
}

#[test]
fn r45_customers_and_their_owners_are_named() {
    let (owner, reference) = (somebody().named("Ada", "Lovelace").create(), unique());
    let body = json!({ "email": format!("{reference}@shop.example"), "firstName": "Grace", "lastName": "Hopper" });
    administrator().put(format!("/customers/{reference}")).if_none_match().json(&body).send().expect(201);
    let assign = |body: Value| administrator().patch(owner.path() + "/customers").json(&body).send().expect(200);
    assign(json!({ "assign": [reference] }));
    assign(json!({ "unassign": [reference] }));

    let events = history(&format!("customer:{reference}"));

    assert_eq!(actions(&events), ["customer.unassigned", "customer.assigned", "customer.created"]);
    assert_eq!(events[0]["changes"], json!([{ "field": "owner", "from": owner.id, "to": null }]));
    assert_eq!(events[0]["names"], json!({ &owner.id: "Ada Lovelace" }));
    let of_owner = history(&of_user(&owner));
    assert_eq!(of_owner[0]["names"], json!({ &reference: "Grace Hopper" }));
}

#[test]
fn r46_sign_ins_good_and_bad_are_there() {
    let person = somebody().create();
    signed_out().at(own_address()).attempt(&person.email, "wrong").expect(401);
    person.sign_in().delete("/session").send().expect(204);
    let address = own_address();
    signed_out().at(address).attempt(&format!("{}@nowhere.example", unique()), PASSWORD).expect(401);

    let events = history(&of_user(&person));

    assert_eq!(actions(&events), ["session.signed-out", "session.signed-in", "session.refused", "user.created"]);
    assert_eq!(events[2]["actor"], json!({ "kind": "nobody", "id": null, "name": null }));
    let refused = items(&ask(&[("actor", "nobody"), ("limit", "100")]).expect(200));
    let unknown = refused.iter().find(|event| event["address"] == address.to_string()).expect("the refused sign-in");
    assert_eq!(unknown["target"], json!({ "kind": "sign-in", "id": null, "name": null }));
}

#[test]
fn events_are_found_by_who_what_and_when() {
    let actor = holder(&["allow users.*", "allow groups.read", "allow audit.read"]);
    let groups = json!([group_id("Content editors")]);
    let made: Vec<Value> = (0..3)
        .map(|_| {
            let body = somebody().with("groups", groups.clone()).json();
            actor.client.post("/users").json(&body).send().expect(201).json()
        })
        .collect();
    let (id, version) = (made[1]["id"].as_str().expect("an id"), made[1]["version"].as_u64().expect("a version"));
    actor.client.post(format!("/users/{id}/deactivate")).if_match(version).send().expect(200);
    let by = |more: &[(&str, &str)]| {
        let query = [&[("actor", &*actor.person.id)], more].concat();
        items(&ask_as(&actor.client, &query).expect(200))
    };

    let all = by(&[]);
    assert_eq!(
        actions(&all),
        ["user.deactivated", "user.created", "user.created", "user.created", "session.signed-in"]
    );
    assert_eq!(actions(&by(&[("action", "user.created")])).len(), 3);
    assert_eq!(actions(&by(&[("action", "user.deactivated,session")])), ["user.deactivated", "session.signed-in"]);
    assert_eq!(actions(&by(&[("action", "user")])).len(), 4);
    assert_eq!(by(&[("action", "role")]), Vec::<Value>::new());
    let target = format!("user:{id}");
    assert_eq!(actions(&by(&[("target", &target)])), ["user.deactivated", "user.created"]);
    assert_eq!(actions(&by(&[("target", &target), ("action", "user.created")])), ["user.created"]);

    let at = |place: usize| all[place]["at"].as_str().expect("a time");
    for query in [&[("actor", &*actor.person.id)][..], &[]] {
        let between = [query, &[("from", at(2)), ("to", at(1)), ("limit", "100")]].concat();
        let found = items(&ask(&between).expect(200));
        assert!(found.contains(&all[2]), "{query:?}: from is included");
        assert!(!found.contains(&all[1]) || at(1) == at(2), "{query:?}: to is not");
        assert!(!found.contains(&all[0]) && !found.contains(&all[3]) || at(2) == at(3), "{query:?}");
    }
    assert_eq!(by(&[("from", "2020-01-01T00:00:00Z"), ("to", "2020-02-01T00:00:00Z")]), Vec::<Value>::new());
    assert_eq!(by(&[("from", at(0)), ("to", at(4))]), Vec::<Value>::new(), "an end before its beginning");
}

#[test]
fn r37_pages_go_there_and_back_and_miss_nothing() {
    let person = somebody().create();
    for number in 1..=6 {
        person.update(&json!({ "firstName": format!("Robin {number}") })).expect(200);
    }
    let whole = history(&of_user(&person));
    for query in [&[("target", &*of_user(&person))][..], &[("actor", "operator")], &[("action", "user")], &[]] {
        let query = [query, &[("limit", "3")]].concat();
        let first = ask(&query).expect(200).within(budget::COMBINED).json();
        let next = first["next"].as_str().map(|next| [&query[..], &[("cursor", next)]].concat());
        let Some(next) = next else { continue };
        let second = ask(&next).expect(200).json();
        let previous = second["previous"].as_str().expect("a way back");
        let back = ask(&[&query[..], &[("cursor", previous)]].concat()).expect(200).json();
        // Others may have done something meanwhile, before what was the first page.
        let ids = |page: &Value| {
            page["items"].as_array().expect("items").iter().map(|event| event["id"].clone()).collect::<Vec<_>>()
        };
        let (there, back) = (ids(&first), ids(&back));
        assert_eq!(there.last(), back.last(), "{query:?}");
        assert!(ids(&second).iter().all(|id| !there.contains(id)), "{query:?}");
    }
    let mut walked = Vec::new();
    let mut cursor = None::<String>;
    loop {
        let target = of_user(&person);
        let mut query = vec![("target", &*target), ("limit", "3")];
        query.extend(cursor.as_deref().map(|cursor| ("cursor", cursor)));
        let page = ask(&query).expect(200).within(budget::LIST);
        walked.extend(items(&page));
        cursor = page.json()["next"].as_str().map(str::to_owned);
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!((walked.len(), &walked), (7, &whole));
}

#[test]
fn a_query_that_is_not_understood_is_refused_whole() {
    let query = [
        ("target", "order:1"),
        ("actor", "somebody"),
        ("action", "user.created,user.eaten"),
        ("from", "yesterday"),
        ("to", "2026-13-01"),
        ("sort", "at"),
    ];

    ask(&query).refused_parameters(&[
        ("target", "unknown_value"),
        ("actor", "malformed"),
        ("action", "unknown_value"),
        ("from", "malformed"),
        ("to", "malformed"),
        ("sort", "unknown_field"),
    ]);
    for target in ["user", "user:", "user:1", "customer:a b", "customer:"] {
        ask(&[("target", target)]).refused_parameters(&[("target", "malformed")]);
    }
}

#[test]
fn r29_a_cursor_belongs_to_its_filters() {
    let person = somebody().create();
    person.update(&json!({ "agent": true })).expect(200);
    let target = of_user(&person);
    let next = ask(&[("target", &target), ("limit", "1")]).expect(200).json()["next"].clone();
    let next = next.as_str().expect("another page");

    ask(&[("target", &target), ("cursor", next), ("limit", "5")]).expect(200);
    let other = format!("user:{}", unknown_id());
    ask(&[("target", &other), ("cursor", next)]).refused(400, "cursor_refused");
    ask(&[("cursor", next)]).refused(400, "cursor_refused");
}

#[test]
fn r24_of_what_does_not_exist_nothing_has_happened() {
    let answer = ask(&[("target", &format!("user:{}", unknown_id()))]).expect(200).json();

    assert_eq!((&answer["items"], &answer["total"], &answer["next"]), (&json!([]), &json!(0), &Value::Null));
}
