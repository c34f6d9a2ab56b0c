//! Creating, editing and deleting groups and roles, and the policy that comes of it.

use backoffice_domain::access::Definition;
use backoffice_domain::{Permission, Permissions};
use backoffice_store::Error;

use crate::harness::{Person, World, fresh_group, fresh_role, group, renamed, ruled};

#[tokio::test]
async fn r16_what_a_role_gives_holds_as_soon_as_it_is_written() {
    let world = World::open().await;
    let role = fresh_role("Reader", &["allow users.read", "allow customers.*", "deny customers.write"]);
    world.define(None, Some(&role)).await.expect("a role");
    let readers = fresh_group("Readers", &[role.id]);
    world.define(None, Some(&readers)).await.expect("a group");
    let gives = async || world.rights().await.policy.permissions(&[readers.id]);
    let words = |permissions: Permissions| permissions.iter().map(Permission::as_str).collect::<Vec<_>>();
    assert_eq!(words(gives().await), ["users.read", "customers.read"]);

    let edited = ruled(&role, &["allow users.delete"]);
    world.define(Some(&role), Some(&edited)).await.expect("edited");
    assert_eq!(words(gives().await), ["users.delete"]);
    let rights = world.rights().await;
    assert_eq!((rights.definitions.roles[&role.id].clone(), rights.policy.version), (edited, 4));
    assert_eq!(rights.definitions.groups[&readers.id], readers);
    world.close().await;
}

#[tokio::test]
async fn a_group_is_called_otherwise_wherever_it_is_named() {
    let world = World::open().await;
    let user = world.add(Person::named("Ada", "Lovelace").of(&[group(2)])).await;
    let before = world.rights().await.definitions.groups[&group(2)].clone();
    assert_eq!(before.member_count, 1);

    world.define(Some(&before), Some(&renamed(&before, "Buyers"))).await.expect("renamed");

    let rights = world.rights().await;
    assert_eq!(rights.policy.grant(group(2)).map(|grant| &*grant.name), Some("Buyers"));
    assert_eq!(rights.definitions.groups[&group(2)].member_count, 1, "what is counted meanwhile stays counted");
    assert_eq!(world.user(user.id).await.version, user.version, "renaming a group does not move its members' versions");
    world.close().await;
}

#[tokio::test]
async fn r31_a_change_of_an_older_version_says_what_it_is_now() {
    let world = World::open().await;
    let role = fresh_role("Reader", &["allow users.read"]);
    world.define(None, Some(&role)).await.expect("a role");
    let edited = ruled(&role, &["deny users.read"]);
    world.define(Some(&role), Some(&edited)).await.expect("edited");

    match world.define(Some(&role), Some(&ruled(&role, &[]))).await {
        Err(Error::DefinitionChanged(current)) => assert_eq!(*current, Definition::Role(edited.clone())),
        other => panic!("{other:?}"),
    }
    world.define(Some(&edited), None).await.expect("deleted");
    let refused = world.define(Some(&edited), Some(&ruled(&edited, &[]))).await;
    assert!(matches!(refused, Err(Error::DefinitionMissing)), "{refused:?}");
    world.close().await;
}

#[tokio::test]
async fn what_was_decided_of_other_rights_is_decided_anew() {
    let world = World::open().await;
    let role = fresh_role("Reader", &["allow users.read"]);
    world.define(None, Some(&role)).await.expect("a role");
    let rights = world.rights().await;
    world.define(None, Some(&fresh_group("Readers", &[role.id]))).await.expect("a group");

    // The policy compiled of these rights would know nothing of the new group.
    let refused = world.define_knowing(&rights, Some(&role), Some(&ruled(&role, &["allow *"]))).await;

    assert!(matches!(refused, Err(Error::PolicyChanged)), "{refused:?}");
    world.define(Some(&role), Some(&ruled(&role, &["allow *"]))).await.expect("edited");
    world.close().await;
}

#[tokio::test]
async fn a_group_with_members_stays() {
    let world = World::open().await;
    let readers = fresh_group("Readers", &[]);
    world.define(None, Some(&readers)).await.expect("a group");
    let rights = world.rights().await;
    let user = world.add(Person::named("Ada", "Lovelace").of(&[readers.id])).await;

    // Decided when there was nobody in it.
    let refused = world.define_knowing(&rights, Some(&readers), None).await;
    assert!(matches!(refused, Err(Error::GroupNotEmpty(1))), "{refused:?}");

    world.regroup(&world.administrator, &[(user, &[group(2)])]).await.expect("moved");
    world.define(Some(&readers), None).await.expect("deleted");
    let rights = world.rights().await;
    assert!(rights.policy.grant(readers.id).is_none() && !rights.definitions.groups.contains_key(&readers.id));
    world.close().await;
}

#[tokio::test]
async fn r41_the_policy_stays_within_one_read_unit() {
    let world = World::open().await;
    let mut made = 0;
    let refused = loop {
        let name = format!("{made:03} {}", "ß".repeat(40));
        match world.define(None, Some(&fresh_group(&name, &[]))).await {
            Ok(()) => made += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, Error::PolicyFull), "{refused:?}");
    assert!(made >= 8, "room for {made} groups with long names beside 24");
    let store = world.store.metered();
    store.see(&backoffice_store::guard::Wanted::default(), jiff::Timestamp::now()).await.expect("a read");
    assert_eq!(store.cost().to_string(), "trips=1; read=1; write=0");
    world.close().await;
}

#[tokio::test]
async fn r16_who_has_lost_their_groups_shapes_no_rights() {
    let world = World::open().await;
    let second = world.add(Person::administrator("Second")).await;
    let rights = world.rights().await;
    world.regroup(&second, &[(world.administrator.clone(), &[group(2)])]).await.expect("moved");

    let refused = world.define_knowing(&rights, None, Some(&fresh_role("Mine", &["allow *"]))).await;

    assert!(matches!(refused, Err(Error::ActorChanged)), "{refused:?}");
    world.close().await;
}

#[tokio::test]
async fn r59_rights_of_the_time_before_roles_hold_and_are_not_compiled_of_nothing() {
    let world = World::open().await;
    for mut item in world.table.dump_of("ACCESS").await {
        let is_role = item["sk"].as_s().is_ok_and(|sk| sk.starts_with("ROLE#"));
        world.table.delete(&item).await;
        item.retain(|name, _| !["roles", "version", "updatedAt"].contains(&name.as_str()));
        if !is_role {
            world.table.put(item).await;
        }
    }

    let rights = world.rights().await;
    assert_eq!(rights.policy.permissions(&[group(1)]), Permissions::EVERY);
    assert_eq!(rights.definitions.groups.len(), 24);
    let refused = world.define(None, Some(&fresh_role("Reader", &["allow users.read"]))).await;
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(world.rights().await.policy, rights.policy);
    world.table.drop().await;
}
