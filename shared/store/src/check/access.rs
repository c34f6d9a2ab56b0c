//! Members of groups.

use std::collections::BTreeSet;

use backoffice_domain::{GroupId, Status, UserId};

use super::contents::Contents;
use super::{Findings, Rule};
use crate::keys;

pub(super) fn check(contents: &Contents<'_>, findings: &mut Findings) {
    let expected: BTreeSet<(GroupId, UserId)> = contents
        .users
        .values()
        .filter(|user| user.status != Status::Deleted)
        .flat_map(|user| user.groups.iter().map(|group| (*group, user.id)))
        .collect();
    for (group, user) in expected.difference(&contents.members) {
        findings.breach(&keys::member(*group, *user), Rule::Member, "is missing: the user names the group");
    }
    for (group, user) in contents.members.difference(&expected) {
        let text = "is too much: the user does not belong to the group";
        findings.breach(&keys::member(*group, *user), Rule::Member, text);
    }
}
