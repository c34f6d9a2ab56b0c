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

    /// A walk through it, there and back.
    pub(crate) async fn walk(&self, store: &Store) -> (Vec<Page<User>>, Vec<Page<User>>) {
        walk(async |from| self.page(store, from).await).await
    }

    /// The pages from here on, in the order in which they are read.
    pub(crate) async fn pages(&self, store: &Store, from: Option<Position>, direction: Direction) -> Vec<Page<User>> {
        pages(async |from| self.page(store, from).await, from, direction).await
    }
}

/// The pages from the beginning to the end, and those one sees on the way back, the last page
/// included; both in the list's order.
pub(crate) async fn walk<T: Clone>(page: impl AsyncFn(Option<Position>) -> Page<T>) -> (Vec<Page<T>>, Vec<Page<T>>) {
    let there = pages(&page, None, Direction::Forward).await;
    let end = there.last().cloned().expect("a page");
    let mut back = match end.previous.clone() {
        Some(from) => pages(&page, Some(from), Direction::Backward).await,
        None => Vec::new(),
    };
    back.reverse();
    back.push(end);
    (there, back)
}

async fn pages<T>(
    page: impl AsyncFn(Option<Position>) -> Page<T>,
    mut from: Option<Position>,
    direction: Direction,
) -> Vec<Page<T>> {
    let mut pages = Vec::new();
    loop {
        let page = page(from).await;
        from = match direction {
            Direction::Forward => page.next.clone(),
            Direction::Backward => page.previous.clone(),
        };
        pages.push(page);
        assert!(pages.len() < MANY, "no end in sight");
        if from.is_none() {
            return pages;
        }
    }
}

/// Who is on these pages, in their order.
pub(crate) fn ids(pages: &[Page<User>]) -> Vec<UserId> {
    pages.iter().flat_map(|page| &page.items).map(|user| user.id).collect()
}
