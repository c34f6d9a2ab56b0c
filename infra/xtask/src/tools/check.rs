//! What must be installed on the machine, and how one gets it.

use anyhow::{Result, bail};

use crate::run;

/// A program that cannot be installed below the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// For the page's upload.
    AwsCli,
    /// For `ring`, which the functions' TLS is built from.
    CCompiler,
    /// For DynamoDB Local.
    Java,
    /// For fetching DynamoDB Local.
    Maven,
    /// For the page.
    Node,
    /// For `cargo lambda` and the template's checks.
    Python,
}

impl Need {
    /// The command that shows the program is there.
    fn probe(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::AwsCli => ("aws", &["--version"]),
            Self::CCompiler => ("cc", &["--version"]),
            Self::Java => ("java", &["-version"]),
            Self::Maven => ("mvn", &["--version"]),
            Self::Node => ("node", &["--version"]),
            Self::Python => {
                ("python3", &["-c", "import sys, venv, ensurepip; print('Python', sys.version.split()[0])"])
            }
        }
    }

    /// The oldest version that will do.
    fn minimum(self) -> Option<(u32, u32)> {
        match self {
            Self::Java => Some((17, 0)),
            Self::Node => Some((20, 19)),
            Self::Python => Some((3, 10)),
            Self::AwsCli => Some((2, 0)),
            Self::CCompiler | Self::Maven => None,
        }
    }

    fn fix(self) -> &'static str {
        match self {
            Self::AwsCli => "the AWS CLI, 2 or newer (https://docs.aws.amazon.com/cli/)",
            Self::CCompiler => "a C compiler (Debian: apt-get install gcc libc6-dev; macOS: xcode-select --install)",
            Self::Java => {
                "a JDK, 17 or newer (Debian: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk)"
            }
            Self::Maven => "Maven (Debian: apt-get install maven; macOS: brew install maven)",
            Self::Node => "Node.js, 20.19 or newer, with npm (https://nodejs.org)",
            Self::Python => {
                "Python 3.10 or newer with venv (Debian: apt-get install python3-venv; macOS: brew install python)"
            }
        }
    }
}

/// Looks for all that is needed and names everything that is missing at once.
pub(crate) async fn check(needs: &[Need]) -> Result<()> {
    let mut missing = Vec::new();
    for need in needs {
        if let Err(reason) = look_for(*need).await {
            missing.push(format!("  - {} ({reason})", need.fix()));
        }
    }
    if !missing.is_empty() {
        bail!("Please install:\n{}", missing.join("\n"));
    }
    Ok(())
}

async fn look_for(need: Need) -> Result<(), String> {
    let (program, arguments) = need.probe();
    let output = run::command(program).args(arguments).output().await.map_err(|_| format!("{program} is not found"))?;
    if !output.status.success() {
        return Err(format!("{program} does not run"));
    }
    let text = [output.stdout, output.stderr].concat();
    let found = version(&String::from_utf8_lossy(&text));
    match (need.minimum(), found) {
        (Some(minimum), Some(found)) if found < minimum => Err(format!("{program} is {}.{}", found.0, found.1)),
        _ => Ok(()),
    }
}

/// The first number of the form `major.minor` in a program's own words.
fn version(text: &str) -> Option<(u32, u32)> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|word| {
        let mut parts = word.split('.').map(str::parse::<u32>);
        Some((parts.next()?.ok()?, parts.next()?.ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_say_of_themselves() {
        assert_eq!(version("openjdk version \"17.0.15\" 2025-04-15"), Some((17, 0)));
        assert_eq!(version("v20.20.2"), Some((20, 20)));
        assert_eq!(version("Python 3.11.7"), Some((3, 11)));
        assert_eq!(version("aws-cli/2.27.1 Python/3.13.2 Linux/6.8"), Some((2, 27)));
        assert_eq!(version("none"), None);
    }
}
