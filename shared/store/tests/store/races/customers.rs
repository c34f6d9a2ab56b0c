//! One customer, at most one owner, however many want them (R34).

use std::sync::Arc;

use backoffice_domain::{Customer, Name, User};
use backoffice_store::Error;

use super::{ROUNDS, Tally, at_once, crowd_of};
use crate::harness::{Person, World};

/// So many assign one customer to different users; the one who wins is named to all others.
async fn assign_at_once(world: &Arc<World>, customer: &Customer, users: &[User], tally: &mut Tally) {
    let attempts = users.iter().map(|user| {
        let (world, customer, user) = (world.clone(), customer.clone(), user.clone());
        async move {
            let assigned = world.assign(&user, &[customer], &[]).await;
            assigned.map(|assigned| (user.id, assigned))
        }
    });
    let (done, refused) = tally.judge(at_once(attempts.collect()).await);
    let [(winner, assigned)] = done.as_slice() else { panic!("{done:?}, {refused:?}") };
    assert_eq!(assigned.assigned, std::slice::from_ref(&customer.id));
    for error in refused {
        let Error::CustomersTaken(taken) = error else { panic!("{error:?}") };
        let named: Vec<_> = taken.iter().map(|taken| taken.owner.as_ref().map(|owner| owner.id)).collect();
        assert_eq!(named, [Some(*winner)]);
    }
    let theirs = world.customer(&customer.id).await;
    assert_eq!(theirs.owner, Some(*winner));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r34_of_parallel_assignments_of_one_customer_exactly_one_wins() {
    let world = Arc::new(World::open().await);
    let mut users = Vec::new();
    for number in 0..50 {
        users.push(world.add(Person::named("Number", &number.to_string())).await);
    }
    let customers = world.customers(ROUNDS + 1).await;
    let mut tally = Tally::default();
    for (round, customer) in customers[..ROUNDS].iter().enumerate() {
        // Whose turn it is has as many customers as they have by now.
        let mut some = Vec::new();
        for number in 0..crowd_of(round) {
            some.push(world.user(users[(round * 5 + number) % users.len()].id).await);
        }
        assign_at_once(&world, customer, &some, &mut tally).await;
    }
    let mut all = Vec::new();
    for user in &users {
        all.push(world.user(user.id).await);
    }
    assign_at_once(&world, &customers[ROUNDS], &all, &mut tally).await;
    tally.close("R34, one customer", world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r34_assignments_to_one_user_at_once_all_count() {
    let world = Arc::new(World::open().await);
    let user = world.add(Person::named("Ada", "Lovelace")).await;
    let customers = world.customers(120).await;
    let mut tally = Tally::default();
    let mut counts = Vec::new();
    for part in customers.chunks(4) {
        let attempts = part.iter().map(|customer| {
            let (world, customer, user) = (world.clone(), customer.clone(), user.clone());
            async move { world.assign(&user, &[customer], &[]).await }
        });
        let (done, refused) = tally.judge(at_once(attempts.collect()).await);
        assert!(refused.is_empty(), "{refused:?}");
        counts.extend(done.iter().map(|assigned| assigned.customer_count));
    }
    counts.sort_unstable();
    let expected: Vec<u64> = (1..=counts.len() as u64).collect();
    assert_eq!(counts, expected, "each answer has the count that its change made");
    assert_eq!(world.user(user.id).await.customer_count, expected.len() as u64);
    tally.close("R34, one user", world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r34_a_customer_is_renamed_while_changing_hands() {
    let world = Arc::new(World::open().await);
    let user = world.add(Person::named("Ada", "Lovelace")).await;
    let [mut customer] = <[Customer; 1]>::try_from(world.customers(1).await).expect("one");
    let mut tally = Tally::default();
    for round in 0..ROUNDS / 4 {
        let mut data = customer.data.clone();
        data.last_name = Name::parse(&format!("Name {round}")).expect("a name");
        let (before, after) = (customer.clone(), customer.with_data(data).expect("a change"));
        let (renaming, assigning) = (world.clone(), world.clone());
        let owner = world.user(user.id).await;
        let (add, remove) =
            if before.owner.is_none() { (vec![before.clone()], vec![]) } else { (vec![], vec![before.clone()]) };
        let tasks: Vec<futures_util::future::BoxFuture<'static, Result<(), Error>>> = vec![
            Box::pin(async move { renaming.put_customer(Some(&before), &after).await }),
            Box::pin(async move { assigning.assign(&owner, &add, &remove).await.map(drop) }),
        ];
        let (done, refused) = tally.judge(at_once(tasks).await);
        assert!(refused.is_empty() && done.len() <= 2, "they get past each other: {refused:?}");
        customer = world.customer(&customer.id).await;
    }
    assert_eq!(customer.version, 1 + (ROUNDS / 4) as u64);
    tally.close("R34, renamed", world).await;
}
