//! Thousands of records, made from a few: each copy is what the store wrote for its original, with
//! another id and another number. Only what lists and searches read is copied, so the check of a
//! whole table is not for this one.

use aws_sdk_dynamodb::types::AttributeValue;
use backoffice_domain::{Email, User};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{Item, World, customer, one_of_many};

/// Originals of each kind.
const ORIGINALS: usize = 40;
/// Users, and as many customers, in the table with many.
pub(crate) const MANY: usize = 2000;

/// What tells the copies of an item from the original: the id of a user, and the number that stands
/// in e-mails and references.
struct Mark {
    id: String,
    number: String,
}

impl Mark {
    fn new(id: &impl ToString, number: usize) -> Self {
        Self { id: id.to_string(), number: format!("x{number:06}") }
    }

    fn is_in(&self, value: &AttributeValue) -> bool {
        value.as_s().is_ok_and(|text| text.contains(&self.id) || text.to_lowercase().contains(&self.number))
    }

    /// The value with another mark in place of this one.
    fn replaced(&self, value: &AttributeValue, by: &Self) -> AttributeValue {
        match value {
            AttributeValue::S(text) => AttributeValue::S(
                text.replace(&self.id, &by.id)
                    .replace(&self.number, &by.number)
                    .replace(&self.number.to_uppercase(), &by.number.to_uppercase()),
            ),
            AttributeValue::L(list) => AttributeValue::L(list.iter().map(|value| self.replaced(value, by)).collect()),
            AttributeValue::M(map) => {
                AttributeValue::M(map.iter().map(|(name, value)| (name.clone(), self.replaced(value, by))).collect())
            }
            other => other.clone(),
        }
    }
}

impl World {
    /// A table with so many users besides the administrator, and as many customers: a multiple of
    /// the originals.
    pub(crate) async fn with(size: usize) -> Self {
        let world = Self::open().await;
        let originals: Vec<(Mark, User)> = (0..size.min(ORIGINALS)).map(original).collect();
        world.add_all(&originals.iter().map(|(_, user)| user.clone()).collect::<Vec<_>>()).await;
        let customers: Vec<_> = originals.iter().map(|(mark, _)| customer(&mark.number.to_uppercase())).collect();
        world.import(&customers).await;

        let items: Vec<Item> = world.table.dump().await.into_values().filter(is_listed).collect();
        let mut copies = Vec::new();
        for (number, (mark, _)) in originals.iter().enumerate() {
            let items: Vec<&Item> = items.iter().filter(|item| item.values().any(|value| mark.is_in(value))).collect();
            for copy in 1..size / originals.len() {
                let other = Mark::new(&Uuid::now_v7(), copy * originals.len() + number);
                copies.extend(items.iter().map(|item| copied(item, mark, &other)));
            }
        }
        world.table.put_all(copies).await;
        world
    }

    /// The table with many, made by whichever test asks first; it stays for the others.
    pub(crate) async fn with_many() -> Self {
        static MADE: OnceCell<(String, User)> = OnceCell::const_new();
        let made = MADE.get_or_init(async || {
            let world = Self::with(MANY).await;
            (world.table.name, world.administrator)
        });
        let (name, administrator) = made.await;
        Self::again(name, administrator.clone()).await
    }
}

fn original(number: usize) -> (Mark, User) {
    let user = one_of_many(number);
    let mark = Mark::new(&user.id, number);
    let email = Email::parse(&format!("{}@shop.example", mark.number)).expect("an e-mail");
    (mark, User { email, ..user })
}

/// Whether lists and searches read it: users and customers, members, search words.
fn is_listed(item: &Item) -> bool {
    let partition = item["pk"].as_s().expect("a key");
    ["USER#", "CUSTOMER#", "GROUP#", "FIND#"].iter().any(|prefix| partition.starts_with(prefix))
}

fn copied(item: &Item, mark: &Mark, other: &Mark) -> Item {
    item.iter().map(|(name, value)| (name.clone(), mark.replaced(value, other))).collect()
}
