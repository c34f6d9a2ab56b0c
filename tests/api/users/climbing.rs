//! Nobody climbs: not by creating, editing, restoring or any other change of users (R26).

use acceptance::{Holder, Made, Person, administrator, group, group_id, holder, member, role, somebody};
use serde_json::json;

/// Somebody who may do everything with users and nothing else, and a group that gives more than that.
struct World {
    editor: Holder,
    wide: Made,
    _role: Made,
}

impl World {
    fn new() -> Self {
        let editor = holder(&["allow users.*"]);
        let more = role(&["allow users.read", "allow customers.write"]);
        Self { editor, wide: group(&[&more]), _role: more }
    }

    fn update(&self, person: &Person, body: &serde_json::Value) -> acceptance::Answer {
        self.editor.client.patch(person.path()).if_match(person.version()).json(body).send()
    }
}

#[test]
fn r26_nobody_creates_somebody_who_holds_more() {
    let world = World::new();
    let create = |groups: serde_json::Value| {
        let body = somebody().with("groups", groups).json();
        world.editor.client.post("/users").json(&body).send()
    };

    create(json!([world.editor.group.id])).expect(201);
    for group in [&*world.wide.id, &group_id("Administrators"), &group_id("Customer service")] {
        let problem = create(json!([world.editor.group.id, group])).refused(403, "permissions_not_held");
        assert_eq!(problem["errors"][0]["pointer"], "/groups/1");
    }
}

#[test]
fn r26_nobody_gives_a_group_that_gives_more_not_even_to_themselves() {
    let world = World::new();
    let person = member(&world.editor.group);
    let more = json!({ "groups": [world.wide.id, world.editor.group.id] });

    let problem = world.update(&person, &more).refused(403, "permissions_not_held");
    assert_eq!(
        (&problem["errors"][0]["pointer"], &problem["permissions"]),
        (&"/groups/0".into(), &json!(["customers.write"]))
    );
    world.update(&world.editor.person, &more).refused(403, "permissions_not_held");
    world
        .update(&world.editor.person, &json!({ "groups": [group_id("Administrators")] }))
        .refused(403, "permissions_not_held");
    assert_eq!(person.version(), 1);
}

#[test]
fn r26_who_holds_more_is_not_changed_in_any_way() {
    let world = World::new();
    let superior = member(&world.wide);
    let client = &world.editor.client;

    for body in [
        json!({ "firstName": "Eve" }),
        json!({ "email": "eve@acceptance.example" }),
        json!({ "password": "another kettle 93 orbit vY7" }),
        json!({ "groups": [world.editor.group.id] }),
    ] {
        world.update(&superior, &body).refused(403, "user_holds_more");
    }
    let act = |action: &str| client.post(superior.path() + action).if_match(superior.version()).send();
    act("/deactivate").refused(403, "user_holds_more");
    client.delete(superior.path()).if_match(1).send().refused(403, "user_holds_more");
    assert_eq!((superior.version(), &superior.now()["status"]), (1, &"active".into()));

    superior.deactivate().expect(200);
    act("/activate").refused(403, "user_holds_more");
    superior.delete().expect(200);
    act("/restore").refused(403, "user_holds_more");
    client.get(superior.path()).send().expect(200);
}

#[test]
fn r26_who_holds_as_much_or_less_can_be_changed() {
    let world = World::new();
    let (peer, less) = (member(&world.editor.group), somebody().create());
    for person in [&peer, &less, &world.editor.person] {
        world.update(person, &json!({ "firstName": "Ada" })).expect(200);
    }
}

#[test]
fn r26_leaving_a_group_that_denies_takes_somebody_who_holds_it() {
    let (allows, denies) = (role(&["allow users.*"]), role(&["deny users.delete"]));
    let (allowing, denying) = (group(&[&allows]), group(&[&denies]));
    let person = somebody().with("groups", json!([allowing.id, denying.id])).create();
    let own = person.sign_in();
    let leave = json!({ "groups": [allowing.id] });

    // What is denied to them they do not hold, so they cannot lift it.
    let problem = own.patch(person.path()).if_match(1).json(&leave).send().refused(403, "permissions_not_held");
    assert_eq!(problem["permissions"], json!(["users.delete"]));
    let path = format!("{}/members", denying.path);
    own.patch(path).json(&json!({ "remove": [person.id] })).send().refused(403, "permissions_not_held");

    administrator().patch(person.path()).if_match(1).json(&leave).send().expect(200);
}

#[test]
fn r26_what_a_group_denies_itself_it_gives_to_nobody() {
    let lead = holder(&["allow users.*", "deny users.delete"]);
    let another = somebody().with("groups", json!([lead.group.id])).json();

    let made = lead.client.post("/users").json(&another).send().expect(201).json();

    let path = format!("/users/{}", made["id"].as_str().expect("an id"));
    lead.client.delete(&path).if_match(1).send().refused(403, "permission_denied");
    // Without the denial it would be more than the lead holds, and they cannot take it away.
    let rules = json!({ "rules": acceptance::rules(&["allow users.*"]) });
    lead.role.update_as(&lead.client, &rules).refused(403, "permission_denied");
}
