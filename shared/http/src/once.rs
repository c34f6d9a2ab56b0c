//! The `Idempotency-Key` of a request.

use backoffice_domain::UserId;
use backoffice_store::{OnceKey, Store};
use lambda_http::http::HeaderValue;

use crate::keyring::{Keyring, Purpose};
use crate::{Answer, Code, Problem, Request, Stop};

/// The longest key, in characters.
const MAX: usize = 128;

/// What makes this request the same as another, if it has a key. A key of another form counts for
/// nothing here; [`check`] refuses it.
pub(crate) fn key(request: &Request, actor: UserId, keyring: &Keyring) -> Option<OnceKey> {
    let key = read(request).ok()??;
    let parts = [request.method().as_str().as_bytes(), request.path().as_bytes(), request.bytes()];
    Some(OnceKey { actor: actor.to_string(), key: key.to_owned(), macs: keyring.macs(Purpose::Once, &parts).collect() })
}

/// Refuses a key that is not of its form.
pub(crate) fn check(request: &Request) -> Result<(), Problem> {
    read(request).map(|_| ())
}

/// Gives a request that changed nothing the answer it had before, if it was sent before and that is only
/// now to be seen: to whoever sends it again, their own change would look like somebody else's.
pub(crate) async fn settle(store: &Store, request: &Request, outcome: Result<Answer, Stop>) -> Result<Answer, Stop> {
    let Some(once) = request.once.get() else { return outcome };
    let depends_on_the_store = match &outcome {
        Ok(_) => true,
        Err(Stop::Problem(problem)) => matches!(problem.code().status().as_u16(), 404 | 409 | 412 | 422),
        Err(Stop::Answered(_)) => false,
    };
    if !depends_on_the_store {
        return outcome;
    }
    store.ended_meanwhile(once, request.now()).await?.map_or(outcome, |ended| Err(ended.into()))
}

fn read(request: &Request) -> Result<Option<&str>, Problem> {
    of(request.headers().get("idempotency-key"))
}

fn of(value: Option<&HeaderValue>) -> Result<Option<&str>, Problem> {
    let Some(value) = value else { return Ok(None) };
    let key = value
        .to_str()
        .ok()
        .filter(|key| (1..=MAX).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()));
    key.map(Some).ok_or_else(|| Problem::new(Code::MalformedIdempotencyKey))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn r32_any_bytes_are_a_key_as_it_is_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..160), visible in "[!-~]{0,140}") {
            for bytes in [&bytes[..], visible.as_bytes()] {
                let Ok(value) = HeaderValue::from_bytes(bytes) else { continue };
                let is_key = (1..=MAX).contains(&bytes.len()) && bytes.iter().all(|byte| (b'!'..=b'~').contains(byte));
                let read = of(Some(&value)).map_err(|problem| problem.code());
                let key = std::str::from_utf8(bytes).ok().filter(|_| is_key);
                prop_assert_eq!(read, key.map(Some).ok_or(Code::MalformedIdempotencyKey));
            }
        }
    }
}
