//! Customers in JSON.

use backoffice_domain::{Customer, Gender};
use backoffice_store::Page;
use backoffice_store::customers::OwnedCustomer;
use serde::Serialize;
use utoipa::ToSchema;

use super::{OwnerBody, PageBody};
use crate::Cursors;

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Customer)]
#[serde(rename_all = "camelCase")]
pub struct CustomerBody {
    /// The store's own reference.
    #[schema(pattern = "^[A-Za-z0-9._-]{1,64}$")]
    pub id: String,
    /// E-mail address; several customers may share one.
    #[schema(format = "idn-email")]
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Gender, if the store knows it.
    #[schema(schema_with = crate::openapi::known_gender, required)]
    pub gender: Option<Gender>,
    /// Whose the customer is, if anybody's.
    #[schema(required)]
    pub owner: Option<OwnerBody>,
    /// Moves by one whenever the store's data change; the entity tag. An assignment does not move it.
    pub version: u64,
}

impl From<&OwnedCustomer> for CustomerBody {
    fn from(OwnedCustomer { customer, owner }: &OwnedCustomer) -> Self {
        let Customer { id, data, version, .. } = customer;
        Self {
            id: id.to_string(),
            email: data.email.as_str().to_owned(),
            first_name: data.first_name.as_str().to_owned(),
            last_name: data.last_name.as_str().to_owned(),
            gender: data.gender,
            owner: owner.as_ref().map(OwnerBody::from),
            version: *version,
        }
    }
}

/// A customer as others name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CustomerRef {
    /// The store's own reference.
    pub id: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl From<&Customer> for CustomerRef {
    fn from(customer: &Customer) -> Self {
        let first_name = customer.data.first_name.as_str().to_owned();
        let last_name = customer.data.last_name.as_str().to_owned();
        Self { id: customer.id.to_string(), first_name, last_name }
    }
}

/// A page of customers.
#[derive(Serialize, ToSchema)]
pub struct CustomerList {
    /// The customers.
    pub items: Vec<CustomerBody>,
    /// The page's place in the list.
    #[serde(flatten)]
    pub page: PageBody,
}

impl CustomerList {
    /// The page; its cursors are sealed by `cursors`.
    pub fn new(page: &Page<OwnedCustomer>, cursors: &Cursors<'_>) -> Self {
        Self { items: page.items.iter().map(CustomerBody::from).collect(), page: PageBody::new(page, cursors) }
    }
}
