//! `GET /groups/{groupId}/members`

use std::collections::BTreeSet;
use std::thread;

use acceptance::{Made, access, administrator, budget, group, member, somebody, unknown_id};
use serde_json::{Value, json};

access!(read "listMembers", |client| client.get(format!("/groups/{}/members", unknown_id())));

fn page(made: &Made, cursor: Option<&Value>) -> Value {
    let mut request = administrator().get(format!("{}/members", made.path)).query("limit", "2");
    if let Some(cursor) = cursor {
        request = request.query("cursor", cursor.as_str().expect("a cursor"));
    }
    request.send().expect(200).within(budget::LIST).json()
}

fn ids(page: &Value) -> Vec<String> {
    page["items"].as_array().expect("items").iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn members_come_by_last_name_a_page_at_a_time_both_ways() {
    let made = group(&[]);
    let names = ["Ash", "Birch", "Cedar", "Elm", "Fir"];
    let people = names.map(|name| somebody().named("Robin", name).with("groups", json!([made.id])).create().id);

    let first = page(&made, None);
    assert_eq!((ids(&first), &first["total"], &first["totalExact"]), (people[..2].to_vec(), &5.into(), &true.into()));
    let second = page(&made, Some(&first["next"]));
    let third = page(&made, Some(&second["next"]));
    assert_eq!([ids(&second), ids(&third)].concat(), people[2..]);
    assert_eq!((&third["next"], ids(&page(&made, Some(&third["previous"])))), (&Value::Null, people[2..4].to_vec()));
    assert_eq!(first["items"][0]["name"], "Robin Ash");
    assert_eq!(first["items"][0]["groupCount"], 1);
}

#[test]
fn who_is_deleted_is_no_member_and_who_is_deactivated_is() {
    let made = group(&[]);
    let [active, deactivated, deleted] = [(); 3].map(|()| member(&made));
    deactivated.deactivate().expect(200);
    deleted.delete().expect(200);

    let found: BTreeSet<String> = ids(&page(&made, None)).into_iter().collect();

    assert_eq!(found, [active.id, deactivated.id].into());
    assert_eq!(made.now()["memberCount"], 2);
}

/// More than are read as members: then an index is read, and filtered.
#[test]
fn a_group_of_more_than_a_hundred_is_listed_like_a_small_one() {
    let made = group(&[]);
    thread::scope(|scope| {
        for part in 0..4 {
            let made = &made;
            scope.spawn(move || (part..101).step_by(4).for_each(|_| drop(member(made))));
        }
    });

    let (mut found, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let mut request = administrator().get(format!("{}/members", made.path)).query("limit", "50");
        if let Some(cursor) = &cursor {
            request = request.query("cursor", cursor);
        }
        let page = request.send().expect(200).within(budget::COMBINED).json();
        found.extend(ids(&page));
        cursor = page["next"].as_str().map(str::to_owned);
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!((found.len(), found.iter().collect::<BTreeSet<_>>().len()), (101, 101));
}

#[test]
fn a_cursor_is_of_one_group() {
    let (made, other) = (group(&[]), group(&[]));
    (0..3).for_each(|_| drop(member(&made)));
    let cursor = page(&made, None)["next"].clone();

    let request = administrator().get(format!("{}/members", other.path)).query("cursor", cursor.as_str().expect("one"));

    request.send().refused(400, "cursor_refused");
    administrator().get(format!("{}/members?limit=0", made.path)).send().refused_parameters(&[("limit", "too_few")]);
}
