//! A customer.

use backoffice_domain::fold::sort_key;
use backoffice_domain::{Customer, CustomerData, CustomerId, Email, Gender, Name, UserId};
use serde::{Deserialize, Serialize};

use crate::edge::{Item, Key};
use crate::{Error, keys};

/// A customer's item. Its list keys are made from the customer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomerRecord {
    pk: String,
    sk: String,
    id: CustomerId,
    email: Email,
    first_name: Name,
    last_name: Name,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<Gender>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_id: Option<UserId>,
    version: u64,
    list_pk: String,
    name_sk: String,
    email_sk: String,
    first_name_sk: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_pk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_sk: Option<String>,
}

impl CustomerRecord {
    /// The item of a customer.
    pub(crate) fn write(customer: &Customer) -> Result<Item, Error> {
        let Key { pk, sk } = keys::customer(&customer.id);
        let CustomerData { email, first_name, last_name, gender } = customer.data.clone();
        let (first, last, id) = (first_name.as_str(), last_name.as_str(), customer.id.as_str());
        let name_sk = sort_key(&[last, first], id);
        Ok(serde_dynamo::to_item(Self {
            pk,
            sk,
            id: customer.id.clone(),
            owner_id: customer.owner,
            version: customer.version,
            list_pk: keys::CUSTOMER_LIST.to_owned(),
            email_sk: sort_key(&[email.as_str()], id),
            first_name_sk: sort_key(&[first, last], id),
            owner_pk: customer.owner.map(keys::owner),
            owner_sk: customer.owner.map(|_| name_sk.clone()),
            name_sk,
            email,
            first_name,
            last_name,
            gender,
        })?)
    }

    /// The customer of an item.
    pub(crate) fn read(item: &Item) -> Result<Customer, Error> {
        let record: Self = serde_dynamo::from_item(item.clone())?;
        let data = CustomerData {
            email: record.email,
            first_name: record.first_name,
            last_name: record.last_name,
            gender: record.gender,
        };
        Ok(Customer { id: record.id, data, owner: record.owner_id, version: record.version })
    }
}
