//! Refusals as RFC 9457 problem details, with a stable code that the page translates.

use backoffice_domain::{FieldError, Permission, Permissions};
use backoffice_store::Error;
use jiff::Timestamp;
use lambda_http::http::StatusCode;
use serde_json::{Map, Value, json};

use crate::Answer;
use crate::represent::{OwnerBody, Versioned};

/// Declares the codes with their status and title: one table for code, documentation and tests.
macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $code:literal, $status:ident, $title:literal;)+) => {
        /// What was refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($(#[$meta])* $variant),+ }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable code.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The HTTP status that goes with it.
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$variant => StatusCode::$status),+ }
            }

            /// A sentence for people who read the answer as it is.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),+ }
            }
        }
    };
}

codes! {
    /// A query parameter that is unknown or not of its form.
    MalformedQuery = "malformed_query", BAD_REQUEST, "A query parameter is not understood.";
    /// A body that is no JSON object.
    MalformedBody = "malformed_body", BAD_REQUEST, "The body is not a JSON object.";
    /// A cursor that was not given out, or for another list.
    CursorRefused = "cursor_refused", BAD_REQUEST, "The cursor does not belong to this list.";
    /// An idempotency key that is not 1–128 visible ASCII characters.
    MalformedIdempotencyKey = "malformed_idempotency_key", BAD_REQUEST, "The Idempotency-Key is not 1 to 128 visible ASCII characters.";
    /// E-mail and password do not open anything; never says why.
    SignInFailed = "sign_in_failed", UNAUTHORIZED, "E-mail and password do not match an active user.";
    /// No session, or one that has ended.
    SessionRequired = "session_required", UNAUTHORIZED, "Sign in first.";
    /// A request that another site may have caused.
    CrossSiteRequest = "cross_site_request", FORBIDDEN, "The request does not come from the page or a program of ours.";
    /// The person may not do this.
    PermissionDenied = "permission_denied", FORBIDDEN, "You may not do this.";
    /// The person does not hold every permission that the change is about.
    PermissionsNotHeld = "permissions_not_held", FORBIDDEN, "You do not hold all the permissions that this is about.";
    /// The person would change somebody who holds more than they do.
    UserHoldsMore = "user_holds_more", FORBIDDEN, "This user holds permissions that you do not.";
    /// Nothing there.
    NotFound = "not_found", NOT_FOUND, "There is nothing here.";
    /// Another method is meant.
    MethodNotAllowed = "method_not_allowed", METHOD_NOT_ALLOWED, "This address does not take this method.";
    /// Changed meanwhile by somebody who allows no such change.
    UserDeleted = "user_deleted", CONFLICT, "The user is deleted; restore them first.";
    /// Restoring somebody who is not deleted.
    UserNotDeleted = "user_not_deleted", CONFLICT, "The user is not deleted.";
    /// The e-mail belongs to a user already.
    EmailTaken = "email_taken", CONFLICT, "A user has this e-mail already.";
    /// Nobody would be left who may do everything.
    LastAdministrator = "last_administrator", CONFLICT, "At least one active administrator has to stay.";
    /// A customer belongs to somebody else.
    CustomerAlreadyAssigned = "customer_already_assigned", CONFLICT, "A customer is assigned to another user.";
    /// The built-in group or role.
    BuiltIn = "built_in", CONFLICT, "It is built in and stays as it is.";
    /// Another group or role is called so.
    NameTaken = "name_taken", CONFLICT, "Another one is called so.";
    /// Deleting a group that has members.
    GroupNotEmpty = "group_not_empty", CONFLICT, "The group has members; move them to another one first.";
    /// Deleting a role that groups carry.
    RoleInUse = "role_in_use", CONFLICT, "Groups carry the role; take it from them first.";
    /// No room for another group.
    TooManyGroups = "too_many_groups", CONFLICT, "There is no room for more groups.";
    /// No room for another role.
    TooManyRoles = "too_many_roles", CONFLICT, "There is no room for more roles.";
    /// Taking somebody out of their only group.
    LastGroup = "last_group", CONFLICT, "A user would be left without a group.";
    /// Putting somebody into more groups than one may have.
    TooManyGroupsOfUser = "too_many_groups_of_user", CONFLICT, "A user would be in too many groups.";
    /// Based on an older version.
    StaleVersion = "stale_version", PRECONDITION_FAILED, "It was changed meanwhile.";
    /// A body over 1 MB.
    PayloadTooLarge = "payload_too_large", PAYLOAD_TOO_LARGE, "The body is larger than 1 MB.";
    /// A body that is not JSON.
    UnsupportedMediaType = "unsupported_media_type", UNSUPPORTED_MEDIA_TYPE, "The body has to be application/json.";
    /// Fields that cannot be taken.
    ValidationFailed = "validation_failed", UNPROCESSABLE_ENTITY, "Some fields cannot be taken.";
    /// The same key for another request.
    IdempotencyKeyReused = "idempotency_key_reused", UNPROCESSABLE_ENTITY, "The Idempotency-Key was used for another request.";
    /// No If-Match.
    PreconditionRequired = "precondition_required", PRECONDITION_REQUIRED, "Say with If-Match which version you change.";
    /// Too many sign-ins from one address have failed.
    TooManySignIns = "too_many_sign_ins", TOO_MANY_REQUESTS, "Too many sign-ins from this address have failed; try again later.";
    /// Too many wrong passwords of somebody who is signed in.
    TooManyPasswords = "too_many_passwords", TOO_MANY_REQUESTS, "Too many wrong passwords; try again later.";
    /// A fault of ours.
    InternalError = "internal_error", INTERNAL_SERVER_ERROR, "Something went wrong on our side.";
    /// Others change the same things all along.
    WriteConflict = "write_conflict", SERVICE_UNAVAILABLE, "Others are changing the same; try again.";
    /// The store is throttled or down.
    StoreUnavailable = "store_unavailable", SERVICE_UNAVAILABLE, "The data cannot be reached; try again.";
}

