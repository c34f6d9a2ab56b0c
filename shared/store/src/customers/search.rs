//! Finding customers by the beginning of any word of their names, e-mail and reference.

use std::collections::HashMap;

use backoffice_domain::{Customer, CustomerId};
use futures_util::FutureExt as _;

use super::{OwnedCustomer, OwnerFilter};
use crate::Error;
use crate::edge::{Key, Store};
use crate::keys::{self, Kind};
use crate::page::{Page, Position, counted, cut};
use crate::records::customer::CustomerRecord;

impl Store {
    /// Finds the customers who have a word that begins with each of `words`, with their owners; in
    /// the order of the word that matched. What it costs depends on how many are looked at, not on
    /// how many there are.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn search_customers(
        &self,
        words: &[String],
        owner: OwnerFilter,
        limit: usize,
        from: Option<&Position>,
    ) -> Result<Page<OwnedCustomer>, Error> {
        let rows = |ids: Vec<String>| self.found_customers(ids, owner).boxed();
        let read = self.search(Kind::Customer, words, limit + 1, from, rows).await?;
        let mut page = cut(read, limit, from, None);
        let customers = self.with_owners(std::mem::take(&mut page.items)).await?;
        Ok(counted(page.with_items(customers)))
    }

    async fn found_customers(&self, ids: Vec<String>, owner: OwnerFilter) -> Result<HashMap<String, Customer>, Error> {
        let keys = ids.iter().map(|id| CustomerId::parse(id).map(|id| keys::customer(&id)));
        let keys: Vec<Key> = keys
            .collect::<Result<_, _>>()
            .map_err(|_| Error::Fault("a search word of an unreadable customer".to_owned()))?;
        let mut found = HashMap::with_capacity(keys.len());
        for item in self.read_rows(&keys).await?.values() {
            let customer = CustomerRecord::read(item)?;
            if owner.shows(&customer) {
                found.insert(customer.id.to_string(), customer);
            }
        }
        Ok(found)
    }
}
