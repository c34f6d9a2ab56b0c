//! The list of customers: sorted by an index, a page at a time, each row with its owner.

use std::collections::HashSet;

use backoffice_domain::{Customer, UserId};
use futures_util::future::try_join;
use serde::{Deserialize, Serialize};

use super::OwnedCustomer;
use crate::edge::{Item, Key, Range, Store, string};
use crate::page::{Order, Page, Position, Read, counted, cut, reading_order};
use crate::records::counts::CountsRecord;
use crate::records::customer::CustomerRecord;
use crate::records::user::UserRecord;
use crate::{Error, keys};

/// What read units looking for free customers may cost: with the guard (4) a request stays within 60.
const UNITS: f64 = 56.0;
/// How many index entries are looked at in one call where some are skipped: 3–9 read units, by the
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

/// What the index has of a row.
struct Entry {
    key: Key,
    item: Item,
}

impl Store {
    /// Reads a page of customers with their owners. What it costs does not depend on how many there
    /// are: two trips, and half a read unit each for up to `limit` owners, or rows of one owner. Looking
    /// for free customers reads on within its units; the page may then be short, and says so.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn list_customers(&self, query: &CustomerQuery) -> Result<Page<OwnedCustomer>, Error> {
        let (read, about) = match query.owner {
            OwnerFilter::Anybody => try_join(self.read_index(query), self.customers_counted()).await?,
            OwnerFilter::Nobody | OwnerFilter::User(_) => (self.read_index(query).await?, None),
        };
        let mut page = cut(read, query.limit, query.from.as_ref(), None);
        let entries = std::mem::take(&mut page.items);
        let (customers, total) = match query.owner {
            OwnerFilter::User(owner) => self.of_owner(owner, &entries).await?,
            OwnerFilter::Anybody | OwnerFilter::Nobody => (self.as_indexed(&entries).await?, None),
        };
        Ok(counted(Page { total, about, ..page.with_items(customers) }))
    }

    /// How many customers there were at the last check. Read beside the index: with the guard's items it
    /// would cost twice as much, and a page of as many owners has half a unit left.
    async fn customers_counted(&self) -> Result<Option<u64>, Error> {
        let item = self.read_aside(&keys::counts()).await?;
        Ok(item.map(CountsRecord::read).transpose()?.map(|counts| counts.customers))
    }

    /// The rows as the index has them, a moment behind the table: each may have an owner of its own to be
    /// read, and rows and owners of a page together would cost more than a page may.
    async fn as_indexed(&self, entries: &[Entry]) -> Result<Vec<OwnedCustomer>, Error> {
        let customers = entries.iter().map(|entry| CustomerRecord::read(&entry.item)).collect::<Result<_, _>>()?;
        self.with_owners(customers).await
    }

    /// The rows as they are, and how many customers the owner has, who knows it even if none is shown.
    async fn of_owner(&self, id: UserId, entries: &[Entry]) -> Result<(Vec<OwnedCustomer>, Option<u64>), Error> {
        let keys: Vec<Key> = entries.iter().map(|entry| entry.key.clone()).collect();
        let items = self.read_rows(&[keys.as_slice(), &[keys::user(id)]].concat()).await?;
        let owner = items.get(&keys::user(id)).map(UserRecord::read).transpose()?;
        let total = owner.as_ref().map_or(0, |owner| owner.customer_count);
        // The index lags: a customer may have gone over to another owner meanwhile.
        let customers = keys.iter().filter_map(|key| items.get(key)).map(CustomerRecord::read);
        let customers = customers.filter(|customer| customer.as_ref().map_or(true, |one| one.owner == Some(id)));
        let theirs = |customer| OwnedCustomer { customer, owner: owner.clone() };
        Ok((customers.map(|customer| customer.map(theirs)).collect::<Result<_, _>>()?, Some(total)))
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
            if entries.len() >= wanted || spent + found.units > UNITS {
                return Ok(Read { entries, stopped: text(&stopped, sort_attribute).map(str::to_owned) });
            }
            range.after = Some(stopped);
        }
    }
}

fn entry(item: &Item, sort_attribute: &str) -> Option<(String, Entry)> {
    Some((text(item, sort_attribute)?.to_owned(), Entry { key: Key::of(item)?, item: item.clone() }))
}

fn text<'a>(item: &'a Item, attribute: &str) -> Option<&'a str> {
    item.get(attribute)?.as_s().ok().map(String::as_str)
}
