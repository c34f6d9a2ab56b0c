//! The functions of the template.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use super::policies::{self, Statement};

const FUNCTION: &str = "AWS::Serverless::Function";

/// One Lambda function.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    /// The name of its resource, such as `ListUsers`.
    pub(crate) name: String,
    /// Its package and binary, such as `list-users`.
    pub(crate) binary: String,
    /// Its memory in MB, which the runtime is told.
    pub(crate) memory: u64,
    /// Its environment variables, those of all functions included.
    pub(crate) variables: BTreeMap<String, Variable>,
    /// What it may ask of the table.
    pub(crate) statements: Vec<Statement>,
}

/// The value of an environment variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Variable {
    /// Written out in the template, so the same everywhere.
    Plain(String),
    /// Known only in the cloud; the local stack gives its own.
    Computed,
}

pub(super) fn read(document: &Value) -> Result<Vec<Function>> {
    let globals = &document["Globals"]["Function"];
    super::resources(document, FUNCTION)
        .map(|(name, properties)| read_one(document, globals, name, properties))
        .collect()
}

fn read_one(document: &Value, globals: &Value, name: &str, properties: &Value) -> Result<Function> {
    let binary = document["Resources"][name]["Metadata"]["BuildProperties"]["Binary"]
        .as_str()
        .with_context(|| format!("{name} names no binary in its Metadata"))?;
    let memory = properties["MemorySize"].as_u64().or(globals["MemorySize"].as_u64()).unwrap_or(128);
    let mut variables = BTreeMap::new();
    for source in [globals, properties] {
        for (key, value) in source["Environment"]["Variables"].as_object().into_iter().flatten() {
            variables.insert(key.clone(), variable(value));
        }
    }
    let statements =
        policies::read(document, &properties["Policies"]).with_context(|| format!("policies of {name}"))?;
    Ok(Function { name: name.to_owned(), binary: binary.to_owned(), memory, variables, statements })
}

fn variable(value: &Value) -> Variable {
    match value {
        Value::String(text) => Variable::Plain(text.clone()),
        Value::Number(number) => Variable::Plain(number.to_string()),
        Value::Bool(flag) => Variable::Plain(flag.to_string()),
        _ => Variable::Computed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_has_its_own_variables_and_those_of_all() {
        let document = super::super::yaml::parse(
            r"
Globals:
  Function:
    Environment: {Variables: {TABLE_NAME: !Ref Table, LOG: info}}
Resources:
  ListUsers:
    Type: AWS::Serverless::Function
    Metadata: {BuildMethod: rust-cargolambda, BuildProperties: {Binary: list-users}}
    Properties:
      MemorySize: 256
      Environment: {Variables: {LOG: debug, LIMIT: 3}}
",
        )
        .expect("a document");

        let functions = read(&document).expect("functions");

        let [function] = functions.as_slice() else { panic!("one function") };
        assert_eq!(
            (function.name.as_str(), function.binary.as_str(), function.memory),
            ("ListUsers", "list-users", 256)
        );
        assert_eq!(function.variables["TABLE_NAME"], Variable::Computed);
        assert_eq!(function.variables["LOG"], Variable::Plain("debug".to_owned()));
        assert_eq!(function.variables["LIMIT"], Variable::Plain("3".to_owned()));
    }
}
