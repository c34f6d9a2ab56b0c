//! `GET /audit-events`: who did what, newest first, a page at a time.

use std::sync::Arc;

use backoffice_domain::audit::Action;
use backoffice_domain::{Flaw, Permission, UserId};
use backoffice_http::openapi::ListRefusals;
use backoffice_http::represent::{AuditEventBody, PageBody};
use backoffice_http::{Answer, Context, Needs, Problem, Query, Request, StatusCode, Stop, guard};
use backoffice_store::audit::{By, EventQuery, Target};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which events.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AuditEventListQuery {
    /// What it was done to: `user:`, `customer:`, `group:` or `role:` and the id.
    #[param(example = "user:0190a5c8-7b1e-7000-8000-000000000001")]
    pub target: Option<String>,
    /// Who did it: a user's id, `operator` for the operators' functions, `nobody` for people who were not
    /// signed in.
    #[param(example = "operator")]
    pub actor: Option<String>,
    /// What was done: words such as `user.created`, or `user` for all that is done to users; several with
    /// commas in between.
    #[param(example = "user.created,session")]
    pub action: Option<String>,
    /// Not before this time (RFC 3339).
    #[param(format = DateTime)]
    pub from: Option<String>,
    /// Before this time (RFC 3339).
    #[param(format = DateTime)]
    pub to: Option<String>,
    /// How many at most.
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<u32>,
    /// Where to go on, from `next` or `previous` of an earlier answer with the same filters.
    pub cursor: Option<String>,
}

/// A page of audit events.
#[derive(Serialize, ToSchema)]
pub struct AuditEventList {
    /// The events, newest first.
    pub items: Vec<AuditEventBody>,
    /// The page's place in the list.
    #[serde(flatten)]
    pub page: PageBody,
}

/// Answers a page of audit events. Few of many, or months without any, make a page short: `complete` is
/// `false` then, and `next` goes on looking.
///
/// # Errors
/// 401, 403; 400 for a query or cursor that is not understood.
#[utoipa::path(
    get, path = "/api/v1/audit-events", operation_id = "listAuditEvents", tag = "audit",
    params(AuditEventListQuery),
    responses((status = 200, description = "A page of audit events.", body = AuditEventList), ListRefusals),
    extensions(("x-permission" = json!("audit.read"))),
)]
pub async fn handle(context: Context, request: Arc<Request>) -> Result<Answer, Stop> {
    guard(&context, &request, Needs::permission(Permission::AuditRead)).await?;
    let Asked { mut query, cursor } = Asked::read(request.query())?;
    let cursors = context.cursors(list(&query));
    query.from = cursor.as_deref().map(|cursor| cursors.open(cursor)).transpose()?;

    let page = context.store.list_events(&query, request.now()).await?;
    let items = page.items.iter().map(AuditEventBody::from).collect();
    Ok(Answer::json(StatusCode::OK, &AuditEventList { items, page: PageBody::new(&page, &cursors) }))
}

/// What the cursors of this list belong to: everything but the place and the page's length.
fn list(query: &EventQuery) -> String {
    let EventQuery { target, by, actions, since, until, .. } = query;
    format!("audit-events {target:?} {by:?} {actions:?} {since:?} {until:?}")
}

/// The query, understood.
struct Asked {
    query: EventQuery,
    cursor: Option<String>,
}

impl Asked {
    fn read(mut query: Query<'_>) -> Result<Self, Problem> {
        let asked = EventQuery {
            target: query.read("target", Target::parse),
            by: query.read("actor", by),
            actions: query.read_all("action", actions).unwrap_or_default().concat(),
            since: query.read("from", time),
            until: query.read("to", time),
            limit: query.limit(),
            from: None,
        };
        let cursor = query.cursor();
        query.finish()?;
        Ok(Self { query: asked, cursor })
    }
}

fn by(text: &str) -> Result<By, Flaw> {
    match text {
        "operator" => Ok(By::Operator),
        "nobody" => Ok(By::Nobody),
        id => UserId::parse(id).map(By::User),
    }
}

/// One word, or all words of a kind.
fn actions(text: &str) -> Result<Vec<Action>, Flaw> {
    let of_kind = |action: &&Action| action.as_str().split_once('.').is_some_and(|(kind, _)| kind == text);
    let kind: Vec<Action> = Action::ALL.iter().filter(of_kind).copied().collect();
    if kind.is_empty() { Action::parse(text).map(|action| vec![action]) } else { Ok(kind) }
}

fn time(text: &str) -> Result<Timestamp, Flaw> {
    text.parse().map_err(|_| Flaw::Malformed)
}
