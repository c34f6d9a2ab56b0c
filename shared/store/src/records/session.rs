//! A session.

use backoffice_domain::session::Session;
use backoffice_domain::{SessionId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::edge::{Item, Key};
use crate::{Error, keys};

/// A session's item.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionRecord {
    pk: String,
    sk: String,
    id: SessionId,
    user_id: UserId,
    secret_hash: String,
    epoch: u64,
    created_at: Timestamp,
    seen_at: Timestamp,
    device: String,
    /// Sessions of the time before addresses were noted have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    address: String,
    /// Seconds since 1970: DynamoDB removes the item some time afterwards.
    expires_at: i64,
}

impl SessionRecord {
    /// The item of a session.
    pub(crate) fn write(session: &Session) -> Result<Item, Error> {
        let Key { pk, sk } = keys::session(session.user_id, session.id);
        Ok(serde_dynamo::to_item(Self {
            pk,
            sk,
            id: session.id,
            user_id: session.user_id,
            secret_hash: session.secret_hash.clone(),
            epoch: session.epoch,
            created_at: session.created_at,
            seen_at: session.seen_at,
            device: session.device.clone(),
            address: session.address.clone(),
            expires_at: session.expires_at().as_second(),
        })?)
    }

    /// The session of an item.
    pub(crate) fn read(item: &Item) -> Result<Session, Error> {
        let record: Self = serde_dynamo::from_item(item.clone())?;
        Ok(Session {
            id: record.id,
            user_id: record.user_id,
            secret_hash: record.secret_hash,
            epoch: record.epoch,
            created_at: record.created_at,
            seen_at: record.seen_at,
            device: record.device,
            address: record.address,
        })
    }
}
