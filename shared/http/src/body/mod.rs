//! The members of a JSON body: each read once, all errors together.

mod all;

use backoffice_domain::{FieldError, Flaw};
use serde_json::{Map, Value};

use crate::{Code, Problem};

pub use all::All;

/// What a member held: its value, nothing because it is absent, or nothing because it was refused.
pub type Member<T> = Option<T>;

/// A body under way.
pub struct Body {
    left: Map<String, Value>,
    errors: Vec<FieldError>,
}

impl Body {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        match serde_json::from_slice(bytes) {
            Ok(Value::Object(left)) => Ok(Self { left, errors: Vec::new() }),
            _ => Err(Problem::new(Code::MalformedBody)),
        }
    }

    /// Reads text that has to be there.
    pub fn text<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Flaw>) -> Member<T> {
        self.required(name, |value| value.as_str().ok_or(Flaw::WrongType).and_then(parse))
    }

    /// Reads text that may be absent.
    pub fn optional_text<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Flaw>) -> Member<Option<T>> {
        self.optional(name, |value| value.as_str().ok_or(Flaw::WrongType).and_then(parse))
    }

    /// Reads a flag that may be absent.
    pub fn optional_flag(&mut self, name: &str) -> Member<Option<bool>> {
        self.optional(name, |value| value.as_bool().ok_or(Flaw::WrongType))
    }

    /// Reads a list that has to be there: each entry once, not fewer than `min`, not more than `max`.
    pub fn list<T: PartialEq>(
        &mut self,
        name: &str,
        (min, max): (usize, usize),
        parse: impl Fn(&str) -> Result<T, Flaw>,
    ) -> Member<Vec<T>> {
        if !self.left.contains_key(name) {
            return self.refuse(name, Flaw::Required);
        }
        self.optional_list(name, (min, max), parse).flatten()
    }

    /// Reads a list that may be absent.
    pub fn optional_list<T: PartialEq>(
        &mut self,
        name: &str,
        (min, max): (usize, usize),
        parse: impl Fn(&str) -> Result<T, Flaw>,
    ) -> Member<Option<Vec<T>>> {
        let Some(entries) = self.entries(name, (min, max))? else { return Some(None) };
        let (mut taken, mut whole) = (Vec::with_capacity(entries.len()), true);
        for (position, entry) in entries.iter().enumerate() {
            let parsed = entry.as_str().ok_or(Flaw::WrongType).and_then(&parse);
            match parsed.and_then(|entry| if taken.contains(&entry) { Err(Flaw::Duplicate) } else { Ok(entry) }) {
                Ok(entry) => taken.push(entry),
                Err(flaw) => {
                    self.refuse::<()>(&format!("{name}/{position}"), flaw);
                    whole = false;
                }
            }
        }
        whole.then_some(Some(taken))
    }

    /// Reads a list of objects that may be absent: each entry read by `read`, none twice.
    pub fn optional_objects<T: PartialEq>(
        &mut self,
        name: &str,
        (min, max): (usize, usize),
        read: impl Fn(&mut Self) -> Member<T>,
    ) -> Member<Option<Vec<T>>> {
        let Some(entries) = self.entries(name, (min, max))? else { return Some(None) };
        let (mut taken, mut whole) = (Vec::with_capacity(entries.len()), true);
        for (position, entry) in entries.into_iter().enumerate() {
            let place = format!("{name}/{position}");
            let entry = match entry {
                Value::Object(left) => {
                    let mut inner = Self { left, errors: Vec::new() };
                    let entry = read(&mut inner);
                    inner.refuse_the_rest();
                    let is_whole = inner.errors.is_empty();
                    for FieldError { pointer, flaw } in inner.errors {
                        self.refuse::<()>(&format!("{place}{pointer}"), flaw);
                    }
                    entry.filter(|_| is_whole)
                }
                _ => self.refuse(&place, Flaw::WrongType),
            };
            match entry {
                Some(entry) if taken.contains(&entry) => {
                    self.refuse::<()>(&place, Flaw::Duplicate);
                    whole = false;
                }
                Some(entry) => taken.push(entry),
                None => whole = false,
            }
        }
        whole.then_some(Some(taken))
    }

    /// The entries of a list that may be absent, as they are.
    fn entries(&mut self, name: &str, (min, max): (usize, usize)) -> Member<Option<Vec<Value>>> {
        let entries = match self.left.remove(name) {
            None => return Some(None),
            Some(Value::Array(entries)) => entries,
            Some(Value::Null) => return self.refuse(name, Flaw::NullRefused),
            Some(_) => return self.refuse(name, Flaw::WrongType),
        };
        if entries.len() < min {
            return self.refuse(name, Flaw::TooFew { min });
        }
        if entries.len() > max {
            return self.refuse(name, Flaw::TooMany { max });
        }
        Some(Some(entries))
    }

    fn required<T>(&mut self, name: &str, parse: impl FnOnce(&Value) -> Result<T, Flaw>) -> Member<T> {
        if !self.left.contains_key(name) {
            return self.refuse(name, Flaw::Required);
        }
        self.optional(name, parse).flatten()
    }

    /// Nothing can be unset here, so `null` is refused wherever it stands.
    fn optional<T>(&mut self, name: &str, parse: impl FnOnce(&Value) -> Result<T, Flaw>) -> Member<Option<T>> {
        match self.left.remove(name) {
            None => Some(None),
            Some(Value::Null) => self.refuse(name, Flaw::NullRefused),
            Some(value) => match parse(&value) {
                Ok(value) => Some(Some(value)),
                Err(flaw) => self.refuse(name, flaw),
            },
        }
    }

    /// Notes that the member at `place` (a name, or a name and a position) cannot be taken.
    pub fn refuse<T>(&mut self, place: &str, flaw: Flaw) -> Option<T> {
        self.errors.push(FieldError::new(format!("/{place}"), flaw));
        None
    }

    /// Refuses every member that nobody read.
    fn refuse_the_rest(&mut self) {
        for name in std::mem::take(&mut self.left).into_iter().map(|(name, _)| name) {
            // RFC 6901: `~` and `/` are escaped in a pointer.
            self.refuse::<()>(&name.replace('~', "~0").replace('/', "~1"), Flaw::UnknownField);
        }
    }

    /// Ends reading: gives all members, or all errors.
    ///
    /// # Errors
    /// 422 for everything that was refused, and for every member nobody read.
    pub fn finish<M: All>(mut self, members: M) -> Result<M::Values, Problem> {
        self.refuse_the_rest();
        match members.all() {
            Some(values) if self.errors.is_empty() => Ok(values),
            _ => Err(Problem::fields(self.errors)),
        }
    }
}

