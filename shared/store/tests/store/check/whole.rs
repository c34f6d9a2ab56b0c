//! A sound table to be tampered with.

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::User;
use backoffice_store::check::Rule;

use crate::harness::{Item, Person, World, group};

/// A sound table with something of everything, and who is in it.
pub(super) struct Whole {
    pub(super) items: Vec<Item>,
    pub(super) ada: User,
}

pub(super) fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}

pub(super) fn plain<'a>(item: &'a Item, name: &str) -> &'a str {
    item[name].as_s().expect("text")
}

pub(super) fn key(item: &Item) -> String {
    format!("{} {}", plain(item, "pk"), plain(item, "sk"))
}

/// The item with other attributes.
pub(super) fn with(item: &Item, attributes: &[(&str, AttributeValue)]) -> Item {
    let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    item.clone().into_iter().chain(attributes).collect()
}

pub(super) fn without(item: &Item, name: &str) -> Item {
    item.iter().filter(|(other, _)| *other != name).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// The item with a number moved by one.
pub(super) fn one_more(item: &Item, name: &str) -> Item {
    let number: u64 = item[name].as_n().expect("a number").parse().expect("a number");
    with(item, &[(name, AttributeValue::N((number + 1).to_string()))])
}

impl Whole {
    pub(super) async fn open() -> (World, Self) {
        let world = World::open().await;
        let ada = world.add(Person::named("Ada", "Lovelace").email("ada@shop.example").of(&[group(2), group(3)])).await;
        let customers = world.customers(3).await;
        world.assign(&ada, &customers[..2], &[]).await.expect("assigned");
        let ada = world.user(ada.id).await;
        world.check().await;
        let items = world.table.dump().await.into_values().collect();
        (world, Self { items, ada })
    }

    /// The items whose keys begin like this, by key.
    pub(super) fn all(&self, pk: &str, sk: &str) -> Vec<&Item> {
        let is_one = |item: &&Item| plain(item, "pk").starts_with(pk) && plain(item, "sk").starts_with(sk);
        self.items.iter().filter(is_one).collect()
    }

    pub(super) fn one(&self, pk: &str, sk: &str) -> &Item {
        self.all(pk, sk).first().copied().unwrap_or_else(|| panic!("no item {pk} {sk}"))
    }

    pub(super) fn ada(&self) -> &Item {
        self.one(&format!("USER#{}", self.ada.id), "PROFILE")
    }

    /// Ada's item as a breach names it.
    pub(super) fn ada_breaks(&self, rule: Rule) -> Vec<(String, Rule)> {
        vec![(key(self.ada()), rule)]
    }

    pub(super) fn login(&self) -> &Item {
        self.one("EMAIL#ada@shop.example", "LOGIN")
    }

    pub(super) fn member(&self) -> &Item {
        self.one(&format!("GROUP#{}", group(2)), "MEMBER#")
    }

    pub(super) fn group(&self) -> &Item {
        self.one("ACCESS", &format!("GROUP#{}", group(2)))
    }

    pub(super) fn word(&self) -> &Item {
        let of_ada = |item: &&&Item| plain(item, "id") == self.ada.id.to_string();
        self.all("FIND#U#", "").iter().find(of_ada).copied().expect("a word of Ada's")
    }

    /// An event of Ada's with this action.
    pub(super) fn event(&self, action: &str) -> &Item {
        let events = self.all(&format!("AUDIT#user#{}", self.ada.id), "");
        events.into_iter().find(|event| plain(event, "action") == action).expect("an event")
    }
}

/// A session of a user that lasts for a while.
pub(super) fn session(whole: &Whole, user: &str, epoch: u64) -> Item {
    let (id, now) = ("0190a5c8-7b1e-7000-8000-000000000005", whole.ada.created_at);
    let ends = now.as_second() + 3600;
    let at = plain(whole.ada(), "createdAt");
    let texts = [
        ("pk", format!("USER#{user}")),
        ("sk", format!("SESSION#{id}")),
        ("id", id.to_owned()),
        ("userId", user.to_owned()),
        ("secretHash", "x".to_owned()),
        ("createdAt", at.to_owned()),
        ("seenAt", at.to_owned()),
        ("device", String::new()),
    ];
    let mut item: Item = texts.map(|(name, value)| (name.to_owned(), AttributeValue::S(value))).into();
    item.insert("epoch".to_owned(), AttributeValue::N(epoch.to_string()));
    item.insert("expiresAt".to_owned(), AttributeValue::N(ends.to_string()));
    item
}
