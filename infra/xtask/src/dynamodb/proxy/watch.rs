//! Watches: a test names the calls it wants to see or to fail, and is told in the end what they were.

use serde::{Deserialize, Serialize};

use super::call::Call;
use super::fault::{Fault, Kind};
use super::meter::Units;

/// Which calls are watched, and which of them fail.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Watch {
    /// Only those of this function.
    function: Option<String>,
    /// Only those whose input holds this text.
    text: Option<String>,
    /// Which fail.
    #[serde(default)]
    faults: Vec<Fault>,
    /// Whether it is worked out what they cost; they do not fail then.
    #[serde(default)]
    is_metered: bool,
    #[serde(skip)]
    calls: Vec<Watched>,
}

/// A call that was watched.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Watched {
    function: String,
    /// The operation, such as `TransactWriteItems`.
    pub(crate) operation: String,
    /// How it was made to fail; none if it was not, or could not be in that way.
    pub(crate) fault: Option<Kind>,
    units: Units,
}

impl Watched {
    /// One that went well, for tests of what is made of calls.
    #[cfg(test)]
    pub(crate) fn of(operation: &str) -> Self {
        let (function, operation) = (String::new(), operation.to_owned());
        Self { function, operation, fault: None, units: Units::default() }
    }
}

/// What is to happen to a call that is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Met {
    /// Which one it is.
    pub(super) position: usize,
    /// How it is to fail.
    pub(super) fault: Option<Kind>,
    /// Whether it is worked out what it costs.
    pub(super) is_metered: bool,
}

impl Watch {
    /// The calls of a function to a table, of which some fail.
    pub(super) fn of_function(function: &str, table: &str, faults: &[Fault]) -> Self {
        let (function, text) = (Some(function.to_owned()), Some(table.to_owned()));
        Self { function, text, faults: faults.to_vec(), is_metered: false, calls: Vec::new() }
    }

    /// Notes a call if it is one of those; answers what is to happen to it.
    pub(super) fn meet(&mut self, call: &Call) -> Option<Met> {
        let is_function = self.function.as_ref().is_none_or(|function| *function == call.function);
        let has_text = |text: &String| call.input.to_string().contains(text.as_str());
        if !is_function || !self.text.as_ref().is_none_or(has_text) {
            return None;
        }
        let position = self.calls.len();
        let fault = self.faults.iter().find_map(|fault| fault.at(position)).filter(|kind| kind.effect(call).is_some());
        let (function, operation) = (call.function.clone(), call.operation.clone());
        self.calls.push(Watched { function, operation, fault, units: Units::default() });
        Some(Met { position, fault, is_metered: self.is_metered })
    }

    /// Notes what a call cost.
    pub(super) fn charge(&mut self, position: usize, units: Units) {
        self.calls[position].units = units;
    }

    /// What it saw.
    pub(super) fn calls(self) -> Vec<Watched> {
        self.calls
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_is_watched_fails() {
        let watch =
            json!({"function": "get-user", "text": "USER#1", "faults": [{"skip": 1, "times": 1, "kind": "internal"}]});
        let mut watch: Watch = serde_json::from_value(watch).expect("a watch");
        let call = |function: &str, key: &str| Call {
            function: function.to_owned(),
            operation: "BatchGetItem".to_owned(),
            input: json!({ "Key": key }),
        };

        let calls = [("get-user", "USER#1"), ("get-user", "USER#2"), ("list-users", "USER#1"), ("get-user", "USER#1")];
        let met = calls.map(|(function, key)| watch.meet(&call(function, key)));

        let well = Met { position: 0, fault: None, is_metered: false };
        let ill = Met { position: 1, fault: Some(Kind::Internal), ..well };
        assert_eq!(met, [Some(well), None, None, Some(ill)]);
        assert_eq!(watch.calls().len(), 2);
    }
}
