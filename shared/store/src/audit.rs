//! Audit events: written in the transaction of the change they record, and never touched again.

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::audit::{Action, Change};
use backoffice_domain::{Customer, Editor, Status, User, UserId};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

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
        let (actor_pk, actor_name) = match &self.actor {
            Actor::User(user) => (format!("ACTOR#{}", user.id), Some(user.full_name())),
            Actor::Operator => ("ACTOR#operator".to_owned(), None),
            Actor::Nobody => ("ACTOR#nobody".to_owned(), None),
        };
        let event = EventRecord {
            pk: subject.partition(),
            sk: Uuid::now_v7().to_string(),
            actor_pk,
            actor_name,
            time_pk: format!("AUDIT#{}", &self.now.to_string()[..7]),
            subject_name: subject.name(),
            action,
            changes: changes
                .into_iter()
                .map(|change| ChangeRecord { field: change.field, from: change.from, to: change.to })
                .collect(),
            request_id: &self.request_id,
            address: &self.address,
            at: self.now,
        };
        transaction
            .create(serde_dynamo::to_item(event)?, |_| Error::Fault("an audit event's id was used before".to_owned()));
        Ok(())
    }
}

/// The prefix of the partitions of sign-ins to what is no user.
pub(crate) const SIGN_IN_PREFIX: &str = "AUDIT#sign-in#";

/// What an event is about.
pub(crate) enum Subject<'a> {
    User(&'a User),
    Customer(&'a Customer),
    /// What somebody tried to sign in to, which is no user: the fingerprint of an e-mail.
    Account(&'a str),
}

impl Subject<'_> {
    fn partition(&self) -> String {
        match self {
            Self::User(user) => format!("AUDIT#user#{}", user.id),
            Self::Customer(customer) => format!("AUDIT#customer#{}", customer.id),
            Self::Account(fingerprint) => format!("{SIGN_IN_PREFIX}{fingerprint}"),
        }
    }

    /// The name it has at the time: a deleted thing keeps it in its history.
    fn name(&self) -> Option<String> {
        match self {
            Self::User(user) => Some(user.full_name()),
            Self::Customer(customer) => Some(customer.full_name()),
            Self::Account(_) => None,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EventRecord<'a> {
    pk: String,
    sk: String,
    actor_pk: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor_name: Option<String>,
    time_pk: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject_name: Option<String>,
    action: Action,
    changes: Vec<ChangeRecord>,
    request_id: &'a str,
    address: &'a str,
    at: Timestamp,
}

#[derive(Serialize)]
struct ChangeRecord {
    field: &'static str,
    from: Value,
    to: Value,
}
