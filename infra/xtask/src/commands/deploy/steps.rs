//! The steps of a deployment, as data: they are printed and gone from the same description.

use std::ffi::OsStr;

use anyhow::Result;

use super::{Options, smoke};
use crate::project::Project;
use crate::run;

/// One step. Words in braces stand for the stack's outputs.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Commands to run one after another.
    Commands { title: &'static str, commands: Vec<Vec<String>> },
    /// A command that tells the stack's outputs.
    Outputs { title: &'static str, command: Vec<String> },
    /// Requests to the deployed stack.
    Smoke { title: &'static str, url: String },
}

impl Step {
    pub(super) fn title(&self) -> &'static str {
        match self {
            Self::Commands { title, .. } | Self::Outputs { title, .. } | Self::Smoke { title, .. } => title,
        }
    }

    /// What the step does, a line each.
    pub(super) fn lines(&self) -> Vec<String> {
        match self {
            Self::Commands { commands, .. } => commands.iter().map(|words| typed(words)).collect(),
            Self::Outputs { command, .. } => vec![typed(command)],
            Self::Smoke { url, .. } => {
                smoke::EXPECTED.iter().map(|(path, status)| format!("GET {url}{path} answers {status}")).collect()
            }
        }
    }
}

/// All steps. The page is built before anything is changed: a build that fails leaves the old version whole.
pub(super) fn steps(options: &Options) -> Vec<Step> {
    let mut deploy = vec!["sam", "deploy", "--stack-name", &options.stack];
    if !options.parameters.is_empty() {
        deploy.push("--parameter-overrides");
        deploy.extend(options.parameters.iter().map(String::as_str));
    }
    let immutable = "public, max-age=31536000, immutable";
    vec![
        Step::Commands { title: "Build every function for arm64", commands: vec![words(&["sam", "build"])] },
        Step::Commands {
            title: "Build the page",
            commands: vec![
                words(&["npm", "--prefix", "web", "ci"]),
                words(&["npm", "--prefix", "web", "run", "build"]),
            ],
        },
        Step::Commands { title: "Create or change the stack", commands: vec![words(&deploy)] },
        Step::Outputs {
            title: "Ask the stack where things are",
            command: words(&[
                "aws",
                "cloudformation",
                "describe-stacks",
                "--stack-name",
                &options.stack,
                "--output",
                "json",
            ]),
        },
        Step::Commands {
            title: "Upload the page: assets first, the page that names them last",
            commands: vec![
                upload("web/dist/assets", "/assets", &["--recursive", "--cache-control", immutable]),
                upload(
                    "web/dist",
                    "",
                    &[
                        "--recursive",
                        "--exclude",
                        "assets/*",
                        "--exclude",
                        "index.html",
                        "--cache-control",
                        "public, max-age=3600",
                    ],
                ),
                upload("web/dist/index.html", "/index.html", &["--cache-control", "no-cache"]),
            ],
        },
        Step::Commands {
            title: "Let CloudFront forget the old page",
            commands: vec![words(&[
                "aws",
                "cloudfront",
                "create-invalidation",
                "--distribution-id",
                "{DistributionId}",
                "--paths",
                "/*",
            ])],
        },
        Step::Smoke { title: "See that it works", url: "{PageUrl}".to_owned() },
    ]
}

/// Runs one command of a step; it talks to the person itself.
pub(super) async fn go(project: &Project, path: &OsStr, words: &[String]) -> Result<()> {
    let Some((program, arguments)) = words.split_first() else { return Ok(()) };
    let mut command = run::command(program);
    command.args(arguments).env("PATH", path).current_dir(project.root());
    run::openly(&mut command).await
}

fn upload(from: &str, to: &str, options: &[&str]) -> Vec<String> {
    let target = format!("s3://{{PageBucket}}{to}");
    words(&[&["aws", "s3", "cp", from, &target], options].concat())
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// As one would type it.
fn typed(words: &[String]) -> String {
    let plain = |word: &str| word.chars().all(|c| c.is_ascii_alphanumeric() || "-_./:={}@".contains(c));
    let quoted = words.iter().map(|word| if plain(word) { word.clone() } else { format!("'{word}'") });
    quoted.collect::<Vec<_>>().join(" ")
}
