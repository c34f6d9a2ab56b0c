//! Pages, forward and back, and their cursors (R29, R37).

use acceptance::{administrator, somebody, unique};
use serde_json::{Value, json};

use super::{ids, walk};

fn page(query: &str) -> Value {
    administrator().get(format!("/users?{query}")).send().expect(200).json()
}

#[test]
fn every_row_once_whatever_the_length_of_a_page() {
    let people: Vec<_> = (0..3).map(|_| somebody().create().id).collect();
    let query = [("sort", "createdAt"), ("order", "desc")];

    for limit in [7, 100] {
        let rows = walk(&query, limit);
        let listed: Vec<_> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        for id in &people {
            assert_eq!(listed.iter().filter(|listed| *listed == id).count(), 1, "{limit}");
        }
    }
}

#[test]
fn the_way_back_is_the_way_there() {
    for _ in 0..3 {
        somebody().create();
    }
    // The oldest first: what others create meanwhile comes behind.
    let query = "sort=createdAt&limit=2";
    let first = page(query);
    let second = page(&format!("{query}&cursor={}", first["next"].as_str().expect("next")));

    let back = page(&format!("{query}&cursor={}", second["previous"].as_str().expect("previous")));

    assert_eq!((ids(&back), &back["previous"]), (ids(&first), &json!(null)));
    let again = page(&format!("{query}&cursor={}", back["next"].as_str().expect("next")));
    assert_eq!(ids(&again), ids(&second));
}

#[test]
fn a_page_is_as_long_as_was_asked() {
    for _ in 0..2 {
        somebody().create();
    }

    assert_eq!(page("limit=1")["items"].as_array().map(Vec::len), Some(1));
    assert!(page("")["items"].as_array().is_some_and(|items| items.len() <= 25));
}

#[test]
fn r37_who_leaves_or_comes_behind_the_place_moves_nobody_else() {
    let word = unique();
    let people: Vec<_> = (0..6).map(|place| somebody().named("Una", &format!("{word}{place}")).create()).collect();
    let search = |cursor: &str| {
        let list = administrator().get("/users").query("q", &word).query("limit", "2").query("cursor", cursor);
        list.send().expect(200).json()
    };
    let first = search("");

    people[1].update(&json!({"lastName": "Elsewhere"})).expect(200);
    somebody().named("Una", &format!("{word}0a")).create();
    let second = search(first["next"].as_str().expect("next"));
    people[3].update(&json!({"lastName": "Elsewhere"})).expect(200);
    let third = search(second["next"].as_str().expect("next"));

    assert_eq!(
        (ids(&second), ids(&third)),
        ([2, 3].map(|place| people[place].id.clone()).to_vec(), [4, 5].map(|place| people[place].id.clone()).to_vec())
    );
}

#[test]
fn r29_a_cursor_belongs_to_its_list() {
    for _ in 0..2 {
        somebody().create();
    }
    let list = page("sort=email&limit=1");
    let cursor = list["next"].as_str().expect("next");
    let refused = |query: String| administrator().get(format!("/users?{query}")).send().refused(400, "cursor_refused");

    page(&format!("sort=email&limit=5&cursor={cursor}"));
    refused(format!("sort=email&order=desc&cursor={cursor}"));
    refused(format!("sort=firstName&cursor={cursor}"));
    refused(format!("sort=email&status=active&cursor={cursor}"));
    refused(format!("sort=email&agent=true&cursor={cursor}"));
    refused(format!("q=robin&cursor={cursor}"));
}

#[test]
fn r29_a_cursor_cannot_be_made_up_or_read() {
    for _ in 0..2 {
        somebody().create();
    }
    let list = page("sort=email&limit=1");
    let cursor = list["next"].as_str().expect("next").to_owned();
    let flipped = format!("{}{}", if cursor.starts_with('A') { 'B' } else { 'A' }, &cursor[1..]);
    let email = list["items"][0]["email"].as_str().expect("an e-mail");

    assert!(!cursor.contains(&email[..email.find('@').expect("an @")]));
    for forged in
        [flipped.as_str(), &cursor[..cursor.len() - 4], "AAAA", "not-base64!", "eyJrZXkiOiJhIn0", &"A".repeat(2000)]
    {
        let answer = administrator().get("/users").query("sort", "email").query("cursor", forged).send();
        answer.refused(400, "cursor_refused");
    }
}
