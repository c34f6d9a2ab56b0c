//! Search words: those of every record, and no others.

use std::collections::BTreeMap;

use super::contents::Contents;
use super::{Findings, Rule, Target};
use crate::records::token::TokenRecord;

pub(super) fn check(contents: &Contents<'_>, findings: &mut Findings) {
    let users = contents.users.values().map(|user| (Target::User(user.id), user.words()));
    let customers =
        contents.customers.values().map(|customer| (Target::Customer(customer.id.clone()), customer.words()));
    let expected: BTreeMap<Target, Vec<String>> = users.chain(customers).collect();
    for (record, words) in &expected {
        let tokens = contents.tokens.get(record).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<&str> = tokens.iter().map(TokenRecord::word).collect();
        found.sort_unstable();
        if found != words.iter().map(String::as_str).collect::<Vec<_>>() {
            findings.breach(&record.key(), Rule::Words, "is not found by exactly its words");
        } else if tokens.iter().any(|token| token.words != *words) {
            findings.breach(&record.key(), Rule::NotedWords, "a search word of it notes other words");
        }
    }
    for record in contents.tokens.keys().filter(|record| !expected.contains_key(record)) {
        findings.breach(&record.key(), Rule::Found, "is missing: there are search words for it");
    }
}
