//! The list of users: sorted by an index, filtered, a page at a time.

use std::collections::HashSet;

use backoffice_domain::fold::sort_key;
use backoffice_domain::{GroupId, Status, User};
use serde::{Deserialize, Serialize};

use crate::edge::{Filter, Item, Key, Range, Store, string};
use crate::page::{Order, Page, Position, Read, cut, reading_order};
use crate::records::access::MemberRecord;
use crate::records::user::UserRecord;
use crate::{Error, keys};

/// What read units a request may spend on looking through an index: with the guard (4), the rows of
/// a page (13) and the look at a group (3) it stays within 60.
const INDEX_UNITS: f64 = 40.0;
/// How many index entries a filtered read looks at in one go, for all statuses together: 5–15 read
/// units, by the length of the names.
const LOOKED_AT: usize = 300;
/// A group of at most this many members is read whole; a larger one filters the index.
const SMALL_GROUP: usize = 100;

/// By what users are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum UserSort {
    /// Last name, then first name.
    #[default]
    LastName,
    /// First name, then last name.
    FirstName,
    /// E-mail.
    Email,
    /// Last sign-in; who never signed in comes first.
    LastSignIn,
    /// Creation.
    Created,
}

impl UserSort {
    const fn index(self) -> (&'static str, &'static str) {
        match self {
            Self::LastName => ("by-name", "nameSk"),
            Self::FirstName => ("by-first-name", "firstNameSk"),
            Self::Email => ("by-email", "emailSk"),
            Self::LastSignIn => ("by-last-sign-in", "lastSignInSk"),
            Self::Created => ("by-creation", "createdSk"),
        }
    }
}

/// Which users are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserFilter {
    /// Of these statuses.
    pub statuses: Vec<Status>,
    /// Members of this group.
    pub group: Option<GroupId>,
    /// Agents, or those who are not.
    pub agent: Option<bool>,
}

impl UserFilter {
    pub(super) fn shows(&self, user: &User) -> bool {
        self.statuses.contains(&user.status)
            && self.group.is_none_or(|group| user.groups.contains(&group))
            && self.agent.is_none_or(|agent| user.agent == agent)
    }

    /// The part that an index's projected attributes can answer.
    fn expression(&self) -> Option<Filter> {
        let mut parts = Vec::new();
        let mut values = Vec::new();
        if let Some(group) = self.group {
            parts.push("contains(#groupIds, :group)");
            values.push((":group".to_owned(), string(group.to_string())));
        }
        if let Some(agent) = self.agent {
            parts.push("#agent = :agent");
            values.push((":agent".to_owned(), aws_sdk_dynamodb::types::AttributeValue::Bool(agent)));
        }
        (!parts.is_empty()).then(|| (parts.join(" AND "), values))
    }
}

/// A page of the list of users.
#[derive(Clone, Debug)]
pub struct UserQuery {
    /// Which users.
    pub filter: UserFilter,
    /// By what they are sorted.
    pub sort: UserSort,
    /// In which direction.
    pub order: Order,
    /// How many at most.
    pub limit: usize,
    /// From where; from the beginning if nowhere.
    pub from: Option<Position>,
}

