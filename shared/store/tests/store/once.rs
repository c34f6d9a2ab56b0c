//! Idempotency keys (R32).

use backoffice_domain::{Status, User, UserChanges};
use backoffice_store::guard::Wanted;
use backoffice_store::{Error, Once, OnceKey, StoredAnswer};
use jiff::{SignedDuration, Timestamp};

use backoffice_domain::audit::Action;
use backoffice_store::users::UserChange;

use crate::harness::{Change, Person, World, acting_at, changes, creation, edition, hash};

/// The answer to a request, remembered under a key.
fn once(actor: &User, key: &str, body: &str) -> Once {
    Once {
        key: OnceKey { actor: actor.id.to_string(), key: key.to_owned(), macs: vec![format!("mac of {body}")] },
        answer: StoredAnswer {
            status: 201,
            headers: vec![("etag".to_owned(), "\"1\"".to_owned())],
            body: format!("answer to {body}"),
        },
    }
}

/// Creates `user` under an idempotency key.
async fn create(world: &World, user: &User, once: Once) -> Result<(), Error> {
    world.change(Change { actor: world.by_administrator(), once: Some(once), ..creation(user) }).await
}

#[tokio::test]
async fn r32_the_same_request_has_its_answer_and_is_applied_once() {
    let world = World::open().await;
    let first = once(&world.administrator, "key", "body");
    create(&world, &Person::named("Ada", "Lovelace").email("ada@shop.example").user(), first.clone())
        .await
        .expect("created");
    let before = world.table.dump().await;

    // The repeated request has a fresh id, and would now find its e-mail taken, too.
    let again = Person::named("Ada", "Lovelace").email("ada@shop.example").user();
    let repeated = create(&world, &again, first.clone()).await;

    assert!(matches!(&repeated, Err(Error::Repeated(answer)) if **answer == first.answer), "{repeated:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r32_another_body_under_the_same_key_is_refused() {
    let world = World::open().await;
    let first = once(&world.administrator, "key", "body");
    create(&world, &Person::named("Ada", "Lovelace").user(), first).await.expect("created");
    let before = world.table.dump().await;

    let other = once(&world.administrator, "key", "other body");
    let refused = create(&world, &Person::named("Grace", "Hopper").user(), other).await;

    assert!(matches!(refused, Err(Error::KeyReused)), "{refused:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r32_keys_of_different_people_never_meet() {
    let world = World::open().await;
    let other = world.add(Person::administrator("Other")).await;
    create(&world, &Person::named("Ada", "Lovelace").user(), once(&world.administrator, "key", "body"))
        .await
        .expect("created");
    create(&world, &Person::named("Grace", "Hopper").user(), once(&other, "key", "other body")).await.expect("created");
    world.close().await;
}

#[tokio::test]
async fn r32_what_was_refused_is_not_remembered() {
    let world = World::open().await;
    let owner = world.add(Person::named("Ada", "Lovelace").email("ada@shop.example")).await;
    let key = once(&world.administrator, "key", "body");
    let user = Person::named("Ada", "Again").email("ada@shop.example").user();
    let refused = create(&world, &user, key.clone()).await;
    assert!(matches!(refused, Err(Error::EmailTaken(_))), "{refused:?}");

    let email = backoffice_domain::Email::parse("ada.lovelace@shop.example").expect("an e-mail");
    world.edit(&owner, UserChanges { email: Some(email), ..changes() }).await.expect("moved");
    create(&world, &user, key).await.expect("now it can be applied");
    world.close().await;
}

#[tokio::test]
async fn r32_the_guard_sees_an_answer_before_anything_is_done() {
    let world = World::open().await;
    let first = once(&world.administrator, "key", "body");
    create(&world, &Person::named("Ada", "Lovelace").user(), first.clone()).await.expect("created");

    let seen = |once: Once| world.see(Wanted { once: Some(once.key), ..Wanted::default() });
    let repeated = seen(first.clone()).await.once.map(|error| *error);
    let reused = seen(once(&world.administrator, "key", "other body")).await.once.map(|error| *error);
    let fresh = seen(once(&world.administrator, "another key", "body")).await.once;

    assert!(matches!(repeated, Some(Error::Repeated(answer)) if *answer == first.answer));
    assert!(matches!(reused, Some(Error::KeyReused)));
    assert!(fresh.is_none());
    world.close().await;
}

#[tokio::test]
async fn r32_a_repetition_is_known_while_keys_are_rotated() {
    let world = World::open().await;
    let rotated = |macs: &[&str]| {
        let once = once(&world.administrator, "key", "body");
        Once { key: OnceKey { macs: macs.iter().map(|mac| (*mac).to_owned()).collect(), ..once.key }, ..once }
    };
    create(&world, &Person::named("Ada", "Lovelace").user(), rotated(&["by the old key"])).await.expect("created");

    for macs in [&["by the old key", "by the new key"], &["by the new key", "by the old key"]] {
        let repeated = create(&world, &Person::named("Ada", "Lovelace").user(), rotated(macs)).await;
        assert!(matches!(repeated, Err(Error::Repeated(_))), "{repeated:?}");
    }
    let gone = create(&world, &Person::named("Ada", "Lovelace").user(), rotated(&["by the new key"])).await;
    assert!(matches!(gone, Err(Error::KeyReused)), "the old key is no longer accepted: {gone:?}");
    world.close().await;
}

#[tokio::test]
async fn r32_a_key_counts_for_a_day_whether_or_not_it_is_still_there() {
    let world = World::open().await;
    let then = Timestamp::now() - SignedDuration::from_hours(24);
    let first = once(&world.administrator, "key", "body");
    let create_at = async |user: User, once: Once, now: Timestamp| {
        let change = UserChange {
            action: Action::UserCreated,
            before: None,
            after: &user,
            hash: Some(&hash()),
            once: Some(&once),
        };
        world.store.change_user(&acting_at(world.by_administrator(), now), &change).await
    };
    create_at(Person::named("Ada", "Lovelace").user(), first.clone(), then).await.expect("created");

    let other = once(&world.administrator, "key", "other body");
    let last_second = then + SignedDuration::from_hours(24) - SignedDuration::from_secs(1);
    let refused = create_at(Person::named("Grace", "Hopper").user(), other.clone(), last_second).await;
    assert!(matches!(refused, Err(Error::KeyReused)), "{refused:?}");
    let wanted = Wanted { once: Some(other.key.clone()), ..Wanted::default() };
    assert!(world.store.see(&wanted, last_second).await.expect("a read").once.is_some());

    let a_day_later = then + SignedDuration::from_hours(24);
    assert!(world.store.see(&wanted, a_day_later).await.expect("a read").once.is_none());
    create_at(Person::named("Grace", "Hopper").user(), other, a_day_later).await.expect("the key is free again");
    world.close().await;
}

#[tokio::test]
async fn r32_a_repetition_is_one_before_it_is_anything_else() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace").email("ada@shop.example")).await;
    let key = once(&world.administrator, "key", "body");
    let email = backoffice_domain::Email::parse("ada.lovelace@shop.example").expect("an e-mail");
    let moved = UserChanges { email: Some(email), ..changes() };
    let after = ada.edited(moved, &world.administrator.editor(), Timestamp::now()).expect("a change");
    let change =
        || Change { once: Some(key.clone()), ..edition(&world.administrator, Action::UserUpdated, &ada, &after) };
    world.change(change()).await.expect("moved");

    // By now the version is stale, the credential elsewhere, the actor gone.
    let other = world.add(Person::administrator("Other")).await;
    world.set_status_as(&other, &world.administrator, Status::Deactivated).await.expect("deactivated");
    let repeated = world.change(change()).await;

    assert!(matches!(&repeated, Err(Error::Repeated(answer)) if **answer == key.answer), "{repeated:?}");
    world.close().await;
}

#[tokio::test]
async fn r32_a_request_read_as_new_is_found_to_be_answered_unless_a_transaction_has_judged_it() {
    let world = World::open().await;
    let first = once(&world.administrator, "key", "body");
    let (now, asked) = (Timestamp::now(), world.store.metered());
    let meanwhile = async |once: &Once| asked.ended_meanwhile(&once.key, now).await.expect("a read");
    assert!(meanwhile(&first).await.is_none());

    create(&world, &Person::named("Ada", "Lovelace").user(), first.clone()).await.expect("created");

    let ended = meanwhile(&first).await;
    assert!(matches!(&ended, Some(Error::Repeated(answer)) if **answer == first.answer), "{ended:?}");
    let reused = meanwhile(&once(&world.administrator, "key", "other body")).await;
    assert!(matches!(reused, Some(Error::KeyReused)), "{reused:?}");
    assert!(meanwhile(&once(&world.administrator, "another key", "body")).await.is_none());
    let before = world.store.cost().trips;
    assert!(world.store.ended_meanwhile(&first.key, now).await.expect("nothing").is_none(), "it has been judged");
    assert_eq!(world.store.cost().trips, before, "and that costs nothing");
    world.close().await;
}
