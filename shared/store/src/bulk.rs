//! New records by the thousand, for benchmarks: no function is built with this.
//!
//! The items are those of the transactions that create a user and write a customer. Only how they get into
//! the table differs: in batches and without conditions, so the table must be nobody else's.

use backoffice_domain::audit::Action;
use backoffice_domain::password::PasswordHash;
use backoffice_domain::{Customer, User};

use crate::edge::{Store, Writes};
use crate::users::UserChange;
use crate::{Acting, Error, customers};

impl Store {
    /// Creates users, all with one password, and writes new customers.
    ///
    /// # Errors
    /// The store is busy or unavailable; what was written until then stays.
    pub async fn load(
        &self,
        acting: &Acting,
        users: &[User],
        hash: &PasswordHash,
        customers: &[Customer],
    ) -> Result<(), Error> {
        let mut writes = Writes::default();
        for after in users {
            let change = UserChange { action: Action::UserCreated, before: None, after, hash: Some(hash), once: None };
            let mut transaction = self.transaction();
            self.write_user(acting, &change, &mut transaction).await?;
            writes.take(transaction)?;
        }
        for customer in customers {
            let mut transaction = self.transaction();
            customers::write(acting, None, customer, &mut transaction)?;
            writes.take(transaction)?;
        }
        self.write_all(writes).await
    }
}
