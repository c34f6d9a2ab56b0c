//! Who asks, and whether they may.

use backoffice_domain::access::Grant;
use backoffice_domain::session::Session;
use backoffice_domain::{Customer, GroupId, Permission, Permissions, Policy, User};
use backoffice_store::guard::{Headcount, Wanted};
use backoffice_store::{Acting, Actor, Once, OnceKey};
use jiff::Timestamp;

use crate::{Answer, Code, Context, IfMatch, Problem, Request, SessionToken, Stop, once};

/// What an operation needs to decide, all of it read at once.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one more thing to be read, and any of them go together")]
pub struct Needs {
    permission: Option<Permission>,
    unless_own: bool,
    user: bool,
    session: bool,
    customer: bool,
    headcount: bool,
}

impl Needs {
    /// Somebody signed in, whatever they may do.
    pub fn session() -> Self {
        Self::default()
    }

    /// Somebody signed in who may do this.
    pub fn permission(permission: Permission) -> Self {
        Self { permission: Some(permission), ..Self::default() }
    }

    /// Somebody signed in who may do this, or who is the user in the path.
    pub fn permission_unless_own(permission: Permission) -> Self {
        Self { unless_own: true, user: true, ..Self::permission(permission) }
    }

    /// And the session in the path.
    #[must_use]
    pub const fn session_in_path(self) -> Self {
        Self { session: true, ..self }
    }

    /// And the user in the path.
    #[must_use]
    pub const fn user(self) -> Self {
        Self { user: true, ..self }
    }

    /// And the customer in the path.
    #[must_use]
    pub const fn customer(self) -> Self {
        Self { customer: true, ..self }
    }

    /// And the counts of users.
    #[must_use]
    pub const fn headcount(self) -> Self {
        Self { headcount: true, ..self }
    }
}

/// Somebody who has been let in, with the world as it was then.
#[derive(Debug)]
pub struct Admitted {
    /// Who asks.
    pub user: User,
    /// The session they ask by.
    pub session: Session,
    /// The compiled policy, which also names the groups.
    pub policy: Policy,
    /// What they may do.
    pub permissions: Permissions,
    /// The counts of users, if needed.
    pub headcount: Headcount,
    target_user: Option<User>,
    target_customer: Option<Customer>,
    target_session: Option<Session>,
    /// Of what the policy does not name, by id.
    more_names: Vec<(String, String)>,
    once: Option<OnceKey>,
    request_id: String,
    address: String,
    now: Timestamp,
}

/// Lets in who is signed in and may do what the operation needs; reads its target along.
///
/// # Errors
/// 401 without a session that holds at this moment; 403 without the permission; the answer given
/// before for a repeated request; 503 if the store cannot say.
pub async fn guard(context: &Context, request: &Request, needs: Needs) -> Result<Admitted, Stop> {
    let token = SessionToken::of(request.headers()).ok_or(Code::SessionRequired)?;
    let wanted = Wanted {
        session: Some((token.user_id, token.session_id)),
        user: needs.user.then(|| request.user_id()).flatten(),
        customer: needs.customer.then(|| request.customer_id()).flatten(),
        other_session: needs.session.then(|| request.user_id().zip(request.session_id())).flatten(),
        headcount: needs.headcount,
        once: once::key(request, token.user_id, context.keyring()),
    };
    let now = request.now();
    let seen = context.store.see(&wanted, now).await?;
    let (Some(user), Some(session)) = (seen.acting, seen.session) else { return Err(Code::SessionRequired.into()) };
    if !token.opens(&session.secret_hash) || !session.admits(&user, now) {
        return Err(Code::SessionRequired.into());
    }
    let session = note_seen(context, session, now).await?;
    // Whoever ran second keeps the first: one request has one guard.
    let _ = request.session_expires.set(session.expires_at());

    let permissions = seen.policy.permissions(&user.groups);
    let is_own = needs.unless_own && wanted.user == Some(user.id);
    if let Some(permission) = needs.permission.filter(|permission| !is_own && !permissions.has(*permission)) {
        note_denial(&user, permission.as_str());
        return Err(Code::PermissionDenied.into());
    }
    if let Some(ended) = seen.once {
        return Err((*ended).into());
    }
    if let Some(once) = &wanted.once {
        let _ = request.once.set(once.clone());
    }
    Ok(Admitted {
        user,
        session,
        policy: seen.policy,
        permissions,
        headcount: seen.headcount,
        target_user: seen.user,
        target_customer: seen.customer,
        target_session: seen.other_session,
        more_names: Vec::new(),
        once: wanted.once,
        request_id: request.id().to_owned(),
        address: request.address().to_owned(),
        now,
    })
}

