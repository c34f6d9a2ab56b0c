//! Pieces of the OpenAPI description that many operations share.

use std::collections::BTreeMap;

use backoffice_domain::{Gender, Language, Status};
use serde_json::Value;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use crate::Code;

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

fn refusals(statuses: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    statuses
        .iter()
        .map(|(status, description)| {
            let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
            let response =
                ResponseBuilder::new().description(*description).content("application/problem+json", problem).build();
            ((*status).to_owned(), RefOr::T(response))
        })
        .collect()
}

/// Refusals of every operation.
const ANY: [(&str, &str); 3] = [
    ("429", "Too many requests; `Retry-After` says when to try again."),
    ("500", "A fault on our side."),
    ("503", "The store is busy or down; `Retry-After` says when to try again."),
];
const SIGNED_IN: [(&str, &str); 2] = [("401", "Not signed in."), ("403", "Not allowed, or caused by another site.")];
const BODY: [(&str, &str); 4] = [
    ("400", "The body is not a JSON object, or the Idempotency-Key is malformed."),
    ("413", "The body is larger than 1 MB."),
    ("415", "The body is not application/json."),
    ("422", "Fields that cannot be taken, or a reused Idempotency-Key."),
];
const CHANGE: [(&str, &str); 3] = [
    ("409", "The state of things forbids it."),
    ("412", "It was changed meanwhile: what it is now, by whom and when."),
    ("428", "No If-Match."),
];
const TARGET: (&str, &str) = ("404", "There is nothing with this id.");

macro_rules! refusals {
    ($($(#[$meta:meta])* $name:ident = $($part:expr),+;)+) => {$(
        $(#[$meta])*
        pub struct $name;

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                refusals(&[$(&$part[..]),+].concat())
            }
        }
    )+};
}

refusals! {
    /// Refusals of anything that anybody may ask.
    AnyRefusals = ANY;
    /// Refusals of signing in.
    SignInRefusals = ANY, BODY, [("401", "E-mail and password do not match an active user."), ("403", "Caused by another site.")];
    /// Refusals of a request without parameters of a signed-in person.
    SignedInRefusals = ANY, SIGNED_IN;
    /// Refusals of reading a list.
    ListRefusals = ANY, SIGNED_IN, [("400", "A query parameter or the cursor is not understood.")];
    /// Refusals of reading a list that belongs to something.
    PartListRefusals = ANY, SIGNED_IN, [("400", "A query parameter or the cursor is not understood."), TARGET];
    /// Refusals of reading one thing.
    ReadRefusals = ANY, SIGNED_IN, [TARGET];
    /// Refusals of creating something.
    CreateRefusals = ANY, SIGNED_IN, BODY, [("409", "The state of things forbids it.")];
    /// Refusals of changing something by a body.
    EditRefusals = ANY, SIGNED_IN, BODY, CHANGE, [TARGET];
    /// Refusals of changing something in a part that has no version of its own.
    PartEditRefusals = ANY, SIGNED_IN, BODY, [TARGET, ("409", "The state of things forbids it.")];
    /// Refusals of changing something by an address alone.
    ActRefusals = ANY, SIGNED_IN, CHANGE, [TARGET, ("400", "The Idempotency-Key is malformed."), ("413", "The body is larger than 1 MB."), ("422", "A reused Idempotency-Key.")];
}
