//! Pieces of the OpenAPI description that many operations share.

mod headers;
mod refusals;

use backoffice_domain::access::{Effect, Scope};
use backoffice_domain::{Gender, Language, Status};
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};

use crate::Code;

pub use headers::{OnceHeader, VersionHeader};
pub use refusals::{
    AccountRefusals, ActRefusals, AnyRefusals, CreateRefusals, EditRefusals, ListRefusals, PartEditRefusals,
    PartListRefusals, PasswordRefusals, ReadRefusals, SignInRefusals, SignedInRefusals,
};

/// A refusal (RFC 9457). Further members explain some codes: `current`, `changedBy`, `changedAt`
/// for `stale_version`; `conflicts` for `customer_already_assigned`.
#[derive(ToSchema)]
#[schema(as = Problem)]
#[expect(dead_code, reason = "describes what `Problem::answer` writes")]
pub struct ProblemBody {
    /// `urn:backoffice:problem:<code>`.
    #[schema(rename = "type")]
    r#type: String,
    /// A sentence in English.
    title: String,
    /// The HTTP status.
    status: u16,
    /// The stable code that programs decide by.
    #[schema(schema_with = code)]
    code: String,
    /// The request's id, to be told to whoever runs the product.
    #[schema(rename = "requestId")]
    request_id: String,
    /// What is wrong where.
    errors: Option<Vec<FieldProblem>>,
}

/// A rule of a role, as it is sent.
#[derive(ToSchema)]
#[schema(as = NewRule)]
#[expect(dead_code, reason = "describes what `Body::rules` reads")]
pub struct RuleSchema {
    /// Whether it allows or denies.
    #[schema(schema_with = effect)]
    effect: String,
    /// A permission such as `users.create`, all of an area such as `users.*`, or `*` for everything.
    #[schema(schema_with = scope)]
    permission: String,
}

pub(crate) fn effect() -> Object {
    words(Effect::WORDS)
}

pub(crate) fn scope() -> Object {
    let scopes: Vec<String> = Scope::all().map(|scope| scope.to_string()).collect();
    words(&scopes.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What is wrong at one place.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what `Problem::answer` writes")]
pub struct FieldProblem {
    /// JSON pointer into the body, or the name of a query parameter.
    pointer: String,
    /// The stable code of the flaw.
    code: String,
    /// Figures that belong into the sentence.
    #[schema(value_type = Object)]
    params: Value,
}

/// What API Gateway answers by itself, before or instead of a function: it has no code, only a status.
#[derive(ToSchema)]
#[schema(as = GatewayMessage)]
#[expect(dead_code, reason = "describes what API Gateway writes")]
pub struct GatewayBody {
    /// A few words in English.
    message: String,
}

/// A status as a schema: its words are those of the domain.
pub fn status() -> Object {
    words(Status::WORDS)
}

/// A language as a schema.
pub fn language() -> Object {
    words(Language::WORDS)
}

/// A gender as a schema.
pub fn gender() -> Object {
    words(Gender::WORDS)
}

/// A gender that may be unknown, as a schema.
pub fn known_gender() -> Object {
    let words = Gender::WORDS.iter().map(|word| Value::from(*word)).chain([Value::Null]);
    let types = SchemaType::from_iter([Type::String, Type::Null]);
    ObjectBuilder::new().schema_type(types).enum_values(Some(words)).build()
}

/// A string that is one of `words`.
pub fn words(words: &[&str]) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words.iter().copied())).build()
}

fn code() -> Object {
    words(&Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>())
}
