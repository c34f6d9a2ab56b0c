//! Walking while others come and go (R37).

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use backoffice_domain::{Name, Status, User, UserChanges, UserId};
use backoffice_store::Page;
use backoffice_store::users::UserFilter;
use futures_util::StreamExt as _;

use super::{ORDERS, SORTS, expected, of_status, query};
use crate::harness::{LARGE, List, SMALL, World, changes, group, ids, one_of_many};

/// How often somebody comes or goes during the walks.
const TURNS: usize = 1000;
/// How long everybody who comes or goes waits before the next does: DynamoDB Local lets a transaction in
/// before the reads that wait for the table, so without a pause these may wait for longer than a call may.
const PAUSE: Duration = Duration::from_millis(25);

/// Creates, renames, moves to other statuses and groups, and deletes, one user after the other.
async fn come_and_go(world: &World, turns: &AtomicUsize) {
    let mut latest: Vec<User> = Vec::new();
    loop {
        let turn = turns.fetch_add(1, Ordering::Relaxed);
        if turn >= TURNS {
            return;
        }
        let oldest = if latest.len() < 4 { None } else { Some(latest.remove(0)) };
        let changed = match oldest {
            None => {
                let newcomer = User { status: Status::Active, ..one_of_many(10_000 + turn) };
                world.add_all(std::slice::from_ref(&newcomer)).await;
                Ok(newcomer)
            }
            Some(user) if user.status == Status::Deleted => continue,
            Some(user) => match turn % 4 {
                0 => {
                    let name = Some(Name::parse(&format!("Renamed {turn}")).expect("a name"));
                    world.edit(&user, UserChanges { last_name: name.clone(), first_name: name, ..changes() }).await
                }
                1 if user.status == Status::Active => world.set_status(&user, Status::Deactivated).await,
                2 => {
                    let groups = Some(vec![group(LARGE), group(SMALL), group(6 + (turn % 9) as u128)]);
                    world.edit(&user, UserChanges { groups, agent: Some(!user.agent), ..changes() }).await
                }
                _ => world.set_status(&user, Status::Deleted).await,
            },
        };
        latest.push(changed.expect("nobody else touches them"));
        tokio::time::sleep(PAUSE).await;
    }
}

/// Untouched users among those on the pages; nobody at all may be there twice.
fn untouched(pages: &[Page<User>], steady: &BTreeSet<UserId>) -> Vec<UserId> {
    ids(pages).into_iter().filter(|id| steady.contains(id)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r37_no_untouched_user_is_skipped_or_shown_twice() {
    let world = World::open().await;
    let everybody = world.crowd(120).await;
    let steady: BTreeSet<UserId> = everybody.iter().map(|user| user.id).collect();
    let mut lists = Vec::new();
    for sort in SORTS {
        for order in ORDERS {
            // Answered by the index alone, by the group's members, and by filtering the index.
            for filter in [
                of_status(Status::ALL),
                UserFilter { group: Some(group(SMALL)), ..of_status(&[Status::Active, Status::Deactivated]) },
                UserFilter { agent: Some(false), ..of_status(Status::ALL) },
            ] {
                let query = query(filter, sort, order, 40);
                lists.push((expected(&everybody, &query), List::Sorted(query)));
            }
        }
    }

    let (turns, walks, over) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicBool::new(false));
    let comings_and_goings = async {
        futures_util::future::join_all((0..4).map(|_| come_and_go(&world, &turns))).await;
        over.store(true, Ordering::Relaxed);
    };
    let walking = futures_util::stream::iter(&lists).for_each_concurrent(6, async |(expected, list)| {
        let (there, back) = list.walk(&world.store).await;
        assert_eq!(untouched(&there, &steady), *expected, "there: {list:?}");
        assert_eq!(untouched(&back, &steady), *expected, "back: {list:?}");
        walks.fetch_add(usize::from(!over.load(Ordering::Relaxed)), Ordering::Relaxed);
    });
    tokio::join!(comings_and_goings, walking);

    assert!(walks.into_inner() > lists.len() / 4, "most walks should happen while others come and go");
    world.close().await;
}
