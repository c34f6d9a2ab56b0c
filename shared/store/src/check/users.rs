//! Users and their credentials; nobody signs in as somebody who is not there.

use std::collections::BTreeMap;

use backoffice_domain::UserId;

use super::Findings;
use super::contents::Contents;
use crate::edge::Key;
use crate::keys;

pub(super) fn check(contents: &Contents, findings: &mut Findings) {
    for user in contents.users.values() {
        match contents.logins.get(&user.email.normalised()) {
            Some(owner) if *owner == user.id => {}
            Some(_) => findings.breach(&keys::user(user.id), "their e-mail is reserved by somebody else"),
            None => findings.breach(&keys::user(user.id), "their e-mail is not reserved"),
        }
    }
    let emails: BTreeMap<UserId, String> =
        contents.users.values().map(|user| (user.id, user.email.normalised())).collect();
    for (email, user) in &contents.logins {
        if emails.get(user) != Some(email) {
            findings.breach(&Key::new(format!("EMAIL#{email}"), "LOGIN"), "reserves an e-mail that its user has not");
        }
    }
    for (user, session) in &contents.sessions {
        if !contents.users.contains_key(user) {
            findings.breach(&keys::session(*user, *session), "is a session of nobody");
        }
    }
}
