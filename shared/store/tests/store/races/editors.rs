//! Several edit the same user (R31).

use std::sync::Arc;

use backoffice_domain::{Email, GroupId, Language, Name, User, UserChanges};
use backoffice_store::Error;

use super::{ROUNDS, Tally, at_once, crowd_of};
use crate::harness::{Person, World, changes, group};

/// How often each of two editors succeeds who look again after every conflict.
const EDITS: usize = 50;

/// What the number-th editor changes in a round: always something, and something of their own.
fn edit(before: &User, round: usize, number: usize) -> UserChanges {
    let name = || Some(Name::parse(&format!("Name {round} {number}")).expect("a name"));
    match number % 6 {
        0 => UserChanges { first_name: name(), ..changes() },
        1 => UserChanges { last_name: name(), ..changes() },
        2 => {
            let email = Email::parse(&format!("e{round}.{number}@shop.example")).expect("an e-mail");
            UserChanges { email: Some(email), ..changes() }
        }
        3 => {
            let groups: Vec<GroupId> = vec![group(2), group(3 + ((round * 7 + number) % 20) as u128)];
            let agent = Some(!before.agent);
            UserChanges { groups: Some(groups), agent, ..changes() }
        }
        4 => UserChanges { password: true, ..changes() },
        _ => {
            let language = if before.language == Language::English { Language::German } else { Language::English };
            UserChanges { language: Some(language), ..changes() }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r31_of_editors_of_one_version_exactly_one_wins() {
    let world = Arc::new(World::open().await);
    let mut current = world.add(Person::named("Ada", "Lovelace")).await;
    let mut tally = Tally::default();
    for round in 0..ROUNDS {
        let attempts = (0..crowd_of(round)).map(|number| {
            let (world, before) = (world.clone(), current.clone());
            async move { world.edit(&before, edit(&before, round, number + round)).await }
        });
        let (done, refused) = tally.judge(at_once(attempts.collect()).await);

        let [winner] = done.as_slice() else { panic!("{done:?}, {refused:?}") };
        assert_eq!((winner.version, &world.user(winner.id).await), (current.version + 1, winner));
        for error in refused {
            assert!(matches!(&error, Error::UserChanged(now) if now.current == *winner), "{error:?}");
        }
        current = winner.clone();
    }
    tally.close("R31, one version", world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r31_two_editors_who_look_again_lose_nothing() {
    let world = Arc::new(World::open().await);
    let user = world.add(Person::named("Ada", "Lovelace")).await;
    let mut tally = Tally::default();
    // Each appends their letter to their own name until it has been there so often.
    let editors = [true, false].map(|is_first| {
        let (world, id) = (world.clone(), user.id);
        async move {
            let mut refused = Vec::new();
            for round in 0..EDITS {
                loop {
                    let before = world.user(id).await;
                    let name = Some(Name::parse(&format!("Name {round}")).expect("a name"));
                    let edit = if is_first {
                        UserChanges { first_name: name, ..changes() }
                    } else {
                        UserChanges { last_name: name, ..changes() }
                    };
                    match world.edit(&before, edit).await {
                        Ok(_) => break,
                        Err(error) => refused.push(Err::<(), _>(error)),
                    }
                }
            }
            refused
        }
    });
    let refused: Vec<_> = at_once(editors.into()).await.into_iter().flatten().collect();
    let (_, refused) = tally.judge(refused);
    assert!(refused.iter().all(|error| matches!(error, Error::UserChanged(_))), "{refused:?}");

    let now = world.user(user.id).await;
    let last = format!("Name {}", EDITS - 1);
    assert_eq!((now.first_name.as_str(), now.last_name.as_str()), (&*last, &*last));
    assert_eq!(now.version, 1 + 2 * EDITS as u64, "one for each success");
    tally.close("R31, looking again", world).await;
}
