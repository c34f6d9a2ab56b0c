//! Many users at once into a group and out of it.

use backoffice_domain::{Group, User, UserChanges, UserId};
use backoffice_store::Error;
use backoffice_store::users::MAX_MOVED;

use crate::harness::{Person, World, changes, group};

async fn crowd(world: &World, count: usize) -> Vec<User> {
    let mut crowd = Vec::new();
    for number in 0..count {
        crowd.push(world.add(Person::named("Robin", &format!("Vale {number}")).of(&[group(2)])).await);
    }
    crowd
}

#[tokio::test]
async fn r33_all_of_them_move_or_nobody() {
    let world = World::open().await;
    let users = crowd(&world, MAX_MOVED).await;
    let (service, both) = ([group(2)], [group(2), group(3)]);
    let moves: Vec<_> = users.iter().map(|user| (user.clone(), &both[..])).collect();

    world.regroup(&world.administrator, &moves).await.expect("all of them");
    assert_eq!(world.member_counts().await[..3], [1, 25, 25]);
    let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
    let now = world.store.users_now(&ids).await.expect("users");
    assert!(now.iter().all(|user| user.groups == both && user.version == 2), "{now:?}");

    // One of them is edited meanwhile.
    let edited = world.edit(&now[7], UserChanges { agent: Some(true), ..changes() }).await.expect("an edit");
    let moves: Vec<_> = now.iter().map(|user| (user.clone(), &service[..])).collect();
    match world.regroup(&world.administrator, &moves).await {
        Err(Error::UserChanged(conflict)) => assert_eq!(conflict.current, edited),
        other => panic!("{other:?}"),
    }
    assert_eq!(world.member_counts().await[..3], [1, 25, 25]);
    world.close().await;
}

#[tokio::test]
async fn r27_administrators_are_never_emptied() {
    let world = World::open().await;
    let mut administrators = vec![world.administrator.clone()];
    for name in ["Second", "Third"] {
        administrators.push(world.add(Person::administrator(name)).await);
    }
    let other = [group(2)];
    let all: Vec<_> = administrators.iter().map(|user| (user.clone(), &other[..])).collect();

    let refused = world.regroup(&administrators[0], &all).await;
    assert!(matches!(refused, Err(Error::LastAdministrator)), "{refused:?}");

    world.regroup(&administrators[0], &all[1..]).await.expect("one stays");
    let refused = world.regroup(&administrators[0], &all[..1]).await;
    assert!(matches!(refused, Err(Error::LastAdministrator)), "{refused:?}");
    world.close().await;
}

#[tokio::test]
async fn whoever_moves_themselves_goes_along() {
    let world = World::open().await;
    let second = world.add(Person::administrator("Second")).await;
    let groups = [Group::ADMINISTRATORS, group(3)];

    world.regroup(&second, &[(second.clone(), &groups), (world.administrator.clone(), &groups)]).await.expect("both");

    assert_eq!(world.member_counts().await[..3], [2, 0, 2]);
    world.close().await;
}

#[tokio::test]
async fn a_group_that_is_gone_takes_nobody() {
    let world = World::open().await;
    let user = world.add(Person::named("Ada", "Lovelace")).await;

    let refused = world.regroup(&world.administrator, &[(user.clone(), &[group(99)])]).await;

    assert!(matches!(refused, Err(Error::DefinitionMissing)), "{refused:?}");
    assert_eq!(world.user(user.id).await, user);
    world.close().await;
}
