//! Customers and their owners.

use super::contents::Contents;
use super::{Findings, Rule};
use crate::keys;

pub(super) fn check(contents: &Contents<'_>, findings: &mut Findings) {
    for (_, customers) in
        contents.owned.iter().filter(|(owner, _)| !contents.users.contains_key(owner)).map(|(_, of)| of)
    {
        for customer in customers {
            findings.breach(&keys::customer(customer), Rule::Owner, "its owner does not exist");
        }
    }
    for user in contents.users.values() {
        let owns = contents.owned.get(&user.id).map_or(0, |(count, _)| *count);
        if user.customer_count != owns {
            let text = format!("counts {} customers, owns {owns}", user.customer_count);
            findings.breach(&keys::user(user.id), Rule::CustomerCount, text);
        }
    }
}
