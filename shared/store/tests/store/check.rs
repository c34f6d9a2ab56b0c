//! The check itself: a table that was tampered with does not pass.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::harness::{Item, Person, World, group};

/// One way to break a table: which item, what is done to it, what the check says.
struct Tampering {
    item: &'static str,
    break_it: fn(&mut Item),
    expected: &'static str,
}

fn set(name: &'static str, value: &str) -> impl Fn(&mut Item) {
    let value = AttributeValue::S(value.to_owned());
    move |item| {
        item.insert(name.to_owned(), value.clone());
    }
}

#[tokio::test]
async fn r56_a_sound_table_passes() {
    let world = World::open().await;
    let findings = world.store.check().await.expect("a check");
    assert_eq!((findings.users, findings.customers, findings.breaches.len()), (1, 0, 0));
    assert!(findings.items > 30, "{}", findings.items);
    world.close().await;
}

#[tokio::test]
async fn r56_a_missing_item_is_noticed() {
    let world = World::open().await;
    world.add(Person::named("Ada", "Lovelace").of(&[group(2)])).await;
    world.check().await;
    for (key, item) in world.table.dump().await {
        world.table.delete(&item).await;
        let findings = world.store.check().await.expect("a check");
        assert!(!findings.breaches.is_empty(), "{key:?} is not missed");
        world.table.put(item).await;
    }
    world.close().await;
}

#[tokio::test]
async fn r56_a_changed_item_is_noticed() {
    let world = World::open().await;
    world.add(Person::named("Ada", "Lovelace").of(&[group(2)])).await;
    let one = |item: &mut Item, name: &str| {
        let count: u64 = item[name].as_n().expect("a number").parse().expect("a number");
        item.insert(name.to_owned(), AttributeValue::N((count + 1).to_string()));
    };
    let tampering = [
        Tampering { item: "USER#", break_it: |item| set("firstName", "Eve")(item), expected: "its keys" },
        Tampering { item: "USER#", break_it: |item| set("status", "deactivated")(item), expected: "is Headcount" },
        Tampering { item: "USER#", break_it: |item| set("language", "de")(item), expected: "lead to its language" },
        Tampering { item: "EMAIL#", break_it: |item| set("sk", "OTHER")(item), expected: "none of the items" },
    ];
    for Tampering { item: prefix, break_it, expected } in tampering {
        let item = world.table.dump_of(prefix).await.remove(0);
        let mut broken = item.clone();
        break_it(&mut broken);
        world.table.put(broken.clone()).await;
        let breaches = world.store.check().await.expect("a check").breaches;
        assert!(breaches.iter().any(|breach| breach.text.contains(expected)), "{expected}: {breaches:?}");
        world.table.delete(&broken).await;
        world.table.put(item).await;
    }
    for (prefix, counter, expected) in [
        ("USER#", "version", "edits are recorded"),
        ("USER#", "customerCount", "counts 1 customers, owns 0"),
        ("ACCESS", "memberCount", "members, there are"),
        ("ACCESS", "activeAdministrators", "should be"),
    ] {
        let item = world.table.dump_of(prefix).await.into_iter().find(|item| item.contains_key(counter));
        let item = item.expect("an item that counts");
        let mut broken = item.clone();
        one(&mut broken, counter);
        world.table.put(broken).await;
        let breaches = world.store.check().await.expect("a check").breaches;
        assert!(breaches.iter().any(|breach| breach.text.contains(expected)), "{expected}: {breaches:?}");
        world.table.put(item).await;
    }
    world.close().await;
}
