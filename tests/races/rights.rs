//! Rights that change while people use them, and people who reach for more than they hold (R15, R16, R26).

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use acceptance::{Answer, Client, administrator, group, holder, member, role, rules, somebody};
use serde_json::json;

use crate::{ROUNDS, at_once, crowd_of, only, turn};

/// Asks until told to stop, and once more after that.
fn ask_on(ask: impl Fn() -> Answer, is_over: &AtomicBool) -> Vec<Answer> {
    let mut answers = Vec::new();
    loop {
        let was_over = is_over.load(Ordering::SeqCst);
        answers.push(ask());
        if was_over {
            return answers;
        }
    }
}

/// Lets all of them ask while `change` is made. What it was answered, and what they were.
pub(crate) fn meanwhile<A>(asking: &[A], change: impl FnOnce() -> Answer) -> (Answer, Vec<Answer>)
where
    A: Fn() -> Answer + Sync,
{
    let is_over = AtomicBool::new(false);
    let (changed, answers) = thread::scope(|scope| {
        let is_over = &is_over;
        let asking: Vec<_> = asking.iter().map(|ask| scope.spawn(move || ask_on(ask, is_over))).collect();
        let changed = change();
        is_over.store(true, Ordering::SeqCst);
        let answers = asking.into_iter().flat_map(|asking| asking.join().expect("answers"));
        (changed, answers.collect())
    });
    assert!((200..300).contains(&changed.status), "{changed}");
    (changed, answers)
}

/// Lets somebody ask while `change` takes a right from them; nothing that was asked after its answer is served.
fn takes_the_right(sessions: &[Client], change: impl FnOnce() -> Answer) {
    let asking: Vec<_> = sessions.iter().map(|session| || session.get("/users?limit=1").send()).collect();
    let (changed, answers) = meanwhile(&asking, change);
    for answer in answers {
        assert!(answer.status == 200 || answer.code() == "permission_denied", "{answer}");
        assert!(answer.status != 200 || answer.asked < changed.answered, "served under the old rights: {answer}");
    }
}

#[test]
fn r16_what_a_role_no_longer_gives_is_not_served() {
    let _turn = turn();
    let made = role(&["allow users.read"]);
    let (one, other) = (group(&[&made]), group(&[&made]));
    let sessions = [member(&one).sign_in(), member(&other).sign_in()];
    for round in 0..ROUNDS {
        match round % 3 {
            0 => takes_the_right(&sessions, || made.update(&json!({ "rules": rules(&["deny users.*"]) }))),
            1 => takes_the_right(&sessions, || made.update(&json!({ "rules": [] }))),
            _ => takes_the_right(&sessions[..1], || one.update(&json!({ "roles": [] }))),
        }
        // Nobody was signed out by it (R15).
        match round % 3 {
            2 => one.update(&json!({ "roles": [made.id] })).expect(200),
            _ => made.update(&json!({ "rules": rules(&["allow users.read"]) })).expect(200),
        };
        for session in &sessions {
            session.get("/users?limit=1").send().expect(200);
        }
    }
}

#[test]
fn r16_what_a_group_gave_is_not_served_to_who_was_taken_out_of_it() {
    let _turn = turn();
    let made = role(&["allow users.read"]);
    let (reading, plain) = (group(&[&made]), group(&[]));
    let person = member(&plain);
    let session = [person.sign_in()];
    let members = format!("{}/members", reading.path);
    let change = |body| administrator().patch(&members).json(&body).send();
    for round in 0..ROUNDS {
        change(json!({ "add": [person.id] })).expect(200);
        session[0].get("/users?limit=1").send().expect(200);
        if round % 2 == 0 {
            takes_the_right(&session, || change(json!({ "remove": [person.id] })));
        } else {
            takes_the_right(&session, || person.update(&json!({ "groups": [plain.id] })));
        }
    }
}

