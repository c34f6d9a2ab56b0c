//! YAML with the short tags of `CloudFormation` as JSON in their long form: `!Ref X` becomes `{"Ref": "X"}`.

use anyhow::{Context, Result, bail};
use saphyr::{LoadableYamlNode, Scalar, Yaml};
use serde_json::{Map, Value, json};

/// Reads the one document of a template.
pub(super) fn parse(text: &str) -> Result<Value> {
    let documents = Yaml::load_from_str(text).context("not YAML")?;
    let [document] = documents.as_slice() else { bail!("expected one YAML document, found {}", documents.len()) };
    convert(document)
}

fn convert(node: &Yaml<'_>) -> Result<Value> {
    Ok(match node {
        Yaml::Value(scalar) => convert_scalar(scalar),
        Yaml::Sequence(items) => Value::Array(items.iter().map(convert).collect::<Result<_>>()?),
        Yaml::Mapping(entries) => {
            let mut members = Map::new();
            for (key, value) in entries {
                let key = match convert(key)? {
                    Value::String(key) => key,
                    other => other.to_string(),
                };
                members.insert(key, convert(value)?);
            }
            Value::Object(members)
        }
        Yaml::Tagged(tag, inner) => convert_tagged(&tag.suffix, convert(inner)?),
        Yaml::Representation(..) | Yaml::Alias(_) | Yaml::BadValue => bail!("YAML aliases are not supported"),
    })
}

fn convert_scalar(scalar: &Scalar<'_>) -> Value {
    match scalar {
        Scalar::Null => Value::Null,
        Scalar::Boolean(value) => json!(value),
        Scalar::Integer(value) => json!(value),
        Scalar::FloatingPoint(value) => json!(value.0),
        Scalar::String(value) => json!(value),
    }
}

fn convert_tagged(tag: &str, value: Value) -> Value {
    let name = match tag {
        "Ref" | "Condition" => tag.to_owned(),
        _ => format!("Fn::{tag}"),
    };
    let value = match (tag, value) {
        ("GetAtt", Value::String(path)) => match path.split_once('.') {
            Some((resource, attribute)) => json!([resource, attribute]),
            None => Value::String(path),
        },
        (_, value) => value,
    };
    json!({ name: value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_tags_become_their_long_form() {
        let document = parse(
            "a: !Ref Table\nb: !GetAtt Table.Arn\nc: !Sub '${Table}/index/*'\nd: !If [IsProduction, 1, !Ref 'AWS::NoValue']\ne: [1, true, ~, 1.5]\n",
        )
        .expect("a document");

        assert_eq!(
            document,
            json!({
                "a": {"Ref": "Table"},
                "b": {"Fn::GetAtt": ["Table", "Arn"]},
                "c": {"Fn::Sub": "${Table}/index/*"},
                "d": {"Fn::If": ["IsProduction", 1, {"Ref": "AWS::NoValue"}]},
                "e": [1, true, null, 1.5],
            })
        );
    }

    #[test]
    fn what_is_not_yaml_is_refused() {
        assert!(parse("a: [").is_err());
        assert!(parse("a: 1\n---\nb: 2\n").is_err());
    }
}
