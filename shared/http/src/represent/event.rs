//! Audit events in JSON.

use std::collections::BTreeMap;

use backoffice_store::audit::{Event, EventActor, EventChange, Target};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::Object;

/// What was done, by whom, to what, and what it was before.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = AuditEvent)]
#[serde(rename_all = "camelCase")]
pub struct AuditEventBody {
    /// The event's id.
    #[schema(format = Uuid)]
    pub id: String,
    /// When it was recorded (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub at: String,
    /// What was done, such as `user.updated`.
    pub action: String,
    /// Who did it.
    pub actor: AuditActorBody,
    /// What it was done to.
    pub target: AuditTargetBody,
    /// What it changed.
    pub changes: Vec<AuditChangeBody>,
    /// The names that things had which the changes mention by id.
    pub names: BTreeMap<String, String>,
    /// The client's address; empty for an operator.
    pub address: String,
    /// The request's id.
    pub request_id: String,
}

/// Who did something.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = AuditActor)]
pub struct AuditActorBody {
    /// `user`; `operator` for the operators' functions; `nobody` for somebody who was not signed in.
    #[schema(schema_with = actor_kind)]
    pub kind: &'static str,
    /// The user's id.
    #[schema(required, format = Uuid)]
    pub id: Option<String>,
    /// The name the user had.
    #[schema(required)]
    pub name: Option<String>,
}

/// What something was done to.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = AuditTarget)]
pub struct AuditTargetBody {
    /// What it is; `sign-in` if somebody tried to sign in to what is no user.
    #[schema(schema_with = target_kind)]
    pub kind: &'static str,
    /// Its id; a customer's is the store's reference.
    #[schema(required)]
    pub id: Option<String>,
    /// The name it had.
    #[schema(required)]
    pub name: Option<String>,
}

/// One field's change.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = AuditChange)]
pub struct AuditChangeBody {
    /// The field's name in this API.
    pub field: String,
    /// What it was; `null` if it was not.
    #[schema(required)]
    pub from: Value,
    /// What it is since; `null` if it is no longer.
    #[schema(required)]
    pub to: Value,
}

const SIGN_IN: &str = "sign-in";

fn actor_kind() -> Object {
    crate::openapi::words(&["user", "operator", "nobody"])
}

fn target_kind() -> Object {
    crate::openapi::words(&[Target::KINDS, &[SIGN_IN]].concat())
}

impl From<&Event> for AuditEventBody {
    fn from(event: &Event) -> Self {
        let target = event.target.as_ref().map(Target::parts);
        Self {
            id: event.id.to_string(),
            at: event.at.to_string(),
            action: event.action.clone(),
            actor: AuditActorBody::from(&event.actor),
            target: AuditTargetBody {
                kind: target.as_ref().map_or(SIGN_IN, |(kind, _)| kind),
                id: target.map(|(_, id)| id),
                name: event.target_name.clone(),
            },
            changes: event.changes.iter().map(AuditChangeBody::from).collect(),
            names: event.names.clone(),
            address: event.address.clone(),
            request_id: event.request_id.clone(),
        }
    }
}

impl From<&EventActor> for AuditActorBody {
    fn from(actor: &EventActor) -> Self {
        let (kind, id, name) = match actor {
            EventActor::User { id, name } => ("user", Some(id.to_string()), Some(name.clone())),
            EventActor::Operator => ("operator", None, None),
            EventActor::Nobody => ("nobody", None, None),
        };
        Self { kind, id, name }
    }
}

impl From<&EventChange> for AuditChangeBody {
    fn from(change: &EventChange) -> Self {
        Self { field: change.field.clone(), from: change.from.clone(), to: change.to.clone() }
    }
}
