//! Whoever has been removed, moved or given a new password commits nothing more (R16, R27).

use backoffice_domain::{Group, Status, User, UserChanges};
use backoffice_store::Error;

use crate::harness::{Change, Person, World, by, changes, creation, group};

/// Everything an actor can still try after they have changed.
async fn nothing_more_is_written(world: &World, actor: &User, target: &User) {
    let before = world.table.dump().await;
    let newcomer = Person::named("New", "Comer").user();

    let mut refusals = vec![
        world.change(Change { actor: by(actor), ..creation(&newcomer) }).await,
        world.edit_as(actor, target, UserChanges { agent: Some(true), ..changes() }).await.map(drop),
        world.edit_as(actor, target, UserChanges { password: true, ..changes() }).await.map(drop),
        world.edit_as(actor, actor, UserChanges { agent: Some(true), ..changes() }).await.map(drop),
    ];
    for status in [Status::Deactivated, Status::Deleted] {
        refusals.push(world.set_status_as(actor, target, status).await.map(drop));
        refusals.push(world.set_status_as(actor, actor, status).await.map(drop));
    }

    for refused in refusals {
        assert!(matches!(refused, Err(Error::ActorChanged)), "{refused:?}");
    }
    assert_eq!(world.table.dump().await, before);
}

#[tokio::test]
async fn r27_a_deactivated_actor_writes_nothing() {
    let world = World::open().await;
    let (actor, target) =
        (world.add(Person::administrator("Actor")).await, world.add(Person::named("A", "Target")).await);
    world.set_status(&actor, Status::Deactivated).await.expect("deactivated");
    nothing_more_is_written(&world, &actor, &target).await;
    world.close().await;
}

#[tokio::test]
async fn r27_a_deleted_actor_writes_nothing() {
    let world = World::open().await;
    let (actor, target) =
        (world.add(Person::administrator("Actor")).await, world.add(Person::named("A", "Target")).await);
    world.set_status(&actor, Status::Deleted).await.expect("deleted");
    nothing_more_is_written(&world, &actor, &target).await;
    world.close().await;
}

#[tokio::test]
async fn r16_an_actor_of_other_groups_writes_nothing() {
    let world = World::open().await;
    let target = world.add(Person::named("A", "Target")).await;
    for groups in [vec![group(2)], vec![Group::ADMINISTRATORS, group(2)]] {
        let actor = world.add(Person::administrator("Actor")).await;
        world.edit(&actor, UserChanges { groups: Some(groups), ..changes() }).await.expect("moved");
        nothing_more_is_written(&world, &actor, &target).await;
    }
    world.close().await;
}

#[tokio::test]
async fn r16_an_actor_with_a_new_password_writes_nothing() {
    let world = World::open().await;
    let (actor, target) =
        (world.add(Person::administrator("Actor")).await, world.add(Person::named("A", "Target")).await);
    world.edit(&actor, UserChanges { password: true, ..changes() }).await.expect("a new password");
    nothing_more_is_written(&world, &actor, &target).await;
    world.close().await;
}

#[tokio::test]
async fn r16_an_actor_who_came_back_is_another() {
    let world = World::open().await;
    let (actor, target) =
        (world.add(Person::administrator("Actor")).await, world.add(Person::named("A", "Target")).await);
    let gone = world.set_status(&actor, Status::Deactivated).await.expect("deactivated");
    let back = world.set_status(&gone, Status::Active).await.expect("activated");
    nothing_more_is_written(&world, &actor, &target).await;

    world.set_status_as(&back, &target, Status::Deactivated).await.expect("as they are now");
    world.close().await;
}

#[tokio::test]
async fn r16_an_edit_of_something_else_of_the_actor_stops_nobody() {
    let world = World::open().await;
    let (actor, target) =
        (world.add(Person::administrator("Actor")).await, world.add(Person::named("A", "Target")).await);
    world.edit(&actor, UserChanges { agent: Some(true), ..changes() }).await.expect("an edit");

    world.set_status_as(&actor, &target, Status::Deactivated).await.expect("the same rights");
    world.close().await;
}
