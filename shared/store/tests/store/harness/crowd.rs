//! Many users of every kind, made at once.

use backoffice_domain::{GroupId, Status, User};
use futures_util::StreamExt as _;
use jiff::{SignedDuration, Timestamp};

use super::world::{Change, World, creation};
use super::{Person, group};

/// A group of nearly everybody: a large one once there are enough.
pub(crate) const LARGE: u128 = 4;
/// A group of every tenth user.
pub(crate) const SMALL: u128 = 5;

const FIRST_NAMES: [&str; 7] = ["Ada", "Änne", "Bo", "Zoë", "李", "Anna Maria", "anna"];
const LAST_NAMES: [&str; 11] = [
    "Müller",
    "Mulligan",
    "O'Neill",
    "de la Cruz",
    "Ångström",
    "Zuse",
    "מרים",
    "🦀",
    "Lovelace",
    "Müller-Ångström",
    "zuse",
];

/// The number-th of a crowd: names, groups, agents, statuses and last sign-ins take turns.
pub(crate) fn one_of_many(number: usize) -> User {
    let mut groups: Vec<GroupId> = vec![group(2)];
    groups.extend((!number.is_multiple_of(8)).then(|| group(LARGE)));
    groups.extend(number.is_multiple_of(10).then(|| group(SMALL)));
    let user = Person::named(FIRST_NAMES[number % FIRST_NAMES.len()], LAST_NAMES[number % LAST_NAMES.len()])
        .of(&groups)
        .email(&format!("{}{number}@shop.example", ["x", "a", "ü", "M"][number % 4]))
        .user();
    let hours = i64::try_from(number * 37 % 1000).expect("a small number");
    User {
        agent: number.is_multiple_of(4),
        status: [Status::Active, Status::Active, Status::Deactivated, Status::Active, Status::Deleted][number % 5],
        last_sign_in_at: (number % 7 < 5).then(|| Timestamp::now() - SignedDuration::from_hours(hours)),
        ..user
    }
}

impl World {
    /// Makes these users, several at once.
    pub(crate) async fn add_all(&self, users: &[User]) {
        futures_util::stream::iter(users)
            .for_each_concurrent(16, async |user| {
                let change = Change { actor: self.by_administrator(), ..creation(user) };
                self.change(change).await.expect("one of many");
            })
            .await;
    }

    /// Makes a crowd; answers everybody there is.
    pub(crate) async fn crowd(&self, size: usize) -> Vec<User> {
        let mut users: Vec<User> = (0..size).map(one_of_many).collect();
        self.add_all(&users).await;
        users.push(self.administrator.clone());
        users
    }
}
