//! Lists of customers: every order, by owner, by word.

use backoffice_domain::fold::{fold, query_words};
use backoffice_domain::{Customer, CustomerId, Status, User};
use backoffice_store::customers::{CustomerQuery, CustomerSort, OwnedCustomer, OwnerFilter};
use backoffice_store::{Order, Page};

use crate::harness::{Person, World, walk};
use crate::lists::ORDERS;

const SORTS: [CustomerSort; 3] = [CustomerSort::LastName, CustomerSort::FirstName, CustomerSort::Email];

fn ids(pages: &[Page<OwnedCustomer>]) -> Vec<CustomerId> {
    pages.iter().flat_map(|page| &page.items).map(|row| row.customer.id.clone()).collect()
}

/// A hundred and eighty customers: forty of one user, twenty of a deleted one, the others free.
async fn crowd(world: &World) -> (Vec<Customer>, [User; 2]) {
    let customers = world.customers(180).await;
    let owners = [world.add(Person::named("Ada", "Lovelace")).await, world.add(Person::named("Grace", "Hopper")).await];
    for (owner, part) in [(0, 0..20), (0, 90..110), (1, 40..60)] {
        let owner = world.user(owners[owner].id).await;
        world.assign(&owner, &customers[part], &[]).await.expect("assigned");
    }
    let ada = world.user(owners[0].id).await;
    let grace = world.set_status(&world.user(owners[1].id).await, Status::Deleted).await.expect("deleted");
    let mut now = Vec::new();
    for customer in customers.chunks(100) {
        let ids: Vec<_> = customer.iter().map(|customer| customer.id.clone()).collect();
        now.extend(world.store.customers(&ids).await.expect("a read").into_values());
    }
    (now, [ada, grace])
}

fn expected(customers: &[Customer], owner: OwnerFilter, sort: CustomerSort, order: Order) -> Vec<CustomerId> {
    let mut shown: Vec<&Customer> = customers
        .iter()
        .filter(|customer| match owner {
            OwnerFilter::Anybody => true,
            OwnerFilter::Nobody => customer.owner.is_none(),
            OwnerFilter::User(user) => customer.owner == Some(user),
        })
        .collect();
    let key = |customer: &Customer| {
        let (first, last) = (fold(customer.data.first_name.as_str()), fold(customer.data.last_name.as_str()));
        let (one, other) = match sort {
            CustomerSort::LastName => (last, first),
            CustomerSort::FirstName => (first, last),
            CustomerSort::Email => (fold(customer.data.email.as_str()), String::new()),
        };
        (one, other, customer.id.to_string())
    };
    shown.sort_by_key(|customer| key(customer));
    if order == Order::Descending {
        shown.reverse();
    }
    shown.into_iter().map(|customer| customer.id.clone()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r37_every_list_of_customers_shows_each_once_in_order_with_their_owner() {
    let world = World::open().await;
    let (customers, owners) = crowd(&world).await;
    let [ada, grace] = &owners;
    for owner in [OwnerFilter::Anybody, OwnerFilter::Nobody, OwnerFilter::User(ada.id), OwnerFilter::User(grace.id)] {
        for sort in SORTS {
            if matches!(owner, OwnerFilter::User(_)) && sort != CustomerSort::LastName {
                continue;
            }
            for order in ORDERS {
                let query = CustomerQuery { owner, sort, order, limit: 45, from: None };
                let list = async |from| {
                    let query = CustomerQuery { from, ..query.clone() };
                    world.store.list_customers(&query).await.expect("a page")
                };
                let (there, back) = walk(list).await;
                let expected = expected(&customers, owner, sort, order);
                assert_eq!((ids(&there), ids(&back)), (expected.clone(), expected), "{query:?}");
                for row in there.iter().flat_map(|page| &page.items) {
                    let owner = owners.iter().find(|owner| Some(owner.id) == row.customer.owner);
                    assert_eq!(row.owner.as_ref(), owner);
                    assert!(customers.contains(&row.customer));
                }
            }
        }
    }
    let query = CustomerQuery {
        owner: OwnerFilter::User(ada.id),
        sort: CustomerSort::LastName,
        order: Order::Ascending,
        limit: 3,
        from: None,
    };
    assert_eq!(world.store.list_customers(&query).await.expect("a page").total, Some(40));
    world.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r37_customers_are_found_by_any_word_and_by_owner() {
    let world = World::open().await;
    let (customers, [ada, _]) = crowd(&world).await;
    let search = async |typed: &str, owner| {
        let words = query_words(typed);
        let (there, back) = walk(async |from| {
            world.store.search_customers(&words, owner, 7, Option::as_ref(&from)).await.expect("a page")
        })
        .await;
        assert_eq!(ids(&there), ids(&back), "{typed}");
        let mut found = ids(&there);
        found.sort();
        found
    };
    for typed in ["hop", "ozdemir", "ÖZ", "c", "C-01", "c-017", "jean picard", "🦀", "@shop.example", "hopper c-0"] {
        for owner in [OwnerFilter::Anybody, OwnerFilter::Nobody, OwnerFilter::User(ada.id)] {
            let words = query_words(typed);
            let matches = |customer: &&Customer| {
                let own = customer.words();
                words.iter().all(|word| own.iter().any(|own| own.starts_with(word.as_str())))
                    && match owner {
                        OwnerFilter::Anybody => true,
                        OwnerFilter::Nobody => customer.owner.is_none(),
                        OwnerFilter::User(user) => customer.owner == Some(user),
                    }
            };
            let mut expected: Vec<_> = customers.iter().filter(matches).map(|customer| customer.id.clone()).collect();
            expected.sort();
            assert_eq!(search(typed, owner).await, expected, "{typed}, {owner:?}");
        }
    }
    assert!(!search("c-017", OwnerFilter::Anybody).await.is_empty());
    world.close().await;
}

#[tokio::test]
async fn the_last_count_is_told_where_counting_would_cost_too_much() {
    let world = World::open().await;
    world.customers(30).await;
    let (owner, sort, order) = (OwnerFilter::Anybody, CustomerSort::LastName, Order::Ascending);
    let query = |limit| CustomerQuery { owner, sort, order, limit, from: None };
    let page = async |limit| world.store.list_customers(&query(limit)).await.expect("a page");
    assert_eq!((page(10).await.total, page(10).await.about), (None, None), "nobody has counted yet");

    let findings = world.store.check_in_use().await.expect("a check");
    world.store.note_counts(&findings, jiff::Timestamp::now()).await.expect("a note");
    world.customers(31).await;

    let metered = world.store.metered();
    let first = metered.list_customers(&query(10)).await.expect("a page");
    assert_eq!((first.total, first.about), (None, Some(30)), "as it was then");
    assert_eq!(metered.cost().trips, 1, "no trip more");
    assert_eq!(page(50).await.total, Some(31), "what is read whole is counted");
    world.close().await;
}
