//! `POST /users`: creating a user.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::password::Password;
use backoffice_domain::{Email, GroupId, Language, Name, Permission, Status, User, UserId};
use backoffice_http::openapi::{CreateRefusals, OnceHeader};
use backoffice_http::represent::UserBody;
use backoffice_http::{Admitted, Answer, Body, Context, Needs, Problem, Request, StatusCode, Stop, guard};
use backoffice_store::users::UserChange;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A user to create.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateUser {
    /// E-mail address, at most 254 bytes; nobody else's, whatever the case or Unicode form.
    #[schema(format = "idn-email", max_length = 254, examples("ada@shop.example"))]
    pub email: String,
    /// Password, of at least 15 characters and not easily guessed.
    #[schema(min_length = 15, max_length = 128, format = Password)]
    pub password: String,
    /// First name.
    #[schema(min_length = 1, max_length = 100)]
    pub first_name: String,
    /// Last name.
    #[schema(min_length = 1, max_length = 100)]
    pub last_name: String,
    /// Ids of groups that exist.
    #[schema(value_type = Vec<Uuid>, min_items = 1, max_items = 10)]
    pub groups: Vec<String>,
    /// Whether they may assist customers in the storefront; if absent, they may not.
    #[schema(nullable = false, default = false)]
    pub agent: Option<bool>,
    /// The page's language for them.
    #[schema(schema_with = backoffice_http::openapi::language)]
    pub language: String,
}

/// Creates an active user.
///
/// # Errors
/// 401, 403 (also for a group that gives more than whoever asks holds), 415, 400, 422; 409 if somebody has
/// the e-mail.
#[utoipa::path(
    post, path = "/api/v1/users", operation_id = "createUser", tag = "users",
    request_body = CreateUser,
    params(OnceHeader),
    responses((status = 201, description = "The user.", body = UserBody), CreateRefusals),
    extensions(("x-permission" = json!("users.create"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    let who = guard(&context, &request, Needs::permission(Permission::UsersCreate)).await?;
    let (user, password, asked) = read(request.body()?, &who, &request)?;
    who.check_may_move(&[], &user.groups, &asked)?;
    let hash = context.hash(&password);
    let answer = Answer::json(StatusCode::CREATED, &who.represent(&user))
        .etag(user.version)
        .header("location", format!("/api/v1/users/{}", user.id));
    let change = UserChange { action: Action::UserCreated, before: None, after: &user, hash: Some(&hash), once: None };
    who.change_user(&context.store, change, answer).await
}

fn read(mut body: Body, who: &Admitted, request: &Request) -> Result<(User, Password, Vec<GroupId>), Problem> {
    let email = body.text("email", Email::parse);
    let password = body.text("password", Password::parse);
    let (first_name, last_name) = (body.text("firstName", Name::parse), body.text("lastName", Name::parse));
    let groups = body.list("groups", (1, User::MAX_GROUPS), |text| who.known_group(text));
    let agent = body.optional_flag("agent");
    let language = body.text("language", Language::parse);
    if let (Some(password), Some(first), Some(last), Some(email)) = (&password, &first_name, &last_name, &email)
        && let Err(flaw) = password.check_strength(first, last, email)
    {
        body.refuse::<()>("password", flaw);
    }
    let members = (email, password, first_name, last_name, groups, agent, language);
    let (email, password, first_name, last_name, asked, agent, language) = body.finish(members)?;
    let mut groups = asked.clone();
    groups.sort_unstable();
    let user = User {
        id: UserId::new(Uuid::now_v7()),
        email,
        first_name,
        last_name,
        status: Status::Active,
        groups,
        agent: agent.unwrap_or(false),
        language,
        customer_count: 0,
        lost_customers: 0,
        session_epoch: 0,
        version: 1,
        last_sign_in_at: None,
        created_at: request.now(),
        updated_at: request.now(),
        updated_by: Some(who.user.editor()),
    };
    Ok((user, password, asked))
}
