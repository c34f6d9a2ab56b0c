//! Walking through a list, page by page, there and back.

use backoffice_domain::{User, UserId};
use backoffice_store::users::{UserFilter, UserQuery};
use backoffice_store::{Direction, Page, Position, Store};

/// A list to walk through.
#[derive(Clone, Debug)]
pub(crate) enum List {
    Sorted(UserQuery),
    Found { words: Vec<String>, filter: UserFilter, limit: usize },
}

/// More pages than any list here has: a walk that goes round in circles ends.
const MANY: usize = 1000;

impl List {
    /// One page of it.
    pub(crate) async fn page(&self, store: &Store, from: Option<Position>) -> Page<User> {
        let (page, limit) = match self {
            Self::Sorted(query) => {
                (store.list_users(&UserQuery { from, ..query.clone() }).await.expect("a page"), query.limit)
            }
            Self::Found { words, filter, limit } => {
                (store.search_users(words, filter, *limit, from.as_ref()).await.expect("a page"), *limit)
            }
        };
        assert!(page.items.len() <= limit, "{self:?}: a page of {}", page.items.len());
        page
    }

    /// The pages from the beginning to the end, and those one sees on the way back, the last page
    /// included; both in the list's order.
    pub(crate) async fn walk(&self, store: &Store) -> (Vec<Page<User>>, Vec<Page<User>>) {
        let there = self.pages(store, None, Direction::Forward).await;
        let end = there.last().cloned().expect("a page");
        let mut back = match end.previous.clone() {
            Some(from) => self.pages(store, Some(from), Direction::Backward).await,
            None => Vec::new(),
        };
        back.reverse();
        back.push(end);
        (there, back)
    }

    /// The pages from here on, in the order in which they are read.
    pub(crate) async fn pages(
        &self,
        store: &Store,
        mut from: Option<Position>,
        direction: Direction,
    ) -> Vec<Page<User>> {
        let mut pages = Vec::new();
        loop {
            let page = self.page(store, from).await;
            from = match direction {
                Direction::Forward => page.next.clone(),
                Direction::Backward => page.previous.clone(),
            };
            pages.push(page);
            assert!(pages.len() < MANY, "{self:?}: no end in sight");
            if from.is_none() {
                return pages;
            }
        }
    }
}

/// Who is on these pages, in their order.
pub(crate) fn ids(pages: &[Page<User>]) -> Vec<UserId> {
    pages.iter().flat_map(|page| &page.items).map(|user| user.id).collect()
}
