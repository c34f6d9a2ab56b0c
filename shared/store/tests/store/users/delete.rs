//! Deleting and restoring.

use backoffice_domain::{Status, UserChanges};
use backoffice_store::Error;

use crate::harness::{Person, World, changes, group};

#[tokio::test]
async fn r35_deleting_keeps_the_user_and_leaves_the_groups() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace").of(&[group(2), group(3)])).await;

    let deleted = world.set_status(&ada, Status::Deleted).await.expect("deleted");

    assert_eq!(world.user(ada.id).await, deleted);
    assert_eq!(deleted.groups, ada.groups, "they stay noted");
    let members = world.member_counts().await;
    assert_eq!(members[..3], [1, 0, 0]);
    world.close().await;
}

#[tokio::test]
async fn r35_restoring_brings_the_groups_back() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace").of(&[group(2), group(3)])).await;
    let deleted = world.set_status(&ada, Status::Deleted).await.expect("deleted");

    let restored = world.set_status(&deleted, Status::Deactivated).await.expect("restored");

    assert_eq!(world.user(ada.id).await, restored);
    let members = world.member_counts().await;
    assert_eq!(members[..3], [1, 1, 1]);
    world.close().await;
}

#[tokio::test]
async fn r35_an_administrator_comes_back_deactivated() {
    let world = World::open().await;
    let ada = world.add(Person::administrator("Ada")).await;
    let deleted = world.set_status(&ada, Status::Deleted).await.expect("deleted");
    let restored = world.set_status(&deleted, Status::Deactivated).await.expect("restored");
    world.check().await;
    world.set_status(&restored, Status::Active).await.expect("activated");
    world.close().await;
}

#[tokio::test]
async fn r33_what_reaches_a_user_deleted_meanwhile_changes_nothing() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    world.set_status(&ada, Status::Deleted).await.expect("deleted");
    let before = world.table.dump().await;

    let edited = world.edit(&ada, UserChanges { agent: Some(true), ..changes() }).await;
    let deactivated = world.set_status(&ada, Status::Deactivated).await;
    let deleted = world.set_status(&ada, Status::Deleted).await;

    for refused in [edited, deactivated, deleted] {
        assert!(matches!(refused, Err(Error::UserDeleted)), "{refused:?}");
    }
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r33_restoring_twice_restores_once() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let deleted = world.set_status(&ada, Status::Deleted).await.expect("deleted");
    let restored = world.set_status(&deleted, Status::Deactivated).await.expect("restored");

    let again = world.set_status(&deleted, Status::Deactivated).await;

    assert!(matches!(&again, Err(Error::UserChanged(conflict)) if conflict.current == restored), "{again:?}");
    world.close().await;
}
