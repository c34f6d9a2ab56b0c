//! Steps that every operation on a group or role shares.

use std::sync::Arc;

use backoffice_domain::access::{Definition, Definitions, Effect, Rule, Scope};
use backoffice_domain::audit::Action;
use backoffice_domain::{Flaw, Group, Permission, Role, RoleId};
use backoffice_store::Error;
use backoffice_store::access::DefinitionChange;
use serde_json::json;

use crate::guard::note_denial;
use crate::represent::{GroupBody, RoleBody, Versioned};
use crate::{
    ATTEMPTS, Admitted, Answer, Body, Code, Context, IfMatch, Member, Needs, Problem, Request, StatusCode, Stop, guard,
    until_decided,
};

/// A group or a role.
pub trait Defined: Clone + PartialEq + Into<Definition> {
    /// How it looks in JSON.
    type Body: Versioned;

    /// The one in the path, if there is one.
    fn find<'a>(request: &Request, definitions: &'a Definitions) -> Option<&'a Self>;
    /// How it looks, among all the others.
    fn represent(&self, definitions: &Definitions) -> Self::Body;
    /// Where it is.
    fn address(&self) -> String;
    /// Moves by one for every edit.
    fn version(&self) -> u64;
    /// Whether it stays as it is.
    fn is_built_in(&self) -> bool;
}

impl Defined for Group {
    type Body = GroupBody;

    fn find<'a>(request: &Request, definitions: &'a Definitions) -> Option<&'a Self> {
        definitions.groups.get(&request.group_id()?)
    }

    fn represent(&self, definitions: &Definitions) -> GroupBody {
        GroupBody::new(self, definitions)
    }

    fn address(&self) -> String {
        format!("/api/v1/groups/{}", self.id)
    }

    fn version(&self) -> u64 {
        self.version
    }

    fn is_built_in(&self) -> bool {
        self.is_built_in()
    }
}

impl Defined for Role {
    type Body = RoleBody;

    fn find<'a>(request: &Request, definitions: &'a Definitions) -> Option<&'a Self> {
        definitions.roles.get(&request.role_id()?)
    }

    fn represent(&self, definitions: &Definitions) -> RoleBody {
        RoleBody::new(self, definitions)
    }

    fn address(&self) -> String {
        format!("/api/v1/roles/{}", self.id)
    }

    fn version(&self) -> u64 {
        self.version
    }

    fn is_built_in(&self) -> bool {
        self.is_built_in()
    }
}

/// What a handler has decided about one group or role.
#[derive(Debug)]
pub struct Decision<D> {
    /// What the audit event says.
    pub action: Action,
    /// What it was; nothing if it is new.
    pub before: Option<D>,
    /// What it shall be; nothing if it is to be deleted.
    pub after: Option<D>,
}

/// Answers the group or role in the path.
///
/// # Errors
/// 401, 403, 404.
pub async fn get_definition<D: Defined>(
    context: &Context,
    request: &Arc<Request>,
    permission: Permission,
) -> Result<Answer, Stop> {
    guard(context, request, Needs::permission(permission)).await?;
    let definitions = context.store.definitions().await?;
    let found = D::find(request, &definitions).ok_or(Code::NotFound)?;
    Ok(Answer::json(StatusCode::OK, &found.represent(&definitions)).etag(found.version()))
}

/// Changes one group or role, as `decide` says. The policy is compiled anew in the same transaction; if
/// another group or role was changed while this was decided, it is decided anew of what there is then.
///
/// # Errors
/// 401, 403 (also for a permission that the change is about and whoever asks does not hold), those of
/// `decide`, 412, 409.
pub async fn change_definition<D: Defined>(
    context: &Context,
    request: &Arc<Request>,
    permission: Permission,
    decide: impl Fn(&Admitted, &Definitions) -> Result<Decision<D>, Stop>,
) -> Result<Answer, Stop> {
    until_decided(context, ATTEMPTS, || try_change(context, request, permission, &decide)).await
}

