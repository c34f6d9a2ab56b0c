//! A user, and the credential that their e-mail reserves.

use backoffice_domain::fold::sort_key;
use backoffice_domain::password::PasswordHash;
use backoffice_domain::{Editor, Email, GroupId, Language, Name, Status, User, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::editor::EditorRecord;
use crate::Error;
use crate::edge::{Item, Key};
use crate::keys::{self, NEVER};

/// A user's item. Its list keys are made from the user, so an item and its place in every index can
/// never disagree.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserRecord {
    pk: String,
    sk: String,
    id: UserId,
    email: Email,
    first_name: Name,
    last_name: Name,
    status: Status,
    group_ids: Vec<GroupId>,
    agent: bool,
    language: Language,
    customer_count: u64,
    #[serde(default)]
    lost_customers: u64,
    session_epoch: u64,
    version: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_sign_in_at: Option<Timestamp>,
    created_at: Timestamp,
    updated_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_by: Option<EditorRecord>,
    list_pk: String,
    name_sk: String,
    email_sk: String,
    first_name_sk: String,
    last_sign_in_sk: String,
    created_sk: String,
}

impl UserRecord {
    /// The item of a user.
    pub(crate) fn write(user: &User) -> Result<Item, Error> {
        let Key { pk, sk } = keys::user(user.id);
        let (first, last, email, id) =
            (user.first_name.as_str(), user.last_name.as_str(), user.email.as_str(), user.id.to_string());
        let record = Self {
            pk,
            sk,
            id: user.id,
            email: user.email.clone(),
            first_name: user.first_name.clone(),
            last_name: user.last_name.clone(),
            status: user.status,
            group_ids: user.groups.clone(),
            agent: user.agent,
            language: user.language,
            customer_count: user.customer_count,
            lost_customers: user.lost_customers,
            session_epoch: user.session_epoch,
            version: user.version,
            last_sign_in_at: user.last_sign_in_at,
            created_at: user.created_at,
            updated_at: user.updated_at,
            updated_by: user.updated_by.clone().map(EditorRecord::from),
            list_pk: keys::user_list(user.status),
            name_sk: sort_key(&[last, first], &id),
            email_sk: sort_key(&[email], &id),
            first_name_sk: sort_key(&[first, last], &id),
            last_sign_in_sk: sort_key(
                &[&user.last_sign_in_at.map_or_else(|| NEVER.to_owned(), |at| format!("{at:.6}"))],
                &id,
            ),
            created_sk: id,
        };
        Ok(serde_dynamo::to_item(record)?)
    }

    /// The user of an item.
    pub(crate) fn read(item: &Item) -> Result<User, Error> {
        let record: Self = serde_dynamo::from_item(item.clone())?;
        Ok(User {
            id: record.id,
            email: record.email,
            first_name: record.first_name,
            last_name: record.last_name,
            status: record.status,
            groups: record.group_ids,
            agent: record.agent,
            language: record.language,
            customer_count: record.customer_count,
            lost_customers: record.lost_customers,
            session_epoch: record.session_epoch,
            version: record.version,
            last_sign_in_at: record.last_sign_in_at,
            created_at: record.created_at,
            updated_at: record.updated_at,
            updated_by: record.updated_by.map(Editor::from),
        })
    }
}

/// The item that reserves an e-mail and holds the credential.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LoginRecord {
    pk: String,
    sk: String,
    pub(crate) user_id: UserId,
    hash: String,
}

impl LoginRecord {
    /// The item of a credential.
    pub(crate) fn write(email: &Email, user_id: UserId, hash: &PasswordHash) -> Result<Item, Error> {
        let Key { pk, sk } = keys::login(email);
        Ok(serde_dynamo::to_item(Self { pk, sk, user_id, hash: hash.as_phc().to_owned() })?)
    }

    /// The credential of an item.
    pub(crate) fn read(item: &Item) -> Result<Self, Error> {
        Ok(serde_dynamo::from_item(item.clone())?)
    }

    /// The hash in it.
    pub(crate) fn hash(&self) -> PasswordHash {
        PasswordHash::stored(self.hash.clone())
    }
}
