//! `PATCH /users/{userId}`: editing a user. Status moves by the status actions only.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::password::Password;
use backoffice_domain::{Email, Language, Name, Permission, Status, User, UserChanges};
use backoffice_http::openapi::{EditRefusals, OnceHeader, VersionHeader};
use backoffice_http::represent::{EndedBody, SelfEnd};
use backoffice_http::{Admitted, Answer, Body, Code, Context, Needs, Problem, Request, Stop, guard, hash_password};
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
    /// A new password, which ends the user's sessions.
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
/// 401, 403, 415, 428, 400, 422, 404, 412; 409 for a deleted user, a taken e-mail, the last active
/// administrator.
#[utoipa::path(
    patch, path = "/api/v1/users/{userId}", operation_id = "updateUser", tag = "users",
    request_body = UpdateUser,
    params(
        ("userId" = String, Path, description = "The user's id.", format = Uuid),
        VersionHeader,
        OnceHeader,
    ),
    responses((status = 200, description = "The user; a new password for oneself ends the session.", body = EndedBody), EditRefusals),
    extensions(("x-permission" = json!("users.update"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::UsersUpdate).user()).await?;
    let (expected, body) = request.edit()?;
    let (changes, password) = read(body, &who)?;
    let before = who.target_user_of(&expected)?;
    if before.status == Status::Deleted {
        return Err(Code::UserDeleted.into());
    }
    let Some(after) = before.edited(changes, &who.user.editor(), request.now()) else {
        return Ok(who.changed(before, None));
    };
    let hash = password.as_ref().map(hash_password);
    let reason = (hash.is_some() && who.is_self(before)).then_some(SelfEnd::SelfPasswordChanged);
    let change = UserChange {
        action: Action::UserUpdated,
        before: Some(before),
        after: &after,
        hash: hash.as_ref(),
        once: None,
    };
    who.change_user(&context.store, change, who.changed(&after, reason)).await
}

fn read(mut body: Body, who: &Admitted) -> Result<(UserChanges, Option<Password>), Problem> {
    let email = body.optional_text("email", Email::parse);
    let password = body.optional_text("password", Password::parse);
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
    let groups = groups.map(|mut groups| {
        groups.sort_unstable();
        groups
    });
    let changes = UserChanges { email, first_name, last_name, groups, agent, language, password: password.is_some() };
    Ok((changes, password))
}
