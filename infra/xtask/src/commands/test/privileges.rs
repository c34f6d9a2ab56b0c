//! Least privilege (R58): what the template lets each function ask of the table is what it was seen to ask.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};

use crate::dynamodb::{Access, Seen};
use crate::report;
use crate::template::{Effect, Function, Statement};

/// Compares the policies of all functions with what was seen of them; fails with everything that differs.
pub(super) fn compare(functions: &[Function], seen: &Seen) -> Result<()> {
    let nothing = BTreeSet::new();
    let mut faults = Vec::new();
    for function in functions {
        let accesses = seen.get(&function.binary).unwrap_or(&nothing);
        let refused = accesses.iter().filter(|access| !is_allowed(&function.statements, access));
        faults.extend(refused.map(|access| format!("{} may not, and does: {}", function.binary, said(access))));
        // What a shared policy allows anyway is no reason for a statement of its own.
        let is_shared = |access: &&Access| shared(function).any(|statement| statement.matches(access));
        let others = accesses.iter().filter(|access| !is_shared(access)).cloned().collect();
        for statement in own(function) {
            let unused = statement.unused(&others).into_iter();
            faults.extend(unused.map(|what| format!("{} may, and was never seen to: {what}", function.binary)));
        }
    }
    faults.extend(unused_together(functions, seen));
    let strangers = seen.keys().filter(|name| !functions.iter().any(|function| function.binary == **name));
    faults.extend(strangers.map(|name| format!("somebody who is no function of the template was seen: {name:?}")));
    ensure!(faults.is_empty(), "policies and functions differ:\n  {}", faults.join("\n  "));
    report::line(format!("{} functions may do what they do, and nothing else", functions.len()));
    Ok(())
}

fn is_allowed(statements: &[Statement], access: &Access) -> bool {
    let has = |effect| statements.iter().any(|statement| statement.effect == effect && statement.matches(access));
    has(Effect::Allow) && !has(Effect::Deny)
}

fn own(function: &Function) -> impl Iterator<Item = &Statement> {
    allowing(function).filter(|statement| statement.shared.is_none())
}

fn shared(function: &Function) -> impl Iterator<Item = &Statement> {
    allowing(function).filter(|statement| statement.shared.is_some())
}

fn allowing(function: &Function) -> impl Iterator<Item = &Statement> {
    function.statements.iter().filter(|statement| statement.effect == Effect::Allow)
}

/// What a shared policy allows has to be needed by one of those who have it.
fn unused_together(functions: &[Function], seen: &Seen) -> Vec<String> {
    let mut policies: BTreeMap<&str, (Vec<&Statement>, BTreeSet<Access>)> = BTreeMap::new();
    for function in functions {
        for name in allowing(function).filter_map(|statement| statement.shared.as_deref()) {
            let (statements, accesses) = policies.entry(name).or_default();
            *statements = allowing(function).filter(|statement| statement.shared.as_deref() == Some(name)).collect();
            accesses.extend(seen.get(&function.binary).into_iter().flatten().cloned());
        }
    }
    let unused = |(name, (statements, accesses)): (&str, (Vec<&Statement>, BTreeSet<Access>))| {
        let unused = statements.into_iter().flat_map(move |statement| statement.unused(&accesses));
        unused.map(|what| format!("{name} allows what nobody was seen to do: {what}")).collect::<Vec<_>>()
    };
    policies.into_iter().flat_map(unused).collect()
}

fn said(Access { action, index, keys }: &Access) -> String {
    let place = index.as_deref().unwrap_or("the table");
    let keys: Vec<_> = keys.iter().map(String::as_str).collect();
    format!("{action} of {place}, keys {}", keys.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(binary: &str, statements: &[(Option<&str>, &str, &str)]) -> Function {
        let statement = |(shared, action, key): &(Option<&str>, &str, &str)| Statement {
            effect: Effect::Allow,
            shared: shared.map(str::to_owned),
            actions: vec![(*action).to_owned()],
            resources: vec![None],
            keys: vec![(*key).to_owned()],
        };
        Function {
            name: binary.to_owned(),
            binary: binary.to_owned(),
            memory: 512,
            variables: BTreeMap::new(),
            statements: statements.iter().map(statement).collect(),
        }
    }

    fn seen(binary: &str, accesses: &[(&str, &str)]) -> (String, BTreeSet<Access>) {
        let access = |(action, key): &(&str, &str)| Access {
            action: (*action).to_owned(),
            index: None,
            keys: [(*key).to_owned()].into(),
        };
        (binary.to_owned(), accesses.iter().map(access).collect())
    }

    #[test]
    fn what_is_shared_anyway_needs_no_statement_of_its_own() {
        let twice = function("a", &[(Some("Guard"), "BatchGetItem", "USER#*"), (None, "BatchGetItem", "USER#*")]);
        let seen: Seen = [seen("a", &[("BatchGetItem", "USER#")])].into();

        assert!(compare(&[twice], &seen).is_err());
    }

    #[test]
    fn neither_more_nor_less() {
        let functions = [
            function("a", &[(Some("Guard"), "BatchGetItem", "USER#*"), (None, "PutItem", "ONCE#*")]),
            function("b", &[(Some("Guard"), "BatchGetItem", "USER#*")]),
        ];
        let right: Seen = [seen("a", &[("BatchGetItem", "USER#"), ("PutItem", "ONCE#")])].into();
        let wrong: Seen = [seen("b", &[("PutItem", "USER#")]), seen("c", &[])].into();

        compare(&functions, &right).expect("what one needs, both may share");

        let faults = compare(&functions, &wrong).expect_err("a difference").to_string();
        let expected = [
            "policies and functions differ:",
            "  a may, and was never seen to: PutItem of the table",
            "  a may, and was never seen to: keys like ONCE#*",
            "  b may not, and does: PutItem of the table, keys USER#",
            "  Guard allows what nobody was seen to do: BatchGetItem of the table",
            "  Guard allows what nobody was seen to do: keys like USER#*",
            "  somebody who is no function of the template was seen: \"c\"",
        ];
        assert_eq!(faults.lines().collect::<Vec<_>>(), expected);
    }
}
