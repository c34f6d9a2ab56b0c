//! Groups, roles, the policy and the counts: few items, held whole, and their histories.

use std::collections::BTreeMap;

use backoffice_domain::access::{Definition, Definitions};
use backoffice_domain::{Group, GroupId, Permissions, Policy, Status};

use super::audit::History;
use super::found::Found;
use super::sums::Fingerprints;
use super::{Findings, Rule, Target};
use crate::keys;
use crate::records::access::Headcount;

pub(super) struct Whole<'a> {
    fingerprints: &'a Fingerprints,
    pub(super) users: u64,
    pub(super) customers: u64,
    definitions: Definitions,
    /// What groups and roles, those that are deleted too, and their audit events come to.
    histories: BTreeMap<Target, History>,
    members: BTreeMap<GroupId, u64>,
    policy: Option<Policy>,
    headcount: Option<Headcount>,
    counted: Headcount,
}

impl<'a> Whole<'a> {
    pub(super) fn new(fingerprints: &'a Fingerprints) -> Self {
        Self {
            fingerprints,
            users: 0,
            customers: 0,
            definitions: Definitions::default(),
            histories: BTreeMap::new(),
            members: BTreeMap::new(),
            policy: None,
            headcount: None,
            counted: Headcount::default(),
        }
    }

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
            Found::Definition(definition) => {
                let subject = match definition {
                    Definition::Group(group) => Target::Group(group.id),
                    Definition::Role(role) => Target::Role(role.id),
                };
                let now = Definition::changes(None, Some(definition));
                self.history(subject).is_of(definition.version(), &now);
                self.definitions = std::mem::take(&mut self.definitions).with(definition.clone());
            }
            Found::Event(subject @ (Target::Group(_) | Target::Role(_)), event) => {
                self.history(subject.clone()).happened(event);
            }
            Found::Policy(policy) => self.policy = Some(policy.clone()),
            Found::Headcount(headcount) => self.headcount = Some(*headcount),
            Found::Session(_) | Found::Login(..) | Found::Token(..) | Found::Event(..) | Found::Other => {}
        }
    }

    fn history(&mut self, subject: Target) -> &mut History {
        let fingerprints = self.fingerprints;
        self.histories.entry(subject.clone()).or_insert_with(|| History::of(subject, fingerprints))
    }

    pub(super) fn judge(&self, findings: &mut Findings) {
        self.judge_groups(findings);
        self.judge_policy(findings);
        self.judge_headcount(findings);
        for history in self.histories.values() {
            history.judge(findings);
        }
    }

    fn judge_groups(&self, findings: &mut Findings) {
        for group in self.definitions.groups.values() {
            let members = self.members.get(&group.id).copied().unwrap_or_default();
            if group.member_count != members {
                let text = format!("counts {} members, there are {members}", group.member_count);
                findings.breach(&keys::group(group.id), Rule::MemberCount, text);
            }
        }
        for group in self.members.keys().filter(|group| !self.definitions.groups.contains_key(group)) {
            findings.breach(&keys::group(*group), Rule::Group, "is missing: it has members");
        }
    }

    fn judge_policy(&self, findings: &mut Findings) {
        let version = self.policy.as_ref().map(|policy| policy.version).unwrap_or_default();
        if self.policy.clone().unwrap_or_default() != self.definitions.compile(version) {
            findings.breach(&keys::policy(), Rule::Policy, "is not compiled from the groups and roles there are");
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
