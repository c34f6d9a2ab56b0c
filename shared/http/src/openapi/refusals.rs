//! Which refusals an operation may answer.

use std::collections::BTreeMap;

use utoipa::IntoResponses;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Content, ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

/// Statuses that API Gateway answers by itself too.
const OF_THE_GATEWAY: [&str; 4] = ["413", "429", "500", "503"];
/// Statuses by which whoever asks is told to try again later; API Gateway does not say when.
const RETRIED: [&str; 2] = ["429", "503"];

fn refusals(statuses: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let refusal = |(status, description): &(&str, &str)| ((*status).to_owned(), RefOr::T(refusal(status, description)));
    statuses.iter().map(refusal).collect()
}

fn refusal(status: &str, description: &str) -> Response {
    let mut response =
        ResponseBuilder::new().description(description).content("application/problem+json", content("Problem"));
    if OF_THE_GATEWAY.contains(&status) {
        response = response.content("application/json", content("GatewayMessage"));
    }
    if RETRIED.contains(&status) {
        response = response.header("Retry-After", seconds());
    }
    response.build()
}

fn content(schema: &str) -> Content {
    ContentBuilder::new().schema(Some(Ref::from_schema_name(schema))).build()
}

fn seconds() -> Header {
    let whole = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).build();
    HeaderBuilder::new().description(Some("After how many seconds to try again.")).schema(Some(whole)).build()
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
    /// Refusals of changing oneself by a body.
    AccountRefusals = ANY, SIGNED_IN, BODY, [("412", "It was changed meanwhile: what it is now, by whom and when."), ("428", "No If-Match.")];
    /// Refusals of a new password for oneself.
    PasswordRefusals = ANY, SIGNED_IN, BODY, [("429", "Too many requests or wrong passwords; `Retry-After` says when to try again.")];
    /// Refusals of changing something in a part that has no version of its own.
    PartEditRefusals = ANY, SIGNED_IN, BODY, [TARGET, ("409", "The state of things forbids it.")];
    /// Refusals of changing something by an address alone.
    ActRefusals = ANY, SIGNED_IN, CHANGE, [TARGET, ("400", "The Idempotency-Key is malformed."), ("413", "The body is larger than 1 MB."), ("422", "A reused Idempotency-Key.")];
}
