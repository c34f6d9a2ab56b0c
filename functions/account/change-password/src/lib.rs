//! `POST /account/password`: a new password for oneself, by the one that holds (R06).
//!
//! A session left open on somebody's desk is no password: who guesses at it here is counted with those who
//! guess when signing in, and waits as long (R09).

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::password::{Password, Verdict};
use backoffice_domain::{FieldError, Flaw, User, UserChanges};
use backoffice_http::openapi::{OnceHeader, PasswordRefusals};
use backoffice_http::represent::UserBody;
use backoffice_http::{Answer, Body, Code, Context, Needs, Problem, Request, Stop, guard, until_decided};
use backoffice_store::Error;
use backoffice_store::throttle::Refusal;
use backoffice_store::users::PasswordChange;
use serde::Deserialize;
use utoipa::ToSchema;

/// How often it is done anew because the user was edited meanwhile, or their hash made stronger.
const ATTEMPTS: u32 = 4;

/// The password that holds, and the one that shall.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePassword {
    /// The password that holds.
    #[schema(format = Password)]
    pub current_password: String,
    /// The password that shall hold.
    #[schema(min_length = 15, max_length = 128, format = Password)]
    pub new_password: String,
}

/// Changes the password of whoever is signed in. All other sessions of theirs end; the one that asks goes on.
///
/// # Errors
/// 401, 403 (caused by another site), 415, 400; 422, also for a current password that is wrong; 429 after too
/// many of those.
#[utoipa::path(
    post, path = "/api/v1/account/password", operation_id = "changePassword", tag = "account",
    request_body = ChangePassword,
    params(OnceHeader),
    responses((status = 200, description = "The user; their other sessions have ended.", body = UserBody), PasswordRefusals),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    until_decided(&context, ATTEMPTS, || try_change(&context, &request)).await
}

/// Compares and changes; nothing if what was compared is another one by now.
async fn try_change(context: &Context, request: &Arc<Request>) -> Result<Option<Answer>, Stop> {
    let who = guard(context, request, Needs::session()).await?;
    let (user, store, now) = (&who.user, &context.store, request.now());
    let (current, new) = read(request.body()?, user)?;

    let attempt = context.attempt(request, &user.email);
    let approach = store.approach(&user.email, &attempt).await?;
    if let Some(until) = approach.delayed_until(now) {
        return Err(Problem::too_many(Code::TooManySignIns, until, now).into());
    }
    // Counted as a failure before anything is compared, and forgotten if it turns out right (R10).
    let tally = store.count_attempt(&attempt, now).await?;
    if let Some(until) = tally.delayed_until(now) {
        return Err(Problem::too_many(Code::TooManyPasswords, until, now).into());
    }
    let Some(credential) = approach.credential.as_ref().filter(|credential| credential.user_id == user.id) else {
        return Ok(None);
    };
    if context.verify(&credential.hash, &current) == Verdict::Wrong {
        let refused = Action::UserPasswordRefused;
        let refusal = Refusal { attempt: &attempt, approach: &approach, tally: &tally, user: Some(user), refused };
        store.refuse_attempt(&who.acting(), &refusal).await?;
        return Err(Problem::fields([FieldError::new("/currentPassword", Flaw::WrongPassword)]).into());
    }

    let changes = UserChanges { password: true, ..UserChanges::default() };
    let Some(after) = user.edited(changes, &user.editor(), now) else { return Ok(None) };
    let answer = who.changed(&after, None);
    let once = who.once(&answer);
    let change = PasswordChange {
        before: user,
        after: &after,
        compared: &credential.hash,
        hash: &context.hash(&new),
        kept: &who.session,
        once: once.as_ref(),
    };
    match store.change_password(&who.acting(), &change, &attempt).await {
        Ok(()) => Ok(Some(answer)),
        Err(Error::CredentialChanged | Error::UserChanged(_)) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

fn read(mut body: Body, user: &User) -> Result<(Password, Password), Problem> {
    let current = body.text("currentPassword", Password::offered);
    let new = body.text("newPassword", Password::parse);
    if let Some(new) = &new
        && let Err(flaw) = new.check_strength(&user.first_name, &user.last_name, &user.email)
    {
        body.refuse::<()>("newPassword", flaw);
    }
    body.finish((current, new))
}
