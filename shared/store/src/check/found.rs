//! What an item is.

use backoffice_domain::access::Definition;
use backoffice_domain::session::Session;
use backoffice_domain::{Customer, CustomerId, GroupId, Policy, User, UserId};

use super::audit::Event;
use super::{Rule, Target};
use crate::Error;
use crate::edge::{Item, Key};
use crate::keys::{self, Kind};
use crate::once;
use crate::records::access::{Headcount, MemberRecord, PolicyRecord};
use crate::records::counts::CountsRecord;
use crate::records::customer::CustomerRecord;
use crate::records::definition;
use crate::records::failures::FailuresRecord;
use crate::records::session::SessionRecord;
use crate::records::token::TokenRecord;
use crate::records::user::{LoginRecord, UserRecord};

/// An item that could be read.
pub(super) enum Found {
    User(Box<User>),
    Session(Box<Session>),
    /// The normalised e-mail, and whose it is.
    Login(String, UserId),
    Member(GroupId, UserId),
    Customer(Box<Customer>),
    Definition(Definition),
    Policy(Policy),
    Headcount(Headcount),
    Token(Target, TokenRecord),
    Event(Target, Event),
    /// What has to agree with nothing else.
    Other,
}

/// What is wrong with an item by itself.
type Flaw = Option<(Rule, &'static str)>;

const STRANGE: Flaw = Some((Rule::Known, "is none of the items this version writes"));

impl Found {
    /// Reads an item, and says what is wrong with it by itself.
    pub(super) fn read(key: &Key, item: Item) -> Result<(Self, Flaw), Error> {
        let (kind, rest) = key.pk.split_once('#').unwrap_or((&key.pk, ""));
        let (part, _) = key.sk.split_once('#').unwrap_or((&key.sk, ""));
        Ok(match (kind, part) {
            ("USER", "PROFILE") => {
                let user = UserRecord::read(&item)?;
                let flaw = misfiled(&item, &UserRecord::write(&user)?);
                (Self::User(Box::new(user)), flaw)
            }
            ("USER", "SESSION") => {
                let session = SessionRecord::read(&item)?;
                let flaw = misfiled(&item, &SessionRecord::write(&session)?);
                (Self::Session(Box::new(session)), flaw)
            }
            ("EMAIL", "LOGIN") => (Self::Login(rest.to_owned(), LoginRecord::read(&item)?.user_id), None),
            ("GROUP", "MEMBER") => {
                let user_id = MemberRecord::read(item)?.user_id;
                let group = GroupId::parse(rest).map_err(|_| unreadable())?;
                (Self::Member(group, user_id), elsewhere(key, &keys::member(group, user_id)))
            }
            ("CUSTOMER", "PROFILE") => {
                let customer = CustomerRecord::read(&item)?;
                let flaw = misfiled(&item, &CustomerRecord::write(&customer)?);
                (Self::Customer(Box::new(customer)), flaw)
            }
            ("ACCESS", "GROUP" | "ROLE") => {
                let definition = definition::read(item)?.ok_or_else(unreadable)?;
                let flaw = elsewhere(key, &definition::key(&definition));
                (Self::Definition(definition), flaw)
            }
            ("ACCESS", "POLICY") => (Self::Policy(PolicyRecord::read(item)?), None),
            ("ACCESS", "HEADCOUNT") => (Self::Headcount(Headcount::read(item)?), None),
            ("CHECK", "COUNTS") => {
                CountsRecord::read(item)?;
                (Self::Other, None)
            }
            ("FIND", _) => token(key, item, rest)?,
            ("AUDIT", _) => event(key, item)?,
            // Failures and remembered answers agree with nothing else and end by themselves.
            ("THROTTLE", "SIGN-IN") => {
                let flaw = FailuresRecord::read(item)?.flaw();
                (Self::Other, flaw.map(|text| (Rule::Failures, text)))
            }
            ("ONCE", "REQUEST") => {
                once::read(&item)?;
                (Self::Other, None)
            }
            _ => (Self::Other, STRANGE),
        })
    }
}

fn token(key: &Key, item: Item, rest: &str) -> Result<(Found, Flaw), Error> {
    let token = TokenRecord::read(item)?;
    let (kind, subject) = match rest.split_once('#') {
        Some(("U", _)) => (Kind::User, UserId::parse(&token.id).map(Target::User)),
        Some(("C", _)) => (Kind::Customer, CustomerId::parse(&token.id).map(Target::Customer)),
        _ => return Ok((Found::Other, STRANGE)),
    };
    let flaw = elsewhere(key, &keys::token(kind, token.word(), &token.id));
    Ok((Found::Token(subject.map_err(|_| unreadable())?, token), flaw))
}

fn event(key: &Key, item: Item) -> Result<(Found, Flaw), Error> {
    let event = Event::read(item)?;
    let flaw = event.flaw();
    Ok(match Target::of_events(&key.pk) {
        Some(target) => (Found::Event(target, event), flaw),
        // Sign-ins that were refused to what is no user are events of nothing indeed.
        None if key.pk.starts_with(keys::SIGN_IN_PREFIX) => (Found::Other, flaw),
        None => (Found::Other, Some((Rule::Event, "is an event of nothing"))),
    })
}

fn unreadable() -> Error {
    Error::Fault("an id".to_owned())
}

/// Compares an item with what would be written for the same record today. Attributes that another
/// version knows are its own business.
fn misfiled(found: &Item, expected: &Item) -> Flaw {
    let differs = expected.iter().any(|(name, value)| found.get(name) != Some(value));
    differs.then_some((Rule::Filed, "its keys, in the table or an index, are not those of its fields"))
}

fn elsewhere(found: &Key, expected: &Key) -> Flaw {
    (found != expected).then_some((Rule::Filed, "its key is not that of its fields"))
}
