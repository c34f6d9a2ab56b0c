//! Sign-ins in flight while the user is deactivated, deleted or given a new password (R17).

use std::sync::Arc;

use backoffice_domain::password::PasswordHash;
use backoffice_domain::session::Session;
use backoffice_domain::{Status, User, UserChanges};
use backoffice_store::Error;
use jiff::Timestamp;

use super::{ROUNDS, Tally, at_once};
use crate::harness::{Person, World, changes, hash};
use crate::session::{is_let_in, sign_in};

/// Signs in as a handler does: credential, comparison, user, session. `None` for a wrong password or
/// a user who may not.
async fn whole_sign_in(world: &World, before: &User, right: &PasswordHash) -> Result<Option<Session>, Error> {
    let Some(credential) = world.store.credential(&before.email).await? else { return Ok(None) };
    if credential.hash != *right {
        return Ok(None);
    }
    let user = world.user(credential.user_id).await;
    if user.status != Status::Active {
        return Ok(None);
    }
    sign_in(&world.store, &user, &credential.hash).await.map(Some)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r17_no_sign_in_that_overlaps_a_removal_opens_anything_usable() {
    let world = Arc::new(World::open().await);
    let mut tally = Tally::default();
    for round in 0..ROUNDS {
        let user = world.add(Person::named("Ada", "Lovelace")).await;
        let mut tasks: Vec<futures_util::future::BoxFuture<'static, Result<Option<Session>, Error>>> = Vec::new();
        for _ in 0..=(round % 4) {
            let (world, user) = (world.clone(), user.clone());
            tasks.push(Box::pin(async move { whole_sign_in(&world, &user, &hash()).await }));
        }
        let (remover, target) = (world.clone(), user.clone());
        tasks.push(Box::pin(async move {
            match round % 3 {
                0 => remover.set_status(&target, Status::Deactivated).await,
                1 => remover.set_status(&target, Status::Deleted).await,
                _ => remover.edit(&target, UserChanges { password: true, ..changes() }).await,
            }
            .map(|_| None)
        }));
        let (opened, refused) = tally.judge(at_once(tasks).await);
        let is_explained = |error: &Error| matches!(error, Error::ActorChanged | Error::CredentialChanged);
        assert!(refused.iter().all(is_explained), "{refused:?}");
        for session in opened.into_iter().flatten() {
            assert!(!is_let_in(&world, &session, Timestamp::now()).await, "round {round}");
        }
    }
    tally.close("R17", world).await;
}
