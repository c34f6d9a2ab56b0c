//! New passwords that somebody gives themself, several at once and while they sign in (R06, R17).

use std::sync::Arc;

use backoffice_domain::password::PasswordHash;
use backoffice_domain::session::Session;
use backoffice_domain::{User, UserChanges};
use backoffice_store::Error;
use backoffice_store::throttle::Attempt;
use backoffice_store::users::PasswordChange;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use uuid::Uuid;

use super::{ROUNDS, Tally, at_once, crowd_of};
use crate::harness::{Person, World, acting, by, hash, new_hash};
use crate::session::{is_let_in, sign_in};

/// Changes the password as a handler does that has found the current one right.
async fn change(world: &World, user: &User, compared: &PasswordHash, kept: &Session) -> Result<(), Error> {
    let changes = UserChanges { password: true, ..UserChanges::default() };
    let after = user.edited(changes, &user.editor(), Timestamp::now()).expect("a change");
    let change = PasswordChange { before: user, after: &after, compared, hash: &new_hash(), kept, once: None };
    let attempt = Attempt { account: Uuid::now_v7().to_string(), browser: None, address: "192.0.2.1".to_owned() };
    world.store.change_password(&acting(by(user)), &change, &attempt).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r06_of_new_passwords_at_once_one_holds_and_its_session_alone_goes_on() {
    let world = Arc::new(World::open().await);
    let mut tally = Tally::default();
    for round in 0..ROUNDS {
        let user = world.add(Person::named("Ada", "Lovelace")).await;
        let mut sessions = Vec::new();
        for _ in 0..crowd_of(round).min(4) {
            sessions.push(sign_in(&world.store, &user, &hash()).await.expect("signed in"));
        }
        let before = world.user(user.id).await;
        let mut tasks: Vec<BoxFuture<'static, Result<Option<Session>, Error>>> = Vec::new();
        for session in &sessions {
            let (world, user, session) = (world.clone(), before.clone(), session.clone());
            tasks.push(Box::pin(async move { change(&world, &user, &hash(), &session).await.map(|()| Some(session)) }));
        }
        // And somebody signs in with the password that is about to go.
        let (other, user) = (world.clone(), before.clone());
        tasks.push(Box::pin(async move { sign_in(&other.store, &user, &hash()).await.map(|_| None) }));

        let (done, refused) = tally.judge(at_once(tasks).await);

        let is_explained =
            |error: &Error| matches!(error, Error::ActorChanged | Error::CredentialChanged | Error::UserChanged(_));
        assert!(refused.iter().all(is_explained), "{refused:?}");
        let kept: Vec<Session> = done.into_iter().flatten().collect();
        assert!(kept.len() <= 1, "round {round}: {} passwords", kept.len());
        let after = world.user(before.id).await;
        assert_eq!(after.version, before.version + kept.len() as u64);
        if let [kept] = &kept[..] {
            for session in world.store.sessions(before.id).await.expect("sessions") {
                let goes_on = session.id == kept.id;
                assert_eq!(is_let_in(&world, &session, Timestamp::now()).await, goes_on, "round {round}");
            }
        }
    }
    tally.close("R06", world).await;
}
