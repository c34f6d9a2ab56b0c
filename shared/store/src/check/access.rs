//! Groups, members, the policy, and the counts.

use std::collections::BTreeSet;

use backoffice_domain::{GroupId, Status, User, UserId};

use super::Findings;
use super::contents::Contents;
use crate::keys;
use crate::records::access::Headcount;

pub(super) fn check(contents: &Contents, findings: &mut Findings) {
    check_members(contents, findings);
    check_groups(contents, findings);
    check_headcount(contents, findings);
}

fn check_members(contents: &Contents, findings: &mut Findings) {
    let expected: BTreeSet<(GroupId, UserId)> = contents
        .users
        .values()
        .filter(|user| user.status != Status::Deleted)
        .flat_map(|user| user.groups.iter().map(|group| (*group, user.id)))
        .collect();
    let found: BTreeSet<(GroupId, UserId)> = contents.members.iter().copied().collect();
    for (group, user) in expected.difference(&found) {
        findings.breach(&keys::member(*group, *user), "is missing: the user names the group");
    }
    for (group, user) in found.difference(&expected) {
        findings.breach(&keys::member(*group, *user), "is too much: the user does not belong to the group");
    }
}

fn check_groups(contents: &Contents, findings: &mut Findings) {
    for group in contents.groups.values() {
        let members = contents.members.iter().filter(|(id, _)| *id == group.id).count() as u64;
        if group.member_count != members {
            let text = format!("counts {} members, there are {members}", group.member_count);
            findings.breach(&keys::group(group.id), text);
        }
    }
    let named: BTreeSet<GroupId> = contents.members.iter().map(|(group, _)| *group).collect();
    for group in named.iter().filter(|group| !contents.groups.contains_key(group)) {
        findings.breach(&keys::group(*group), "is missing: it has members");
    }
    let granted: BTreeSet<(GroupId, &str)> = contents
        .policy
        .iter()
        .flat_map(backoffice_domain::Policy::grants)
        .map(|(group, grant)| (group, grant.name.as_str()))
        .collect();
    let defined: BTreeSet<(GroupId, &str)> =
        contents.groups.values().map(|group| (group.id, group.name.as_str())).collect();
    if granted != defined {
        findings.breach(&keys::policy(), "is not compiled from the groups there are");
    }
}

fn check_headcount(contents: &Contents, findings: &mut Findings) {
    let count = |is: fn(&User) -> bool| contents.users.values().filter(|user| is(user)).count() as u64;
    let expected = Headcount {
        active_administrators: count(User::is_active_administrator),
        active: count(|user| user.status == Status::Active),
        deactivated: count(|user| user.status == Status::Deactivated),
        deleted: count(|user| user.status == Status::Deleted),
    };
    let found = contents.headcount.unwrap_or_default();
    if found != expected {
        findings.breach(&keys::headcount(), format!("is {found:?}, should be {expected:?}"));
    }
    if !contents.users.is_empty() && expected.active_administrators == 0 {
        findings.breach(&keys::headcount(), "there is no active administrator");
    }
}