#[test]
fn r26_reaching_for_more_by_every_way_at_once_gives_nothing() {
    let _turn = turn();
    let climber = holder(&["allow users.*", "allow groups.*", "allow roles.*"]);
    let wide = role(&["allow customers.write"]);
    let (target, plain) = (group(&[&wide]), group(&[]));
    let accomplice = somebody().with("groups", json!([plain.id])).create();
    let client = &climber.client;
    for round in 0..ROUNDS {
        let answers = at_once(crowd_of(round).max(6), |number| match number % 6 {
            0 => climber.role.update_as(client, &json!({ "rules": rules(&["allow *"]) })),
            1 => climber.group.update_as(client, &json!({ "roles": [climber.role.id, wide.id] })),
            2 => plain.update_as(client, &json!({ "roles": [wide.id] })),
            3 => {
                let body = json!({ "add": [accomplice.id, climber.person.id] });
                client.patch(format!("{}/members", target.path)).json(&body).send()
            }
            4 => {
                let version = accomplice.version();
                let body = json!({ "groups": [plain.id, target.id] });
                client.patch(accomplice.path()).if_match(version).json(&body).send()
            }
            _ => client.post("/users").json(&somebody().with("groups", json!([target.id])).json()).send(),
        });
        for answer in answers {
            answer.refused(403, "permissions_not_held");
        }
    }
    assert_eq!(client.get("/customers").send().code(), "permission_denied");
    assert_eq!((target.now()["memberCount"].clone(), accomplice.version()), (0.into(), 1));
}

#[test]
fn r26_a_group_that_comes_to_give_more_lets_nobody_in_any_more() {
    let _turn = turn();
    let climber = holder(&["allow users.*", "allow groups.*"]);
    let wide = role(&["allow customers.write"]);
    let (target, plain) = (group(&[]), group(&[]));
    let accomplice = member(&plain);
    let members = format!("{}/members", target.path);
    let move_by = |client: &Client, body| client.patch(&members).json(&body).send();
    for round in 0..ROUNDS {
        let join = || {
            if round % 2 == 0 {
                let joined = move_by(&climber.client, json!({ "add": [accomplice.id] }));
                move_by(&climber.client, json!({ "remove": [accomplice.id] }));
                return joined;
            }
            let groups = |groups| {
                let version = accomplice.version();
                let body = json!({ "groups": groups });
                climber.client.patch(accomplice.path()).if_match(version).json(&body).send()
            };
            let joined = groups(vec![&plain.id, &target.id]);
            groups(vec![&plain.id]);
            joined
        };
        let (widened, answers) = meanwhile(&[join], || target.update(&json!({ "roles": [wide.id] })));

        for answer in answers {
            // Who was let in before is in already, and may hold more by now.
            let is_in = answer.status == 200 && answer.json()["added"] != json!([]);
            assert!(
                answer.status == 200 || ["permissions_not_held", "user_holds_more"].contains(&&*answer.code()),
                "{answer}"
            );
            assert!(!is_in || answer.asked < widened.answered, "let into what gives more: {answer}");
        }
        target.update(&json!({ "roles": [] })).expect(200);
        move_by(&administrator(), json!({ "remove": [accomplice.id] })).expect(200);
    }
}

#[test]
fn r31_of_two_who_edit_rights_at_once_one_is_told() {
    let _turn = turn();
    let made = role(&["allow users.read"]);
    let carrier = group(&[&made]);
    for round in 0..ROUNDS {
        let version = made.version();
        let choices = [&["allow users.read", "allow roles.read"][..], &["allow customers.read"], &["deny users.*"]];
        let answers = at_once(crowd_of(round).min(6), |number| {
            let body =
                json!({ "rules": rules(choices[(number + round) % 3]), "description": format!("{round} {number}") });
            administrator().patch(&made.path).if_match(version).json(&body).send()
        });

        let won = only(200, &answers).json();
        assert_eq!(made.now(), won);
        for refused in answers.iter().filter(|answer| answer.status != 200) {
            let problem = refused.refused(412, "stale_version");
            assert_eq!(problem["current"], won, "whoever is refused sees what there is");
        }
        let gives: Vec<&str> = match won["rules"][0]["permission"].as_str() {
            Some("users.read") => vec!["users.read", "roles.read"],
            Some("customers.read") => vec!["customers.read"],
            _ => Vec::new(),
        };
        assert_eq!(carrier.now()["permissions"], json!(gives), "never a mixture");
    }
}
