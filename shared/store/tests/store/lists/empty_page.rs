//! A page on which nobody is left still leads to everybody else.

use backoffice_domain::{Status, User};
use backoffice_store::users::{UserFilter, UserQuery, UserSort};
use backoffice_store::{Direction, Order, Position};

use super::{of_status, query};
use crate::harness::{List, Person, World, group, ids};

/// Six people by name, as a list by last name shows them, two a page.
async fn six(world: &World) -> Vec<User> {
    let mut users = Vec::new();
    for name in ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"] {
        users.push(world.add(Person::named("Kim", name).of(&[group(3)])).await);
    }
    users
}

/// The list of active members: through the index, through the group, and by search.
fn lists() -> [List; 3] {
    let by_name = query(of_status(&[Status::Active]), UserSort::LastName, Order::Ascending, 2);
    let members = UserFilter { group: Some(group(3)), ..by_name.filter.clone() };
    let agents = UserFilter { agent: Some(false), ..members.clone() };
    let filtered = UserQuery { filter: agents, ..by_name.clone() };
    let found = List::Found { words: vec!["kim".to_owned()], filter: by_name.filter, limit: 2 };
    [List::Sorted(UserQuery { filter: members, ..by_name }), List::Sorted(filtered), found]
}

#[tokio::test]
async fn r37_when_all_that_followed_are_gone_the_way_back_skips_nobody() {
    for list in lists() {
        let world = World::open().await;
        let users = six(&world).await;
        let first = list.page(&world.store, None).await;
        let shown = ids(std::slice::from_ref(&first));
        assert_eq!(shown.len(), 2);

        for user in users.iter().filter(|user| !shown.contains(&user.id)) {
            world.set_status(user, Status::Deleted).await.expect("deleted");
        }
        let second = list.page(&world.store, first.next).await;
        assert!(second.items.is_empty() && second.complete && second.next.is_none(), "{second:?}");

        let back = list.page(&world.store, second.previous).await;
        assert_eq!(ids(std::slice::from_ref(&back)), shown, "{list:?}");
        world.close().await;
    }
}

#[tokio::test]
async fn r37_when_all_that_came_before_are_gone_the_way_on_skips_nobody() {
    for list in lists() {
        let world = World::open().await;
        let users = six(&world).await;
        let first = list.page(&world.store, None).await;
        let second = list.page(&world.store, first.next.clone()).await;
        let (gone, shown) = (ids(&[first]), ids(std::slice::from_ref(&second)));

        for user in users.iter().filter(|user| gone.contains(&user.id)) {
            world.set_status(user, Status::Deleted).await.expect("deleted");
        }
        let before = list.page(&world.store, second.previous).await;
        assert!(before.items.is_empty() && before.complete && before.previous.is_none(), "{before:?}");

        let on = list.page(&world.store, before.next).await;
        assert_eq!(ids(&[on]), shown, "{list:?}");
        world.close().await;
    }
}

#[tokio::test]
async fn r37_a_place_stays_when_whoever_stood_there_goes() {
    for list in lists() {
        let world = World::open().await;
        let users = six(&world).await;
        let pages = list.pages(&world.store, None, Direction::Forward).await;
        let last_of_first = &pages[0].items[1];
        let user = users.iter().find(|user| user.id == last_of_first.id).expect("one of six");
        world.set_status(user, Status::Deleted).await.expect("deleted");

        let second = list.page(&world.store, pages[0].next.clone()).await;
        assert_eq!(ids(&[second]), ids(&pages[1..2]));
        let from = Position { inclusive: true, ..pages[0].next.clone().expect("a place") };
        let second = list.page(&world.store, Some(from)).await;
        assert_eq!(ids(&[second]), ids(&pages[1..2]));
        world.close().await;
    }
}
