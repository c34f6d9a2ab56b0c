//! Failed sign-ins are counted, and delay the next ones (R09, R10).

use std::sync::Arc;

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::audit::Action;
use backoffice_domain::{Status, User};
use backoffice_store::guard::Wanted;
use backoffice_store::session::SignIn;
use backoffice_store::throttle::{Attempt, Refusal, Tally};
use backoffice_store::{Actor, Store};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::session;
use crate::harness::{Item, Person, World, acting_at, by, hash};

/// Somebody guesses at an account nobody else guesses at, from an address of their own.
fn attempt() -> Attempt {
    Attempt { account: Uuid::now_v7().to_string(), browser: None, address: Uuid::now_v7().to_string() }
}

async fn count(store: &Store, attempt: &Attempt, now: Timestamp) -> Tally {
    store.see_and_count(&Wanted::default(), attempt, now).await.expect("counted").1
}

/// A whole sign-in with a wrong password, as a handler goes about it; whether it was delayed.
async fn fail(store: &Store, user: &User, attempt: &Attempt, now: Timestamp) -> bool {
    let approach = store.approach(&user.email, attempt).await.expect("a read");
    let tally = count(store, attempt, now).await;
    let refusal =
        Refusal { attempt, approach: &approach, tally: &tally, user: Some(user), refused: Action::SessionRefused };
    store.refuse_attempt(&acting_at(Actor::Nobody, now), &refusal).await.expect("counted");
    tally.is_delayed
}

/// A whole sign-in with the right password, to somebody who is not delayed.
async fn succeed(store: &Store, user: &User, attempt: &Attempt, now: Timestamp) {
    assert!(!count(store, attempt, now).await.is_delayed);
    let session = session(user, now);
    let sign_in = SignIn { user, hash: &hash(), stronger: None, session: &session, former: None };
    store.sign_in(&acting_at(by(user), now), &sign_in, attempt).await.expect("signed in");
}

async fn failures(world: &World, counted: &str) -> Option<u32> {
    let item = world.table.dump_of(&format!("THROTTLE#{counted}")).await.pop()?;
    Some(item["count"].as_n().expect("a number").parse().expect("a number"))
}

fn later(now: Timestamp, seconds: i64) -> Timestamp {
    now + SignedDuration::from_secs(seconds)
}

#[tokio::test]
async fn r09_from_the_fifth_failure_on_an_account_is_delayed_longer_and_longer() {
    let world = World::open().await;
    let (attempt, mut now) = (attempt(), Timestamp::now());
    for _ in 1..=4 {
        assert!(!count(&world.store, &attempt, now).await.is_delayed);
    }
    for minutes in [1, 2, 4, 8, 15, 15] {
        assert!(!count(&world.store, &attempt, now).await.is_delayed, "before {minutes} minutes");
        assert!(count(&world.store, &attempt, now).await.is_delayed);
        assert!(count(&world.store, &attempt, later(now, minutes * 60 - 1)).await.is_delayed);
        now = later(now, minutes * 60);
    }
    world.close().await;
}

#[tokio::test]
async fn r09_failures_are_forgotten_after_a_day_though_they_are_still_there() {
    let world = World::open().await;
    let (attempt, now) = (attempt(), Timestamp::now());
    for _ in 1..=5 {
        count(&world.store, &attempt, now).await;
    }
    let tomorrow = later(now, 24 * 60 * 60);

    assert!(!count(&world.store, &attempt, tomorrow).await.is_delayed);

    assert_eq!(failures(&world, &attempt.account).await, Some(1));
    world.close().await;
}

#[tokio::test]
async fn r09_a_right_sign_in_forgets_the_failures_of_the_account_and_not_of_the_address() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let (attempt, now) = (attempt(), Timestamp::now());
    for _ in 1..=4 {
        fail(&world.store, &ada, &attempt, now).await;
    }

    succeed(&world.store, &ada, &attempt, now).await;

    assert_eq!(failures(&world, &attempt.account).await, None);
    assert_eq!(failures(&world, &attempt.address).await, Some(4));
    world.close().await;
}

#[tokio::test]
async fn r09_a_browser_that_signed_in_before_is_counted_apart() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let (stranger, now) = (attempt(), Timestamp::now());
    let known = Attempt { browser: Some(Uuid::now_v7().to_string()), ..stranger.clone() };
    for _ in 1..=6 {
        fail(&world.store, &ada, &stranger, now).await;
    }

    succeed(&world.store, &ada, &known, now).await;

    assert!(count(&world.store, &stranger, now).await.is_delayed, "a stranger stays one");
    for _ in 1..=5 {
        assert!(!count(&world.store, &known, now).await.is_delayed);
    }
    assert!(count(&world.store, &known, now).await.is_delayed, "who has the browser guesses no faster");
    world.close().await;
}

