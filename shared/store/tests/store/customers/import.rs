//! Importing customers.

use backoffice_domain::{Customer, CustomerData, CustomerId, Name};
use backoffice_store::Error;
use backoffice_store::customers::Imported;

use crate::harness::{Person, World, acting, customer};

async fn import(world: &World, customers: &[Customer]) -> Result<Vec<Imported>, Error> {
    let rows: Vec<(CustomerId, CustomerData)> =
        customers.iter().map(|customer| (customer.id.clone(), customer.data.clone())).collect();
    world.store.import_customers(&acting(world.by_administrator()), &rows).await
}

#[tokio::test]
async fn r40_each_row_creates_updates_or_changes_nothing() {
    let world = World::open().await;
    let ada = world.add(Person::named("Ada", "Lovelace")).await;
    let mut customers: Vec<Customer> = (0..45).map(|number| customer(&format!("C-{number}"))).collect();

    let first = import(&world, &customers[..30]).await.expect("imported");
    assert_eq!(first, vec![Imported::Created; 30]);
    world.check().await;
    world.assign(&ada, &customers[..10], &[]).await.expect("assigned");

    for customer in &mut customers[5..15] {
        customer.data.first_name = Name::parse("Renamed").expect("a name");
    }
    let second = import(&world, &customers).await.expect("imported");
    let expected = |place: usize| match place {
        5..15 => Imported::Updated,
        30.. => Imported::Created,
        _ => Imported::Unchanged,
    };
    assert_eq!(second, (0..45).map(expected).collect::<Vec<_>>());

    let before = world.table.dump().await;
    assert_eq!(import(&world, &customers).await.expect("imported"), vec![Imported::Unchanged; 45]);
    assert_eq!(world.table.dump().await, before, "the same rows again change nothing");
    for (place, customer) in customers.iter().enumerate() {
        let now = world.customer(&customer.id).await;
        assert_eq!((now.owner, &now.data), ((place < 10).then_some(ada.id), &customer.data), "the owner stays");
    }
    world.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r40_two_imports_at_once_come_to_one_result() {
    let world = World::open().await;
    for round in 0..5 {
        let customers: Vec<Customer> = (0..40).map(|number| customer(&format!("C-{round}-{number}"))).collect();
        let (one, other) = tokio::join!(import(&world, &customers), import(&world, &customers));
        for (one, other) in one.expect("imported").iter().zip(other.expect("imported")) {
            let outcome = [*one, other];
            assert!(outcome.contains(&Imported::Created) && outcome.contains(&Imported::Unchanged), "{outcome:?}");
        }
    }
    world.close().await;
}

#[tokio::test]
async fn r38_the_longest_of_customers_can_be_imported_beside_others() {
    let world = World::open().await;
    let words = |letter: char| ('a'..='z').map(|second| format!("{letter}{second}")).collect::<Vec<_>>();
    let mut customers: Vec<Customer> = (0..12).map(|number| customer(&format!("C-{number}"))).collect();
    for (number, customer) in customers.iter_mut().enumerate() {
        let name = |letter: char| Name::parse(&words(letter).join(" ")).expect("a name");
        customer.id = CustomerId::parse(&format!("{}{number}", "r-".repeat(30))).expect("a reference");
        (customer.data.first_name, customer.data.last_name) = (name('x'), name('y'));
    }
    assert_eq!(import(&world, &customers).await.expect("imported"), vec![Imported::Created; 12]);
    for customer in &mut customers {
        let name = |letter: char| Name::parse(&words(letter).join(" ")).expect("a name");
        (customer.data.first_name, customer.data.last_name) = (name('v'), name('w'));
    }
    assert_eq!(import(&world, &customers).await.expect("imported"), vec![Imported::Updated; 12]);
    world.close().await;
}
