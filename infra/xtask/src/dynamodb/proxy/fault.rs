//! What can go wrong between a function and `DynamoDB`.

use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::call::Call;
use crate::http::Answer;

/// Longer than a function waits for one attempt.
const TOO_LONG: Duration = Duration::from_secs(4);
/// The items of a page of the whole table that ends early: half of what is asked for would be more than tests have.
const FEW: u64 = 3;
/// How often a call fails that fails for good.
pub(crate) const FOR_GOOD: usize = usize::MAX;

/// Which calls fail, counted among those that are watched, and how.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Fault {
    /// How many go well before.
    pub(crate) skip: usize,
    /// How many fail; the ones after those go well again.
    pub(crate) times: usize,
    /// What happens to them.
    pub(crate) kind: Kind,
}

/// One way to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// The table has given what it may give for now.
    Throttled,
    /// The account has.
    TooManyRequests,
    /// `DynamoDB` failed.
    Internal,
    /// The connection breaks before the call arrives.
    LostBefore,
    /// The connection breaks when the call has had its effect.
    LostAfter,
    /// The call has its effect, and its answer comes too late.
    Slow,
    /// A write meets another transaction.
    Conflict,
    /// A batch is answered but for one key.
    Unprocessed,
    /// A page ends early.
    Short,
}

/// What a fault makes of a call.
pub(super) enum Effect {
    /// It never arrives, and this is the answer.
    Instead(Answer),
    /// It never arrives, and there is no answer.
    Lost,
    /// It arrives, and there is no answer.
    Unanswered,
    /// It arrives, and the answer takes so long.
    Late(Duration),
    /// This arrives in its place; keys that it leaves out are answered as unprocessed.
    Otherwise(Value, Option<Value>),
}

impl Fault {
    /// What happens to the call at this position.
    pub(super) fn at(&self, position: usize) -> Option<Kind> {
        (position >= self.skip && position - self.skip < self.times).then_some(self.kind)
    }
}

impl Kind {
    /// Every way to fail.
    pub(crate) const ALL: [Self; 9] = [
        Self::Throttled,
        Self::TooManyRequests,
        Self::Internal,
        Self::LostBefore,
        Self::LostAfter,
        Self::Slow,
        Self::Conflict,
        Self::Unprocessed,
        Self::Short,
    ];

    /// Whether a call of this operation can fail so.
    pub(crate) fn befalls(self, operation: &str) -> bool {
        match self {
            Self::Conflict => matches!(operation, "TransactWriteItems" | "PutItem" | "UpdateItem" | "DeleteItem"),
            Self::Unprocessed => operation == "BatchGetItem",
            Self::Short => matches!(operation, "Query" | "Scan"),
            _ => true,
        }
    }

