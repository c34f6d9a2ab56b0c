//! Customers to fill a table with.

use backoffice_domain::{Customer, CustomerData, CustomerId, Email, Gender, Name, User};
use backoffice_store::customers::{Assigned, Assignment, CustomerChange};
use backoffice_store::{Error, Store};

use super::{World, acting, by};

const FIRST_NAMES: [&str; 5] = ["Grace", "Çelik", "Jean Luc", "Ole", "李"];
const LAST_NAMES: [&str; 7] = ["Hopper", "Özdemir", "Picard", "hopper", "🦀", "Van der Berg", "Şahin"];

/// A new customer of that reference, nobody's; the reference decides about the rest.
pub(crate) fn customer(reference: &str) -> Customer {
    let number: usize = reference.bytes().map(usize::from).sum();
    let data = CustomerData {
        email: Email::parse(&format!("{}@shop.example", reference.to_lowercase())).expect("an e-mail"),
        first_name: Name::parse(FIRST_NAMES[number % FIRST_NAMES.len()]).expect("a name"),
        last_name: Name::parse(LAST_NAMES[number % LAST_NAMES.len()]).expect("a name"),
        gender: [None, Some(Gender::Female), Some(Gender::Diverse)][number % 3],
    };
    Customer::new(CustomerId::parse(reference).expect("a reference"), data)
}

/// Assigns and unassigns customers as they were read, by `actor`.
pub(crate) async fn assign(
    store: &Store,
    actor: &User,
    user: &User,
    assign: &[Customer],
    unassign: &[Customer],
) -> Result<Assigned, Error> {
    let assignment = Assignment { user: user.clone(), assign: assign.to_vec(), unassign: unassign.to_vec() };
    store.assign_customers(&acting(by(actor)), assignment, |_| None).await
}

impl World {
    /// Writes new customers, as many at once as an import does.
    pub(crate) async fn import(&self, customers: &[Customer]) {
        let rows: Vec<_> = customers.iter().map(|customer| (customer.id.clone(), customer.data.clone())).collect();
        self.store.import_customers(&acting(self.by_administrator()), &rows).await.expect("imported");
    }

    /// Writes so many new customers.
    pub(crate) async fn customers(&self, count: usize) -> Vec<Customer> {
        let customers: Vec<Customer> = (0..count).map(|number| customer(&format!("C-{number:03}"))).collect();
        self.import(&customers).await;
        customers
    }

    /// Writes a customer by the administrator.
    pub(crate) async fn put_customer(&self, before: Option<&Customer>, after: &Customer) -> Result<(), Error> {
        let change = CustomerChange { before, after, once: None };
        self.store.put_customer(&acting(self.by_administrator()), &change).await
    }

    /// A customer as they are now.
    pub(crate) async fn customer(&self, id: &CustomerId) -> Customer {
        let found = self.store.customers(std::slice::from_ref(id)).await.expect("a read");
        found.get(id).cloned().expect("the customer exists")
    }

    /// Assigns and unassigns by the administrator.
    pub(crate) async fn assign(&self, user: &User, add: &[Customer], remove: &[Customer]) -> Result<Assigned, Error> {
        assign(&self.store, &self.administrator, user, add, remove).await
    }
}
