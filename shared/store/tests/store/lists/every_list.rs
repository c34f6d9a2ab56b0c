//! Every sort, order, status, group and agent filter, there and back.

use backoffice_domain::Status;
use backoffice_domain::fold::fold;
use backoffice_store::users::{UserFilter, UserQuery, UserSort};
use backoffice_store::{Direction, Order, Page, Position};
use futures_util::StreamExt as _;

use super::{ORDERS, SORTS, expected, of_status, query};
use crate::harness::{LARGE, List, Person, SMALL, World, group, ids};

/// Enough for the large group to have more than a hundred members.
const CROWD: usize = 150;

fn every_query(limit: usize) -> Vec<UserQuery> {
    let statuses: [&[Status]; 3] = [
        &[Status::Active, Status::Deactivated, Status::Deleted],
        &[Status::Active, Status::Deactivated],
        &[Status::Deleted],
    ];
    let mut queries = Vec::new();
    for sort in SORTS {
        for order in ORDERS {
            for statuses in statuses {
                for group in [None, Some(group(SMALL)), Some(group(LARGE))] {
                    for agent in [None, Some(true), Some(false)] {
                        let filter = UserFilter { group, agent, ..of_status(statuses) };
                        queries.push(query(filter, sort, order, limit));
                    }
                }
            }
        }
    }
    queries
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r37_every_filter_and_sort_lists_each_user_once_in_order() {
    let world = World::open().await;
    let everybody = world.crowd(CROWD).await;
    let members = everybody.iter().filter(|user| user.groups.contains(&group(LARGE)) && user.status != Status::Deleted);
    assert!(members.count() > 100);

    futures_util::stream::iter(every_query(70))
        .for_each_concurrent(8, async |query| {
            let expected = expected(&everybody, &query);
            let (there, back) = List::Sorted(query.clone()).walk(&world.store).await;
            assert_eq!(ids(&there), expected, "there: {query:?}");
            assert_eq!(ids(&back), expected, "back: {query:?}");
            assert!(there.iter().all(|page| page.complete), "{query:?}");
        })
        .await;
    world.close().await;
}

#[tokio::test]
async fn r37_a_page_ends_where_the_next_one_begins() {
    let world = World::open().await;
    let everybody = world.crowd(9).await;
    let query = query(of_status(Status::ALL), UserSort::LastName, Order::Ascending, 5);
    let expected = expected(&everybody, &query);
    let list = List::Sorted(query);

    let first = list.page(&world.store, None).await;
    assert_eq!((ids(std::slice::from_ref(&first)), first.previous), (expected[..5].to_vec(), None));
    let second = list.page(&world.store, first.next).await;
    assert_eq!((ids(std::slice::from_ref(&second)), second.next), (expected[5..].to_vec(), None), "ten users, no more");
    let again = list.page(&world.store, second.previous).await;
    assert_eq!((ids(std::slice::from_ref(&again)), again.previous), (expected[..5].to_vec(), None));
    world.close().await;
}

#[tokio::test]
async fn r37_a_small_group_is_counted_and_a_large_one_is_not() {
    let world = World::open().await;
    let everybody = world.crowd(160).await;
    let living = [Status::Active, Status::Deactivated];
    let page = async |number| -> Page<_> {
        let filter = UserFilter { group: Some(group(number)), ..of_status(&living) };
        List::Sorted(query(filter, UserSort::LastName, Order::Ascending, 5)).page(&world.store, None).await
    };
    let members = everybody.iter().filter(|user| user.groups.contains(&group(SMALL)) && living.contains(&user.status));
    assert_eq!(page(SMALL).await.total, Some(members.count() as u64));
    assert_eq!(page(2).await.total, None);
    assert_eq!(page(9).await.total, Some(0), "a group of nobody");
    assert_eq!(page(99).await.total, Some(0), "no group at all");
    world.close().await;
}

#[tokio::test]
async fn r37_a_status_named_twice_shows_nobody_twice() {
    let world = World::open().await;
    let everybody = world.crowd(10).await;
    let query = query(of_status(&[Status::Active, Status::Active]), UserSort::LastName, Order::Ascending, 3);
    let (there, back) = List::Sorted(query.clone()).walk(&world.store).await;
    assert_eq!((ids(&there), ids(&back)), (expected(&everybody, &query), expected(&everybody, &query)));

    let nothing = List::Sorted(UserQuery { filter: of_status(&[]), ..query }).page(&world.store, None).await;
    assert!(nothing.items.is_empty() && nothing.complete && nothing.next.is_none());
    world.close().await;
}

#[tokio::test]
async fn r38_names_too_long_for_a_key_still_have_their_place() {
    let world = World::open().await;
    // Alike in their first 200 bytes: only the id tells their places apart.
    let long = "漢".repeat(99);
    for number in 0..7 {
        world.add(Person::named("Long", &format!("{long}{}", char::from(b'a' + number)))).await;
        world.add(Person::named(&"ﷺ".repeat(100), "Short")).await;
    }
    for sort in SORTS {
        let (there, back) =
            List::Sorted(query(of_status(Status::ALL), sort, Order::Descending, 2)).walk(&world.store).await;
        let mut seen = ids(&there);
        assert_eq!(ids(&back), seen);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 15, "{sort:?}");
    }
    world.close().await;
}

#[tokio::test]
async fn r29_a_place_that_is_nobodys_is_a_place_all_the_same() {
    let world = World::open().await;
    let everybody = world.crowd(10).await;
    let query = query(of_status(Status::ALL), UserSort::Email, Order::Ascending, 100);
    let expected = expected(&everybody, &query);
    for (direction, inclusive) in [(Direction::Forward, false), (Direction::Backward, true)] {
        let from = Position { key: "m".to_owned(), direction, inclusive };
        let page = List::Sorted(query.clone()).page(&world.store, Some(from)).await;
        let before = |id: &&_| everybody.iter().any(|user| user.id == **id && fold(user.email.as_str()).as_str() < "m");
        let part: Vec<_> = match direction {
            Direction::Forward => expected.iter().filter(|id| !before(id)).copied().collect(),
            Direction::Backward => expected.iter().filter(before).copied().collect(),
        };
        assert_eq!(ids(&[page]), part);
    }
    world.close().await;
}
