//! Changes and signing in.

use backoffice_domain::audit::Action;
use backoffice_domain::{Email, Name, Status, User, UserChanges};
use backoffice_store::guard::Wanted;
use backoffice_store::session::SignIn;
use backoffice_store::throttle::{Attempt, Refusal};
use backoffice_store::{Actor, Once, OnceKey, Store, StoredAnswer};
use jiff::Timestamp;

use super::guarded;
use crate::harness::{Change, Person, World, acting, assign, by, changes, creation, group, hash, write_units};
use crate::session::session;

/// Trips, read units and write units: what an operation costs, and what it may cost.
type Units = (u32, f64, usize);

/// Runs an operation and compares what it costs.
struct Bill<'a> {
    world: &'a World,
    before: crate::harness::Dump,
}

impl<'a> Bill<'a> {
    async fn open(world: &'a World) -> Self {
        Self { world, before: world.table.dump().await }
    }

    /// The operation has cost `expected`, which is within `budget`; it has only looked at `checks`
    /// items to make its change.
    async fn close(self, name: &str, store: &Store, checks: usize, expected: Units, budget: Units) {
        let cost = store.cost();
        let written = write_units(&self.before, &self.world.table.dump().await, checks);
        let found = (cost.trips, cost.read, written);
        assert_eq!(found, expected, "{name}");
        let within = found.0 <= budget.0 && found.1 <= budget.1 && found.2 <= budget.2;
        assert!(within, "{name} costs {found:?}, more than {budget:?}");
    }
}

const ACTOR: usize = 1;

#[tokio::test]
async fn r41_signing_in_and_being_seen() {
    let world = World::open().await;
    let user = world.add(Person::named("Ada", "Lovelace")).await;
    for (name, has_former, expected) in
        [("sign in", false, (3, 4.0, 18)), ("sign in, ending a session", true, (3, 5.0, 20))]
    {
        let before = Attempt { account: "before".to_owned(), browser: None, address: "address".to_owned() };
        refuse(&world.store, &user, &before).await;
        let attempt = Attempt { account: "account".to_owned(), ..before };
        let former = session(&user, Timestamp::now());
        let opening = SignIn { user: &user, hash: &hash(), stronger: None, session: &former, former: None };
        world.store.open_session(&acting(by(&user)), &opening).await.expect("a former session");
        let user = world.user(user.id).await;

        let bill = Bill::open(&world).await;
        let store = world.store.metered();
        let approach = store.approach(&user.email, &attempt).await.expect("a read");
        assert!(approach.delayed_until(Timestamp::now()).is_none());
        let session_of = has_former.then_some((user.id, former.id));
        let wanted = Wanted { user: Some(user.id), session: session_of, ..Wanted::default() };
        store.see_and_count(&wanted, &attempt, Timestamp::now()).await.expect("a read");
        let session = session(&user, Timestamp::now());
        let former = has_former.then_some(&former);
        let sign_in = SignIn { user: &user, hash: &hash(), stronger: None, session: &session, former };
        store.sign_in(&acting(by(&user)), &sign_in, &attempt).await.expect("signed in");
        // The credential is looked at; the attempt is counted and forgotten, one unit each.
        bill.close(name, &store, 2, expected, (3, 6.0, 20)).await;

        let store = world.store.metered();
        store.note_seen(&session, Timestamp::now()).await.expect("noted");
        assert_eq!(store.cost().to_string(), "trips=1; read=0; write=1");
    }
    world.close().await;
}

/// A whole sign-in with a wrong password.
async fn refuse(store: &Store, user: &User, attempt: &Attempt) {
    let approach = store.approach(&user.email, attempt).await.expect("a read");
    let wanted = Wanted { user: Some(user.id), ..Wanted::default() };
    let (_, tally) = store.see_and_count(&wanted, attempt, Timestamp::now()).await.expect("a read");
    let refusal =
        Refusal { attempt, approach: &approach, tally: &tally, user: Some(user), refused: Action::SessionRefused };
    store.refuse_attempt(&acting(Actor::Nobody), &refusal).await.expect("refused");
}