/// Says in the log who was denied what (R46). In the audit events it would be a write of every read that is
/// refused; the line of the log has the request's id too.
pub(crate) fn note_denial(user: &User, what: &str) {
    ::tracing::warn!(user = %user.id, what, "denied");
}

async fn note_seen(context: &Context, session: Session, now: Timestamp) -> Result<Session, Stop> {
    if !session.is_stale(now) {
        return Ok(session);
    }
    context.store.note_seen(&session, now).await?;
    Ok(Session { seen_at: now, ..session })
}

impl Admitted {
    /// The user in the path.
    ///
    /// # Errors
    /// 404 if there is none.
    pub fn target_user(&self) -> Result<&User, Problem> {
        self.target_user.as_ref().ok_or_else(|| Problem::new(Code::NotFound))
    }

    /// The user in the path, if they are of the version that the change is based on.
    ///
    /// # Errors
    /// 404 if there is none; 412 if they were changed meanwhile.
    pub fn target_user_of(&self, expected: &IfMatch) -> Result<&User, Problem> {
        let user = self.target_user()?;
        if expected.allows(user.version) { Ok(user) } else { Err(Problem::stale(&self.represent(user))) }
    }

    /// The session in the path, if it holds at this moment.
    ///
    /// # Errors
    /// 404 if there is none, or it has ended.
    pub fn target_session(&self) -> Result<&Session, Problem> {
        let user = self.target_user()?;
        let session = self.target_session.as_ref().filter(|session| session.admits(user, self.now));
        session.ok_or_else(|| Problem::new(Code::NotFound))
    }

    /// The customer in the path, if there is one.
    pub const fn target_customer(&self) -> Option<&Customer> {
        self.target_customer.as_ref()
    }

    /// That whoever asks may change this user: only who holds no more than they do (R26).
    ///
    /// # Errors
    /// 403.
    pub fn check_holds_as_much_as(&self, user: &User) -> Result<(), Problem> {
        if self.policy.lets_change(self.permissions, &user.groups) {
            return Ok(());
        }
        note_denial(&self.user, Code::UserHoldsMore.as_str());
        Err(Problem::new(Code::UserHoldsMore))
    }

    /// That whoever asks may put somebody into the groups `after` who was in `before` (R26).
    ///
    /// # Errors
    /// 403, which names the group by its place in `asked`, the list as it was sent.
    pub fn check_may_move(&self, before: &[GroupId], after: &[GroupId], asked: &[GroupId]) -> Result<(), Problem> {
        let Some(place) = self.policy.refused_move(self.permissions, before, after) else { return Ok(()) };
        note_denial(&self.user, Code::PermissionsNotHeld.as_str());
        let group = after.get(place);
        let gives = group.and_then(|group| self.policy.grant(*group)).map(Grant::gives).unwrap_or_default();
        let gained = self.policy.permissions(after).without(self.policy.permissions(before));
        let pointer = asked.iter().position(|one| Some(one) == group).map(|place| format!("/groups/{place}"));
        Err(Problem::not_held(pointer.as_deref(), gives.with(gained).without(self.permissions)))
    }

    /// A user in JSON, with the groups' names.
    pub fn represent(&self, user: &User) -> crate::represent::UserBody {
        crate::represent::UserBody::new(user, &self.policy)
    }

    /// Whether this user is the one who asks.
    pub fn is_self(&self, user: &User) -> bool {
        self.user.id == user.id
    }

    /// Who makes the change, by which request.
    pub fn acting(&self) -> Acting {
        Acting {
            actor: Actor::User(Box::new(self.user.clone())),
            request_id: self.request_id.clone(),
            address: self.address.clone(),
            now: self.now,
            names: self
                .policy
                .grants()
                .map(|(group, grant)| (group.to_string(), grant.name.clone()))
                .chain(self.more_names.iter().cloned())
                .collect(),
        }
    }

    /// The same, who knows the names of what the policy does not name, for the events of what they change.
    #[must_use]
    pub fn naming(self, names: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { more_names: names.into_iter().collect(), ..self }
    }

    /// The answer to remember with the change, if the request has an idempotency key.
    pub fn once(&self, answer: &Answer) -> Option<Once> {
        self.once.clone().map(|key| Once { key, answer: answer.stored() })
    }

    /// The time of the request.
    pub(crate) const fn now(&self) -> Timestamp {
        self.now
    }
}