/// Permissions by their words.
fn names(permissions: Permissions) -> Vec<&'static str> {
    permissions.iter().map(Permission::as_str).collect()
}

/// After how many seconds a program may try again.
const RETRY_AFTER: &str = "1";

/// A refusal.
#[derive(Debug)]
pub struct Problem {
    code: Code,
    errors: Vec<Value>,
    extensions: Map<String, Value>,
    headers: Vec<(&'static str, String)>,
}

impl Problem {
    /// A refusal that its code says everything about.
    pub fn new(code: Code) -> Self {
        let retry = code.status() == StatusCode::SERVICE_UNAVAILABLE;
        let headers = retry.then(|| ("retry-after", RETRY_AFTER.to_owned())).into_iter().collect();
        Self { code, errors: Vec::new(), extensions: Map::new(), headers }
    }

    /// Fields that cannot be taken, all at once.
    pub fn fields(errors: impl IntoIterator<Item = FieldError>) -> Self {
        errors.into_iter().fold(Self::new(Code::ValidationFailed), |problem, error| {
            problem.with_error(&error.pointer, error.flaw.code(), error.flaw.params())
        })
    }

    /// Adds what is wrong at one place.
    #[must_use]
    pub fn with_error(mut self, pointer: &str, code: &str, params: impl Into<Value>) -> Self {
        let params: Value = params.into();
        self.errors.push(json!({ "pointer": pointer, "code": code, "params": params }));
        self
    }

    /// Adds an extension member.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.extensions.insert(name.to_owned(), value.into());
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// What was refused.
    pub const fn code(&self) -> Code {
        self.code
    }

    /// It was changed meanwhile: what it is now, by whom and when.
    pub fn stale(current: &impl Versioned) -> Self {
        let (changed_by, changed_at) = current.last_change();
        Self::new(Code::StaleVersion)
            .with("changedBy", json!(changed_by))
            .with("changedAt", json!(changed_at))
            .with("current", json!(current))
    }

    /// Whoever asks does not hold these permissions, each named at `pointer` if it comes from there.
    pub fn not_held(pointer: Option<&str>, permissions: Permissions) -> Self {
        let problem = Self::new(Code::PermissionsNotHeld).with("permissions", names(permissions));
        match pointer {
            Some(pointer) => problem.with_error(pointer, "not_held", json!({ "permissions": names(permissions) })),
            None => problem,
        }
    }

    /// The e-mail belongs to this user.
    pub fn email_taken(owner: &OwnerBody) -> Self {
        Self::new(Code::EmailTaken).with_error(
            "/email",
            Code::EmailTaken.as_str(),
            json!({ "userId": owner.id, "status": owner.status }),
        )
    }

    /// No password is compared before `until`; `code` says why.
    pub fn too_many(code: Code, until: Timestamp, now: Timestamp) -> Self {
        // Rounded up: who waits as long as that is let in.
        let seconds = until.duration_since(now).as_millis_f64() / 1000.0;
        Self::new(code).with_header("retry-after", format!("{}", seconds.ceil().max(1.0)))
    }

