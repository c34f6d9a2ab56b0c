//! What was measured.

use acceptance::watch::Watch;
use acceptance::{Answer, Cost, Request, budget};
use serde_json::{Value, json};

/// All that was measured so far.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    entries: Vec<Value>,
}

/// What is to be measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    /// The operation's id.
    pub(crate) operation: &'static str,
    /// In which situation, as a person would say it.
    pub(crate) what: &'static str,
    /// The status that it is answered with.
    pub(crate) status: u16,
    /// What it may cost.
    pub(crate) budget: Cost,
}

impl Ledger {
    /// Sends a request and writes down what it costs; ends the test if that is more than it may.
    #[track_caller]
    pub(crate) fn measure(&mut self, item: Item, request: &Request) -> Answer {
        let function = function_of(item.operation);
        let watch = Watch::metering(&function);
        let answer = request.send().expect(item.status);
        let calls = watch.end();
        let said = answer.cost();
        let sum =
            |units: fn(&acceptance::watch::Watched) -> f64| calls.iter().map(units).fold(0.0, |sum, units| sum + units);
        let cost = Cost { trips: said.trips, read: sum(|call| call.read), write: sum(|call| call.write) };

        let Item { operation, what, .. } = item;
        let (hashes, most) = (answer.hashes(), budget::hashes(operation));
        assert!(hashes <= most, "{what} hashes {hashes} times, not at most {most} times");
        assert_eq!(said.read.to_string(), cost.read.to_string(), "{what}: the function counts its reads itself");
        assert!(cost.within(item.budget), "{what} costs {cost:?}, not at most {:?}", item.budget);
        let Cost { trips, read, write } = cost;
        self.entries.push(json!({
            "operation": operation, "function": function, "what": what, "trips": trips, "read": read, "write": write,
            "hashes": hashes,
        }));
        answer
    }

    /// The operations that were measured.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|entry| entry["operation"].as_str())
    }

    /// Hands it to whoever prints it.
    pub(crate) fn write(&self) {
        let path = std::env::var("BACKOFFICE_LEDGER").expect("BACKOFFICE_LEDGER is set by `cargo xtask test cost`");
        std::fs::write(path, Value::from(self.entries.clone()).to_string()).expect("it is written");
    }
}

/// The binary of an operation's function: `createUser` is `create-user`.
fn function_of(operation: &str) -> String {
    if operation == "getOpenApiDocument" {
        return "openapi-document".to_owned();
    }
    let mut name = String::new();
    for letter in operation.chars() {
        if letter.is_ascii_uppercase() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
