//! At least one active administrator (R27).

use acceptance::{Alone, Answer, Client, Person, administrator, administrators, group_id, table};
use serde_json::{Value, json};

use crate::{ROUNDS, at_once, crowd_of, only, turn};

/// An administrator with a session.
#[derive(Clone)]
struct Duellist {
    path: String,
    client: Client,
}

impl Duellist {
    fn of(person: &Person) -> Self {
        Self { path: person.path(), client: person.sign_in() }
    }

    /// The one who is there from the beginning.
    fn first() -> Self {
        let session = administrator().get("/session").send().expect(200).json();
        let id = session["user"]["id"].as_str().expect("an id").to_owned();
        Self { path: format!("/users/{id}"), client: administrator() }
    }

    fn seen_by(&self, other: &Self) -> Value {
        other.client.get(&self.path).send().expect(200).json()
    }

    fn id(&self) -> &str {
        self.path.trim_start_matches("/users/")
    }

    /// Puts them into groups, as themself.
    fn join(&self, groups: &[&str]) {
        let version = self.seen_by(self)["version"].as_u64().expect("a version");
        let body = json!({ "groups": groups.iter().map(|name| group_id(name)).collect::<Vec<_>>() });
        self.client.patch(&self.path).if_match(version).json(&body).send().expect(200);
    }
}

/// How many ways there are.
const WAYS: usize = 4;

/// Takes away that another is an active administrator, in one of the ways there are.
fn oust(way: usize, actor: &Duellist, target: &Duellist, version: u64) -> Answer {
    let members = || actor.client.patch(format!("/groups/{}/members", group_id("Administrators")));
    let request = match way % WAYS {
        0 => members().json(&json!({ "remove": [target.id()] })),
        1 => {
            let body = json!({ "groups": [group_id("Content editors")] });
            actor.client.patch(&target.path).if_match(version).json(&body)
        }
        2 => actor.client.post(format!("{}/deactivate", target.path)).if_match(version),
        _ => actor.client.delete(&target.path).if_match(version),
    };
    request.send()
}

/// Makes whoever lost an active administrator again, by whichever way that was lost.
fn reinstate(loser: &Duellist, winner: &Duellist) {
    let act = |now: &Value, action: &str| {
        let version = now["version"].as_u64().expect("a version");
        winner.client.post(format!("{}/{action}", loser.path)).if_match(version).send().expect(200).json()
    };
    let mut now = loser.seen_by(winner);
    if now["status"] == "deleted" {
        now = act(&now, "restore");
    }
    if now["status"] == "deactivated" {
        act(&now, "activate");
        table::revive_session(&loser.client);
    }
    let members = format!("/groups/{}/members", group_id("Administrators"));
    winner.client.patch(members).json(&json!({ "add": [loser.id()] })).send().expect(200);
}

/// Lets two deactivate each other, several requests of each at once, and ends with both active again.
fn duel(two: &[Duellist; 2], round: usize) {
    let versions = two.each_ref().map(|one| one.seen_by(one)["version"].as_u64().expect("a version"));
    let answers = at_once(crowd_of(round), |number| {
        let (actor, target) = (&two[number % 2], 1 - number % 2);
        actor.client.post(format!("{}/deactivate", two[target].path)).if_match(versions[target]).send()
    });

    let removed = only(200, &answers).json();
    let removed_first = two[0].path.ends_with(removed["id"].as_str().expect("an id"));
    let (winner, loser) = if removed_first { (&two[1], &two[0]) } else { (&two[0], &two[1]) };
    assert_eq!(winner.seen_by(winner)["status"], "active", "round {round}");
    assert_eq!(loser.seen_by(winner)["status"], "deactivated", "round {round}");
    loser.client.get("/session").send().refused(401, "session_required");
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        // Removed meanwhile, or the target is another version, or the last one left.
        assert!(matches!(refused.status, 401 | 409 | 412), "{refused}");
    }

    let version = removed["version"].as_u64().expect("a version");
    winner.client.post(format!("{}/activate", loser.path)).if_match(version).send().expect(200);
    table::revive_session(&loser.client);
}

#[test]
fn r27_of_the_only_two_administrators_exactly_one_wins() {
    let _turn = turn();
    let people = administrators(1);
    let two = [Duellist::first(), Duellist::of(&people[0])];
    for round in 0..ROUNDS {
        duel(&two, round);
    }
}

#[test]
fn r27_with_a_third_administrator_never_both() {
    let _turn = turn();
    let people = administrators(2);
    let two = [Duellist::of(&people[0]), Duellist::of(&people[1])];
    for round in 0..ROUNDS {
        duel(&two, round);
    }
}

#[test]
fn r27_whatever_way_two_oust_each_other_exactly_one_stays() {
    let _turn = turn();
    let people = administrators(1);
    let two = [Duellist::first(), Duellist::of(&people[0])];
    let _groups = Second::group_of(&two[0]);
    for round in 0..ROUNDS {
        let versions = two.each_ref().map(|one| one.seen_by(one)["version"].as_u64().expect("a version"));
        let answers = at_once(crowd_of(round), |number| {
            let (actor, target) = (number % 2, 1 - number % 2);
            oust(number / 2 + round, &two[actor], &two[target], versions[target])
        });

        for answer in &answers {
            // Done, or done before by the same; removed meanwhile, or the target is another version, or the last one.
            assert!(matches!(answer.status, 200 | 401 | 403 | 409 | 412), "{answer}");
        }
        let stays = two.each_ref().map(|one| one.client.get("/roles").send().status == 200);
        assert!(stays[0] != stays[1], "round {round}: {answers:#?}");
        let (winner, loser) = if stays[0] { (&two[0], &two[1]) } else { (&two[1], &two[0]) };
        reinstate(loser, winner);
    }
}

#[test]
fn r27_the_last_one_is_ousted_in_no_way() {
    let _turn = turn();
    let _alone = Alone::with_the_last_administrator();
    let first = Duellist::first();
    let _groups = Second::group_of(&first);
    let version = first.seen_by(&first)["version"].as_u64().expect("a version");
    for way in 0..WAYS {
        oust(way, &first, &first, version).refused(409, "last_administrator");
    }
}

/// A second group of somebody who has one, as long as the value lives: nobody is taken out of their only one.
struct Second<'a>(&'a Duellist);

impl<'a> Second<'a> {
    fn group_of(duellist: &'a Duellist) -> Self {
        duellist.join(&["Administrators", "Content editors"]);
        Self(duellist)
    }
}

impl Drop for Second<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.0.join(&["Administrators"]);
        }
    }
}

#[test]
fn r27_nobody_can_be_the_last_to_go() {
    let _turn = turn();
    let _alone = Alone::with_the_last_administrator();
    let first = Duellist::first();
    for _ in 0..ROUNDS / 20 {
        let version = first.seen_by(&first)["version"].as_u64().expect("a version");
        let answers = at_once(4, |number| {
            let request = match number % 2 {
                0 => first.client.post(format!("{}/deactivate", first.path)),
                _ => first.client.delete(&first.path),
            };
            request.if_match(version).send()
        });
        for refused in answers {
            refused.refused(409, "last_administrator");
        }
    }
}
