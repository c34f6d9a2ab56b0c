//! Groups, the policy and the counts: few items, held whole.

use std::collections::{BTreeMap, BTreeSet};

use backoffice_domain::{Group, GroupId, Permissions, Policy, Status};

use super::found::Found;
use super::{Findings, Rule};
use crate::keys;
use crate::records::access::Headcount;

#[derive(Default)]
pub(super) struct Whole {
    pub(super) users: u64,
    pub(super) customers: u64,
    groups: BTreeMap<GroupId, Group>,
    members: BTreeMap<GroupId, u64>,
    policy: Option<Policy>,
    headcount: Option<Headcount>,
    counted: Headcount,
}

impl Whole {
    pub(super) fn take(&mut self, found: &Found) {
        match found {
            Found::User(user) => {
                self.users += 1;
                self.counted.active_administrators += u64::from(user.is_active_administrator());
                *match user.status {
                    Status::Active => &mut self.counted.active,
                    Status::Deactivated => &mut self.counted.deactivated,
                    Status::Deleted => &mut self.counted.deleted,
                } += 1;
            }
            Found::Customer(_) => self.customers += 1,
            Found::Member(group, _) => *self.members.entry(*group).or_default() += 1,
            Found::Group(group) => {
                self.groups.insert(group.id, group.clone());
            }
            Found::Policy(policy) => self.policy = Some(policy.clone()),
            Found::Headcount(headcount) => self.headcount = Some(*headcount),
            Found::Session(_) | Found::Login(..) | Found::Token(..) | Found::Event(..) | Found::Other => {}
        }
    }

    pub(super) fn judge(&self, findings: &mut Findings) {
        self.judge_groups(findings);
        self.judge_policy(findings);
        self.judge_headcount(findings);
    }

    fn judge_groups(&self, findings: &mut Findings) {
        for group in self.groups.values() {
            let members = self.members.get(&group.id).copied().unwrap_or_default();
            if group.member_count != members {
                let text = format!("counts {} members, there are {members}", group.member_count);
                findings.breach(&keys::group(group.id), Rule::MemberCount, text);
            }
        }
        for group in self.members.keys().filter(|group| !self.groups.contains_key(group)) {
            findings.breach(&keys::group(*group), Rule::Group, "is missing: it has members");
        }
    }

    fn judge_policy(&self, findings: &mut Findings) {
        let granted: BTreeSet<(GroupId, &str)> =
            self.policy.iter().flat_map(Policy::grants).map(|(group, grant)| (group, grant.name.as_str())).collect();
        let defined: BTreeSet<(GroupId, &str)> =
            self.groups.values().map(|group| (group.id, group.name.as_str())).collect();
        if granted != defined {
            findings.breach(&keys::policy(), Rule::Policy, "is not compiled from the groups there are");
        }
        let administrators = self.policy.as_ref().and_then(|policy| policy.grant(Group::ADMINISTRATORS));
        if administrators.is_some_and(|grant| grant.allow.without(grant.deny) != Permissions::EVERY) {
            findings.breach(&keys::policy(), Rule::Administrators, "does not let administrators do everything");
        }
    }

    fn judge_headcount(&self, findings: &mut Findings) {
        let (found, expected) = (self.headcount.unwrap_or_default(), self.counted);
        if found != expected {
            findings.breach(&keys::headcount(), Rule::Headcount, format!("is {found:?}, should be {expected:?}"));
        }
        if self.users > 0 && expected.active_administrators == 0 {
            findings.breach(&keys::headcount(), Rule::ActiveAdministrator, "there is no active administrator");
        }
    }
}
