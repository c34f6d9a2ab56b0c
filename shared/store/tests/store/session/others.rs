//! Sessions seen from another one.

use backoffice_domain::session::Session;
use backoffice_domain::{Status, User};
use backoffice_store::Error;
use jiff::Timestamp;

use super::{is_let_in, sign_in};
use crate::harness::{Person, World, acting, by, hash};

async fn three_sessions(world: &World) -> (User, Vec<Session>) {
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let mut sessions = Vec::new();
    for _ in 0..3 {
        sessions.push(sign_in(&world.store, &ada, &hash()).await.expect("signed in"));
    }
    (world.user(ada.id).await, sessions)
}

#[tokio::test]
async fn r20_the_newest_session_is_shown_first() {
    let world = World::open().await;
    let (ada, mut sessions) = three_sessions(&world).await;
    sessions.reverse();

    assert_eq!(world.store.sessions(ada.id).await.expect("sessions"), sessions);
    world.close().await;
}

#[tokio::test]
async fn r20_one_session_ends_once() {
    let world = World::open().await;
    let (ada, sessions) = three_sessions(&world).await;
    let administrator = acting(world.by_administrator());

    world.store.end_one(&administrator, &ada, &sessions[1]).await.expect("ended");

    for (session, holds) in sessions.iter().zip([true, false, true]) {
        assert_eq!(is_let_in(&world, session, Timestamp::now()).await, holds);
    }
    let before = world.table.dump().await;
    let again = world.store.end_one(&administrator, &ada, &sessions[1]).await;
    assert!(matches!(again, Err(Error::SessionMissing)), "{again:?}");
    assert_eq!(world.table.dump().await, before, "no event without a change");
    world.close().await;
}

#[tokio::test]
async fn r20_all_sessions_end_but_the_one_that_is_kept() {
    let world = World::open().await;
    let (ada, sessions) = three_sessions(&world).await;

    world.store.end_all(&acting(by(&ada)), &ada, Some(&sessions[2])).await.expect("ended");

    for (session, holds) in sessions.iter().zip([false, false, true]) {
        assert_eq!(is_let_in(&world, session, Timestamp::now()).await, holds);
    }
    let now = world.user(ada.id).await;
    assert_eq!((now.session_epoch, now.version), (ada.session_epoch + 1, ada.version));
    world.store.end_all(&acting(world.by_administrator()), &now, None).await.expect("ended");
    assert!(!is_let_in(&world, &sessions[2], Timestamp::now()).await);
    world.close().await;
}

#[tokio::test]
async fn r20_r26_sessions_end_of_the_user_who_was_read_and_of_no_other() {
    let world = World::open().await;
    let (ada, sessions) = three_sessions(&world).await;
    let administrator = acting(world.by_administrator());
    world.store.end_all(&acting(by(&ada)), &ada, Some(&sessions[2])).await.expect("ended");
    let before = world.table.dump().await;

    // What was taken along is in an epoch that was not known: nothing of it would end.
    let all = world.store.end_all(&administrator, &ada, None).await;
    assert!(matches!(all, Err(Error::UserChanged(_))), "{all:?}");
    assert_eq!(world.table.dump().await, before, "no event without a change");
    assert!(is_let_in(&world, &sessions[2], Timestamp::now()).await);

    // Who has changed may hold more than whoever asks.
    let ada = world.user(ada.id).await;
    world.set_status(&ada, Status::Deactivated).await.expect("deactivated");
    let before = world.table.dump().await;
    let all = world.store.end_all(&administrator, &ada, None).await;
    assert!(matches!(all, Err(Error::UserChanged(_))), "{all:?}");
    let one = world.store.end_one(&administrator, &ada, &sessions[2]).await;
    assert!(matches!(one, Err(Error::UserChanged(_))), "{one:?}");

    // Whoever is deactivated ends nothing any more.
    let own = world.store.end_all(&acting(by(&ada)), &ada, Some(&sessions[2])).await;
    assert!(matches!(own, Err(Error::ActorChanged)), "{own:?}");
    let one = world.store.end_one(&acting(by(&ada)), &ada, &sessions[2]).await;
    assert!(matches!(one, Err(Error::ActorChanged)), "{one:?}");
    assert_eq!(world.table.dump().await, before, "no event without a change");
    world.close().await;
}
