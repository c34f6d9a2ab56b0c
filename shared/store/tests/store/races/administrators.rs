//! The last administrators remove each other (R27).

use std::sync::Arc;

use backoffice_domain::{Group, Status, User, UserChanges};
use backoffice_store::Error;

use super::{ROUNDS, Tally, at_once, crowd_of};
use crate::harness::{Person, World, changes, group};

/// How one administrator removes another.
#[derive(Clone, Copy, Debug)]
enum Removal {
    Deactivate,
    Delete,
    Demote,
}

impl Removal {
    const fn of(round: usize) -> Self {
        [Self::Deactivate, Self::Delete, Self::Demote][round % 3]
    }

    async fn carry_out(self, world: &World, actor: &User, target: &User) -> Result<User, Error> {
        match self {
            Self::Deactivate => world.set_status_as(actor, target, Status::Deactivated).await,
            Self::Delete => world.set_status_as(actor, target, Status::Deleted).await,
            Self::Demote => {
                let groups = Some(vec![group(2)]);
                world.edit_as(actor, target, UserChanges { groups, ..changes() }).await
            }
        }
    }

    /// Makes the removed one an active administrator again.
    async fn undo(self, world: &World, actor: &User, removed: &User) -> User {
        let undone = match self {
            Self::Deactivate => world.set_status_as(actor, removed, Status::Active).await,
            Self::Delete => {
                let restored = world.set_status_as(actor, removed, Status::Deactivated).await.expect("restored");
                world.set_status_as(actor, &restored, Status::Active).await
            }
            Self::Demote => {
                let groups = Some(vec![Group::ADMINISTRATORS]);
                world.edit_as(actor, removed, UserChanges { groups, ..changes() }).await
            }
        };
        undone.expect("an administrator again")
    }
}

/// Lets two administrators remove each other, several requests of each at once; answers them as they
/// are when the removed one is back.
async fn round(world: &Arc<World>, round: usize, [one, other]: [User; 2], tally: &mut Tally) -> [User; 2] {
    let attempts = (0..crowd_of(round).max(2)).map(|number| {
        let (actor, target) = if number % 2 == 0 { (&one, &other) } else { (&other, &one) };
        let (world, actor, target) = (world.clone(), actor.clone(), target.clone());
        // Deactivating and deleting and demoting meet, too.
        let removal = Removal::of(round + number / 2);
        async move { removal.carry_out(&world, &actor, &target).await.map(|removed| (removal, removed)) }
    });
    let (done, refused) = tally.judge(at_once(attempts.collect()).await);

    assert_eq!(done.len(), 1, "exactly one wins: {done:?}, {refused:?}");
    for error in refused {
        let is_explained = matches!(
            error,
            Error::ActorChanged | Error::LastAdministrator | Error::UserChanged(_) | Error::UserDeleted
        );
        assert!(is_explained, "{error:?}");
    }
    let (removal, removed) = done.into_iter().next().expect("the winner's");
    let winner = world.user(if removed.id == one.id { other.id } else { one.id }).await;
    assert!(winner.is_active_administrator());
    assert_eq!(world.user(removed.id).await, removed);
    let back = removal.undo(world, &winner, &removed).await;
    [winner, back]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r27_of_the_only_two_administrators_exactly_one_wins() {
    let world = Arc::new(World::open().await);
    let mut two = [world.administrator.clone(), world.add(Person::administrator("Second")).await];
    let mut tally = Tally::default();
    for number in 0..ROUNDS {
        two = round(&world, number, two, &mut tally).await;
    }
    tally.close("R27, two administrators", world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r27_with_a_third_administrator_never_both() {
    let world = Arc::new(World::open().await);
    let mut two = [world.add(Person::administrator("Second")).await, world.add(Person::administrator("Third")).await];
    let mut tally = Tally::default();
    for number in 0..ROUNDS {
        two = round(&world, number, two, &mut tally).await;
    }
    tally.close("R27, three administrators", world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r27_who_goes_of_their_own_will_leaves_somebody_behind() {
    let world = Arc::new(World::open().await);
    let mut all = vec![world.administrator.clone()];
    for name in ["Second", "Third", "Fourth"] {
        all.push(world.add(Person::administrator(name)).await);
    }
    let mut tally = Tally::default();
    for _ in 0..ROUNDS / 4 {
        let attempts = all.clone().into_iter().map(|user| {
            let world = world.clone();
            async move { world.set_status_as(&user, &user, Status::Deactivated).await }
        });
        let (gone, refused) = tally.judge(at_once(attempts.collect()).await);
        assert!(gone.len() < all.len(), "somebody stays");
        assert!(refused.iter().all(|error| matches!(error, Error::LastAdministrator)), "{refused:?}");
        let last = all.iter().find(|user| gone.iter().all(|gone| gone.id != user.id)).expect("somebody stays").clone();
        for user in &mut all {
            if let Some(gone) = gone.iter().find(|gone| gone.id == user.id) {
                *user = world.set_status_as(&last, gone, Status::Active).await.expect("back");
            }
        }
    }
    tally.close("R27, by oneself", world).await;
}
