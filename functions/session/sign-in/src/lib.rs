//! `POST /session`: signing in.
//!
//! Whoever guesses learns nothing: an unknown e-mail, a wrong password, a user who may not sign in and
//! an account that is delayed cost the same hash and the same store calls, and get the same answer
//! (R01). Whoever goes on guessing waits longer and longer (R09).

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::password::{Password, PasswordHash, Verdict};
use backoffice_domain::session::Session;
use backoffice_domain::{Email, SessionId, Status, User, UserId};
use backoffice_http::openapi::SignInRefusals;
use backoffice_http::represent::SessionBody;
use backoffice_http::{Answer, Code, Context, Problem, Request, SessionToken, StatusCode, Stop, session_cookie};
use backoffice_store::guard::{Seen, Wanted};
use backoffice_store::session::SignIn;
use backoffice_store::throttle::Refusal;
use backoffice_store::{Acting, Actor, Error, Names};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who wants to sign in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// E-mail address, in any case.
    #[schema(examples("ada@shop.example"))]
    pub email: String,
    /// Password.
    #[schema(format = Password)]
    pub password: String,
}

/// Signs in: ends the session the browser had, opens one with a new secret.
///
/// # Errors
/// 401 if nothing is opened; 429 if too many sign-ins from this address have failed; what
/// [`Request::body`] refuses.
#[utoipa::path(
    post, path = "/api/v1/session", operation_id = "signIn", tag = "session", security(()),
    request_body = Credentials,
    responses((status = 201, description = "Signed in; sets the session's cookie, and one by which the browser is known when it signs in again.", body = SessionBody), SignInRefusals),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let mut body = request.body()?;
    let members = (body.text("email", Email::parse), body.text("password", Password::offered));
    let (email, password) = body.finish(members)?;
    match attempt(&context, &request, &email, &password).await? {
        Some(answer) => Ok(answer),
        // The hash that was compared is another one now, by another sign-in that made it stronger or
        // by a new password: the comparison counts for nothing.
        None => Ok(attempt(&context, &request, &email, &password).await?.ok_or(Code::WriteConflict)?),
    }
}

/// Compares the password and opens a session; nothing if the hash was replaced meanwhile (R03, R17).
async fn attempt(
    context: &Context,
    request: &Request,
    email: &Email,
    password: &Password,
) -> Result<Option<Answer>, Stop> {
    let (store, now) = (&context.store, request.now());
    let attempt = context.attempt(request, email);
    let approach = store.approach(email, &attempt).await?;
    if let Some(until) = approach.delayed_until(now) {
        return Err(Problem::too_many(Code::TooManySignIns, until, now).into());
    }

    // Counted as a failure before anything is compared, and forgotten if it turns out right (R10).
    let former = request.session_token();
    let wanted = Wanted {
        session: former.as_ref().map(|token| (token.user_id, token.session_id)),
        user: Some(approach.credential.as_ref().map_or_else(nobody, |credential| credential.user_id)),
        ..Wanted::default()
    };
    let (seen, tally) = store.see_and_count(&wanted, &attempt, now).await?;

    let hash = approach.credential.as_ref().map_or_else(PasswordHash::of_nobody, |known| known.hash.clone());
    let verdict = context.verify(&hash, password);
    let right = verdict != Verdict::Wrong && !tally.is_delayed;
    let Some(user) = seen.user.as_ref().filter(|user| user.status == Status::Active && right) else {
        let (user, refused) = (seen.user.as_ref(), Action::SessionRefused);
        let refusal = Refusal { attempt: &attempt, approach: &approach, tally: &tally, user, refused };
        store.refuse_attempt(&acting(Actor::Nobody, request), &refusal).await?;
        return Err(Code::SignInFailed.into());
    };

    let stronger = (verdict == Verdict::RightButWeak).then(|| context.hash(password));
    let token = SessionToken::new(user.id, SessionId::new(Uuid::now_v7()));
    let session = session(&token, user, request);
    let former = former.and_then(|token| seen.session.as_ref().filter(|session| token.opens(&session.secret_hash)));
    let sign_in = SignIn { user, hash: &hash, stronger: stronger.as_ref(), session: &session, former };
    let actor = Actor::User(Box::new(user.clone()));
    match store.sign_in(&acting(actor, request), &sign_in, &attempt).await {
        Ok(user) => {
            let answer = answer(&user, &seen, &session, &token);
            Ok(Some(answer.header("set-cookie", context.device_cookie(request, email))))
        }
        Err(Error::CredentialChanged) => Ok(None),
        // Overtaken by a deactivation or a new password (R17).
        Err(Error::ActorChanged) => Err(Code::SignInFailed.into()),
        Err(error) => Err(error.into()),
    }
}

/// The id of a user who does not exist.
fn nobody() -> UserId {
    UserId::new(Uuid::now_v7())
}

fn session(token: &SessionToken, user: &User, request: &Request) -> Session {
    Session {
        id: token.session_id,
        user_id: user.id,
        secret_hash: token.secret_hash(),
        epoch: user.session_epoch,
        created_at: request.now(),
        seen_at: request.now(),
        device: request.device(),
        address: request.address().to_owned(),
    }
}

fn acting(actor: Actor, request: &Request) -> Acting {
    Acting {
        actor,
        request_id: request.id().to_owned(),
        address: request.address().to_owned(),
        now: request.now(),
        names: Names::default(),
    }
}

fn answer(user: &User, seen: &Seen, session: &Session, token: &SessionToken) -> Answer {
    let permissions = seen.policy.permissions(&user.groups);
    let body = SessionBody::new(user, &seen.policy, permissions, session.expires_at());
    Answer::json(StatusCode::CREATED, &body)
        .header("location", "/api/v1/session")
        .header("set-cookie", session_cookie(token))
}
