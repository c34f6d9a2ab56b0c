//! `PATCH /users/{userId}`: editing a user. Status moves by the status actions only.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::password::Password;
use backoffice_domain::{Email, Flaw, GroupId, Language, Name, Permission, Status, User, UserChanges};
use backoffice_http::openapi::{EditRefusals, OnceHeader, VersionHeader};
use backoffice_http::represent::UserBody;
use backoffice_http::{Admitted, Answer, Body, Code, Context, Needs, Problem, Request, Stop, guard};
use backoffice_store::users::UserChange;
use serde::Deserialize;
use utoipa::ToSchema;

/// What to change of a user; what is absent stays (RFC 7396, without `null`).
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateUser {
    /// E-mail address, at most 254 bytes.
    #[schema(nullable = false, format = "idn-email", max_length = 254)]
    pub email: Option<String>,
    /// A new password, which ends the user's sessions; not for oneself: `POST /account/password`.
    #[schema(nullable = false, min_length = 15, max_length = 128, format = Password)]
    pub password: Option<String>,
    /// First name.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    pub first_name: Option<String>,
    /// Last name.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    pub last_name: Option<String>,
    /// Ids of groups that exist, instead of those so far.
    #[schema(value_type = Vec<Uuid>, required = false, min_items = 1, max_items = 10)]
    pub groups: Option<Vec<String>>,
    /// Whether they may assist customers in the storefront.
    #[schema(nullable = false)]
    pub agent: Option<bool>,
    /// The page's language for them.
    #[schema(schema_with = backoffice_http::openapi::language, required = false)]
    pub language: Option<String>,
}

/// Edits a user.
///
/// # Errors
/// 401, 403 (also for a user who holds more than whoever asks, and for a group that gives more), 415, 428, 400, 422, 404, 412; 409 for a deleted user, a taken e-mail, the last active
/// administrator.
#[utoipa::path(
    patch, path = "/api/v1/users/{userId}", operation_id = "updateUser", tag = "users",
    request_body = UpdateUser,
    params(
        ("userId" = String, Path, description = "The user's id.", format = Uuid),
        VersionHeader,
        OnceHeader,
    ),
    responses((status = 200, description = "The user.", body = UserBody), EditRefusals),
    extensions(("x-permission" = json!("users.update"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::UsersUpdate).user()).await?;
    let (expected, body) = request.edit()?;
    let (changes, password, asked) = read(body, &who)?;
    let before = who.target_user_of(&expected)?;
    who.check_holds_as_much_as(before)?;
    if before.status == Status::Deleted {
        return Err(Code::UserDeleted.into());
    }
    let Some(after) = before.edited(changes, &who.user.editor(), request.now()) else {
        return Ok(who.changed(before, None));
    };
    who.check_may_move(&before.groups, &after.groups, &asked)?;
    let hash = password.as_ref().map(|password| context.hash(password));
    let change = UserChange {
        action: Action::UserUpdated,
        before: Some(before),
        after: &after,
        hash: hash.as_ref(),
        once: None,
    };
    who.change_user(&context.store, change, who.changed(&after, None)).await
}

/// The changes, the new password, and the groups in the order in which they were sent.
type Asked = (UserChanges, Option<Password>, Vec<GroupId>);

fn read(mut body: Body, who: &Admitted) -> Result<Asked, Problem> {
    let email = body.optional_text("email", Email::parse);
    // One's own takes the current one (R06), which this operation does not ask for.
    let is_own = who.target_user().is_ok_and(|user| who.is_self(user));
    let password =
        body.optional_text("password", |text| if is_own { Err(Flaw::OwnPassword) } else { Password::parse(text) });
    let (first_name, last_name) =
        (body.optional_text("firstName", Name::parse), body.optional_text("lastName", Name::parse));
    let groups = body.optional_list("groups", (1, User::MAX_GROUPS), |text| who.known_group(text));
    let agent = body.optional_flag("agent");
    let language = body.optional_text("language", Language::parse);
    // Strength is judged with the names that will hold: the new ones, or those there are.
    if let (Some(Some(password)), Some(first), Some(last), Some(email), Ok(now)) =
        (&password, &first_name, &last_name, &email, who.target_user())
        && let Err(flaw) = password.check_strength(
            first.as_ref().unwrap_or(&now.first_name),
            last.as_ref().unwrap_or(&now.last_name),
            email.as_ref().unwrap_or(&now.email),
        )
    {
        body.refuse::<()>("password", flaw);
    }
    let members = (email, password, first_name, last_name, groups, agent, language);
    let (email, password, first_name, last_name, groups, agent, language) = body.finish(members)?;
    let asked = groups.clone().unwrap_or_default();
    let groups = groups.map(|mut groups| {
        groups.sort_unstable();
        groups
    });
    let changes = UserChanges { email, first_name, last_name, groups, agent, language, password: password.is_some() };
    Ok((changes, password, asked))
}