#[cfg(test)]
mod tests {
    use backoffice_domain::{Email, Name};
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn body(value: &Value) -> Body {
        Body::parse(value.to_string().as_bytes()).expect("an object")
    }

    /// An object of members that are known and of others, with values of every kind.
    fn object() -> impl Strategy<Value = Value> {
        let text = prop_oneof!["(?s).{0,12}", "[a-z]{1,8}@[a-z]{1,8}[.]example"].prop_map(Value::from);
        let value = prop_oneof![
            text.clone(),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            Just(Value::Null),
            prop::collection::vec(prop_oneof![text, Just(Value::Null)], 0..5).prop_map(Value::from),
        ];
        let name = "email|firstName|groups|agent|(?s).{0,6}|[~/]{1,3}";
        prop::collection::btree_map(name, value, 0..6).prop_map(|members| members.into_iter().collect())
    }

    #[test]
    fn all_errors_come_together() {
        let mut body =
            body(&json!({ "email": "x", "firstName": null, "status": "active", "a/b": 1, "groups": ["a", "a", 1] }));
        let members = (
            body.text("email", Email::parse),
            body.text("firstName", Name::parse),
            body.text("lastName", Name::parse),
            body.list("groups", (1, 10), |text| Ok(text.to_owned())),
        );
        let problem = body.finish(members).expect_err("refused").answer("r");
        let errors: Value = serde_json::from_str(problem.body()).expect("JSON");
        let found: Vec<(&str, &str)> = errors["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|error| (error["pointer"].as_str().expect("pointer"), error["code"].as_str().expect("code")))
            .collect();
        assert_eq!(
            found,
            [
                ("/email", "malformed"),
                ("/firstName", "null_refused"),
                ("/lastName", "required"),
                ("/groups/1", "duplicate"),
                ("/groups/2", "wrong_type"),
                ("/a~1b", "unknown_field"),
                ("/status", "unknown_field")
            ]
        );
    }

    #[test]
    fn what_may_be_absent_may_be_absent() {
        let mut body = body(&json!({ "agent": true }));
        let members = (body.optional_flag("agent"), body.optional_text("firstName", Name::parse));
        assert_eq!(body.finish(members).map_err(|problem| problem.code()), Ok((Some(true), None)));
    }

    #[test]
    fn only_an_object_is_a_body() {
        for bytes in [&b""[..], b"[]", b"null", b"{", b"{\"a\":1}x", b"\xff"] {
            assert!(Body::parse(bytes).is_err());
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_an_object_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            match Body::parse(&bytes) {
                Ok(body) => prop_assert_eq!(serde_json::from_slice::<Value>(&bytes).ok(), Some(Value::Object(body.left))),
                Err(problem) => prop_assert_eq!(problem.code(), Code::MalformedBody),
            }
        }

        #[test]
        fn any_object_is_taken_whole_or_each_flaw_is_named_where_it_is(asked in object()) {
            let mut body = body(&asked);
            let members = (
                body.optional_text("email", Email::parse),
                body.optional_text("firstName", Name::parse),
                body.optional_list("groups", (1, 3), |text| Ok(text.to_owned())),
                body.optional_flag("agent"),
            );
            match body.finish(members) {
                Ok((email, first_name, groups, agent)) => {
                    // What is absent stays absent, and nothing else was asked for.
                    let read = [
                        ("email", email.is_some()), ("firstName", first_name.is_some()),
                        ("groups", groups.is_some()), ("agent", agent.is_some()),
                    ];
                    prop_assert!(read.into_iter().all(|(name, is_read)| is_read == asked.get(name).is_some()));
                    prop_assert_eq!(asked.as_object().map(Map::len), Some(read.iter().filter(|(_, is_read)| *is_read).count()));
                    if let Some(groups) = groups {
                        prop_assert_eq!(&json!(groups), &asked["groups"]);
                    }
                }
                Err(problem) => {
                    let answer: Value = serde_json::from_str(problem.answer("r").body()).expect("JSON");
                    for error in answer["errors"].as_array().expect("errors") {
                        let pointer = error["pointer"].as_str().expect("a pointer");
                        prop_assert!(asked.pointer(pointer).is_some(), "{pointer} is not in {asked}");
                    }
                }
            }
        }
    }
}
