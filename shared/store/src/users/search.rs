//! Finding users by the beginning of any word of their names and e-mail.

use std::collections::HashMap;

use backoffice_domain::{User, UserId};
use futures_util::FutureExt as _;

use super::UserFilter;
use crate::edge::Store;
use crate::keys::{self, Kind};
use crate::page::{Page, Position, cut};
use crate::{Error, edge::Key};

impl Store {
    /// Finds the users who have a word that begins with each of `words`; in the order of the word
    /// that matched. What it costs depends on how many are looked at, not on how many there are.
    ///
    /// # Errors
    /// The store is unavailable.
    pub async fn search_users(
        &self,
        words: &[String],
        filter: &UserFilter,
        limit: usize,
        from: Option<&Position>,
    ) -> Result<Page<User>, Error> {
        let rows = |ids: Vec<String>| self.found_users(ids, filter).boxed();
        let read = self.search(Kind::User, words, limit + 1, from, rows).await?;
        Ok(cut(read, limit, from, None))
    }
    async fn found_users(&self, ids: Vec<String>, filter: &UserFilter) -> Result<HashMap<String, User>, Error> {
        let keys = ids.iter().map(|id| UserId::parse(id).map(keys::user)).collect::<Result<Vec<Key>, _>>();
        let keys = keys.map_err(|_| Error::Fault("a search word of an unreadable user".to_owned()))?;
        let users = self.users(&keys).await?.into_iter().filter(|user| filter.shows(user));
        Ok(users.map(|user| (user.id.to_string(), user)).collect())
    }
}
