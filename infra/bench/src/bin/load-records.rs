//! Fills a table with users and customers: `load-records FROM TO`, numbered from the one up to the other.
//!
//! Every record is as long as any other, so that what is read of a page does not depend on who is on it. The first
//! few are called otherwise than the rest: a search finds as many of them among a thousand as among a million.

use anyhow::{Context as _, Result};
use backoffice_domain::password::Password;
use backoffice_domain::{
    Customer, CustomerData, CustomerId, Email, Group, GroupId, Language, Name, Status, User, UserId,
};
use backoffice_http::hash_password;
use backoffice_store::guard::Wanted;
use backoffice_store::{Acting, Actor, Names, Store};
use jiff::Timestamp;
use uuid::Uuid;

/// Records that go together; progress is told after each lot.
const LOT: u32 = 250;
/// How many are called otherwise.
const RARE: u32 = 30;
/// Letters of a last name.
const LETTERS: u32 = 6;
/// Shares no divisor with 26, so that different numbers have different names, in no order.
const STRIDE: u64 = 123_456_789;

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "whoever started this shows how far it is")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut number = || -> Result<u32> { Ok(arguments.next().context("from which number, up to which?")?.parse()?) };
    let (from, to) = (number()?, number()?);
    let store = Store::connect(&variable("TABLE_NAME")?).await;
    let now = Timestamp::from_second(Timestamp::now().as_second())?;
    let acting = Acting {
        actor: Actor::User(Box::new(administrator(&store, now).await?)),
        request_id: "bench".to_owned(),
        address: "192.0.2.1".to_owned(),
        now,
        names: Names::default(),
    };
    let groups: Vec<GroupId> = store.definitions().await?.groups.into_keys().collect();
    let groups: Vec<GroupId> = groups.into_iter().filter(|group| *group != Group::ADMINISTRATORS).collect();
    let hash = hash_password(&Password::typed(&variable("BENCH_PASSWORD")?));
    let mut first = from;
    while first <= to {
        let lot = first..=to.min(first + LOT - 1);
        let users = lot.clone().map(|number| user(number, &groups, &acting)).collect::<Result<Vec<_>>>()?;
        let customers = lot.clone().map(customer).collect::<Result<Vec<_>>>()?;
        store.load(&acting, &users, &hash, &customers).await?;
        println!("{}", users.len());
        first += LOT;
    }
    Ok(())
}

fn variable(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| format!("{name} is not set"))
}

async fn administrator(store: &Store, now: Timestamp) -> Result<User> {
    let id = UserId::parse(&variable("BENCH_ADMINISTRATOR")?).ok().context("no user's id")?;
    let wanted = Wanted { user: Some(id), ..Wanted::default() };
    store.see(&wanted, now).await?.user.context("there is no such administrator")
}

fn user(number: u32, groups: &[GroupId], acting: &Acting) -> Result<User> {
    let (email, first_name, last_name) = person(number, "user")?;
    let choice = usize::try_from(number)? % groups.len().max(1);
    Ok(User {
        id: UserId::new(Uuid::now_v7()),
        email,
        first_name,
        last_name,
        status: Status::Active,
        groups: groups.get(choice).copied().into_iter().collect(),
        agent: number.is_multiple_of(3),
        language: if number.is_multiple_of(2) { Language::English } else { Language::German },
        customer_count: 0,
        lost_customers: 0,
        session_epoch: 0,
        version: 1,
        last_sign_in_at: None,
        created_at: acting.now,
        updated_at: acting.now,
        updated_by: acting.editor(),
    })
}

fn customer(number: u32) -> Result<Customer> {
    let (email, first_name, last_name) = person(number, "customer")?;
    let id = CustomerId::parse(&format!("B-{number:07}")).ok().context("a reference")?;
    Ok(Customer::new(id, CustomerData { email, first_name, last_name, gender: None }))
}

fn person(number: u32, kind: &str) -> Result<(Email, Name, Name)> {
    let first = if number <= RARE { "Quentin" } else { "Roberta" };
    let email = Email::parse(&format!("{kind}-{number:07}@example.com")).ok().context("an e-mail")?;
    let name = |text: &str| Name::parse(text).ok().context("a name");
    Ok((email, name(first)?, name(&last_name(number))?))
}

fn last_name(number: u32) -> String {
    let mut rest = u64::from(number) * STRIDE % 26_u64.pow(LETTERS);
    let mut name = String::new();
    for place in 0..LETTERS {
        let letter = char::from(b'a' + u8::try_from(rest % 26).unwrap_or_default());
        name.push(if place == 0 { letter.to_ascii_uppercase() } else { letter });
        rest /= 26;
    }
    name
}
