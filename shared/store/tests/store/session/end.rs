//! What ends a session.

use backoffice_domain::session::{ABSOLUTE, IDLE};
use backoffice_domain::{Status, UserChanges};
use backoffice_store::guard::Wanted;
use jiff::{SignedDuration, Timestamp};

use super::{is_let_in, sign_in};
use crate::harness::{Person, World, acting, by, changes, group, hash};

#[tokio::test]
async fn r20_signing_out_ends_the_session_and_is_recorded_once() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let session = sign_in(&world.store, &ada, &hash()).await.expect("signed in");

    world.store.end_session(&acting(by(&ada)), &ada, &session).await.expect("signed out");
    let before = world.table.dump().await;
    world.store.end_session(&acting(by(&ada)), &ada, &session).await.expect("it has ended");

    assert!(!is_let_in(&world, &session, Timestamp::now()).await);
    assert_eq!(world.table.dump().await, before, "no event without a change");
    world.close().await;
}

#[tokio::test]
async fn r19_an_old_session_is_refused_though_it_is_still_there() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let opened = sign_in(&world.store, &ada, &hash()).await.expect("signed in");
    let start = opened.created_at;
    assert!(is_let_in(&world, &opened, start + IDLE - SignedDuration::from_secs(1)).await);
    assert!(!is_let_in(&world, &opened, start + IDLE).await);

    // Used all day long, it ends all the same.
    let mut used = opened.clone();
    while used.seen_at < start + ABSOLUTE - SignedDuration::from_mins(30) {
        let now = used.seen_at + SignedDuration::from_mins(30);
        world.store.note_seen(&used, now).await.expect("noted");
        used.seen_at = now;
    }
    assert!(is_let_in(&world, &opened, start + ABSOLUTE - SignedDuration::from_secs(1)).await);
    assert!(!is_let_in(&world, &opened, start + ABSOLUTE).await);
    world.close().await;
}

#[tokio::test]
async fn r19_noting_a_request_brings_no_ended_session_back() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let session = sign_in(&world.store, &ada, &hash()).await.expect("signed in");
    world.store.end_session(&acting(by(&ada)), &ada, &session).await.expect("signed out");
    let before = world.table.dump().await;

    world.store.note_seen(&session, Timestamp::now()).await.expect("nothing to note");

    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r16_the_very_next_request_sees_every_change() {
    let world = World::open().await;
    let now = Timestamp::now();
    for change in
        [UserChanges { password: true, ..changes() }, UserChanges { groups: Some(vec![group(3)]), ..changes() }]
    {
        let ada = world.add(Person::named("Ada", "Lovelace")).await;
        let session = sign_in(&world.store, &ada, &hash()).await.expect("signed in");
        let ends = change.password;
        let edited = world.edit(&ada, change).await.expect("an edit");
        assert_eq!(is_let_in(&world, &session, now).await, !ends);
        let wanted = Wanted { session: Some((session.user_id, session.id)), ..Wanted::default() };
        assert_eq!(world.see(wanted).await.acting.map(|user| user.groups), Some(edited.groups));
    }
    for status in [Status::Deactivated, Status::Deleted] {
        let ada = world.add(Person::named("Ada", "Lovelace")).await;
        let session = sign_in(&world.store, &ada, &hash()).await.expect("signed in");
        let gone = world.set_status(&ada, status).await.expect("another status");
        assert!(!is_let_in(&world, &session, now).await);
        if status == Status::Deactivated {
            world.set_status(&gone, Status::Active).await.expect("activated");
            assert!(!is_let_in(&world, &session, now).await, "what had ended stays ended");
        }
    }
    world.close().await;
}
