//! Opening a session.

use backoffice_domain::User;
use backoffice_store::session::SignIn;
use jiff::Timestamp;

use super::{is_let_in, session, sign_in};
use crate::harness::{Person, World, acting, acting_at, by, hash};

#[tokio::test]
async fn r14_a_session_opens_notes_when_and_is_recorded() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;

    let session = sign_in(&world.store, &ada, &hash()).await.expect("signed in");

    assert!(is_let_in(&world, &session, Timestamp::now()).await);
    let now = world.user(ada.id).await;
    assert_eq!(now.last_sign_in_at.map(Timestamp::as_millisecond), Some(session.created_at.as_millisecond()));
    assert_eq!(now.version, ada.version, "signing in is no edit");
    let events = world.table.dump_of(&format!("AUDIT#user#{}", ada.id)).await;
    assert_eq!(events.len(), 2, "created, signed in");
    world.close().await;
}

#[tokio::test]
async fn r14_the_session_that_the_browser_had_ends() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let former = sign_in(&world.store, &ada, &hash()).await.expect("signed in");
    let now = Timestamp::now();
    let next = session(&ada, now);

    let sign_in = SignIn { user: &ada, hash: &hash(), stronger: None, session: &next, former: Some(&former) };
    world.store.open_session(&acting(by(&ada)), &sign_in).await.expect("signed in again");

    assert!(!is_let_in(&world, &former, now).await);
    assert!(is_let_in(&world, &next, now).await);
    world.close().await;
}

#[tokio::test]
async fn r14_signing_in_twice_at_one_instant_opens_two_sessions() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let now = Timestamp::now();
    let ada = User { last_sign_in_at: Some(now), ..ada };
    for _ in 0..2 {
        let session = session(&ada, now);
        let sign_in = SignIn { user: &ada, hash: &hash(), stronger: None, session: &session, former: None };
        world.store.open_session(&acting_at(by(&ada), now), &sign_in).await.expect("signed in");
        assert!(is_let_in(&world, &session, now).await);
    }
    world.close().await;
}