    /// The answer that says so.
    pub(crate) fn answer(self, request_id: &str) -> Answer {
        let status = self.code.status();
        let mut body = Map::from_iter([
            ("type".to_owned(), json!(format!("urn:backoffice:problem:{}", self.code.as_str()))),
            ("title".to_owned(), json!(self.code.title())),
            ("status".to_owned(), json!(status.as_u16())),
            ("code".to_owned(), json!(self.code.as_str())),
            ("requestId".to_owned(), json!(request_id)),
        ]);
        if !self.errors.is_empty() {
            body.insert("errors".to_owned(), Value::Array(self.errors));
        }
        body.extend(self.extensions);
        let answer = Answer::text(status, "application/problem+json", Value::Object(body).to_string());
        self.headers.into_iter().fold(answer, |answer, (name, value)| answer.header(name, value))
    }
}

/// Why a handler ends early: refused, or answered before.
#[derive(Debug)]
pub enum Stop {
    /// Refused.
    Problem(Box<Problem>),
    /// The same request was answered before: the same answer again.
    Answered(Box<Answer>),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<Code> for Stop {
    fn from(code: Code) -> Self {
        Problem::new(code).into()
    }
}

/// What a store's error is to whoever asked. Errors that need more words (a stale version, a taken
/// e-mail) are worded where those words are known, before this.
impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        let code = match error {
            Error::Repeated(answer) => return Self::Answered(Box::new(Answer::repeated(*answer))),
            Error::ActorChanged => Code::SessionRequired,
            Error::UserDeleted => Code::UserDeleted,
            Error::UserMissing | Error::CustomerMissing(_) | Error::DefinitionMissing | Error::SessionMissing => {
                Code::NotFound
            }
            Error::UserChanged(_) | Error::CustomerChanged(_) | Error::DefinitionChanged(_) => Code::StaleVersion,
            Error::EmailTaken(_) => Code::EmailTaken,
            Error::LastAdministrator | Error::AdministratorExists => Code::LastAdministrator,
            Error::CustomersTaken(_) => Code::CustomerAlreadyAssigned,
            Error::TooManyTakeovers { .. } => Code::ValidationFailed,
            Error::KeyReused => Code::IdempotencyKeyReused,
            Error::GroupMissing(position) => {
                let flaw = FieldError::new(format!("/groups/{position}"), backoffice_domain::Flaw::UnknownGroup);
                return Problem::fields([flaw]).into();
            }
            Error::PolicyFull => Code::TooManyGroups,
            Error::GroupNotEmpty(members) => {
                return Problem::new(Code::GroupNotEmpty).with("memberCount", members).into();
            }
            Error::CredentialChanged | Error::PolicyChanged | Error::Contended => Code::WriteConflict,
            Error::Unavailable(reason) => {
                tracing::warn!(reason, "the store is unavailable");
                Code::StoreUnavailable
            }
            Error::Fault(reason) => {
                tracing::error!(reason, "a fault of ours");
                Code::InternalError
            }
        };
        code.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use backoffice_domain::Flaw;

    #[test]
    fn r43_a_problem_has_a_stable_code_and_a_request_id() {
        let problem = Problem::fields([
            FieldError::new("/email", Flaw::Required),
            FieldError::new("/firstName", Flaw::TooLong { max: 100 }),
        ]);
        let answer = problem.answer("req-1");
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let body: Value = serde_json::from_str(answer.body()).expect("JSON");
        assert_eq!(body["type"], "urn:backoffice:problem:validation_failed");
        assert_eq!(body["requestId"], "req-1");
        assert_eq!(
            body["errors"],
            json!([{ "pointer": "/email", "code": "required", "params": {} }, { "pointer": "/firstName", "code": "too_long", "params": { "max": 100 } }])
        );
    }

    #[test]
    fn codes_are_unique() {
        let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Code::ALL.len());
    }

    #[test]
    fn r42_too_many_sign_ins_says_when_to_try_again() {
        let now = Timestamp::UNIX_EPOCH;
        for (milliseconds, header) in [(1, "1"), (60_000, "60"), (60_001, "61")] {
            let until = now + jiff::SignedDuration::from_millis(milliseconds);
            let answer = Problem::too_many(Code::TooManySignIns, until, now).answer("r");
            assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
            assert!(answer.headers().iter().any(|(name, value)| name == "retry-after" && value == header));
        }
    }

    #[test]
    fn a_503_says_when_to_try_again() {
        let answer = Problem::new(Code::StoreUnavailable).answer("r");
        assert!(answer.headers().iter().any(|(name, value)| name == "retry-after" && value == RETRY_AFTER));
    }
}