#[tokio::test]
async fn r41_refusing_a_sign_in() {
    let world = World::open().await;
    let user = world.add(Person::named("Ada", "Lovelace")).await;
    let attempt = Attempt { account: "account".to_owned(), browser: None, address: "address".to_owned() };
    // What is counted on its own is charged 1, not 2; where an event is written, the account's failures
    // are written once more.
    for (name, read, expected) in [("refuse and record", 3.0, 10), ("refuse", 4.0, 4)] {
        let bill = Bill::open(&world).await;
        let store = world.store.metered();
        refuse(&store, &user, &attempt).await;
        bill.close(name, &store, 0, (3, read, expected), (3, 6.0, 20)).await;
    }
    world.close().await;
}

#[tokio::test]
async fn r41_changing_users() {
    let world = World::open().await;
    let once = Once {
        key: OnceKey { actor: "actor".to_owned(), key: "key".to_owned(), macs: vec!["mac".to_owned()] },
        answer: StoredAnswer { status: 201, headers: Vec::new(), body: "{}".to_owned() },
    };
    let mut user = Person::named("Grace", "Hopper").of(&[group(2), group(3)]).user();
    let words = user.words().len();
    let bill = Bill::open(&world).await;
    let store = guarded(&world, Wanted { once: Some(once.key.clone()), ..Wanted::default() }).await;
    let change = Change { actor: world.by_administrator(), once: Some(once), ..creation(&user) };
    world.through(&store).await.change(change).await.expect("created");
    let (expected, budget) = (32 + 2 * words + 2, 32 + 2 * words + 2);
    bill.close("create with 2 groups", &store, ACTOR, (2, 2.0, expected), (2, 5.0, budget)).await;

    for (name, status, expected, budget) in [
        ("deactivate", Status::Deactivated, 32, 34),
        ("activate", Status::Active, 32, 34),
        ("delete with 2 groups", Status::Deleted, 40, 44),
        ("restore with 2 groups", Status::Deactivated, 40, 44),
    ] {
        let bill = Bill::open(&world).await;
        let store = guarded(&world, Wanted { user: Some(user.id), ..Wanted::default() }).await;
        user = world.through(&store).await.set_status(&user, status).await.expect("another status");
        bill.close(name, &store, ACTOR, (2, 3.0, expected), (2, 5.0, budget)).await;
    }

    let name = |name: &str| Some(Name::parse(name).expect("a name"));
    let email = Some(Email::parse("grace@other.example").expect("an e-mail"));
    for (name, edit, trips, read, expected) in [
        ("language", UserChanges { language: Some(backoffice_domain::Language::German), ..changes() }, 2, 3.0, 10),
        ("agent", UserChanges { agent: Some(true), ..changes() }, 2, 3.0, 20),
        ("password", UserChanges { password: true, ..changes() }, 2, 3.0, 12),
        ("a group for another", UserChanges { groups: Some(vec![group(2), group(4)]), ..changes() }, 2, 3.0, 28),
        ("last name", UserChanges { last_name: name("Murray"), ..changes() }, 2, 3.0, 28),
        ("e-mail", UserChanges { email, ..changes() }, 3, 4.0, 28),
    ] {
        let bill = Bill::open(&world).await;
        let store = guarded(&world, Wanted { user: Some(user.id), ..Wanted::default() }).await;
        user = world.through(&store).await.edit(&user, edit).await.expect("an edit");
        bill.close(&format!("edit: {name}"), &store, ACTOR, (trips, read, expected), (3, 5.0, 60)).await;
    }
    world.close().await;
}

#[tokio::test]
async fn r41_assigning_customers() {
    let world = World::open().await;
    let user = world.add(Person::named("An", "Owner")).await;
    let customers = world.customers(10).await;
    let ids: Vec<_> = customers.iter().map(|customer| customer.id.clone()).collect();
    for (name, adds) in [("assign 10 customers", true), ("unassign 10 customers", false)] {
        let bill = Bill::open(&world).await;
        let store = guarded(&world, Wanted { user: Some(user.id), ..Wanted::default() }).await;
        let mut found = store.customers(&ids).await.expect("a read");
        let customers: Vec<_> = ids.iter().filter_map(|id| found.remove(id)).collect();
        let user = world.user(user.id).await;
        let (add, remove) = if adds { (&*customers, &[][..]) } else { (&[][..], &*customers) };
        assign(&store, &world.administrator, &user, add, remove).await.expect("assigned");
        bill.close(name, &store, ACTOR, (3, 13.0, 170), (4, 30.0, 180)).await;
    }
    world.close().await;
}
