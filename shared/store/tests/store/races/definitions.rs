//! Several shape rights at the same moment: nobody's change is lost, and the policy is never a mixture (R16).

use std::pin::Pin;
use std::sync::Arc;

use backoffice_domain::access::Definition;
use backoffice_domain::{Group, Permission, Role, User};
use backoffice_store::Error;

use super::{ROUNDS, Tally, at_once, crowd_of};
use crate::harness::{Person, World, changes, fresh_group, fresh_role, group, ruled};

/// Changes of different kinds, to be made at once.
type Attempt<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// As often as whoever finds other rights decides anew.
const ATTEMPTS: usize = 100;

/// Makes a change as a handler does: decided anew while others are quicker.
async fn persist<D: Clone + Into<Definition>>(world: &World, before: &D, after: &D) -> Result<(), Error> {
    for _ in 0..ATTEMPTS {
        match world.define(Some(before), Some(after)).await {
            Err(Error::PolicyChanged | Error::Contended) => {}
            other => return other,
        }
    }
    panic!("others are always quicker")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r31_of_editors_of_one_role_exactly_one_wins() {
    let world = Arc::new(World::open().await);
    let mut role = fresh_role("Reader", &["allow users.read"]);
    world.define(None, Some(&role)).await.expect("a role");
    world.define(None, Some(&fresh_group("Readers", &[role.id]))).await.expect("a group");
    let mut tally = Tally::default();
    for round in 0..ROUNDS {
        let rules = ["allow users.read", "allow users.*", "deny users.read", "allow *"];
        let attempts = (0..crowd_of(round)).map(|number| {
            let (world, before) = (world.clone(), role.clone());
            let after = ruled(&before, &rules[number % 4..]);
            async move { persist(&world, &before, &after).await.map(|()| after) }
        });
        let (done, refused) = tally.judge(at_once(attempts.collect()).await);
        assert_eq!(done.len(), 1, "{done:?}, {refused:?}");
        assert!(refused.iter().all(|error| matches!(error, Error::DefinitionChanged(_))), "{refused:?}");
        role = done.into_iter().next().expect("the winner's");
        let rights = world.rights().await;
        assert_eq!(rights.policy, rights.definitions.compile(rights.policy.version));
        assert_eq!(rights.definitions.roles[&role.id], role);
    }
    tally.close("R31, editors of a role", world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r16_a_role_and_the_groups_that_carry_it_change_together() {
    let world = Arc::new(World::open().await);
    let mut role = fresh_role("Reader", &["allow users.read"]);
    world.define(None, Some(&role)).await.expect("a role");
    let mut carriers: Vec<Group> = Vec::new();
    for number in 0..3 {
        let group = fresh_group(&format!("Carriers {number}"), &[]);
        world.define(None, Some(&group)).await.expect("a group");
        carriers.push(group);
    }
    for round in 0..ROUNDS {
        let with = |group: &Group| {
            let roles = if group.roles.is_empty() { vec![role.id] } else { Vec::new() };
            Group { roles, version: group.version + 1, ..group.clone() }
        };
        let afters: Vec<Group> = carriers.iter().map(with).collect();
        let next: Role = ruled(&role, if round % 2 == 0 { &["allow users.*"] } else { &["allow users.read"] });
        let mut attempts: Vec<Attempt<()>> = Vec::new();
        for (before, after) in carriers.iter().cloned().zip(afters.iter().cloned()) {
            let world = world.clone();
            attempts.push(Box::pin(async move { persist(&world, &before, &after).await.expect("an edited group") }));
        }
        let (editor, before, after) = (world.clone(), role.clone(), next.clone());
        attempts.push(Box::pin(async move { persist(&editor, &before, &after).await.expect("an edited role") }));
        at_once(attempts).await;

        (carriers, role) = (afters, next);
        let rights = world.rights().await;
        assert_eq!(rights.policy, rights.definitions.compile(rights.policy.version), "nothing of it is a mixture");
        for group in &carriers {
            assert_eq!(rights.definitions.groups[&group.id], *group);
            let may = rights.policy.permissions(&[group.id]);
            let has_it = !group.roles.is_empty();
            assert_eq!(may.has(Permission::UsersRead), has_it);
            assert_eq!(may.has(Permission::UsersDelete), has_it && round % 2 == 0);
        }
    }
    Tally::default().close("R16, a role and its groups", world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_group_is_deleted_or_joined_and_never_both() {
    let world = Arc::new(World::open().await);
    let mut users = Vec::new();
    for number in 0..4 {
        users.push(world.add(Person::named("Robin", &format!("Vale {number}"))).await);
    }
    let mut joined = 0;
    for round in 0..ROUNDS {
        let fleeting = fresh_group(&format!("Fleeting {round}"), &[]);
        world.define(None, Some(&fleeting)).await.expect("a group");
        let rights = Arc::new(world.rights().await);
        let mut attempts: Vec<Attempt<Result<Option<User>, Error>>> = Vec::new();
        for user in users.iter().take(1 + round % users.len()) {
            let (world, user, id) = (world.clone(), user.clone(), fleeting.id);
            attempts.push(Box::pin(async move {
                let groups = Some(vec![group(2), id]);
                world.edit(&user, backoffice_domain::UserChanges { groups, ..changes() }).await.map(Some)
            }));
        }
        let (deleter, before) = (world.clone(), fleeting.clone());
        attempts
            .push(Box::pin(async move { deleter.define_knowing(&rights, Some(&before), None).await.map(|()| None) }));
        let mut outcomes = at_once(attempts).await;

        let is_deleted = match outcomes.pop().expect("the deletion") {
            Ok(_) => true,
            Err(Error::GroupNotEmpty(_) | Error::Contended) => false,
            Err(other) => panic!("{other:?}"),
        };
        let members: Vec<User> = outcomes
            .into_iter()
            .filter_map(|outcome| match outcome {
                Ok(user) => user,
                Err(Error::GroupMissing(1) | Error::Contended) => None,
                Err(other) => panic!("{other:?}"),
            })
            .collect();
        assert!(!is_deleted || members.is_empty(), "deleted with {} members", members.len());
        joined += usize::from(!members.is_empty());
        for member in members {
            let back =
                world.edit(&member, backoffice_domain::UserChanges { groups: Some(vec![group(2)]), ..changes() });
            let back = back.await.expect("out of it again");
            let place = users.iter().position(|user| user.id == back.id).expect("one of them");
            users[place] = back;
        }
        if !is_deleted {
            world.define(Some(&fleeting), None).await.expect("empty again");
        }
    }
    assert!((1..ROUNDS).contains(&joined), "both happen: joined {joined} times of {ROUNDS}");
    Tally::default().close("deleting and joining", world).await;
}
