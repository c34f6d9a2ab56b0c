//! Customers and their owners.

use std::collections::BTreeMap;

use backoffice_domain::UserId;

use super::Findings;
use super::contents::Contents;
use crate::keys;

pub(super) fn check(contents: &Contents, findings: &mut Findings) {
    let mut owned: BTreeMap<UserId, u64> = BTreeMap::new();
    for customer in contents.customers.values() {
        let Some(user) = customer.owner else { continue };
        *owned.entry(user).or_default() += 1;
        if !contents.users.contains_key(&user) {
            findings.breach(&keys::customer(&customer.id), "its owner does not exist");
        }
    }
    for user in contents.users.values() {
        let owns = owned.get(&user.id).copied().unwrap_or_default();
        if user.customer_count != owns {
            let text = format!("counts {} customers, owns {owns}", user.customer_count);
            findings.breach(&keys::user(user.id), text);
        }
    }
}
