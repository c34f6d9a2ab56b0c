//! A customer.

use backoffice_domain::fold::sort_key;
use backoffice_domain::{Customer, CustomerData, CustomerId, Email, Gender, Name, UserId};
use serde::{Deserialize, Serialize};

use crate::edge::{Item, Key};
use crate::{Error, keys};

/// A customer's item. Its list keys are made from the customer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomerRecord {
    pk: String,
    sk: String,
    data: Data,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_id: Option<UserId>,
    list_pk: String,
    name_sk: String,
    email_sk: String,
    first_name_sk: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_pk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_sk: Option<String>,
}

/// What there is to show of a customer: one attribute, so that the indexes can hold it without holding
/// what users have under the same names.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    id: CustomerId,
    email: Email,
    first_name: Name,
    last_name: Name,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<Gender>,
    version: u64,
}

/// What the table and the list indexes have of a customer.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    data: Data,
    owner_id: Option<UserId>,
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
            owner_id: customer.owner,
            list_pk: keys::CUSTOMER_LIST.to_owned(),
            email_sk: sort_key(&[email.as_str()], id),
            first_name_sk: sort_key(&[first, last], id),
            owner_pk: customer.owner.map(keys::owner),
            owner_sk: customer.owner.map(|_| name_sk.clone()),
            name_sk,
            data: Data { id: customer.id.clone(), email, first_name, last_name, gender, version: customer.version },
        })?)
    }

    /// The customer of an item, or of its entry in a list index.
    pub(crate) fn read(item: &Item) -> Result<Customer, Error> {
        let Shown { data, owner_id } = serde_dynamo::from_item(item.clone())?;
        let Data { id, email, first_name, last_name, gender, version } = data;
        Ok(Customer { id, data: CustomerData { email, first_name, last_name, gender }, owner: owner_id, version })
    }
}
