//! The table's items, sorted by what they are.

use std::collections::BTreeMap;

use backoffice_domain::{Customer, CustomerId, Group, GroupId, Policy, SessionId, User, UserId};

use super::{Findings, audit::Event};
use crate::Error;
use crate::edge::{Item, Key};
use crate::keys::{self, Kind};
use crate::records::access::{GroupRecord, Headcount, MemberRecord, PolicyRecord};
use crate::records::customer::CustomerRecord;
use crate::records::failures::FailuresRecord;
use crate::records::session::SessionRecord;
use crate::records::token::TokenRecord;
use crate::records::user::{LoginRecord, UserRecord};

/// Everything that has to agree.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) users: BTreeMap<UserId, User>,
    /// By the normalised e-mail.
    pub(super) logins: BTreeMap<String, UserId>,
    pub(super) sessions: Vec<(UserId, SessionId)>,
    pub(super) members: Vec<(GroupId, UserId)>,
    pub(super) groups: BTreeMap<GroupId, Group>,
    pub(super) policy: Option<Policy>,
    pub(super) headcount: Option<Headcount>,
    pub(super) customers: BTreeMap<CustomerId, Customer>,
    /// Search words by the record they lead to: kind and id.
    pub(super) tokens: BTreeMap<(&'static str, String), Vec<TokenRecord>>,
    /// Audit events by their partition.
    pub(super) events: BTreeMap<String, Vec<Event>>,
}

impl Contents {
    /// Takes an item in; one that cannot be read, or lies where it does not belong, is a breach.
    pub(super) fn take(&mut self, item: Item, findings: &mut Findings) {
        let Some(key) = Key::of(&item) else { return };
        match self.sort(&key, item) {
            Ok(None) => {}
            Ok(Some(wrong)) => findings.breach(&key, wrong),
            Err(error) => findings.breach(&key, format!("cannot be read: {error}")),
        }
    }

    fn sort(&mut self, key: &Key, item: Item) -> Result<Option<&'static str>, Error> {
        let (kind, rest) = key.pk.split_once('#').unwrap_or((&key.pk, ""));
        let (part, _) = key.sk.split_once('#').unwrap_or((&key.sk, ""));
        Ok(match (kind, part) {
            ("USER", "PROFILE") => {
                let user = UserRecord::read(&item)?;
                let wrong = misfiled(&item, &UserRecord::write(&user)?);
                self.users.insert(user.id, user);
                wrong
            }
            ("USER", "SESSION") => {
                let session = SessionRecord::read(&item)?;
                let wrong = misfiled(&item, &SessionRecord::write(&session)?);
                self.sessions.push((session.user_id, session.id));
                wrong
            }
            ("EMAIL", "LOGIN") => {
                self.logins.insert(rest.to_owned(), LoginRecord::read(&item)?.user_id);
                None
            }
            ("GROUP", "MEMBER") => {
                let user_id = MemberRecord::read(item)?.user_id;
                let group = GroupId::parse(rest).map_err(|_| Error::Fault("a group's id".to_owned()))?;
                self.members.push((group, user_id));
                (keys::member(group, user_id) != *key).then_some("its user is not the one of its key")
            }
            ("CUSTOMER", "PROFILE") => {
                let customer = CustomerRecord::read(&item)?;
                let wrong = misfiled(&item, &CustomerRecord::write(&customer)?);
                self.customers.insert(customer.id.clone(), customer);
                wrong
            }
            ("ACCESS", "GROUP") => {
                let group = GroupRecord::read(item)?;
                self.groups.insert(group.id, group);
                None
            }
            ("ACCESS", "POLICY") => {
                self.policy = Some(PolicyRecord::read(item)?);
                None
            }
            ("ACCESS", "HEADCOUNT") => {
                self.headcount = Some(Headcount::read(item)?);
                None
            }
            ("FIND", _) => self.sort_token(key, item, rest)?,
            ("AUDIT", _) => {
                self.events.entry(key.pk.clone()).or_default().push(Event::read(item)?);
                None
            }
            // Failures and remembered answers agree with nothing else and end by themselves.
            ("THROTTLE", "SIGN-IN") => FailuresRecord::read(item)?.flaw(),
            ("ONCE", "REQUEST") => None,
            _ => Some("is none of the items this version writes"),
        })
    }

    fn sort_token(&mut self, key: &Key, item: Item, rest: &str) -> Result<Option<&'static str>, Error> {
        let (kind, name) = if rest.starts_with("U#") { (Kind::User, "USER") } else { (Kind::Customer, "CUSTOMER") };
        let token = TokenRecord::read(item)?;
        let misfiled = keys::token(kind, token.word(), &token.id) != *key;
        self.tokens.entry((name, token.id.clone())).or_default().push(token);
        Ok(misfiled.then_some("is not in the partition of its word"))
    }
}

/// Compares an item with what would be written for the same record today. Attributes that another
/// version knows are its own business.
fn misfiled(found: &Item, expected: &Item) -> Option<&'static str> {
    let differs = expected.iter().any(|(name, value)| found.get(name) != Some(value));
    differs.then_some("its keys, in the table or an index, are not those of its fields")
}
