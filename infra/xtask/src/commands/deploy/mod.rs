//! `cargo xtask deploy`: everything into an AWS account, as docs/OPERATIONS.md describes it.

mod outputs;
mod smoke;
mod steps;

use std::fmt::Write;

use anyhow::Result;

use crate::project::Project;
use crate::report;
use crate::tools::{self, Need};
use outputs::Outputs;
use steps::{Step, steps};

/// What can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// Only print what would be done.
    pub(crate) dry_run: bool,
    /// The name of the stack.
    pub(crate) stack: String,
    /// Parameters of the template, as `Name=Value`.
    pub(crate) parameters: Vec<String>,
}

/// Goes every step, or prints them all.
pub(crate) async fn run(project: &Project, options: &Options) -> Result<()> {
    let steps = steps(options);
    if options.dry_run {
        report::line(describe(&steps));
        return Ok(());
    }
    tools::check(&[Need::AwsCli, Need::CCompiler, Need::Node, Need::Python]).await?;
    let path = tools::search_path_for_deployment(project).await?;
    let mut outputs = None;
    for step in &steps {
        report::line(format!("\n== {}", step.title()));
        match step {
            Step::Commands { commands, .. } => {
                for words in commands {
                    let words =
                        words.iter().map(|word| Outputs::fill(outputs.as_ref(), word)).collect::<Result<Vec<_>>>()?;
                    steps::go(project, &path, &words).await?;
                }
            }
            Step::Outputs { command, .. } => outputs = Some(Outputs::read(project, command).await?),
            Step::Smoke { url, .. } => smoke::test(&Outputs::fill(outputs.as_ref(), url)?).await?,
        }
    }
    Ok(())
}

fn describe(steps: &[Step]) -> String {
    let mut text = String::new();
    for (number, step) in steps.iter().enumerate() {
        let _ = writeln!(text, "{}. {}", number + 1, step.title());
        for line in step.lines() {
            let _ = writeln!(text, "   {line}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dry_run_names_every_step_in_its_order() {
        let options = Options {
            dry_run: true,
            stack: "backoffice-staging".to_owned(),
            parameters: vec!["AlarmEmail=ops@example.com".to_owned()],
        };

        assert_eq!(
            describe(&steps(&options)),
            "\
1. Build every function for arm64
   sam build
2. Build the page
   npm --prefix web ci
   npm --prefix web run build
3. Create or change the stack
   sam deploy --stack-name backoffice-staging --parameter-overrides AlarmEmail=ops@example.com
4. Ask the stack where things are
   aws cloudformation describe-stacks --stack-name backoffice-staging --output json
5. Upload the page: assets first, the page that names them last
   aws s3 cp web/dist/assets s3://{PageBucket}/assets --recursive --cache-control 'public, max-age=31536000, immutable'
   aws s3 cp web/dist s3://{PageBucket} --recursive --exclude 'assets/*' --exclude index.html --cache-control 'public, max-age=3600'
   aws s3 cp web/dist/index.html s3://{PageBucket}/index.html --cache-control no-cache
6. Let CloudFront forget the old page
   aws cloudfront create-invalidation --distribution-id {DistributionId} --paths '/*'
7. See that it works
   GET {PageUrl}/ answers 200
   GET {PageUrl}/api/v1/openapi.json answers 200
   GET {PageUrl}/api/v1/session answers 401
   GET {PageUrl}/assets/missing.js answers 404
"
        );
    }
}
