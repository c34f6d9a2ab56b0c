//! Watching what functions ask of the store, and having it fail: by what stands between them and the
//! database (`infra/xtask/src/dynamodb/proxy/`).

use serde_json::{Value, json};

use crate::stack::{AGENT, variable};
use crate::unique;

/// Every way to fail.
pub const KINDS: [&str; 9] = [
    "throttled",
    "too-many-requests",
    "internal",
    "lost-before",
    "lost-after",
    "slow",
    "conflict",
    "unprocessed",
    "short",
];

/// A fault for good: no function tries this often.
pub const FOR_GOOD: usize = 1_000_000;

/// Which calls fail, counted among those that are watched: after `skip` of them, `times`.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// How many go well before.
    pub skip: usize,
    /// How many fail.
    pub times: usize,
    /// How, one of [`KINDS`].
    pub kind: &'static str,
}

/// A call that was watched.
#[derive(Clone, Debug, PartialEq)]
pub struct Watched {
    /// The operation, such as `TransactWriteItems`.
    pub operation: String,
    /// Whether it was made to fail.
    pub failed: bool,
    /// The read units that it cost, if that was to be worked out.
    pub read: f64,
    /// And the write units.
    pub write: f64,
}

/// Calls are watched until it is [ended](Self::end).
#[derive(Debug)]
pub struct Watch {
    name: String,
}

impl Watch {
    /// Watches the calls of a function, by the name of its binary.
    pub fn of_function(function: &str, faults: &[Fault]) -> Self {
        Self::begin(json!({ "function": function }), faults)
    }

    /// Watches the calls whose input holds a text.
    pub fn of_text(text: &str, faults: &[Fault]) -> Self {
        Self::begin(json!({ "text": text }), faults)
    }

    /// Works out what the calls of a function cost.
    pub fn metering(function: &str) -> Self {
        Self::begin(json!({ "function": function, "isMetered": true }), &[])
    }

    fn begin(mut watch: Value, faults: &[Fault]) -> Self {
        let fault = |fault: &Fault| json!({"skip": fault.skip, "times": fault.times, "kind": fault.kind});
        watch["faults"] = faults.iter().map(fault).collect();
        let name = unique();
        AGENT.put(address(&name)).send(watch.to_string()).expect("it is watched");
        Self { name }
    }

    /// The calls in the order in which they came.
    pub fn end(self) -> Vec<Watched> {
        let mut answer = AGENT.delete(address(&self.name)).call().expect("it was watched");
        let calls = answer.body_mut().read_to_string().expect("a whole answer");
        let calls: Vec<Value> = serde_json::from_str(&calls).expect("calls");
        let watched = |call: Value| Watched {
            operation: call["operation"].as_str().unwrap_or_default().to_owned(),
            failed: call["fault"].is_string(),
            read: call["units"]["read"].as_f64().unwrap_or_default(),
            write: call["units"]["write"].as_f64().unwrap_or_default(),
        };
        calls.into_iter().map(watched).collect()
    }
}

/// Where functions that can be made to fail find their store.
pub fn functions_store() -> String {
    variable("BACKOFFICE_WATCHES")
}

fn address(name: &str) -> String {
    format!("{}/watches/{name}", functions_store())
}
