//! What becomes of a deleted user's customers (R35).

use backoffice_domain::{Customer, Status};
use backoffice_store::Error;

use crate::harness::{Person, World};

/// A user with these customers who has then been deleted.
async fn deleted_owner(world: &World, customers: &[Customer]) -> backoffice_domain::User {
    let owner = world.add(Person::named("Ada", "Lovelace")).await;
    world.assign(&owner, customers, &[]).await.expect("assigned");
    let owner = world.user(owner.id).await;
    world.set_status(&owner, Status::Deleted).await.expect("deleted")
}

async fn now(world: &World, customers: &[Customer]) -> Vec<Customer> {
    let mut now = Vec::new();
    for customer in customers {
        now.push(world.customer(&customer.id).await);
    }
    now
}

#[tokio::test]
async fn r35_a_restored_user_has_all_customers_that_nobody_took() {
    let world = World::open().await;
    let customers = world.customers(6).await;
    let deleted = deleted_owner(&world, &customers).await;
    world.check().await;
    let grace = world.add(Person::named("Grace", "Hopper")).await;
    let left = now(&world, &customers).await;
    let taken = world.assign(&grace, &left[..2], &[]).await.expect("a deleted user's customers are free to take");
    assert_eq!((taken.assigned.len(), taken.customer_count), (2, 2));
    world.check().await;

    let store = world.store.metered();
    assert_eq!(store.lost_customers(&deleted).await.expect("no read"), [], "as they were before");
    assert_eq!(store.cost().trips, 0);
    let lost = store.lost_customers(&world.user(deleted.id).await).await.expect("a read");
    assert_eq!(store.cost().trips, 3, "events, customers, owners");
    let lost: Vec<_> = lost.into_iter().map(|lost| (lost.customer.id, lost.owner.map(|owner| owner.id))).collect();
    for customer in &customers[..2] {
        assert!(lost.contains(&(customer.id.clone(), Some(grace.id))), "{lost:?}");
    }
    assert_eq!(lost.len(), 2);

    let before = world.user(deleted.id).await;
    let restored = world.set_status(&before, Status::Deactivated).await.expect("restored");
    assert_eq!((restored.customer_count, restored.lost_customers), (4, 0));
    world.close().await;
}

#[tokio::test]
async fn r35_a_restored_users_customers_are_theirs_again() {
    let world = World::open().await;
    let customers = world.customers(3).await;
    let deleted = deleted_owner(&world, &customers).await;
    let left = now(&world, &customers).await;
    let restored = world.set_status(&deleted, Status::Deactivated).await.expect("restored");
    let before = world.table.dump().await;

    let refused = world.assign(&world.administrator, &left, &[]).await;

    let Err(Error::CustomersTaken(taken)) = refused else { panic!("{refused:?}") };
    assert!(taken.iter().all(|taken| taken.owner.as_ref() == Some(&restored)), "{taken:?}");
    assert_eq!((taken.len(), world.table.dump().await), (3, before));
    world.close().await;
}

#[tokio::test]
async fn r34_customers_of_too_many_deleted_users_are_refused_in_words() {
    let world = World::open().await;
    let customers = world.customers(25).await;
    for customer in &customers {
        deleted_owner(&world, std::slice::from_ref(customer)).await;
    }
    let left = now(&world, &customers).await;
    let before = world.table.dump().await;

    let refused = world.assign(&world.administrator, &left, &[]).await;
    let Err(Error::TooManyTakeovers { max }) = refused else { panic!("{refused:?}") };
    assert_eq!(world.table.dump().await, before);

    let taken = world.assign(&world.administrator, &left[..max], &[]).await.expect("as many as it says");
    assert_eq!(taken.assigned.len(), max);
    world.close().await;
}

#[tokio::test]
async fn r35_a_customer_changes_hands_while_the_former_owner_comes_back() {
    let world = World::open().await;
    let customers = world.customers(1).await;
    let mut owner = deleted_owner(&world, &customers).await;
    let mut taken_over = 0;
    for _ in 0..20 {
        let left = now(&world, &customers).await;
        let administrator = world.administrator.clone();
        let (restored, taken) =
            tokio::join!(world.set_status(&owner, Status::Deactivated), world.assign(&administrator, &left, &[]));
        let restored = restored.expect("nobody else changes the user");
        match taken {
            Ok(_) => {
                taken_over += 1;
                let theirs = now(&world, &customers).await;
                world.assign(&administrator, &[], &theirs).await.expect("given back");
                let free = now(&world, &customers).await;
                world.assign(&world.user(restored.id).await, &free, &[]).await.expect("theirs again");
            }
            Err(Error::CustomersTaken(_)) => {}
            Err(other) => panic!("{other:?}"),
        }
        let current = world.user(restored.id).await;
        owner = world.set_status(&current, Status::Deleted).await.expect("deleted");
        world.check().await;
    }
    assert!(taken_over <= 20);
    world.close().await;
}
