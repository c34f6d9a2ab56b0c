//! Signing in and out.

mod end;
mod open;
mod others;
mod overtaken;
mod throttle;
mod weak_hash;

use backoffice_domain::password::PasswordHash;
use backoffice_domain::session::Session;
use backoffice_domain::{SessionId, User};
use backoffice_store::guard::Wanted;
use backoffice_store::session::SignIn;
use backoffice_store::{Error, Store};
use jiff::Timestamp;
use uuid::Uuid;

use crate::harness::{World, acting_at, by};

/// A session to open for `user`.
pub(crate) fn session(user: &User, now: Timestamp) -> Session {
    Session {
        id: SessionId::new(Uuid::now_v7()),
        user_id: user.id,
        secret_hash: "01".repeat(32),
        epoch: user.session_epoch,
        created_at: now,
        seen_at: now,
        device: "A browser".to_owned(),
        address: "192.0.2.1".to_owned(),
    }
}

/// Signs `user` in with the credential that was read.
pub(crate) async fn sign_in(store: &Store, user: &User, hash: &PasswordHash) -> Result<Session, Error> {
    let now = Timestamp::now();
    let session = session(user, now);
    let sign_in = SignIn { user, hash, stronger: None, session: &session, former: None };
    store.open_session(&acting_at(by(user), now), &sign_in).await.map(|_| session)
}

/// Whether a request with this session is let in.
pub(crate) async fn is_let_in(world: &World, session: &Session, now: Timestamp) -> bool {
    let wanted = Wanted { session: Some((session.user_id, session.id)), ..Wanted::default() };
    let seen = world.store.see(&wanted, now).await.expect("a read");
    seen.session.zip(seen.acting).is_some_and(|(session, user)| session.admits(&user, now))
}
