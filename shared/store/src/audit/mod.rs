//! Audit events: written in the transaction of the change they record, and never touched again.

mod event;
mod list;
mod names;
mod target;

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::access::Definition;
use backoffice_domain::audit::{Action, Change};
use backoffice_domain::{Customer, Editor, Status, User, UserId};
use jiff::Timestamp;
use uuid::Uuid;

use event::EventRecord;
pub use event::{Event, EventActor, EventChange};
pub(crate) use event::{month_of, time_of};
pub use list::{By, EventQuery};
pub use names::Names;
pub use target::Target;

use crate::edge::{Condition, Transaction, number, string};
use crate::records::user::UserRecord;
use crate::{Error, keys};

/// Who makes a change, and by which request.
#[derive(Clone, Debug)]
pub struct Acting {
    /// Who it is.
    pub actor: Actor,
    /// The request's id.
    pub request_id: String,
    /// The client's address.
    pub address: String,
    /// When: one time for the whole change.
    pub now: Timestamp,
    /// The names of what the change may mention by id.
    pub names: Names,
}

/// Who makes a change.
#[derive(Clone, Debug)]
pub enum Actor {
    /// A signed-in user, as they were when the request was let in.
    User(Box<User>),
    /// Whoever may invoke the operators' functions.
    Operator,
    /// Somebody who is not signed in.
    Nobody,
}

impl Acting {
    /// The same, who knows more names.
    #[must_use]
    pub fn naming(&self, names: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { names: self.names.and(names), ..self.clone() }
    }

    /// The signed-in user's id; none for anybody else.
    pub fn user_id(&self) -> Option<UserId> {
        self.editor().map(|editor| editor.id)
    }

    /// Who to note as having changed something.
    pub fn editor(&self) -> Option<Editor> {
        match &self.actor {
            Actor::User(user) => Some(user.editor()),
            Actor::Operator | Actor::Nobody => None,
        }
    }

    /// Adds the condition that the actor is still who they were: active, of the same epoch, in the
    /// same groups. Not needed when the actor's own item is written under the condition of
    /// [`Self::unchanged`].
    pub(crate) fn check(&self, transaction: &mut Transaction) {
        if let (Actor::User(user), Some(condition)) = (&self.actor, self.unchanged()) {
            transaction.check(keys::user(user.id), condition);
        }
    }

    /// The condition on the actor's own item; none for who is no signed-in user.
    pub(crate) fn unchanged(&self) -> Option<Condition> {
        let Actor::User(user) = &self.actor else { return None };
        let (epoch, groups) = (user.session_epoch, user.groups.clone());
        Some(Condition::new(
            "#status = :actorStatus AND #sessionEpoch = :actorEpoch AND #groupIds = :actorGroups",
            [
                (":actorStatus", string(Status::Active.as_str())),
                (":actorEpoch", number(epoch)),
                (":actorGroups", AttributeValue::L(groups.iter().map(|group| string(group.to_string())).collect())),
            ],
            move |item| {
                let unchanged = item.and_then(|item| UserRecord::read(item).ok()).is_some_and(|user| {
                    user.status == Status::Active && user.session_epoch == epoch && user.groups == groups
                });
                (!unchanged).then_some(Error::ActorChanged)
            },
        ))
    }

    /// Adds the event that records this change.
    pub(crate) fn record(
        &self,
        transaction: &mut Transaction,
        subject: &Subject,
        action: Action,
        changes: Vec<Change>,
    ) -> Result<(), Error> {
        let (actor, actor_name) = match &self.actor {
            Actor::User(user) => (user.id.to_string(), Some(user.full_name())),
            Actor::Operator => (event::OPERATOR.to_owned(), None),
            Actor::Nobody => (event::NOBODY.to_owned(), None),
        };
        // Made as late as possible: what was done later by another machine is not sorted before.
        let id = Uuid::now_v7();
        let event = EventRecord {
            pk: subject.partition(),
            sk: id.to_string(),
            actor_pk: keys::actor(&actor),
            actor_name,
            time_pk: time_of(id).map(month_of).unwrap_or_default(),
            subject_name: subject.name(),
            action: action.as_str().to_owned(),
            names: self.names.of(&changes),
            changes: changes.into_iter().map(EventChange::from).collect(),
            request_id: self.request_id.clone(),
            address: self.address.clone(),
            at: self.now,
        };
        transaction
            .create(serde_dynamo::to_item(event)?, |_| Error::Fault("an audit event's id was used before".to_owned()));
        Ok(())
    }
}

/// What an event is about.
pub(crate) enum Subject<'a> {
    User(&'a User),
    Customer(&'a Customer),
    Definition(&'a Definition),
    /// What somebody tried to sign in to, which is no user: the fingerprint of an e-mail.
    Account(&'a str),
}

impl Subject<'_> {
    fn partition(&self) -> String {
        match self {
            Self::User(user) => Target::User(user.id).events(),
            Self::Customer(customer) => Target::Customer(customer.id.clone()).events(),
            Self::Definition(Definition::Group(group)) => Target::Group(group.id).events(),
            Self::Definition(Definition::Role(role)) => Target::Role(role.id).events(),
            Self::Account(fingerprint) => format!("{}{fingerprint}", keys::SIGN_IN_PREFIX),
        }
    }

    /// The name it has at the time: a deleted thing keeps it in its history.
    fn name(&self) -> Option<String> {
        match self {
            Self::User(user) => Some(user.full_name()),
            Self::Customer(customer) => Some(customer.full_name()),
            Self::Definition(definition) => Some(definition.name().to_owned()),
            Self::Account(_) => None,
        }
    }
}
