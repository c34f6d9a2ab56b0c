//! `bootstrap-admin`, invoked by an operator: prepares the table and makes the first administrator.
//! Works only while there is none (R08).

mod groups;

use backoffice_domain::audit::Action;
use backoffice_domain::password::Password;
use backoffice_domain::{Email, Flaw, Group, Language, Name, Status, User, UserId};
use backoffice_http::{StartError, generate_password, hash_password};
use backoffice_store::users::UserChange;
use backoffice_store::{Acting, Actor, Error, Store};
use jiff::Timestamp;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who the first administrator is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FirstAdministrator {
    email: String,
    first_name: String,
    last_name: String,
    /// `en` if absent.
    language: Option<String>,
}

/// The first administrator's sign-in, told this once.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Made {
    user_id: UserId,
    email: String,
    password: String,
}

/// Makes the first administrator with a password of its own making.
///
/// # Errors
/// A field that cannot be taken; there is an administrator already; the store is unavailable.
pub async fn handle(store: Store, asked: FirstAdministrator, request_id: String) -> Result<Made, StartError> {
    let user = read(&asked, Timestamp::now())?;
    let password = generate_password();
    let now = user.created_at;
    let first = groups::first(now).map_err(|flaw| format!("the first groups and roles: {}", flaw.code()))?;
    let names = first.names().collect();
    let acting = Acting { actor: Actor::Operator, request_id, address: String::new(), now, names };
    store.prepare(&acting, &first).await?;

    let hash = hash_password(&Password::typed(password.expose_secret()));
    let change = UserChange { action: Action::UserCreated, before: None, after: &user, hash: Some(&hash), once: None };
    match store.change_user(&acting, &change).await {
        Ok(()) => Ok(Made {
            user_id: user.id,
            email: user.email.as_str().to_owned(),
            password: password.expose_secret().to_owned(),
        }),
        Err(Error::AdministratorExists) => {
            Err("there is an administrator already; recover-admin gives one a new password".into())
        }
        Err(Error::EmailTaken(_)) => {
            Err("a user has this e-mail already; recover-admin gives an administrator a new password".into())
        }
        Err(other) => Err(other.into()),
    }
}

fn read(asked: &FirstAdministrator, now: Timestamp) -> Result<User, StartError> {
    let refused = |field: &str| {
        let field = field.to_owned();
        move |flaw: Flaw| format!("{field}: {}", flaw.code())
    };
    Ok(User {
        id: UserId::new(Uuid::now_v7()),
        email: Email::parse(&asked.email).map_err(refused("email"))?,
        first_name: Name::parse(&asked.first_name).map_err(refused("firstName"))?,
        last_name: Name::parse(&asked.last_name).map_err(refused("lastName"))?,
        status: Status::Active,
        groups: vec![Group::ADMINISTRATORS],
        agent: false,
        language: Language::parse(asked.language.as_deref().unwrap_or(Language::English.as_str()))
            .map_err(refused("language"))?,
        customer_count: 0,
        lost_customers: 0,
        session_epoch: 0,
        version: 1,
        last_sign_in_at: None,
        created_at: now,
        updated_at: now,
        updated_by: None,
    })
}
