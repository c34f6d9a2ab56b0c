//! The list of customers: sorted by an index, a page at a time, each row with its owner.

use std::collections::{BTreeSet, HashSet};

use backoffice_domain::{Customer, UserId};
use serde::{Deserialize, Serialize};

use super::OwnedCustomer;
use super::owned::users_of;
use crate::edge::{Item, Key, Range, Store, string};
use crate::page::{Order, Page, Position, Read, cut, reading_order};
use crate::records::customer::CustomerRecord;
use crate::{Error, keys};

/// What read units looking for free customers and reading their rows may cost: with the guard (4) a
/// request stays within 60.
const UNITS: f64 = 56.0;
/// What the row of a customer costs, as long as it has less than 4 KB.
const ROW_UNITS: f64 = 0.5;
/// How many index entries are looked at in one call where some are skipped: 1–4 read units, by the
/// length of names and references. Where a third is free, one call fills a page of 25 within 20.
const LOOKED_AT: usize = 80;

/// By what customers are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CustomerSort {
    /// Last name, then first name.
    #[default]
    LastName,
    /// First name, then last name.
    FirstName,
    /// E-mail.
    Email,
}

/// Whose customers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OwnerFilter {
    /// Everybody's.
    #[default]
    Anybody,
    /// Nobody's.
    Nobody,
    /// This user's; sorted by last name only.
    User(UserId),
}

impl OwnerFilter {
    pub(super) fn shows(self, customer: &Customer) -> bool {
        match self {
            Self::Anybody => true,
            Self::Nobody => customer.owner.is_none(),
            Self::User(user) => customer.owner == Some(user),
        }
    }

    const fn user(self) -> Option<UserId> {
        if let Self::User(user) = self { Some(user) } else { None }
    }
}

/// A page of the list of customers.
#[derive(Clone, Debug)]
pub struct CustomerQuery {
    /// Whose.
    pub owner: OwnerFilter,
    /// By what they are sorted.
    pub sort: CustomerSort,
    /// In which direction.
    pub order: Order,
    /// How many at most.
    pub limit: usize,
    /// From where; from the beginning if nowhere.
    pub from: Option<Position>,
}

impl CustomerQuery {
    /// The index that answers, the value of its partition key, and its sort key's name.
    fn index(&self) -> (&'static str, (&'static str, String), &'static str) {
        let all = |index, sort_attribute| (index, ("listPk", keys::CUSTOMER_LIST.to_owned()), sort_attribute);
        match (self.owner, self.sort) {
            (OwnerFilter::User(user), _) => ("by-owner", ("ownerPk", keys::owner(user)), "ownerSk"),
            (_, CustomerSort::LastName) => all("by-name", "nameSk"),
            (_, CustomerSort::FirstName) => all("by-first-name", "firstNameSk"),
            (_, CustomerSort::Email) => all("by-email", "emailSk"),
        }
    }
}

/// A row to read.
struct Entry {
    key: Key,
    /// The owner as the index knows them, so that they are read beside the row.
    owner: Option<UserId>,
}

impl Store {
    /// Reads a page of customers with their owners. What it costs does not depend on how many there
    /// are: two trips, an index entry and half a read unit a row, half a read unit a different owner.
    /// Looking for free customers reads on within its units; the page may then be short, and says so.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn list_customers(&self, query: &CustomerQuery) -> Result<Page<OwnedCustomer>, Error> {
        let page = cut(self.read_index(query).await?, query.limit, query.from.as_ref(), None);
        let rows: Vec<Key> = page.items.iter().map(|entry| entry.key.clone()).collect();
        // A list of one user's customers knows from the user how many there are, even if none is shown.
        let owners: BTreeSet<UserId> =
            page.items.iter().filter_map(|entry| entry.owner).chain(query.owner.user()).collect();
        let keys: Vec<Key> = rows.iter().cloned().chain(owners.into_iter().map(keys::user)).collect();
        let items = self.read_rows(&keys).await?;
        let owners = users_of(&items)?;
        let total = match query.owner {
            OwnerFilter::User(user) => Some(owners.get(&user).map_or(0, |user| user.customer_count)),
            _ => None,
        };
        let customers = rows.iter().filter_map(|key| items.get(key)).map(CustomerRecord::read);
        // The index lags: who has been assigned meanwhile is no longer among the free ones.
        let customers = customers
            .filter(|customer| customer.as_ref().map_or(true, |customer| query.owner.shows(customer)))
            .collect::<Result<_, _>>()?;
        let customers = self.with_owners_beside(customers, owners).await?;
        Ok(counted(Page { total, ..page.with_items(customers) }))
    }

    /// Reads the index until the page is certainly full or the units are spent.
    async fn read_index(&self, query: &CustomerQuery) -> Result<Read<Entry>, Error> {
        let (index, partition, sort_attribute) = query.index();
        let order = reading_order(query.order, query.from.as_ref());
        let wanted = query.limit + 1;
        let filter =
            (query.owner == OwnerFilter::Nobody).then(|| ("attribute_not_exists(#ownerId)".to_owned(), vec![]));
        let mut range = Range {
            order,
            sort: query.from.as_ref().map(|from| {
                let operator = if order == Order::Ascending { ">" } else { "<" };
                let equal = if from.inclusive { "=" } else { "" };
                (format!("{sort_attribute} {operator}{equal} :from"), vec![(":from", string(&from.key))])
            }),
            limit: if filter.is_some() { LOOKED_AT.max(wanted) } else { wanted },
            filter,
            ..Range::of_index(index, partition, wanted)
        };
        #[expect(clippy::cast_precision_loss, reason = "a page has some hundred rows")]
        let units = UNITS - ROW_UNITS * query.limit as f64;
        let (mut entries, mut seen, mut spent) = (Vec::new(), HashSet::new(), 0.0);
        loop {
            self.trip();
            let found = self.read_range(&range).await?;
            spent += found.units;
            let found_now = found.items.iter().filter_map(|item| entry(item, sort_attribute));
            // Who gets another name while the index is read may be found under both.
            entries.extend(found_now.filter(|(_, entry)| seen.insert(entry.key.clone())));
            let Some(stopped) = found.stopped else { return Ok(Read { entries, stopped: None }) };
            // Another call would look at as much as this one.
            if entries.len() >= wanted || spent + found.units > units {
                return Ok(Read { entries, stopped: text(&stopped, sort_attribute).map(str::to_owned) });
            }
            range.after = Some(stopped);
        }
    }
}

/// A list that is one page long has been counted by reading it.
pub(super) fn counted<T>(page: Page<T>) -> Page<T> {
    let whole = page.next.is_none() && page.previous.is_none();
    let total = page.total.or_else(|| whole.then_some(page.items.len() as u64));
    Page { total, ..page }
}

fn entry(item: &Item, sort_attribute: &str) -> Option<(String, Entry)> {
    let owner = text(item, "ownerId").and_then(|id| UserId::parse(id).ok());
    Some((text(item, sort_attribute)?.to_owned(), Entry { key: Key::of(item)?, owner }))
}

fn text<'a>(item: &'a Item, attribute: &str) -> Option<&'a str> {
    item.get(attribute)?.as_s().ok().map(String::as_str)
}
