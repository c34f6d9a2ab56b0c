//! Lists, searches and single things.

use std::collections::BTreeMap;

use backoffice_domain::Status;
use backoffice_store::customers::{CustomerQuery, CustomerSort, OwnerFilter};
use backoffice_store::guard::Wanted;
use backoffice_store::users::{UserFilter, UserQuery, UserSort};
use backoffice_store::{Cost, Order, Store};

use super::guarded;
use crate::harness::{LARGE, Person, World, group};
use crate::lists::{ORDERS, SORTS, of_status, query};

/// The most trips and read units.
type Budget = (u32, f64);

const ONE_THING: Budget = (1, 4.0);
const LIST: Budget = (3, 20.0);
const SEARCH: Budget = (4, 30.0);
/// A filter that no index answers alone.
const FILTERED: Budget = (12, 60.0);

/// What reading costs, by what is read.
#[derive(Default)]
struct Costs(BTreeMap<String, Cost>);

impl Costs {
    async fn of(world: &World) -> Self {
        let mut costs = Self::default();
        costs.single_things(world).await;
        costs.users(world).await;
        costs.customers(world).await;
        costs
    }

    fn note(&mut self, name: impl Into<String>, store: &Store, budget: Budget) {
        let (name, cost) = (name.into(), store.cost());
        let within = cost.trips <= budget.0 && cost.read <= budget.1 && cost.write.abs() < f64::EPSILON;
        assert!(within, "{name} costs {cost}, more than {budget:?}");
        self.0.insert(name, cost);
    }

    async fn single_things(&mut self, world: &World) {
        let store = guarded(world, Wanted::default()).await;
        self.note("whoever asks", &store, ONE_THING);
        let user = Some(world.administrator.id);
        let store = guarded(world, Wanted { user, ..Wanted::default() }).await;
        self.note("a user", &store, ONE_THING);
        let store = guarded(world, Wanted::default()).await;
        store.definitions().await.expect("groups and roles");
        self.note("all groups", &store, (2, 5.0));
    }

    async fn users(&mut self, world: &World) {
        let counted = || guarded(world, Wanted { headcount: true, ..Wanted::default() });
        for sort in SORTS {
            for order in ORDERS {
                for statuses in [Status::ALL, &[Status::Active]] {
                    let mut from = None;
                    for page in 1..=2 {
                        let store = counted().await;
                        let query = UserQuery { from, ..query(of_status(statuses), sort, order, 8) };
                        from = store.list_users(&query).await.expect("a page").next;
                        let name = format!("8 users by {sort:?} {order:?}, {} statuses, page {page}", statuses.len());
                        self.note(name, &store, LIST);
                    }
                }
            }
        }
        let all = query(of_status(Status::ALL), UserSort::LastName, Order::Ascending, 25);
        let store = counted().await;
        store.list_users(&all).await.expect("a page");
        self.note("25 users, looking ahead", &store, LIST);
        let filter = UserFilter { group: Some(group(LARGE)), agent: Some(false), ..all.filter.clone() };
        let store = counted().await;
        store.list_users(&UserQuery { filter, ..all }).await.expect("a page");
        self.note("25 users of a group, looking ahead", &store, FILTERED);

        let store = counted().await;
        let words = ["shop.example".to_owned()];
        let page = store.search_users(&words, &of_status(Status::ALL), 25, None).await.expect("a page");
        assert_eq!(page.items.len(), 25);
        self.note("25 users found, looking ahead", &store, SEARCH);
    }

    async fn customers(&mut self, world: &World) {
        for sort in [CustomerSort::LastName, CustomerSort::FirstName, CustomerSort::Email] {
            for (owner, whose) in
                [(OwnerFilter::Anybody, "anybody's, as indexed"), (OwnerFilter::Nobody, "nobody's, looking ahead")]
            {
                let store = guarded(world, Wanted::default()).await;
                let query = CustomerQuery { owner, sort, order: Order::Descending, limit: 25, from: None };
                assert_eq!(store.list_customers(&query).await.expect("a page").items.len(), 25);
                self.note(format!("25 customers by {sort:?}, {whose}"), &store, LIST);
            }
        }
        let store = guarded(world, Wanted::default()).await;
        let words = ["shop.example".to_owned()];
        let page = store.search_customers(&words, OwnerFilter::Anybody, 25, None).await.expect("a page");
        assert_eq!(page.items.len(), 25);
        self.note("25 customers found, looking ahead", &store, SEARCH);
    }
}

/// A hundred customers, each of an owner of their own: what a row can cost at most.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r41_a_page_of_as_many_owners_as_customers_stays_within_its_budget() {
    let world = World::open().await;
    for customer in world.customers(100).await {
        let owner = world.add(Person::named("Owner of", customer.id.as_str())).await;
        world.assign(&owner, &[customer], &[]).await.expect("assigned");
    }
    for (limit, budget) in [(25, LIST), (100, (3, FILTERED.1))] {
        let store = guarded(&world, Wanted::default()).await;
        let (owner, sort, order) = (OwnerFilter::Anybody, CustomerSort::LastName, Order::Ascending);
        let query = CustomerQuery { owner, sort, order, limit, from: None };
        let page = store.list_customers(&query).await.expect("a page");
        assert_eq!(page.items.iter().filter(|row| row.owner.is_some()).count(), limit);
        Costs::default().note(format!("{limit} customers of as many owners"), &store, budget);
    }
    world.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r41_reading_costs_the_same_with_many_records() {
    let (few, many) = (World::with(30).await, World::with_many().await);
    let with_few = Costs::of(&few).await.0;
    for (name, cost) in Costs::of(&many).await.0 {
        let before = with_few[&name];
        if name.ends_with("looking ahead") {
            // Among few there is less to look at than a page looks at in one go.
            assert!(cost.trips <= before.trips + 1, "{name}: {before}, then {cost}");
        } else if name.ends_with("as indexed") {
            // Rows in one query are as long as their names, and half a unit is the smallest step.
            assert_eq!(cost.trips, before.trips, "{name}");
            assert!((cost.read - before.read).abs() <= 0.5, "{name}: {before}, then {cost}");
        } else {
            assert_eq!(cost, before, "{name}");
        }
    }
    few.close().await;
}
