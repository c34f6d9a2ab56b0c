//! The check itself: a sound table passes, whatever was done to it through the store; one that was tampered
//! with does not, and what is wrong is named, and nothing else.

mod tampering;
mod whole;

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::{Email, Status};
use backoffice_store::check::Rule;
use jiff::Timestamp;

use crate::harness::{Item, Table, World, changes};
use tampering::Tampering;
use whole::{Whole, key, plain, session, text, with, without};

/// What the check says, as items and rules.
async fn breaches(world: &World) -> Vec<(String, Rule)> {
    let findings = world.store.check().await.expect("a check");
    assert_eq!(findings.left_out, 0);
    findings.breaches.into_iter().map(|breach| (breach.item, breach.rule)).collect()
}

#[tokio::test]
async fn r56_each_rule_that_is_broken_is_named_and_no_other() {
    let (world, whole) = Whole::open().await;
    let mut broken = BTreeSet::new();
    for Tampering { name, breaks, expected } in tampering::all() {
        let (removed, written) = breaks(&whole);
        for item in &removed {
            world.table.delete(item).await;
        }
        for item in &written {
            world.table.put(item.clone()).await;
        }

        let found = breaches(&world).await;

        let mut expected = expected(&whole);
        expected.sort();
        assert_eq!(found, expected, "{name}");
        broken.extend(found.into_iter().map(|(_, rule)| rule));
        let before: HashMap<String, &Item> = whole.items.iter().map(|item| (key(item), item)).collect();
        for item in removed.iter().chain(&written) {
            match before.get(&key(item)) {
                Some(item) => world.table.put((*item).clone()).await,
                None => world.table.delete(item).await,
            }
        }
    }
    let unbroken: Vec<_> = Rule::ALL.iter().filter(|rule| !broken.contains(rule)).collect();
    assert!(unbroken.is_empty(), "rules that no test breaks: {unbroken:?}");
    world.close().await;
}

#[tokio::test]
async fn r56_a_missing_item_is_noticed() {
    let (world, whole) = Whole::open().await;
    for item in &whole.items {
        world.table.delete(item).await;
        assert!(!breaches(&world).await.is_empty(), "{} is not missed", key(item));
        world.table.put(item.clone()).await;
    }
    world.close().await;
}

#[tokio::test]
async fn r56_a_damaged_item_of_every_kind_is_named() {
    let (world, mut whole) = Whole::open().await;
    // What a product leaves for a while, as items of their own.
    let now = Timestamp::now();
    let soon = AttributeValue::N((now.as_second() + 600).to_string());
    let passing = [("THROTTLE#192.0.2.1", "SIGN-IN"), ("ONCE#somebody#key", "REQUEST"), ("CHECK", "COUNTS")];
    let passing = passing.map(|(pk, sk)| Item::from([("pk".to_owned(), text(pk)), ("sk".to_owned(), text(sk))]));
    whole.items.extend(passing.map(|item| with(&item, &[("expiresAt", soon.clone()), ("other", text("x"))])));
    whole.items.push(session(&whole, &whole.ada.id.to_string(), 0));
    let mut kinds = BTreeSet::new();
    for item in whole.items.clone() {
        let kind = |name| plain(&item, name).split('#').next().expect("a word").to_owned();
        let is_named = ["AUDIT", "FIND"].contains(&&*kind("pk"));
        if !kinds.insert((kind("pk"), if is_named { String::new() } else { kind("sk") })) {
            continue;
        }
        // Each attribute but the keys is of another type.
        let attributes = item.keys().filter(|name| !["pk", "sk", "expiresAt"].contains(&name.as_str()));
        let indexed = |name: &str| name.ends_with("Pk") || name.ends_with("Sk");
        let odd: Vec<_> =
            attributes.filter(|name| !indexed(name)).map(|name| (name.as_str(), AttributeValue::Null(true))).collect();
        world.table.put(with(&item, &odd)).await;

        let findings = world.store.check().await.expect("a check does not fail of it");

        let is_damaged = |breach: &&backoffice_store::check::Breach| breach.item == key(&item);
        let named = findings.breaches.iter().find(is_damaged).unwrap_or_else(|| panic!("{} is not named", key(&item)));
        assert_eq!((named.rule, &*named.text), (Rule::Readable, "cannot be read"));
        world.table.delete(&item).await;
        if !key(&item).contains("SESSION#") && !item.contains_key("other") {
            world.table.put(item).await;
        }
    }
    assert_eq!(kinds.len(), 14, "{kinds:?}");
    world.close().await;
}

#[tokio::test]
async fn r56_what_has_ended_counts_for_nothing() {
    let (world, whole) = Whole::open().await;
    let past = AttributeValue::N((Timestamp::now().as_second() - 1).to_string());
    let damaged = session(&whole, "0190a5c8-7b1e-7000-8000-00000000dead", 0);
    world.table.put(with(&without(&damaged, "userId"), &[("expiresAt", past)])).await;

    assert_eq!(breaches(&world).await, []);
    world.table.drop().await;
}

#[tokio::test]
async fn r56_a_table_of_many_changes_passes() {
    let world = World::open().await;
    let users = world.crowd(40).await;
    let customers = world.customers(60).await;
    for (number, user) in users.iter().enumerate().take(30) {
        if user.status == Status::Deleted || user.id == world.administrator.id {
            continue;
        }
        let user = world.user(user.id).await;
        let theirs = &customers[2 * number..2 * number + 2];
        world.assign(&user, theirs, &[]).await.expect("assigned");
        let user = world.user(user.id).await;
        let status = [Status::Active, Status::Deactivated, Status::Deleted][number % 3];
        if user.status != status {
            world.set_status(&user, status).await.expect("another status");
        }
        let user = world.user(user.id).await;
        if user.status != Status::Deleted {
            let email = Email::parse(&format!("new{number}@shop.example")).expect("an e-mail");
            world
                .edit(&user, backoffice_domain::UserChanges { email: Some(email), ..changes() })
                .await
                .expect("edited");
        }
    }

    let findings = world.store.check_in_use().await.expect("a check");

    assert_eq!((findings.users, findings.customers, findings.breach_count()), (41, 60, 0), "{findings:?}");
    world.close().await;
}

#[tokio::test]
async fn r56_a_table_restored_item_by_item_is_checked() {
    let (world, whole) = Whole::open().await;
    let restored = Table::create().await;
    restored.put_all(whole.items.clone()).await;
    let copy = World::again(&restored.name, world.administrator.clone()).await;

    assert_eq!(breaches(&copy).await, [], "nothing was lost on the way");

    restored.delete(whole.login()).await;
    assert_eq!(breaches(&copy).await, whole.ada_breaks(Rule::Reserved));
    copy.table.drop().await;
    world.close().await;
}
