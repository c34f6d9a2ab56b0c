//! How text is sorted and searched: accents and case do not count.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::{Email, Name};

/// The most bytes of a sort key. `DynamoDB` takes 1,024 in a key; a page's index entries stay small
/// enough for the read budgets.
const MAX_KEY_BYTES: usize = 200;
/// The most search words of one name, and of an e-mail's local part: bounds the cost of a write.
const MAX_WORDS: usize = 8;
/// Sorts before every printable character, so that `Ann` comes before `Ann Marie`.
pub const SEPARATOR: char = '\u{1f}';

/// Folds text to its sort form: compatibility-decomposed, without marks, in lower case.
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !c.is_control())
        .collect()
}

/// A sort key of these parts in their order, cut to 200 bytes at a character, and then the id as it
/// is: two records never share a key.
pub fn sort_key(parts: &[&str], id: &str) -> String {
    let mut key = String::new();
    for (position, part) in parts.iter().enumerate() {
        if position > 0 {
            key.push(SEPARATOR);
        }
        key.push_str(&fold(part));
    }
    truncate(&mut key);
    key.push(SEPARATOR);
    key.push_str(id);
    key
}

fn truncate(key: &mut String) {
    key.truncate(key.floor_char_boundary(MAX_KEY_BYTES));
}

/// The search words of a person: of each name, of the e-mail's local part, and the mail domain
/// whole. Sorted, each once.
pub fn person_words(first_name: &Name, last_name: &Name, email: &Email) -> Vec<String> {
    let (local, domain) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
    let mut words: Vec<String> =
        [first_name.as_str(), last_name.as_str(), local].iter().flat_map(|text| split(text).take(MAX_WORDS)).collect();
    words.extend(whole(domain));
    words.sort();
    words.dedup();
    words
}

/// The search words of what somebody typed, in their order. A word with an `@` counts as an
/// address: its domain stays whole, as in [`person_words`].
pub fn query_words(query: &str) -> Vec<String> {
    let mut words = Vec::new();
    for term in query.split_whitespace() {
        match term.split_once('@') {
            Some((local, domain)) => {
                words.extend(split(local));
                words.extend(whole(domain));
            }
            None => words.extend(split(term)),
        }
    }
    words
}

/// The runs of letters and digits in `text`, folded.
pub fn split(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let mut words: Vec<String> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if words.is_empty() {
        // A name of symbols only (an emoji) is still found by what it is.
        words.extend(whole(&folded));
    }
    words.iter_mut().for_each(truncate);
    words.into_iter()
}

fn whole(text: &str) -> Option<String> {
    let mut word: String = fold(text).split_whitespace().collect();
    truncate(&mut word);
    (!word.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(first: &str, last: &str, email: &str) -> Vec<String> {
        person_words(
            &Name::parse(first).expect("name"),
            &Name::parse(last).expect("name"),
            &Email::parse(email).expect("email"),
        )
    }

    #[test]
    fn folding_forgets_case_and_marks() {
        assert_eq!(fold("Müller-Ångström"), "muller-angstrom");
        assert_eq!(fold("STRASSE"), fold("straße"));
        assert_eq!(fold("ﷺ").chars().count(), 18, "one character that folds into eighteen");
    }

    #[test]
    fn a_shorter_name_sorts_first() {
        assert!(sort_key(&["Ann", "Zoe"], "2") < sort_key(&["Ann Marie", "Ada"], "1"));
        assert!(sort_key(&["Müller", "Ada"], "2") < sort_key(&["Mulligan", "Ada"], "1"));
    }

    #[test]
    fn keys_are_cut_at_a_character() {
        let key = sort_key(&[&"漢".repeat(100)], "Id");
        assert_eq!(key, format!("{}\u{1f}Id", "漢".repeat(66)));
    }

    #[test]
    fn words_of_a_person() {
        assert_eq!(
            words("Anna Maria", "O'Neill", "a.oneill+x@shop.example"),
            ["a", "anna", "maria", "neill", "o", "oneill", "shop.example", "x"]
        );
        assert_eq!(words("🦀", "Crab", "c@x.example"), ["c", "crab", "x.example", "🦀"]);
        assert!(words(&"a b c d e f g h i j k ".repeat(4), "x", "x@x.example").len() <= 10);
    }

    #[test]
    fn what_is_typed_is_split_alike() {
        assert_eq!(query_words(" Müller  anna.s "), ["muller", "anna", "s"]);
        assert_eq!(query_words("anna.smith@shop.ex"), ["anna", "smith", "shop.ex"]);
        assert_eq!(query_words("  "), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn any_text_is_folded_once_and_for_all(text in "(?s).{0,120}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn any_text_is_searched_by_words_that_a_key_can_hold(text in "(?s).{0,320}") {
            for word in query_words(&text) {
                prop_assert!((1..=MAX_KEY_BYTES).contains(&word.len()), "{word:?}");
                prop_assert!(!word.contains(|c: char| c.is_whitespace() || c.is_control()), "{word:?}");
            }
        }
    }
}
