//! Activating and deactivating; the last active administrator.

use backoffice_domain::{Group, Status, UserChanges};
use backoffice_store::Error;
use backoffice_store::guard::Wanted;

use crate::harness::{Person, World, changes, group};

#[tokio::test]
async fn r33_a_status_moves_with_counts_and_lists() {
    let world = World::open().await;
    let ada = world.add(Person::administrator("Ada")).await;

    let deactivated = world.set_status(&ada, Status::Deactivated).await.expect("deactivated");
    assert_eq!(world.user(ada.id).await, deactivated);
    let headcount = world.see(Wanted { headcount: true, ..Wanted::default() }).await.headcount;
    assert_eq!((headcount.active_administrators, headcount.active, headcount.deactivated), (1, 1, 1));
    world.check().await;

    let activated = world.set_status(&deactivated, Status::Active).await.expect("activated");
    assert_eq!(world.user(ada.id).await, activated);
    let headcount = world.see(Wanted { headcount: true, ..Wanted::default() }).await.headcount;
    assert_eq!((headcount.active_administrators, headcount.active, headcount.deactivated), (2, 2, 0));
    assert_eq!(activated.session_epoch, ada.session_epoch + 1, "what was signed in before stays ended");
    world.close().await;
}

#[tokio::test]
async fn r27_the_last_administrator_stays_by_every_path() {
    let world = World::open().await;
    let only = &world.administrator;
    world.add(Person::named("No", "Administrator")).await;
    let former = world.add(Person::administrator("Former")).await;
    world.set_status(&former, Status::Deactivated).await.expect("two are active");
    let before = world.table.dump().await;

    let deactivated = world.set_status(only, Status::Deactivated).await;
    let deleted = world.set_status(only, Status::Deleted).await;
    let demoted = world.edit(only, UserChanges { groups: Some(vec![group(2)]), ..changes() }).await;

    for refused in [deactivated, deleted, demoted] {
        assert!(matches!(refused, Err(Error::LastAdministrator)), "{refused:?}");
    }
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r27_whoever_is_no_active_administrator_may_always_go() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let former = world.add(Person::administrator("Former")).await;
    let former = world.set_status(&former, Status::Deactivated).await.expect("two are active");

    world.set_status(&former, Status::Deleted).await.expect("was not active");
    world.set_status(&ada, Status::Deactivated).await.expect("was no administrator");
    world.close().await;
}

#[tokio::test]
async fn r27_a_promotion_makes_room_for_a_demotion() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    world.edit(&ada, UserChanges { groups: Some(vec![Group::ADMINISTRATORS]), ..changes() }).await.expect("promoted");

    let only = &world.administrator;
    let demoted = world.edit(only, UserChanges { groups: Some(vec![group(2)]), ..changes() }).await;

    assert!(demoted.is_ok(), "{demoted:?}");
    world.close().await;
}

#[tokio::test]
async fn r18_who_deactivates_themself_is_written_once() {
    let world = World::open().await;
    let ada = world.add(Person::administrator("Ada")).await;

    let gone = world.set_status_as(&ada, &ada, Status::Deactivated).await.expect("deactivated themself");

    assert_eq!(world.user(ada.id).await, gone);
    assert_eq!(gone.updated_by, Some(ada.editor()));
    world.close().await;
}
