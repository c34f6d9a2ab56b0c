//! A request as a handler sees it.

use std::sync::OnceLock;

use backoffice_domain::{CustomerId, GroupId, RoleId, SessionId, UserId};
use backoffice_store::OnceKey;
use jiff::Timestamp;
use lambda_http::RequestExt as _;
use lambda_http::http::{HeaderMap, Method};
use lambda_http::request::RequestContext;

use crate::origin::Origin;
use crate::precondition::IfMatch;
use crate::{Body, Code, Problem, Query, SessionToken, once};

/// The largest body, in bytes.
const MAX_BODY: usize = 1_000_000;

/// One request, with the one time that holds for all of it.
#[derive(Debug)]
pub struct Request {
    method: Method,
    path: String,
    headers: HeaderMap,
    path_parameters: lambda_http::aws_lambda_events::query_map::QueryMap,
    query: lambda_http::aws_lambda_events::query_map::QueryMap,
    body: Vec<u8>,
    id: String,
    origin: Origin,
    now: Timestamp,
    /// When the session ends if nothing more is asked; the guard says so.
    pub(crate) session_expires: OnceLock<Timestamp>,
    /// What makes it the same as another, once the guard has let it in as a new one.
    pub(crate) once: OnceLock<OnceKey>,
}

impl Request {
    /// Takes an event of API Gateway (payload 2.0).
    pub(crate) fn new(event: lambda_http::Request, origin_secrets: &[String], now: Timestamp) -> Self {
        let (mut id, mut source_ip, mut domain_name) = (None, None, None);
        if let Some(RequestContext::ApiGatewayV2(context)) = event.request_context_ref() {
            id.clone_from(&context.request_id);
            source_ip.clone_from(&context.http.source_ip);
            domain_name.clone_from(&context.domain_name);
        }
        let origin = Origin::of(event.headers(), origin_secrets, source_ip.as_deref(), domain_name.as_deref());
        let (path_parameters, query) = (event.path_parameters(), event.query_string_parameters());
        let path = event.raw_http_path().to_owned();
        let (parts, body) = event.into_parts();
        Self {
            method: parts.method,
            path,
            headers: parts.headers,
            path_parameters,
            query,
            body: body.to_vec(),
            id: id.unwrap_or_default(),
            origin,
            now,
            session_expires: OnceLock::new(),
            once: OnceLock::new(),
        }
    }

    /// The refusals that hold for every operation: too large, or of another site.
    pub(crate) fn check(&self) -> Result<(), Problem> {
        if self.body.len() > MAX_BODY {
            return Err(Problem::new(Code::PayloadTooLarge));
        }
        self.origin.check_same_site(&self.method, &self.headers)
    }

    /// The HTTP method.
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// The path as it was sent.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The request's id, which every problem names.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The client's address.
    pub fn address(&self) -> &str {
        &self.origin.address
    }

    /// The time of the request.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// How the browser names itself, cut to a length that an item can bear.
    pub fn device(&self) -> String {
        let agent = self.headers.get("user-agent").and_then(|value| value.to_str().ok()).unwrap_or_default();
        agent.chars().take(200).collect()
    }

    /// The user id in the path; `None` if it is no id, which is a 404 like an unknown one.
    pub(crate) fn user_id(&self) -> Option<UserId> {
        UserId::parse(self.path_parameters.first("userId")?).ok()
    }

    /// The session's id in the path; `None` if it is no id, which is a 404 like an unknown one.
    pub(crate) fn session_id(&self) -> Option<SessionId> {
        SessionId::parse(self.path_parameters.first("sessionId")?).ok()
    }

    /// The customer's reference in the path; `None` if it is none, which is a 404 like an unknown one.
    pub fn customer_id(&self) -> Option<CustomerId> {
        CustomerId::parse(self.path_parameters.first("customerId")?).ok()
    }

    /// The group's id in the path; `None` if it is no id, which is a 404 like an unknown one.
    pub fn group_id(&self) -> Option<GroupId> {
        GroupId::parse(self.path_parameters.first("groupId")?).ok()
    }

    /// The role's id in the path; `None` if it is no id, which is a 404 like an unknown one.
    pub fn role_id(&self) -> Option<RoleId> {
        RoleId::parse(self.path_parameters.first("roleId")?).ok()
    }

    /// The query, to be read parameter by parameter.
    pub fn query(&self) -> Query<'_> {
        Query::new(self.query.iter())
    }

    /// The body's members, to be read one by one.
    ///
    /// # Errors
    /// 415 for another media type; 400 for a malformed idempotency key or a body that is no object.
    pub fn body(&self) -> Result<Body, Problem> {
        self.check_media_type()?;
        once::check(self)?;
        Body::parse(&self.body)
    }

    /// The version to change, and the body's members.
    ///
    /// # Errors
    /// Those of [`Self::body`]; between 415 and 400, 428 without a version.
    pub fn edit(&self) -> Result<(IfMatch, Body), Problem> {
        self.check_media_type()?;
        let expected = self.if_match()?;
        Ok((expected, Body::parse(&self.body)?))
    }

    /// The version to change.
    ///
    /// # Errors
    /// 428 without one; 400 for a malformed idempotency key.
    pub fn if_match(&self) -> Result<IfMatch, Problem> {
        let expected = IfMatch::of(&self.headers)?;
        once::check(self)?;
        Ok(expected)
    }

    /// Whether the request says `If-None-Match: *`: create, do not replace.
    pub fn creates_only(&self) -> bool {
        self.headers.get("if-none-match").is_some_and(|value| value == "*")
    }

    /// The session the browser shows, whether or not it holds: for signing in, which ends it.
    pub fn session_token(&self) -> Option<SessionToken> {
        SessionToken::of(&self.headers)
    }

    pub(crate) const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.body
    }

    fn check_media_type(&self) -> Result<(), Problem> {
        let media_type = self.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/json") {
            Ok(())
        } else {
            Err(Problem::new(Code::UnsupportedMediaType))
        }
    }
}
