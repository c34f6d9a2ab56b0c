//! Two thousand users and as many customers: short pages go on, and no page costs more for them.

use backoffice_domain::{Status, UserId};
use backoffice_store::users::{UserFilter, UserSort};
use backoffice_store::{Direction, Order};

use crate::harness::{List, MANY, SMALL, World, group, ids};
use crate::lists::{of_status, query};

/// What a request may cost in all is 60 read units, and the guard takes up to 5 of them.
const READ_UNITS: f64 = 55.0;

/// Walks through a list that has to look at many who are not shown; answers who is.
async fn walk_within_the_units(world: &World, list: &List) -> Vec<UserId> {
    let (mut from, mut shown, mut short) = (None, Vec::new(), 0);
    loop {
        let store = world.store.metered();
        let page = list.page(&store, from).await;
        assert!(store.cost().read <= READ_UNITS, "{list:?}: {}", store.cost());
        assert!(page.complete || page.next.is_some(), "{list:?}: a short page goes on");
        short += usize::from(!page.complete);
        let next = page.next.clone();
        shown.push(page);
        if next.is_none() {
            break;
        }
        from = next;
    }
    assert!(short > 0, "{list:?}: {short} short pages");

    let end = shown.last().and_then(|page| page.previous.clone());
    let mut back = list.pages(&world.store, end, Direction::Backward).await;
    back.reverse();
    let at_end = shown.last().map(|page| page.items.len()).unwrap_or_default();
    let shown = ids(&shown);
    assert_eq!(ids(&back), shown[..shown.len() - at_end], "{list:?}: the way back");
    shown
}

/// How many there are, each once.
fn count(mut ids: Vec<UserId>) -> usize {
    ids.sort();
    ids.dedup();
    ids.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r41_a_filter_that_no_index_answers_goes_on_page_by_page() {
    let world = World::with_many().await;
    // Of every tenth user, those who are agents, too: every twentieth. None of them is deleted.
    let filter = UserFilter { group: Some(group(SMALL)), agent: Some(true), ..of_status(Status::ALL) };
    for (sort, order) in [(UserSort::LastName, Order::Ascending), (UserSort::LastSignIn, Order::Descending)] {
        let list = List::Sorted(query(filter.clone(), sort, order, 25));
        let shown = walk_within_the_units(&world, &list).await;
        assert_eq!((shown.len(), count(shown)), (MANY / 20, MANY / 20));
    }
    let nobody = UserFilter { statuses: vec![Status::Active, Status::Deleted], agent: Some(true), ..filter.clone() };
    let nobody = UserFilter { group: Some(group(23)), ..nobody };
    let list = List::Sorted(query(nobody, UserSort::Email, Order::Ascending, 25));
    assert_eq!(walk_within_the_units(&world, &list).await, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r41_a_search_that_finds_too_many_goes_on_page_by_page() {
    let world = World::with_many().await;
    let filter = UserFilter { agent: Some(true), ..of_status(&[Status::Deleted]) };
    let list = List::Found { words: vec!["shop.example".to_owned()], filter, limit: 25 };
    let shown = walk_within_the_units(&world, &list).await;
    assert_eq!((shown.len(), count(shown)), (MANY / 20, MANY / 20));
}