#[tokio::test]
async fn r42_an_address_is_delayed_after_fifty_failures_whatever_the_accounts() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let (address, now) = (attempt().address, Timestamp::now());
    let from_there = || Attempt { address: address.clone(), ..attempt() };
    for _ in 1..=49 {
        fail(&world.store, &ada, &from_there(), now).await;
    }
    let until = async |now| world.store.approach(&ada.email, &from_there()).await.expect("a read").delayed_until(now);
    assert_eq!(until(now).await, None);

    fail(&world.store, &ada, &from_there(), now).await;

    let end = until(now).await.expect("a delay");
    assert_eq!(end.as_millisecond(), later(now, 60).as_millisecond());
    assert_eq!(until(end).await, None);
    assert_eq!(until(later(now, 60 * 60)).await, None);
    fail(&world.store, &ada, &from_there(), later(now, 60 * 60)).await;
    assert_eq!(failures(&world, &address).await, Some(1), "an hour later it begins anew");
    let delayed = |event: &Item| event["action"] == AttributeValue::S("session.delayed".to_owned());
    let events = world.table.dump_of(&format!("AUDIT#user#{}", ada.id)).await;
    assert_eq!(events.iter().filter(|event| delayed(event)).count(), 1);
    world.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r10_of_a_hundred_at_once_five_are_let_through() {
    let world = Arc::new(World::open().await);
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let now = Timestamp::now();
    for _ in 0..5 {
        let attempt = attempt();
        let guesses = (0..100).map(|_| {
            let (store, ada, attempt) = (world.store.clone(), ada.clone(), attempt.clone());
            tokio::spawn(async move { fail(&store, &ada, &attempt, now).await })
        });

        let delayed = futures_util::future::join_all(guesses.collect::<Vec<_>>()).await;

        let let_through = delayed.into_iter().filter(|delayed| !delayed.as_ref().expect("no panic")).count();
        assert_eq!(let_through, 5);
        assert_eq!(failures(&world, &attempt.account).await, Some(5));
        assert_eq!(failures(&world, &attempt.address).await, Some(50), "of the address until it is delayed too");
    }
    Arc::into_inner(world).expect("every task has ended").close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r10_forgotten_failures_begin_anew_once_however_many_come_at_once() {
    let world = Arc::new(World::open().await);
    for _ in 0..10 {
        let (attempt, now) = (attempt(), Timestamp::now());
        count(&world.store, &attempt, now).await;
        let tomorrow = later(now, 24 * 60 * 60);
        let guesses = (0..20).map(|_| {
            let (store, attempt) = (world.store.clone(), attempt.clone());
            tokio::spawn(async move { count(&store, &attempt, tomorrow).await.is_delayed })
        });

        let delayed = futures_util::future::join_all(guesses.collect::<Vec<_>>()).await;

        assert_eq!(delayed.into_iter().filter(|delayed| !delayed.as_ref().expect("no panic")).count(), 5);
    }
    Arc::into_inner(world).expect("every task has ended").close().await;
}

#[tokio::test]
async fn r46_refused_sign_ins_are_recorded_once_a_minute_and_when_a_delay_begins() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let (attempt, now) = (attempt(), Timestamp::now());
    let partition = format!("AUDIT#user#{}", ada.id);
    let actions = async || {
        let events = world.table.dump_of(&partition).await;
        let actions: Vec<String> = events.iter().map(|event| event["action"].as_s().expect("text").clone()).collect();
        actions.into_iter().filter(|action| action.starts_with("session")).collect::<Vec<_>>()
    };

    for _ in 1..=4 {
        fail(&world.store, &ada, &attempt, now).await;
    }
    assert_eq!(actions().await, ["session.refused"]);
    fail(&world.store, &ada, &attempt, now).await;
    assert_eq!(actions().await, ["session.refused", "session.delayed"]);
    assert!(fail(&world.store, &ada, &attempt, later(now, 59)).await);
    assert_eq!(actions().await.len(), 2);
    assert!(!fail(&world.store, &ada, &attempt, later(now, 60)).await);
    assert!(fail(&world.store, &ada, &attempt, later(now, 121)).await);
    assert_eq!(actions().await[2..], ["session.delayed", "session.refused"]);
    world.close().await;
}

#[tokio::test]
async fn r46_one_event_a_minute_for_one_address_whatever_the_accounts() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let (address, now) = (attempt().address, Timestamp::now());

    for _ in 0..10 {
        fail(&world.store, &ada, &Attempt { address: address.clone(), ..attempt() }, now).await;
    }

    assert_eq!(world.table.dump_of(&format!("AUDIT#user#{}", ada.id)).await.len(), 2, "created, refused once");
    world.close().await;
}

#[tokio::test]
async fn r46_what_is_no_user_has_events_that_name_no_email() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let gone = world.set_status(&ada, Status::Deleted).await.expect("deleted");
    let before = world.table.dump_of("AUDIT#user#").await;
    let attempt = attempt();

    fail(&world.store, &gone, &attempt, Timestamp::now()).await;

    assert_eq!(world.table.dump_of("AUDIT#user#").await, before, "what a deleted user has lost stays near");
    let event = world.table.dump_of(&format!("AUDIT#sign-in#{}", attempt.account)).await.remove(0);
    assert!(!format!("{event:?}").contains("shop.example"), "{event:?}");
    world.close().await;
}
