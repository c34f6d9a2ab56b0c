//! A table that was loaded is the one that creating and importing would have made.

use std::collections::BTreeMap;

use backoffice_domain::audit::Action;
use backoffice_domain::{Customer, User};
use backoffice_store::users::UserChange;
use jiff::Timestamp;

use crate::harness::{Item, Person, World, acting_at, by, creation, customer, group, hash};

/// More than one batch of each kind of item.
const COUNT: usize = 30;

#[tokio::test]
async fn r41_a_loaded_table_is_the_one_that_creating_and_writing_make() {
    let (written, mut loaded) = (World::open().await, World::empty().await);
    loaded.administrator = written.administrator.clone();
    loaded.change(creation(&loaded.administrator)).await.expect("bootstrap");
    let users: Vec<User> = (0..COUNT).map(person).collect();
    let customers: Vec<Customer> = (0..COUNT).map(|number| customer(&format!("C-{number:03}"))).collect();
    let acting = acting_at(by(&written.administrator), Timestamp::now());

    for after in &users {
        let hash = hash();
        let change = UserChange { action: Action::UserCreated, before: None, after, hash: Some(&hash), once: None };
        written.store.change_user(&acting, &change).await.expect("a new user");
    }
    let rows: Vec<_> = customers.iter().map(|customer| (customer.id.clone(), customer.data.clone())).collect();
    written.store.import_customers(&acting, &rows).await.expect("imported");
    // In two goes: the counts go on.
    let (first, rest) = users.split_at(COUNT / 3);
    loaded.store.load(&acting, first, &hash(), &[]).await.expect("loaded");
    loaded.store.load(&acting, rest, &hash(), &customers).await.expect("loaded");

    let (expected, found) = (contents(&written).await, contents(&loaded).await);
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (key, item) in expected {
        assert_eq!(found[&key], item, "{key:?}");
    }
    written.close().await;
    loaded.close().await;
}

fn person(number: usize) -> User {
    let person = Person::named(["Ada", "Grace"][number % 2], "Lovelace").of(&[group(2), group(3)]);
    let person = if number.is_multiple_of(3) { person.agent() } else { person };
    person.user()
}

/// Everything but what happened when the table was opened; audit events, one a record, without their ids.
async fn contents(world: &World) -> BTreeMap<(String, String), Item> {
    let administrator = format!("AUDIT#user#{}", world.administrator.id);
    let opening = [administrator.as_str(), "AUDIT#group#", "AUDIT#role#"];
    let items =
        world.table.dump().await.into_iter().filter(|((pk, _), _)| !opening.iter().any(|one| pk.starts_with(one)));
    items
        .map(|((pk, sk), mut item)| {
            if pk.starts_with("AUDIT#") {
                item.remove("sk");
                return ((pk, String::new()), item);
            }
            ((pk, sk), item)
        })
        .collect()
}