impl Store {
    /// Reads a page of users. What it costs does not depend on how many there are: two trips, an
    /// index entry and half a read unit a row. A filter that no index answers alone reads on within
    /// its units; the page may then be short, and says so.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn list_users(&self, query: &UserQuery) -> Result<Page<User>, Error> {
        if let Some(group) = query.filter.group
            && let Some(members) = self.small_group(group, &query.filter).await?
        {
            return Ok(page_of_members(members, query));
        }
        let statuses: Vec<Status> =
            Status::ALL.iter().copied().filter(|status| query.filter.statuses.contains(status)).collect();
        let streams = statuses.iter().map(|status| self.read_status(query, *status, statuses.len()));
        let (parts, trips): (Vec<_>, Vec<u32>) = futures_util::future::try_join_all(streams).await?.into_iter().unzip();
        self.trips(trips.into_iter().max().unwrap_or_default());
        let page = cut(merge(parts, query), query.limit, query.from.as_ref(), None);
        let users = self.users(&page.items).await?;
        Ok(page.with_items(users))
    }

    /// Reads users by key, in the order of the keys; those that are gone are left out.
    pub(super) async fn users(&self, keys: &[Key]) -> Result<Vec<User>, Error> {
        let items = self.read_rows(keys).await?;
        keys.iter().filter_map(|key| items.get(key)).map(UserRecord::read).collect()
    }

    /// The members of a group, if they are few and none of those asked for is deleted: deleted users
    /// belong to no group, though the index still notes theirs.
    async fn small_group(&self, group: GroupId, filter: &UserFilter) -> Result<Option<Vec<User>>, Error> {
        if filter.statuses.contains(&Status::Deleted) {
            return Ok(None);
        }
        self.trip();
        let found = self.read_range(&Range::of_table(format!("GROUP#{group}"), SMALL_GROUP + 1)).await?;
        // More than those, or not all of those.
        if found.items.len() > SMALL_GROUP || found.stopped.is_some() {
            return Ok(None);
        }
        let keys = found
            .items
            .into_iter()
            .map(|item| Ok(keys::user(MemberRecord::read(item)?.user_id)))
            .collect::<Result<Vec<_>, Error>>()?;
        Ok(Some(self.users(&keys).await?.into_iter().filter(|user| filter.shows(user)).collect()))
    }

    /// Reads one status's part of the index until the page is certainly full or its share of the units
    /// is spent; says how many calls followed each other.
    async fn read_status(&self, query: &UserQuery, status: Status, statuses: usize) -> Result<(Read<Key>, u32), Error> {
        let (index, sort_attribute) = query.sort.index();
        let order = reading_order(query.order, query.from.as_ref());
        let wanted = query.limit + 1;
        let filter = query.filter.expression();
        let mut range = Range {
            order,
            sort: query.from.as_ref().map(|from| {
                let operator = if order == Order::Ascending { ">" } else { "<" };
                let equal = if from.inclusive { "=" } else { "" };
                (format!("{sort_attribute} {operator}{equal} :from"), vec![(":from", string(&from.key))])
            }),
            limit: if filter.is_some() { LOOKED_AT / statuses } else { wanted },
            filter,
            ..Range::of_index(index, ("listPk", keys::user_list(status)), wanted)
        };
        #[expect(clippy::cast_precision_loss, reason = "there are three statuses")]
        let units = INDEX_UNITS / statuses as f64;
        let (mut entries, mut spent, mut trips) = (Vec::new(), 0.0, 0);
        loop {
            let found = self.read_range(&range).await?;
            (spent, trips) = (spent + found.units, trips + 1);
            entries.extend(
                found.items.iter().filter_map(|item| Some((sort_value(item, sort_attribute)?, Key::of(item)?))),
            );
            let Some(stopped) = found.stopped else { return Ok((Read { entries, stopped: None }, trips)) };
            // Another call would look at as much as this one.
            if entries.len() >= wanted || spent + found.units > units {
                return Ok((Read { entries, stopped: sort_value(&stopped, sort_attribute) }, trips));
            }
            range.after = Some(stopped);
        }
    }
}

fn sort_value(item: &Item, attribute: &str) -> Option<String> {
    item.get(attribute)?.as_s().ok().cloned()
}

/// Merges the statuses' parts, each in reading order, into one. Beyond the nearest place where a part
/// stopped looking there may be records that nobody has seen: the merged part ends there.
fn merge(parts: Vec<Read<Key>>, query: &UserQuery) -> Read<Key> {
    let ascending = reading_order(query.order, query.from.as_ref()) == Order::Ascending;
    let compare = |one: &String, other: &String| if ascending { one.cmp(other) } else { other.cmp(one) };
    let horizon = parts.iter().filter_map(|part| part.stopped.clone()).min_by(&compare);
    let mut entries: Vec<(String, Key)> = parts.into_iter().flat_map(|part| part.entries).collect();
    entries.sort_by(|(one, _), (other, _)| compare(one, other));
    // Whoever moves to another place while the parts are read may be found in both.
    let mut seen = HashSet::new();
    entries.retain(|(_, key)| seen.insert(key.clone()));
    if let Some(horizon) = &horizon {
        entries.retain(|(key, _)| compare(key, horizon).is_le());
    }
    Read { entries, stopped: horizon }
}

fn page_of_members(members: Vec<User>, query: &UserQuery) -> Page<User> {
    let order = reading_order(query.order, query.from.as_ref());
    let total = members.len() as u64;
    let mut entries: Vec<(String, User)> =
        members.into_iter().map(|user| (sort_key_of(&user, query.sort), user)).collect();
    entries.sort_by(|(one, _), (other, _)| if order == Order::Ascending { one.cmp(other) } else { other.cmp(one) });
    if let Some(from) = &query.from {
        entries.retain(|(key, _)| from.admits(query.order, key));
    }
    cut(Read { entries, stopped: None }, query.limit, query.from.as_ref(), Some(total))
}

/// The key under which an index lists the user.
fn sort_key_of(user: &User, sort: UserSort) -> String {
    let item = UserRecord::write(user).unwrap_or_default();
    sort_value(&item, sort.index().1).unwrap_or_else(|| sort_key(&[], &user.id.to_string()))
}
