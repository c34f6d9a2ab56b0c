//! Search words: those of every record, and no others.

use std::collections::BTreeMap;

use super::Findings;
use super::contents::Contents;
use crate::edge::Key;

pub(super) fn check(contents: &Contents, findings: &mut Findings) {
    let users = contents.users.values().map(|user| (("USER", user.id.to_string()), user.words()));
    let customers =
        contents.customers.values().map(|customer| (("CUSTOMER", customer.id.to_string()), customer.words()));
    let expected: BTreeMap<(&str, String), Vec<String>> = users.chain(customers).collect();
    for (record, words) in &expected {
        let tokens = contents.tokens.get(record).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<&str> = tokens.iter().map(crate::records::token::TokenRecord::word).collect();
        found.sort_unstable();
        if found != words.iter().map(String::as_str).collect::<Vec<_>>() {
            findings.breach(&profile(record), "is not found by exactly its words");
        } else if tokens.iter().any(|token| token.words != *words) {
            findings.breach(&profile(record), "a search word of it notes other words");
        }
    }
    for record in contents.tokens.keys().filter(|record| !expected.contains_key(*record)) {
        findings.breach(&profile(record), "is missing: there are search words for it");
    }
}

fn profile((kind, id): &(&str, String)) -> Key {
    Key::new(format!("{kind}#{id}"), "PROFILE")
}
