//! Assigning and unassigning.

use backoffice_domain::{Customer, CustomerId, Status};
use backoffice_store::customers::{Assigned, Assignment};
use backoffice_store::{Error, Once, OnceKey, StoredAnswer};

use crate::harness::{Person, World, acting, assign};

fn ids(customers: &[Customer]) -> Vec<CustomerId> {
    customers.iter().map(|customer| customer.id.clone()).collect()
}

/// The customers as they are now.
async fn now(world: &World, customers: &[Customer]) -> Vec<Customer> {
    let mut found = world.store.customers(&ids(customers)).await.expect("a read");
    customers.iter().filter_map(|customer| found.remove(&customer.id)).collect()
}

#[tokio::test]
async fn r33_customers_change_hands_with_counts_and_events() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let customers = world.customers(12).await;

    let first = world.assign(&ada, &customers[..10], &[]).await.expect("assigned");
    assert_eq!(first, Assigned { assigned: ids(&customers[..10]), unassigned: vec![], customer_count: 10 });
    world.check().await;

    let mine = now(&world, &customers).await;
    let ada = world.user(ada.id).await;
    let second = world.assign(&ada, &mine[8..], &mine[..3]).await.expect("assigned");
    let expected = Assigned { assigned: ids(&mine[10..]), unassigned: ids(&mine[..3]), customer_count: 9 };
    assert_eq!(second, expected, "those that were theirs already are left out");

    let after = world.user(ada.id).await;
    assert_eq!((after.customer_count, after.version), (9, ada.version), "an assignment is no edit");
    world.close().await;
}

#[tokio::test]
async fn r34_a_conflict_names_customers_and_owner_and_changes_nothing() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let grace = world.add(Person::named("Grace", "Hopper")).await;
    let customers = world.customers(5).await;
    world.assign(&grace, &customers[1..3], &[]).await.expect("assigned");
    let grace = world.user(grace.id).await;
    let before = world.table.dump().await;

    // As they were read before Grace got them, and as they are.
    for customers in [customers.clone(), now(&world, &customers).await] {
        let refused = world.assign(&ada, &customers, &[]).await;
        let Err(Error::CustomersTaken(taken)) = refused else { panic!("{refused:?}") };
        let named: Vec<_> = taken.into_iter().map(|taken| (taken.customer.id, taken.owner)).collect();
        let expected: Vec<_> = customers[1..3].iter().map(|taken| (taken.id.clone(), Some(grace.clone()))).collect();
        assert_eq!(named, expected);
    }
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r34_assigning_again_and_unassigning_a_free_one_change_nothing() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let customers = world.customers(2).await;
    world.assign(&ada, &customers[..1], &[]).await.expect("assigned");
    let before = world.table.dump().await;

    let again = world.assign(&ada, &customers[..1], &customers[1..]).await.expect("nothing to do");

    assert_eq!((again.assigned, again.unassigned, again.customer_count), (vec![], vec![], 1));
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r33_a_deleted_user_gets_no_customers_and_an_actor_who_left_gives_none() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let actor = world.add(Person::administrator("Actor")).await;
    let customers = world.customers(2).await;
    world.set_status(&ada, Status::Deleted).await.expect("deleted");
    world.set_status(&actor, Status::Deactivated).await.expect("deactivated");
    let before = world.table.dump().await;

    let deleted = world.assign(&ada, &customers, &[]).await;
    let left = assign(&world.store, &actor, &world.administrator, &customers, &[]).await;
    let own = assign(&world.store, &actor, &actor, &customers, &[]).await;

    assert!(matches!(deleted, Err(Error::UserDeleted)), "{deleted:?}");
    assert!(matches!(left, Err(Error::ActorChanged)), "{left:?}");
    assert!(matches!(own, Err(Error::ActorChanged)), "{own:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}

#[tokio::test]
async fn r33_one_assigns_to_oneself_like_to_anybody() {
    let world = World::open().await;
    let customers = world.customers(25).await;
    let me = world.administrator.clone();
    let assigned = world.assign(&me, &customers, &[]).await.expect("25 at once");
    assert_eq!(assigned.customer_count, 25);
    world.close().await;
}

#[tokio::test]
async fn r32_a_repeated_assignment_has_its_answer() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let customers = world.customers(2).await;
    let once = |assigned: &Assigned| {
        let key = OnceKey { actor: "actor".to_owned(), key: "key".to_owned(), macs: vec!["mac".to_owned()] };
        let body = format!("{:?}", assigned.assigned);
        Some(Once { key, answer: StoredAnswer { status: 200, headers: Vec::new(), body } })
    };
    let acting = acting(world.by_administrator());
    let assignment = Assignment { user: ada, assign: customers, unassign: Vec::new() };
    let first = world.store.assign_customers(&acting, assignment.clone(), once).await.expect("assigned");
    let before = world.table.dump().await;

    let again = world.store.assign_customers(&acting, assignment, once).await;

    let expected = format!("{:?}", first.assigned);
    assert!(matches!(&again, Err(Error::Repeated(answer)) if answer.body == expected), "{again:?}");
    assert_eq!(world.table.dump().await, before);
    world.close().await;
}
