//! What the deployed stack says of itself.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::project::Project;
use crate::run;

/// The stack's outputs by name.
#[derive(Clone, Debug)]
pub(super) struct Outputs {
    values: BTreeMap<String, String>,
}

impl Outputs {
    /// Runs the command that tells them.
    pub(super) async fn read(project: &Project, words: &[String]) -> Result<Self> {
        let (program, arguments) = words.split_first().context("an empty command")?;
        let text = run::quietly(run::command(program).args(arguments).current_dir(project.root())).await?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self> {
        let answer: Value = serde_json::from_str(text).context("the stack's description")?;
        let outputs = answer["Stacks"][0]["Outputs"].as_array().context("the stack has no outputs")?;
        let pair = |output: &Value| {
            Some((output["OutputKey"].as_str()?.to_owned(), output["OutputValue"].as_str()?.to_owned()))
        };
        Ok(Self { values: outputs.iter().filter_map(pair).collect() })
    }

    /// A word with its names in braces replaced; before the outputs are known there must be none.
    pub(super) fn fill(outputs: Option<&Self>, word: &str) -> Result<String> {
        let (Some(start), Some(end)) = (word.find('{'), word.find('}')) else { return Ok(word.to_owned()) };
        let name = &word[start + 1..end];
        let value = outputs.and_then(|outputs| outputs.values.get(name));
        let value = value.with_context(|| format!("the stack does not say its {name}"))?;
        Ok(format!("{}{value}{}", &word[..start], &word[end + 1..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_replace_their_names() {
        let text = r#"{"Stacks": [{"Outputs": [{"OutputKey": "PageBucket", "OutputValue": "b-1"}]}]}"#;
        let outputs = Outputs::parse(text).expect("outputs");

        let fill = |word| Outputs::fill(Some(&outputs), word);
        assert_eq!(fill("s3://{PageBucket}/assets").expect("known"), "s3://b-1/assets");
        assert_eq!(fill("--recursive").expect("plain"), "--recursive");
        assert!(fill("{DistributionId}").is_err());
        assert!(Outputs::fill(None, "{PageBucket}").is_err());
    }
}
