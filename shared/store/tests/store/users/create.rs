//! Creating a user.

use backoffice_domain::User;
use backoffice_domain::access::Definitions;
use backoffice_domain::audit::Action;
use backoffice_domain::password::PasswordHash;
use backoffice_store::guard::Wanted;
use backoffice_store::{Actor, Error};
use jiff::Timestamp;

use crate::harness::{Change, Person, World, acting, creation, edition, group};

#[tokio::test]
async fn r33_a_new_user_is_everywhere_at_once() {
    let world = World::open().await;
    let person = Person::named("Zoë", "Ångström-O'Neill").email("Zoe.A@Shop.Example").of(&[group(2), group(3)]).agent();

    let created = world.add(person).await;

    assert_eq!(world.user(created.id).await, created);
    let credential = world.store.credential(&created.email).await.expect("a read").expect("a credential");
    assert_eq!(credential.user_id, created.id);
    let members = world.member_counts().await;
    assert_eq!(members[..4], [1, 1, 1, 0]);
    let headcount = world.see(Wanted { headcount: true, ..Wanted::default() }).await.headcount;
    assert_eq!((headcount.active, headcount.active_administrators), (2, 1));
    world.close().await;
}

#[tokio::test]
async fn r33_an_unknown_group_refuses_the_whole_user() {
    let world = World::open().await;
    let before = world.table.dump().await;

    let refused = world.try_add(&Person::named("Ada", "Lovelace").of(&[group(2), group(99)])).await;

    assert!(matches!(refused, Err(Error::GroupMissing(1))), "{refused:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r33_a_user_without_a_password_is_none() {
    let world = World::open().await;
    let before = world.table.dump().await;
    let user = Person::named("Ada", "Lovelace").user();

    let refused = world.change(Change { actor: world.by_administrator(), hash: None, ..creation(&user) }).await;

    assert!(matches!(refused, Err(Error::Fault(_))), "{refused:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r08_an_operator_makes_nobody_but_the_first_administrator() {
    let world = World::open().await;
    let before = world.table.dump().await;

    for person in [Person::administrator("Second"), Person::named("No", "Administrator")] {
        let refused = world.change(creation(&person.user())).await;
        assert!(matches!(refused, Err(Error::AdministratorExists | Error::Fault(_))), "{refused:?}");
    }

    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r08_an_empty_store_takes_no_other_first_user() {
    let world = World::empty().await;
    let before = world.table.dump().await;

    let refused = world.change(creation(&Person::named("No", "Administrator").user())).await;

    assert!(matches!(refused, Err(Error::Fault(_))), "{refused:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r08_an_operator_gives_an_administrator_a_new_password() {
    let world = World::open().await;
    let before = &world.administrator;
    let after = User { session_epoch: before.session_epoch + 1, ..before.clone() }.stamped(None, Timestamp::now());
    let new = PasswordHash::stored("new".to_owned());

    let change = edition(before, Action::UserRecovered, before, &after);
    world.change(Change { actor: Actor::Operator, hash: Some(new.clone()), ..change }).await.expect("recovered");

    assert_eq!(world.user(before.id).await, after);
    let credential = world.store.credential(&before.email).await.expect("a read").expect("a credential");
    assert_eq!(credential.hash, new);
    world.close().await;
}

#[tokio::test]
async fn r33_a_prepared_table_is_left_alone() {
    let world = World::open().await;
    world.add(Person::named("Ada", "Lovelace")).await;
    let before = world.table.dump().await;

    world.store.prepare(&acting(Actor::Operator), &Definitions::default()).await.expect("nothing to do");

    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r38_what_people_are_called_survives_exactly() {
    let world = World::open().await;
    let long = "é".repeat(100);
    let wide = "ﷺ".repeat(100);
    let emoji = "👩‍👩‍👧‍👦".repeat(14);
    for (first, last) in [
        ("🦀", "<script>alert(1)</script>"),
        ("=cmd|' /C calc'!A0", "מרים"),
        (&*long, "Ο'Νηλ"),
        (&*wide, &*wide),
        (&*emoji, "\u{1f1e9}\u{1f1ea}"),
    ] {
        let created = world.add(Person::named(first, last)).await;
        let found = world.user(created.id).await;
        assert_eq!((found.first_name.as_str(), found.last_name.as_str()), (first, last));
    }
    world.close().await;
}
