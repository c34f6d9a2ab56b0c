//! One request, sent many times at once (R32).

use std::sync::Arc;

use backoffice_store::{Error, Once, OnceKey, StoredAnswer};

use super::{ROUNDS, Tally, at_once, crowd_of};
use crate::harness::{Change, Person, World, creation};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r32_of_parallel_repeats_one_is_applied_and_all_have_its_answer() {
    let world = Arc::new(World::open().await);
    let mut tally = Tally::default();
    for round in 0..ROUNDS / 4 {
        let attempts = (0..crowd_of(round)).map(|number| {
            let world = world.clone();
            async move {
                // Each has made an id and an answer of its own; one of these is everybody's.
                let user = Person::named("Ada", "Lovelace").email(&format!("ada{round}@shop.example")).user();
                let key = OnceKey {
                    actor: "actor".to_owned(),
                    key: format!("key {round}"),
                    macs: vec!["the same".to_owned()],
                };
                let answer = StoredAnswer { status: 201, headers: Vec::new(), body: format!("{number}: {}", user.id) };
                let once = Some(Once { key, answer: answer.clone() });
                let change = Change { actor: world.by_administrator(), once, ..creation(&user) };
                world.change(change).await.map(|()| answer)
            }
        });
        let (applied, refused) = tally.judge(at_once(attempts.collect()).await);
        let [applied] = applied.as_slice() else { panic!("{applied:?}, {refused:?}") };
        for error in refused {
            assert!(matches!(&error, Error::Repeated(answer) if **answer == *applied), "{error:?}");
        }
    }
    tally.close("R32", world).await;
}
