//! `recover-admin`, invoked by an operator: gives an administrator who is locked out a new password.
//! Their sessions end.

use backoffice_domain::audit::Action;
use backoffice_domain::password::Password;
use backoffice_domain::{Email, Status, User};
use backoffice_http::{StartError, generate_password, hash_password};
use backoffice_store::guard::Wanted;
use backoffice_store::users::UserChange;
use backoffice_store::{Acting, Actor, Names, Store};
use jiff::Timestamp;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

/// Whose password is lost.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedOut {
    email: String,
}

/// The new sign-in, told this once.
#[derive(Serialize)]
pub struct Recovered {
    email: String,
    password: String,
}

/// Gives an active administrator a new password.
///
/// # Errors
/// Nobody has this e-mail, or they are no active administrator; the store is unavailable.
pub async fn handle(store: Store, asked: LockedOut, request_id: String) -> Result<Recovered, StartError> {
    let email = Email::parse(&asked.email).map_err(|flaw| format!("email: {}", flaw.code()))?;
    let now = Timestamp::now();
    let before = find(&store, &email, now).await?.ok_or("no active administrator has this e-mail")?;
    let password = generate_password();
    let after = User { session_epoch: before.session_epoch + 1, ..before.clone() }.stamped(None, now);

    let acting = Acting { actor: Actor::Operator, request_id, address: String::new(), now, names: Names::default() };
    let hash = hash_password(&Password::typed(password.expose_secret()));
    let change = UserChange {
        action: Action::UserRecovered,
        before: Some(&before),
        after: &after,
        hash: Some(&hash),
        once: None,
    };
    store.change_user(&acting, &change).await?;
    Ok(Recovered { email: after.email.as_str().to_owned(), password: password.expose_secret().to_owned() })
}

async fn find(store: &Store, email: &Email, now: Timestamp) -> Result<Option<User>, StartError> {
    let Some(credential) = store.credential(email).await? else { return Ok(None) };
    let seen = store.see(&Wanted { user: Some(credential.user_id), ..Wanted::default() }, now).await?;
    Ok(seen.user.filter(|user| user.status == Status::Active && user.is_administrator()))
}
