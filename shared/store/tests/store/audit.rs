//! Events read back: whatever the month, there and back, by who, what and when.

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::UserId;
use backoffice_domain::audit::Action;
use backoffice_store::audit::{By, EventQuery, Target};
use backoffice_store::{Page, Position, Store};
use jiff::{SignedDuration, Timestamp};
use uuid::{NoContext, Uuid};

use crate::harness::{Item, World, walk};

/// Something that was done.
#[derive(Clone, Debug)]
struct Done {
    id: Uuid,
    at: Timestamp,
    action: Action,
    by: Option<UserId>,
    to: UserId,
}

impl Done {
    fn item(&self) -> Item {
        let actor = self.by.map_or("ACTOR#operator".to_owned(), |by| format!("ACTOR#{by}"));
        let texts = [
            ("pk", format!("AUDIT#user#{}", self.to)),
            ("sk", self.id.to_string()),
            ("actorPk", actor),
            ("timePk", format!("AUDIT#{}", &self.at.to_string()[..7])),
            ("action", self.action.as_str().to_owned()),
            ("requestId", "request".to_owned()),
            ("address", "192.0.2.1".to_owned()),
            ("at", self.at.to_string()),
        ];
        let mut item: Item = texts.map(|(name, value)| (name.to_owned(), AttributeValue::S(value))).into();
        item.insert("changes".to_owned(), AttributeValue::L(Vec::new()));
        item
    }
}

const NOW: &str = "2026-05-20T12:00:00Z";

fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

fn id_at(at: Timestamp) -> Uuid {
    let seconds = u64::try_from(at.as_second()).expect("after 1970");
    let nanoseconds = u32::try_from(at.subsec_nanosecond()).expect("a part of a second");
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, nanoseconds))
}

/// Events at these times, by and to a few people in turn; newest first.
async fn history(world: &World, times: impl IntoIterator<Item = Timestamp>) -> Vec<Done> {
    let people: Vec<UserId> = (0..4).map(|_| UserId::new(Uuid::now_v7())).collect();
    let actions = [Action::UserUpdated, Action::UserActivated, Action::SessionSignedIn];
    let done = times.into_iter().enumerate().map(|(number, at)| Done {
        id: id_at(at),
        at,
        action: actions[number % 3],
        by: people[..2].get(number % 5).copied(),
        to: people[2 + number % 2],
    });
    let mut done: Vec<Done> = done.collect();
    done.sort_by_key(|done| std::cmp::Reverse(done.id));
    world.table.put_all(done.iter().map(Done::item).collect()).await;
    done
}

fn everything() -> EventQuery {
    EventQuery { target: None, by: None, actions: Vec::new(), since: None, until: None, limit: 7, from: None }
}

async fn page(store: &Store, query: &EventQuery, from: Option<Position>) -> Page<Uuid> {
    let query = EventQuery { from, ..query.clone() };
    let page = store.list_events(&query, time(NOW)).await.expect("a page");
    assert!(page.items.len() <= query.limit, "{query:?}");
    let ids = page.items.iter().map(|event| event.id).collect();
    page.with_items(ids)
}

/// Walks there and back; both show exactly what is expected.
async fn shows(world: &World, query: &EventQuery, expected: Vec<Uuid>) {
    let (there, back) = walk(async |from| page(&world.store, query, from).await).await;
    let ids = |pages: &[Page<Uuid>]| pages.iter().flat_map(|page| page.items.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&there), expected, "{query:?}");
    assert_eq!(ids(&back), expected, "{query:?}, on the way back");
}

#[tokio::test]
async fn r37_every_filter_shows_each_event_once_newest_first() {
    let world = World::open().await;
    // Nothing in March; the first and last moments of months; now.
    let days = (0..25).map(|day| time("2026-01-05T08:00:00Z") + SignedDuration::from_hours(48 * day));
    let others =
        ["2026-04-01T00:00:00Z", "2026-04-30T23:59:59.999Z", "2026-05-01T00:00:00Z", "2026-05-19T00:00:00Z", NOW];
    let done = history(&world, days.filter(|at| *at < time("2026-03-01T00:00:00Z")).chain(others.map(time))).await;
    assert_eq!(done.len(), 30);
    let (actor, target) = (done.iter().find_map(|done| done.by).expect("an actor"), done[0].to);
    let those = |filter: &dyn Fn(&Done) -> bool| done.iter().filter(|done| filter(done)).map(|done| done.id).collect();

    shows(&world, &everything(), those(&|_| true)).await;
    let by = EventQuery { by: Some(By::User(actor)), ..everything() };
    shows(&world, &by, those(&|done| done.by == Some(actor))).await;
    let to = EventQuery { target: Some(Target::User(target)), limit: 2, ..everything() };
    shows(&world, &to, those(&|done| done.to == target)).await;
    let both = EventQuery { by: Some(By::User(actor)), ..to };
    shows(&world, &both, those(&|done| done.to == target && done.by == Some(actor))).await;
    let actions = vec![Action::UserActivated, Action::SessionSignedIn];
    for query in [everything(), EventQuery { limit: 1, ..everything() }] {
        let query = EventQuery { actions: actions.clone(), ..query };
        shows(&world, &query, those(&|done| actions.contains(&done.action))).await;
    }
    for (since, until) in [
        ("2026-02-01T00:00:00Z", "2026-05-01T00:00:00Z"),
        ("2026-03-01T00:00:00Z", "2026-03-31T00:00:00Z"),
        ("2026-04-30T23:59:59.999Z", NOW),
        ("2026-05-20T12:00:00Z", "2030-01-01T00:00:00Z"),
        ("2026-05-01T00:00:00Z", "2026-04-01T00:00:00Z"),
    ] {
        let (since, until) = (time(since), time(until));
        for query in [everything(), EventQuery { by: Some(By::User(actor)), ..everything() }] {
            let is_by = |done: &Done| query.by.is_none() || done.by == Some(actor);
            let expected = those(&|done| is_by(done) && since <= done.at && done.at < until);
            shows(&world, &EventQuery { since: Some(since), until: Some(until), ..query.clone() }, expected).await;
        }
    }
    world.table.drop().await;
}

#[tokio::test]
async fn r41_one_of_many_is_found_within_bounds() {
    let world = World::open().await;
    let start = time("2026-02-01T00:00:00Z");
    let done = history(&world, (0..3000).map(|second| start + SignedDuration::from_secs(second))).await;
    // The oldest of all.
    let oldest = start - SignedDuration::from_secs(1);
    let rare = Done { id: id_at(oldest), at: oldest, action: Action::RoleDeleted, ..done[0].clone() };
    world.table.put(rare.item()).await;
    let query = EventQuery { actions: vec![Action::RoleDeleted], ..everything() };

    let (mut found, mut from, mut requests) = (Vec::new(), None, 0);
    loop {
        let store = world.store.metered();
        let page = page(&store, &query, from).await;
        let cost = store.cost();
        assert!(cost.trips <= 8 && cost.read <= 56.0, "{cost}");
        found.extend(page.items);
        requests += 1;
        assert!(page.complete == page.next.is_none(), "a page that is short of events says so");
        from = page.next;
        if from.is_none() {
            break;
        }
    }

    assert_eq!((found, requests > 1), (vec![rare.id], true));
    world.table.drop().await;
}
