//! One e-mail, one user, however many want it at once (R30).

use std::sync::Arc;

use backoffice_domain::{Email, User, UserChanges};
use backoffice_store::Error;

use super::{ROUNDS, Tally, at_once, crowd_of};
use crate::harness::{Person, World, changes};

/// The same address as different people write it.
fn spelling(round: usize, number: usize) -> String {
    match number % 4 {
        0 => format!("José{round}@Shop.Example"),
        1 => format!("JOSE\u{301}{round}@shop.example"),
        2 => format!("ｊｏｓé{round}@shop.example"),
        _ => format!("josé{round}@SHOP.example"),
    }
}

/// So many create a user with one address; answers the only one who was created.
async fn create_at_once(world: &Arc<World>, round: usize, number: usize, tally: &mut Tally) -> User {
    let attempts = (0..number).map(|number| {
        let world = world.clone();
        async move { world.try_add(&Person::named("José", "Anybody").email(&spelling(round, number))).await }
    });
    let (created, refused) = tally.judge(at_once(attempts.collect()).await);
    assert_eq!(created.len(), 1, "{refused:?}");
    for error in refused {
        assert!(matches!(error, Error::EmailTaken(id) if id == created[0].id), "{error:?}");
    }
    created.into_iter().next().expect("one")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r30_of_parallel_creates_exactly_one_wins() {
    let world = Arc::new(World::open().await);
    let mut tally = Tally::default();
    for round in 0..ROUNDS {
        create_at_once(&world, round, crowd_of(round), &mut tally).await;
    }
    create_at_once(&world, ROUNDS, 100, &mut tally).await;
    tally.close("R30, creates", world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r30_of_parallel_edits_and_creates_exactly_one_wins() {
    let world = Arc::new(World::open().await);
    let mut tally = Tally::default();
    let mut others = Vec::new();
    for number in 0..3 {
        others.push(world.add(Person::named("Number", &number.to_string())).await);
    }
    for round in 0..ROUNDS / 4 {
        let attempts = (0..4).map(|number| {
            let (world, other) = (world.clone(), others.get(number).cloned());
            async move {
                let email = spelling(round, number);
                match other {
                    Some(user) => {
                        let email = Some(Email::parse(&email).expect("an e-mail"));
                        world.edit(&user, UserChanges { email, ..changes() }).await
                    }
                    None => world.try_add(&Person::named("New", "Comer").email(&email)).await,
                }
            }
        });
        let (done, refused) = tally.judge(at_once(attempts.collect()).await);
        assert_eq!(done.len(), 1, "{refused:?}");
        assert!(refused.iter().all(|error| matches!(error, Error::EmailTaken(id) if *id == done[0].id)), "{refused:?}");
        if let Some(winner) = others.iter_mut().find(|other| other.id == done[0].id) {
            *winner = done[0].clone();
        }
    }
    tally.close("R30, edits and creates", world).await;
}