/// Decides and changes; nothing if another group or role was changed while this was decided.
async fn try_change<D: Defined>(
    context: &Context,
    request: &Arc<Request>,
    permission: Permission,
    decide: impl Fn(&Admitted, &Definitions) -> Result<Decision<D>, Stop>,
) -> Result<Option<Answer>, Stop> {
    let who = guard(context, request, Needs::permission(permission)).await?;
    let definitions = context.store.definitions().await?;
    let Decision { action, before, after } = decide(&who, &definitions)?;
    if before == after {
        return Ok(Some(answer(before.as_ref(), after.as_ref(), &definitions)));
    }
    let [was, becomes] = [&before, &after].map(|one| one.clone().map(Into::into));
    let changed = judge(&who, &definitions, was.as_ref(), becomes.as_ref())?;

    let answer = answer(before.as_ref(), after.as_ref(), &changed);
    let once = who.once(&answer);
    let change = DefinitionChange {
        action,
        before: was.as_ref(),
        after: becomes.as_ref(),
        policy: &who.policy,
        compiled: &changed.compile(who.policy.version + 1),
        once: once.as_ref(),
    };
    // Names too of roles that the change takes away.
    match context.store.change_definition(&who.acting().naming(definitions.names()), &change).await {
        Ok(()) => Ok(Some(answer)),
        Err(Error::PolicyChanged) => Ok(None),
        Err(Error::DefinitionChanged(current)) => Err(changed_meanwhile(&current, &changed).into()),
        Err(other) => Err(other.into()),
    }
}

/// The definitions as they shall be, if whoever asks may have them so.
fn judge(
    who: &Admitted,
    definitions: &Definitions,
    was: Option<&Definition>,
    becomes: Option<&Definition>,
) -> Result<Definitions, Problem> {
    if becomes.is_some_and(|becomes| definitions.is_name_taken(becomes)) {
        return Err(Problem::new(Code::NameTaken).with_error("/name", Code::NameTaken.as_str(), json!({})));
    }
    let touched = definitions.touched(was, becomes);
    let changed = match (was, becomes) {
        (_, Some(becomes)) => definitions.clone().with(becomes.clone()),
        (Some(was), None) => definitions.clone().without(was),
        (None, None) => definitions.clone(),
    };
    let needed = touched.with(definitions.reached(&changed));
    if !who.permissions.cover(needed) {
        note_denial(&who.user, Code::PermissionsNotHeld.as_str());
        return Err(Problem::not_held(None, needed.without(who.permissions)));
    }
    Ok(changed)
}

fn answer<D: Defined>(before: Option<&D>, after: Option<&D>, definitions: &Definitions) -> Answer {
    let Some(after) = after else { return Answer::empty(StatusCode::NO_CONTENT) };
    let status = if before.is_some() { StatusCode::OK } else { StatusCode::CREATED };
    let answer = Answer::json(status, &after.represent(definitions)).etag(after.version());
    if before.is_some() { answer } else { answer.header("location", after.address()) }
}

/// The group or role was changed meanwhile: what it is now, by whom and when.
fn changed_meanwhile(current: &Definition, definitions: &Definitions) -> Problem {
    match current {
        Definition::Group(group) => Problem::stale(&group.represent(definitions)),
        Definition::Role(role) => Problem::stale(&role.represent(definitions)),
    }
}

impl Request {
    /// The group or role in the path, to be changed.
    ///
    /// # Errors
    /// 404 if there is none; 412 if it is not of the version that the change is based on; 409 if it is built in.
    pub fn to_change<D: Defined>(&self, definitions: &Definitions, expected: &IfMatch) -> Result<D, Problem> {
        let found = D::find(self, definitions).ok_or_else(|| Problem::new(Code::NotFound))?;
        if !expected.allows(found.version()) {
            return Err(Problem::stale(&found.represent(definitions)));
        }
        if found.is_built_in() { Err(Problem::new(Code::BuiltIn)) } else { Ok(found.clone()) }
    }
}

impl Body {
    /// Reads the roles of a group, sorted; they may be absent.
    pub fn roles(&mut self, definitions: &Definitions) -> Member<Option<Vec<RoleId>>> {
        let known = |text: &str| {
            let id = RoleId::parse(text).ok().filter(|role| definitions.roles.contains_key(role));
            id.ok_or(Flaw::UnknownRole)
        };
        let mut roles = self.optional_list("roles", (0, Group::MAX_ROLES), known)?;
        if let Some(roles) = &mut roles {
            roles.sort_unstable();
        }
        Some(roles)
    }

    /// Reads the rules of a role; they may be absent.
    pub fn rules(&mut self) -> Member<Option<Vec<Rule>>> {
        self.optional_objects("rules", (0, Role::MAX_RULES), |rule| {
            let (effect, scope) = (rule.text("effect", Effect::parse), rule.text("permission", Scope::parse));
            Some(Rule { effect: effect?, scope: scope? })
        })
    }
}
