//! What the template's policies let a function ask of the table.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::dynamodb::Access;

/// The table as the policies name it.
const TABLE: &str = "TableArn";
/// What comes before an index's name.
const INDEX: &str = "${TableArn.Value}/index/";

/// Whether a statement lets or forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// What it names may be done.
    Allow,
    /// What it names may not be done, whatever else allows it.
    Deny,
}

/// One statement of one policy.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// Whether it lets or forbids.
    pub(crate) effect: Effect,
    /// The name of the policy that several functions share, if it is in one.
    pub(crate) shared: Option<String>,
    /// The actions, such as `BatchGetItem`.
    pub(crate) actions: Vec<String>,
    /// The indexes; none for the table itself.
    pub(crate) resources: Vec<Option<String>>,
    /// What partition keys may look like, `*` standing for anything at the end; none for any.
    pub(crate) keys: Vec<String>,
}

impl Statement {
    /// Whether it is about an access: every key of it, or for a prohibition any.
    pub(crate) fn matches(&self, access: &Access) -> bool {
        let mut keys = access.keys.iter().map(|key| self.keys.iter().any(|pattern| is_like(pattern, key)));
        let is_about_keys = match self.effect {
            _ if self.keys.is_empty() => true,
            Effect::Allow => keys.all(|is_like| is_like),
            Effect::Deny => keys.any(|is_like| is_like),
        };
        self.actions.contains(&access.action) && self.resources.contains(&access.index) && is_about_keys
    }

    /// Everything it lets be done, one by one, that none of these accesses needs.
    pub(crate) fn unused(&self, accesses: &BTreeSet<Access>) -> Vec<String> {
        let used: Vec<_> = accesses.iter().filter(|access| self.matches(access)).collect();
        let pairs = self.actions.iter().flat_map(|action| self.resources.iter().map(move |index| (action, index)));
        let actions = pairs
            .filter(|(action, index)| !used.iter().any(|access| access.action == **action && access.index == **index))
            .map(|(action, index)| format!("{action} of {}", index.as_deref().unwrap_or("the table")));
        let is_used = |pattern: &&String| used.iter().flat_map(|access| &access.keys).any(|key| is_like(pattern, key));
        let keys = self.keys.iter().filter(|pattern| !is_used(pattern)).map(|pattern| format!("keys like {pattern}"));
        actions.chain(keys).collect()
    }
}

/// The statements about the table of a function's `Policies`, shared ones followed.
pub(super) fn read(document: &Value, policies: &Value) -> Result<Vec<Statement>> {
    let mut statements = Vec::new();
    for policy in policies.as_array().into_iter().flatten() {
        let (shared, body) = match policy["Ref"].as_str() {
            Some(name) => (Some(name), &document["Resources"][name]["Properties"]["PolicyDocument"]),
            None => (None, policy),
        };
        for statement in body["Statement"].as_array().context("a policy without statements")? {
            statements.push(read_one(statement, shared)?);
        }
    }
    Ok(statements)
}

fn read_one(statement: &Value, shared: Option<&str>) -> Result<Statement> {
    let effect = match statement["Effect"].as_str() {
        Some("Allow") => Effect::Allow,
        Some("Deny") => Effect::Deny,
        other => bail!("the effect {other:?}"),
    };
    let action = |action: &Value| {
        let action = action.as_str().and_then(|action| action.strip_prefix("dynamodb:"));
        action.map(str::to_owned).context("an action that is not DynamoDB's, or not one by one")
    };
    Ok(Statement {
        effect,
        shared: shared.map(str::to_owned),
        actions: each(&statement["Action"]).map(action).collect::<Result<_>>()?,
        resources: each(&statement["Resource"]).map(resource).collect::<Result<_>>()?,
        keys: keys(effect, &statement["Condition"])?,
    })
}

fn resource(resource: &Value) -> Result<Option<String>> {
    if resource["Fn::GetAtt"][0] == TABLE {
        return Ok(None);
    }
    let index = resource["Fn::Sub"].as_str().and_then(|path| path.strip_prefix(INDEX));
    let index = index.with_context(|| format!("a resource that is neither the table nor an index: {resource}"))?;
    ensure!(!index.contains('*'), "indexes are named one by one");
    Ok(Some(index.to_owned()))
}

