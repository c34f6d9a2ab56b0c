//! Steps that every change of a user shares.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::{Flaw, GroupId, Permission, Status, User};
use backoffice_store::guard::Wanted;
use backoffice_store::users::UserChange;
use backoffice_store::{Error, Store};

use crate::represent::{EndedBody, OwnerBody, SelfEnd};
use crate::{Admitted, Answer, Code, Context, Needs, Problem, Request, StatusCode, Stop, ended_cookie, guard};

/// What a status action does, and what it ends when one does it to oneself.
#[derive(Clone, Copy, Debug)]
pub struct StatusAction {
    /// What one must be allowed to do.
    pub permission: Permission,
    /// The status it gives.
    pub status: Status,
    /// What the audit event says.
    pub action: Action,
    /// Why one's own session is over, if it is.
    pub ends_own_session: Option<SelfEnd>,
}

/// Gives the user in the path another status. Giving the one they have changes nothing.
///
/// # Errors
/// 401, 403, 428, 404, 412; 409 for a deleted user or the last active administrator.
pub async fn set_status(context: &Context, request: &Arc<Request>, action: StatusAction) -> Result<Answer, Stop> {
    let who = guard(context, request, Needs::permission(action.permission).user()).await?;
    let expected = request.if_match()?;
    let before = who.target_user_of(&expected)?;
    who.check_holds_as_much_as(before)?;
    if before.status == Status::Deleted {
        return Err(Code::UserDeleted.into());
    }
    let Some(after) = before.with_status(action.status, &who.user.editor(), request.now()) else {
        return Ok(who.changed(before, None));
    };
    let reason = action.ends_own_session.filter(|_| who.is_self(before));
    let change = UserChange { action: action.action, before: Some(before), after: &after, hash: None, once: None };
    who.change_user(&context.store, change, who.changed(&after, reason)).await
}

impl Admitted {
    /// Reads a group's id; a group that does not exist is refused like one that cannot.
    ///
    /// # Errors
    /// [`Flaw::UnknownGroup`].
    pub fn known_group(&self, text: &str) -> Result<GroupId, Flaw> {
        GroupId::parse(text).ok().filter(|group| self.policy.grant(*group).is_some()).ok_or(Flaw::UnknownGroup)
    }

    /// The answer to a change: the user, and whether it ended the session that asked for it.
    pub fn changed(&self, user: &User, reason: Option<SelfEnd>) -> Answer {
        let answer = Answer::json(StatusCode::OK, &EndedBody::new(self.represent(user), reason)).etag(user.version);
        if reason.is_some() { answer.header("set-cookie", ended_cookie()) } else { answer }
    }

    /// Carries out a change of a user and gives `answer`, which is remembered with it under the
    /// request's idempotency key.
    ///
    /// # Errors
    /// Those of [`Store::change_user`], in words that say what to do.
    pub async fn change_user(&self, store: &Store, change: UserChange<'_>, answer: Answer) -> Result<Answer, Stop> {
        let once = self.once(&answer);
        let change = UserChange { once: once.as_ref(), ..change };
        match store.change_user(&self.acting(), &change).await {
            Ok(()) => Ok(answer),
            Err(Error::UserChanged(conflict)) => Err(Problem::stale(&self.represent(&conflict.current)).into()),
            Err(Error::EmailTaken(user)) => {
                let seen = store.see(&Wanted { user: Some(user), ..Wanted::default() }, self.now()).await?;
                let owner = seen.user.as_ref().map(OwnerBody::from);
                Err(owner.map_or_else(|| Problem::new(Code::EmailTaken), |owner| Problem::email_taken(&owner)).into())
            }
            Err(other) => Err(other.into()),
        }
    }
}
