//! `PATCH /groups/{groupId}/members`: putting users into a group and taking them out of it; all of a
//! call's changes or none.

use std::sync::Arc;

use backoffice_domain::{FieldError, Flaw, GroupId, Permission, Status, User, UserChanges, UserId};
use backoffice_http::openapi::{OnceHeader, PartEditRefusals};
use backoffice_http::{Admitted, Answer, Body, Code, Context, Needs, Problem, Request, StatusCode, Stop, guard};
use backoffice_store::Error;
use backoffice_store::users::{MAX_MOVED, MembersChange};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

/// How often it is decided anew because users were edited meanwhile.
const ATTEMPTS: u32 = 5;

/// Users to put into the group and to take out of it: 25 at most together, each once.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMembers {
    /// Ids of users to put into the group.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 25)]
    pub add: Option<Vec<String>>,
    /// Ids of users to take out of it; each stays in another group.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 25)]
    pub remove: Option<Vec<String>>,
}

/// What was changed; what was so already is left out.
#[derive(Serialize, ToSchema)]
pub struct ChangedMembers {
    /// Ids of the users who were put into the group.
    #[schema(value_type = Vec<Uuid>)]
    pub added: Vec<String>,
    /// Ids of the users who were taken out of it.
    #[schema(value_type = Vec<Uuid>)]
    pub removed: Vec<String>,
}

/// Puts users into a group and takes others out of it. What they may do is another with their very next
/// request.
///
/// # Errors
/// 401, 403 (also for users who hold more than whoever asks, and for what they would gain and whoever asks
/// does not hold), 415, 400, 422, 404; 409 for a deleted user, one without another group, one of too many, or
/// the last active administrator.
#[utoipa::path(
    patch, path = "/api/v1/groups/{groupId}/members", operation_id = "changeMembers", tag = "groups",
    request_body = ChangeMembers,
    params(
        ("groupId" = String, Path, description = "The group's id.", format = Uuid),
        OnceHeader,
    ),
    responses((status = 200, description = "What was changed.", body = ChangedMembers), PartEditRefusals),
    extensions(("x-permission" = json!("users.update"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    for attempt in 1..=ATTEMPTS {
        let who = guard(&context, &request, Needs::permission(Permission::UsersUpdate)).await?;
        let asked = Asked::read(request.body()?)?;
        let group = request.group_id().filter(|group| who.policy.grant(*group).is_some()).ok_or(Code::NotFound)?;
        let users = context.store.users_now(&asked.all()).await?;
        let moves = asked.decide(group, &users, &who, &request)?;

        let answer = answer(group, &moves);
        if moves.is_empty() {
            return Ok(answer);
        }
        let once = who.once(&answer);
        let change = MembersChange { moves: &moves, once: once.as_ref() };
        match context.store.move_members(&who.acting(), &change).await {
            Ok(()) => return Ok(answer),
            // Somebody edited one of them: the change is about their groups, whatever else they are now.
            Err(Error::UserChanged(_)) => context.store.give_way(attempt).await,
            Err(other) => return Err(other.into()),
        }
    }
    Err(Code::WriteConflict.into())
}

fn answer(group: GroupId, moves: &[(User, User)]) -> Answer {
    let (joined, left): (Vec<_>, Vec<_>) = moves.iter().partition(|(_, after)| after.groups.contains(&group));
    let ids = |moves: Vec<&(User, User)>| moves.into_iter().map(|(user, _)| user.id.to_string()).collect();
    Answer::json(StatusCode::OK, &ChangedMembers { added: ids(joined), removed: ids(left) })
}

/// The body, understood.
struct Asked {
    add: Vec<UserId>,
    remove: Vec<UserId>,
}

impl Asked {
    fn read(mut body: Body) -> Result<Self, Problem> {
        // What cannot be an id is nobody's.
        let id = |text: &str| UserId::parse(text).map_err(|_| Flaw::UnknownUser);
        let add = body.optional_list("add", (0, MAX_MOVED), id).map(Option::unwrap_or_default);
        let remove = body.optional_list("remove", (0, MAX_MOVED), id).map(Option::unwrap_or_default);
        if let (Some(add), Some(remove)) = (&add, &remove) {
            for (place, _) in remove.iter().enumerate().filter(|(_, id)| add.contains(id)) {
                body.refuse::<()>(&format!("remove/{place}"), Flaw::Duplicate);
            }
            if add.len() + remove.len() > MAX_MOVED {
                body.refuse::<()>("add", Flaw::TooMany { max: MAX_MOVED });
            }
        }
        let (add, remove) = body.finish((add, remove))?;
        Ok(Self { add, remove })
    }

    fn all(&self) -> Vec<UserId> {
        self.add.iter().chain(&self.remove).copied().collect()
    }

    /// What becomes of each user, those left out who are where they shall be already.
    fn decide(
        &self,
        group: GroupId,
        users: &[User],
        who: &Admitted,
        request: &Request,
    ) -> Result<Vec<(User, User)>, Problem> {
        let places = |name, ids: &[UserId]| -> Vec<(String, UserId)> {
            ids.iter().enumerate().map(|(place, id)| (format!("/{name}/{place}"), *id)).collect()
        };
        let asked = [places("add", &self.add), places("remove", &self.remove)].concat();
        let known = |id: UserId| users.iter().find(|user| user.id == id);
        let unknown: Vec<_> = asked.iter().filter(|(_, id)| known(*id).is_none()).collect();
        if !unknown.is_empty() {
            return Err(Problem::fields(
                unknown.into_iter().map(|(place, _)| FieldError::new(place, Flaw::UnknownUser)),
            ));
        }

        let mut moves = Vec::with_capacity(asked.len());
        for (place, user) in asked.iter().filter_map(|(place, id)| Some((place, known(*id)?))) {
            let joins = self.add.contains(&user.id);
            if user.status == Status::Deleted {
                return Err(at(place, Code::UserDeleted));
            }
            if user.groups.contains(&group) == joins {
                continue;
            }
            let mut groups: Vec<GroupId> = user.groups.iter().copied().filter(|one| *one != group).collect();
            if joins {
                groups.push(group);
                groups.sort_unstable();
            }
            who.check_holds_as_much_as(user).map_err(|problem| at(place, problem.code()))?;
            who.check_may_move(&user.groups, &groups, &[])?;
            if groups.is_empty() {
                return Err(at(place, Code::LastGroup));
            }
            if groups.len() > User::MAX_GROUPS {
                return Err(at(place, Code::TooManyGroupsOfUser));
            }
            let changes = UserChanges { groups: Some(groups), ..UserChanges::default() };
            let after = user.edited(changes, &who.user.editor(), request.now());
            moves.extend(after.map(|after| (user.clone(), after)));
        }
        Ok(moves)
    }
}

/// A refusal because of the user at one place of the body.
fn at(place: &str, code: Code) -> Problem {
    Problem::new(code).with_error(place, code.as_str(), json!({}))
}