fn keys(effect: Effect, condition: &Value) -> Result<Vec<String>> {
    let Some(condition) = condition.as_object() else { return Ok(Vec::new()) };
    let expected = match effect {
        Effect::Allow => "ForAllValues:StringLike",
        Effect::Deny => "ForAnyValue:StringLike",
    };
    let patterns = condition.get(expected).map(|values| &values["dynamodb:LeadingKeys"]);
    ensure!(condition.len() == 1, "one condition, about keys");
    let patterns: Vec<_> = each(patterns.context("a condition that is not about keys")?).collect();
    patterns.into_iter().map(|pattern| pattern.as_str().map(str::to_owned).context("a pattern")).collect()
}

/// IAM takes one value in place of a list of one.
fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice).iter()
}

fn is_like(pattern: &str, key: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => key.starts_with(beginning),
        None => key == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "
Resources:
  Guard:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: dynamodb:BatchGetItem
            Resource: !GetAtt TableArn.Value
            Condition: {'ForAllValues:StringLike': {dynamodb:LeadingKeys: [ACCESS, 'USER#*']}}
          - Effect: Deny
            Action: [dynamodb:DeleteItem]
            Resource: !GetAtt TableArn.Value
            Condition: {'ForAnyValue:StringLike': {dynamodb:LeadingKeys: 'AUDIT#*'}}
Policies:
  - !Ref Guard
  - Statement:
      - Effect: Allow
        Action: [dynamodb:Query]
        Resource: [!Sub '${TableArn.Value}/index/by-name', !Sub '${TableArn.Value}/index/by-email']
";

    fn statements() -> Vec<Statement> {
        let document = super::super::yaml::parse(TEMPLATE).expect("a document");
        read(&document, &document["Policies"]).expect("policies")
    }

    fn access<const N: usize>(action: &str, index: Option<&str>, keys: [&str; N]) -> Access {
        let keys = keys.map(str::to_owned).into();
        Access { action: action.to_owned(), index: index.map(str::to_owned), keys }
    }

    #[test]
    fn a_permission_is_about_all_keys_of_a_call_and_a_prohibition_about_any() {
        let [guard, deny, own] = &statements()[..] else { panic!("three statements") };

        assert_eq!((guard.shared.as_deref(), &own.shared), (Some("Guard"), &None));
        assert!(guard.matches(&access("BatchGetItem", None, ["ACCESS", "USER#"])));
        assert!(!guard.matches(&access("BatchGetItem", None, ["EMAIL#", "USER#"])));
        assert!(!guard.matches(&access("PutItem", None, ["USER#"])));
        assert!(deny.matches(&access("DeleteItem", None, ["AUDIT#user#", "USER#"])));
        assert!(!deny.matches(&access("DeleteItem", None, ["USER#"])));
        assert!(own.matches(&access("Query", Some("by-name"), ["U#"])));
        assert!(!own.matches(&access("Query", None, ["U#"])));
    }

    #[test]
    fn what_nobody_was_seen_to_need_is_named() {
        let [guard, _, own] = &statements()[..] else { panic!("three statements") };
        let seen = [access("BatchGetItem", None, ["USER#"]), access("Query", Some("by-name"), ["U#"])].into();

        assert_eq!(guard.unused(&seen), ["keys like ACCESS"]);
        assert_eq!(own.unused(&seen), ["Query of by-email"]);
    }

    #[test]
    fn what_cannot_be_judged_is_refused() {
        for statement in [
            "Effect: Allow\nAction: dynamodb:*\nResource: '*'",
            "Effect: Allow\nAction: dynamodb:Scan\nResource: !Sub '${TableArn.Value}/index/*'",
            "Effect: Allow\nAction: s3:GetObject\nResource: !GetAtt TableArn.Value",
        ] {
            let statement = super::super::yaml::parse(statement).expect("a statement");
            assert!(read_one(&statement, None).is_err(), "{statement}");
        }
    }
}
