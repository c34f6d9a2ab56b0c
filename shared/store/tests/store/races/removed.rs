//! Requests in flight while their actor is removed (R16).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use backoffice_domain::{Status, User, UserChanges};
use backoffice_store::Error;

use super::{ROUNDS, Tally};
use crate::harness::{Person, World, changes, group};

/// What the administrator does to the actor, in turn.
async fn remove(world: &World, actor: &User, round: usize) -> Result<User, Error> {
    match round % 4 {
        0 => world.set_status(actor, Status::Deactivated).await,
        1 => world.set_status(actor, Status::Deleted).await,
        2 => world.edit(actor, UserChanges { groups: Some(vec![group(3)]), ..changes() }).await,
        _ => world.edit(actor, UserChanges { password: true, ..changes() }).await,
    }
}

/// Writes as the administrator of `world` until that is refused.
async fn write_on(world: World, removed: Arc<AtomicBool>) {
    loop {
        let starts_after = removed.load(Ordering::SeqCst);
        match world.try_add(&Person::named("Last", "Minute")).await {
            Ok(_) => assert!(!starts_after, "written though the removal had been answered"),
            Err(error) => {
                assert!(matches!(error, Error::ActorChanged | Error::Contended), "{error:?}");
                return;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r16_nothing_is_written_that_starts_after_the_removal_was_answered() {
    let world = Arc::new(World::open().await);
    for round in 0..ROUNDS {
        let actor = world.add(Person::administrator("Actor")).await;
        let removed = Arc::new(AtomicBool::new(false));
        let as_actor = World { administrator: actor.clone(), ..world.through(&world.store).await };
        let writer = tokio::spawn(write_on(as_actor, removed.clone()));
        remove(&world, &actor, round).await.expect("removed");
        removed.store(true, Ordering::SeqCst);
        writer.await.expect("no panic");
    }
    Tally::default().close("R16", world).await;
}
