//! Users and their credentials; nobody signs in as somebody who is not there.

use super::contents::Contents;
use super::{Findings, Rule};
use crate::edge::Key;
use crate::keys;

pub(super) fn check(contents: &Contents<'_>, findings: &mut Findings) {
    for user in contents.users.values() {
        let text = match contents.logins.get(&user.email.normalised()) {
            Some(owner) if *owner == user.id => continue,
            Some(_) => "their e-mail is reserved by somebody else",
            None => "their e-mail is not reserved",
        };
        findings.breach(&keys::user(user.id), Rule::Reserved, text);
    }
    for (email, user) in &contents.logins {
        if contents.users.get(user).map(|user| user.email.normalised()).as_ref() != Some(email) {
            let key = Key::new(format!("EMAIL#{email}"), "LOGIN");
            findings.breach(&key, Rule::Login, "reserves an e-mail that its user has not");
        }
    }
    for session in &contents.sessions {
        let key = keys::session(session.user_id, session.id);
        match contents.users.get(&session.user_id) {
            None => findings.breach(&key, Rule::Session, "is a session of nobody"),
            Some(user) if session.epoch > user.session_epoch => {
                findings.breach(&key, Rule::Epoch, "is of a later epoch than its user");
            }
            Some(_) => {}
        }
    }
}