    /// What it makes of a call; nothing if such a call cannot fail so.
    pub(super) fn effect(self, call: &Call) -> Option<Effect> {
        if !self.befalls(&call.operation) {
            return None;
        }
        match self {
            Self::Throttled => Some(refusal(StatusCode::BAD_REQUEST, "ProvisionedThroughputExceededException")),
            Self::TooManyRequests => Some(refusal(StatusCode::BAD_REQUEST, "ThrottlingException")),
            Self::Internal => Some(refusal(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError")),
            Self::LostBefore => Some(Effect::Lost),
            Self::LostAfter => Some(Effect::Unanswered),
            Self::Slow => Some(Effect::Late(TOO_LONG)),
            Self::Conflict => conflict(call),
            Self::Unprocessed => without_the_last_key(&call.input),
            Self::Short => part_of_the_page(call),
        }
    }
}

fn conflict(call: &Call) -> Option<Effect> {
    if call.operation != "TransactWriteItems" {
        return Some(refusal(StatusCode::BAD_REQUEST, "TransactionConflictException"));
    }
    let writes = call.input["TransactItems"].as_array()?.len();
    let mut reasons = vec![json!({"Code": "None"}); writes];
    *reasons.last_mut()? = json!({"Code": "TransactionConflict", "Message": "Transaction is ongoing for the item"});
    let error = error("TransactionCanceledException", json!({ "CancellationReasons": reasons }));
    Some(Effect::Instead(answer(StatusCode::BAD_REQUEST, &error)))
}

fn without_the_last_key(input: &Value) -> Option<Effect> {
    let (table, wanted) = input["RequestItems"].as_object()?.iter().next()?;
    let mut first = wanted["Keys"].as_array()?.clone();
    let last = first.pop()?;
    let mut unprocessed = wanted.clone();
    unprocessed["Keys"] = json!([last]);
    let unprocessed = json!({ table: unprocessed });
    if first.is_empty() {
        let nothing = json!({"Responses": { table: [] }, "UnprocessedKeys": unprocessed});
        return Some(Effect::Instead(answer(StatusCode::OK, &nothing)));
    }
    let mut input = input.clone();
    input["RequestItems"][table]["Keys"] = first.into();
    Some(Effect::Otherwise(input, Some(unprocessed)))
}

fn part_of_the_page(call: &Call) -> Option<Effect> {
    let limit = call.input["Limit"].as_u64().filter(|limit| *limit > 1)?;
    let mut input = call.input.clone();
    input["Limit"] = if call.operation == "Scan" { FEW.min(limit) } else { limit / 2 }.into();
    Some(Effect::Otherwise(input, None))
}

fn refusal(status: StatusCode, kind: &str) -> Effect {
    Effect::Instead(answer(status, &error(kind, json!({}))))
}

fn error(kind: &str, mut body: Value) -> Value {
    body["__type"] = format!("com.amazonaws.dynamodb.v20120810#{kind}").into();
    body["message"] = "as the test asked for".into();
    body
}

fn answer(status: StatusCode, body: &Value) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/x-amz-json-1.0"));
    Answer { status, headers, body: Bytes::from(body.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(operation: &str, input: Value) -> Call {
        Call { function: String::new(), operation: operation.to_owned(), input }
    }

    #[test]
    fn a_fault_hits_the_calls_it_counts() {
        let fault = Fault { skip: 1, times: 2, kind: Kind::Internal };

        assert_eq!([0, 1, 2, 3].map(|position| fault.at(position).is_some()), [false, true, true, false]);
    }

    #[test]
    fn a_batch_loses_its_last_key_and_is_told_so() {
        let keys = json!([{"pk": {"S": "a"}}, {"pk": {"S": "b"}}]);
        let input = json!({"RequestItems": {"t": {"Keys": keys, "ConsistentRead": true}}});

        let effect = Kind::Unprocessed.effect(&call("BatchGetItem", input));

        let Some(Effect::Otherwise(input, Some(left))) = effect else { panic!("another request") };
        assert_eq!(input["RequestItems"]["t"]["Keys"], json!([{"pk": {"S": "a"}}]));
        assert_eq!(left, json!({"t": {"Keys": [{"pk": {"S": "b"}}], "ConsistentRead": true}}));
    }

    #[test]
    fn only_writes_meet_transactions_and_only_queries_and_scans_have_pages() {
        let transaction = call("TransactWriteItems", json!({"TransactItems": [{}, {}]}));
        let Some(Effect::Instead(answer)) = Kind::Conflict.effect(&transaction) else { panic!("an answer") };
        assert_eq!(answer.json().expect("JSON")["CancellationReasons"][1]["Code"], "TransactionConflict");
        let query = call("Query", json!({"Limit": 25}));
        assert!(Kind::Conflict.effect(&query).is_none());
        let Some(Effect::Otherwise(input, None)) = Kind::Short.effect(&query) else { panic!("another request") };
        assert_eq!(input["Limit"], 12);
        let scan = call("Scan", json!({"Limit": 2000}));
        let Some(Effect::Otherwise(input, None)) = Kind::Short.effect(&scan) else { panic!("another request") };
        assert_eq!(input["Limit"], FEW);
        assert!(Kind::Short.effect(&transaction).is_none());
    }
}
