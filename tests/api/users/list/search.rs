//! Search by the beginnings of words.

use acceptance::{administrator, budget, somebody, unique};
use serde_json::json;

use super::ids;

fn found(q: &str) -> Vec<String> {
    let list = administrator().get("/users").query("q", q).send().expect(200).within(budget::SEARCH).json();
    ids(&list)
}

#[test]
fn by_the_beginning_of_any_word_of_names_and_email() {
    let word = unique();
    let email = format!("post.{word}p@acceptance.example");
    let person = somebody().named(&format!("Anna {word}a"), &format!("Groß-{word}Öz")).email(&email).create();

    for q in [
        format!("{word}a"),
        format!("{word}A"),
        format!("{word}o"),
        format!("{word}ÖZ"),
        format!("{word}p"),
        email.clone(),
        email.to_uppercase(),
        format!("  ann   gross {word}p "),
        format!("gross-{word}"),
    ] {
        assert_eq!(found(&q), std::slice::from_ref(&person.id), "{q}");
    }
    for q in [format!("{}a", &word[1..]), format!("{word}a zebra"), format!("{word}x")] {
        assert!(found(&q).is_empty(), "{q}");
    }
}

#[test]
fn all_words_have_to_match_and_a_record_appears_once() {
    let word = unique();
    let ada = somebody().named(&format!("Ada{word}"), &format!("Ada{word}b")).create();
    let bea = somebody().named(&format!("Bea{word}"), &format!("Ada{word}c")).create();

    assert_eq!(found(&format!("ada{word}")), [ada.id.clone(), bea.id.clone()], "in the order of the words that match");
    assert_eq!(found(&format!("ada{word} bea{word}")), [bea.id]);
}

#[test]
fn names_of_no_letters_are_found_too() {
    let word = unique();
    let person = somebody().named("🦀", &format!("Ł{word}")).create();

    assert!(found(&format!("🦀 ł{word}")).contains(&person.id));
}

#[test]
fn a_search_is_paged_like_a_list() {
    let word = unique();
    let people: Vec<_> =
        ["a", "b", "c"].iter().map(|end| somebody().named("Ida", &format!("{word}{end}")).create().id).collect();
    let page = |cursor: &str| {
        let search = administrator().get("/users").query("q", &word).query("limit", "2").query("cursor", cursor);
        search.send().expect(200).within(budget::SEARCH).json()
    };

    let first = page("");
    let second = page(first["next"].as_str().expect("a next page"));
    let back = page(second["previous"].as_str().expect("a previous page"));

    assert_eq!(
        (ids(&first), ids(&second), ids(&back)),
        (people[..2].to_vec(), people[2..].to_vec(), people[..2].to_vec())
    );
    assert_eq!((&first["previous"], &second["next"]), (&json!(null), &json!(null)));
}

#[test]
fn a_search_has_an_order_of_its_own() {
    let answer = administrator().get("/users?q=ada&sort=email&order=desc").send();

    answer.refused_parameters(&[("sort", "unknown_field"), ("order", "unknown_field")]);
}

#[test]
fn words_that_nobody_has_are_an_empty_page() {
    for q in ["%", "…", "a_b*c?", "'; DROP TABLE users", "\u{202e}x\u{0}y"] {
        let answer = administrator().get("/users").query("q", q.to_owned() + &unique()).send().expect(200);
        assert_eq!(answer.json()["items"], json!([]), "{q}");
    }
}
