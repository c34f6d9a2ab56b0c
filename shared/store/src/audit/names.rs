//! Names in place of ids: an event keeps those that things had at its time.

use std::collections::BTreeMap;
use std::sync::Arc;

use backoffice_domain::audit::Change;
use serde_json::Value;

/// Names by id, of everything that a change may mention.
#[derive(Clone, Debug, Default)]
pub struct Names(Arc<BTreeMap<String, String>>);

impl Names {
    /// These names and more.
    pub(super) fn and(&self, more: impl IntoIterator<Item = (String, String)>) -> Self {
        self.0.iter().map(|(id, name)| (id.clone(), name.clone())).chain(more).collect()
    }

    /// The names of what the changes mention.
    pub(super) fn of(&self, changes: &[Change]) -> BTreeMap<String, String> {
        let values = changes.iter().flat_map(|change| [&change.from, &change.to]);
        let ids = values.flat_map(|value| match value {
            Value::Array(several) => several.iter().collect(),
            one => vec![one],
        });
        let named = |id: &str| Some((id.to_owned(), self.0.get(id)?.clone()));
        ids.filter_map(Value::as_str).filter_map(named).collect()
    }
}

impl FromIterator<(String, String)> for Names {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(names: T) -> Self {
        Self(Arc::new(names.into_iter().collect()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn r45_only_what_is_mentioned_is_named() {
        let names = Names::default()
            .and([("1", "One"), ("2", "Two"), ("3", "Three")].map(|(id, name)| (id.into(), name.into())));
        let change = |from, to| Change { field: "groups", from, to };
        let texts = |from, to| names.of(&[change(from, to)]).into_values().collect::<Vec<_>>();
        assert_eq!(texts(json!(["1"]), json!(["1", "3", "4"])), ["One", "Three"]);
        assert_eq!(texts(json!(null), json!("2")), ["Two"]);
        assert_eq!(texts(json!(1), json!(true)), Vec::<String>::new());
    }
}
