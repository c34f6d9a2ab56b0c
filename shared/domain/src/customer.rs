//! The store's customers: people who shop and never sign in here.

use serde_json::Value;

use crate::audit::Change;
use crate::fold::{person_words, split};
use crate::words::words;
use crate::{CustomerId, Email, Name, UserId};

words! {
    /// A customer's gender, as the store notes it.
    Gender {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Neither.
        Diverse = "diverse",
    }
}

/// What the store says about a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerData {
    /// E-mail address; several customers may share one.
    pub email: Email,
    /// First name.
    pub first_name: Name,
    /// Last name.
    pub last_name: Name,
    /// Gender, if the store knows it.
    pub gender: Option<Gender>,
}

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// The store's own reference.
    pub id: CustomerId,
    /// What the store says.
    pub data: CustomerData,
    /// The one user the customer is assigned to.
    pub owner: Option<UserId>,
    /// Moves by one whenever `data` change; an assignment does not move it.
    pub version: u64,
}

impl Customer {
    /// First and last name, as people are shown it.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.data.first_name.as_str(), self.data.last_name.as_str())
    }

    /// A customer nobody had written before.
    pub const fn new(id: CustomerId, data: CustomerData) -> Self {
        Self { id, data, owner: None, version: 1 }
    }

    /// The customer with what the store says now, or `None` if it says the same. The owner stays.
    #[must_use]
    pub fn with_data(&self, data: CustomerData) -> Option<Self> {
        (self.data != data).then(|| Self { data, version: self.version + 1, ..self.clone() })
    }

    /// The customer with another owner, or with none.
    #[must_use]
    pub fn with_owner(&self, owner: Option<UserId>) -> Self {
        Self { owner, ..self.clone() }
    }

    /// What changed since `before`, for the audit event.
    pub fn changes_since(&self, before: Option<&Self>) -> Vec<Change> {
        fn was<T: Into<Value>>(before: Option<&Customer>, field: impl Fn(&Customer) -> T) -> Value {
            before.map_or(Value::Null, |customer| field(customer).into())
        }
        let email = |customer: &Self| customer.data.email.as_str().to_owned();
        let first_name = |customer: &Self| customer.data.first_name.as_str().to_owned();
        let last_name = |customer: &Self| customer.data.last_name.as_str().to_owned();
        let gender = |customer: &Self| customer.data.gender.map(Gender::as_str);
        let owner = |customer: &Self| customer.owner.map(|owner| owner.to_string());
        [
            Change::between("email", was(before, email), email(self)),
            Change::between("firstName", was(before, first_name), first_name(self)),
            Change::between("lastName", was(before, last_name), last_name(self)),
            Change::between("gender", was(before, gender), gender(self)),
            Change::between("owner", was(before, owner), owner(self)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The words by which the customer is found: names, e-mail and reference.
    pub fn words(&self) -> Vec<String> {
        let mut words = person_words(&self.data.first_name, &self.data.last_name, &self.data.email);
        words.extend(split(self.id.as_str()));
        words.push(crate::fold::fold(self.id.as_str()));
        words.sort();
        words.dedup();
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn customer() -> Customer {
        let data = CustomerData {
            email: Email::parse("ada@shop.example").expect("email"),
            first_name: Name::parse("Ada").expect("name"),
            last_name: Name::parse("Lovelace").expect("name"),
            gender: None,
        };
        Customer::new(CustomerId::parse("C-000042").expect("reference"), data)
    }

    #[test]
    fn new_data_move_the_version_and_keep_the_owner() {
        let owner = UserId::new(Uuid::from_u128(1));
        let before = customer().with_owner(Some(owner));
        let data = CustomerData { gender: Some(Gender::Female), ..before.data.clone() };
        let after = before.with_data(data.clone()).expect("a change");
        assert_eq!((after.version, after.owner), (2, Some(owner)));
        assert_eq!(
            after.changes_since(Some(&before)),
            [Change { field: "gender", from: Value::Null, to: "female".into() }]
        );
        assert_eq!(after.with_data(data), None, "nothing changes");
    }

    #[test]
    fn an_assignment_changes_the_owner_only() {
        let (one, other) = (UserId::new(Uuid::from_u128(1)), UserId::new(Uuid::from_u128(2)));
        let before = customer().with_owner(Some(one));
        let after = before.with_owner(Some(other));
        assert_eq!(after.version, before.version);
        assert_eq!(
            after.changes_since(Some(&before)),
            [Change { field: "owner", from: one.to_string().into(), to: other.to_string().into() }]
        );
    }

    #[test]
    fn a_customer_is_found_by_the_whole_reference_and_its_parts() {
        assert_eq!(customer().words(), ["000042", "ada", "c", "c-000042", "lovelace", "shop.example"]);
    }
}
