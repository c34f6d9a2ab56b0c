//! The store's customers: people who shop and never sign in here.

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
