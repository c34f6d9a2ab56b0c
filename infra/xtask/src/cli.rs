//! The command line.

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::commands::{test, up};

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask <command>

  up [--port 8080] [--customers 2000] [--no-demo] [--fresh]
      Builds everything and serves page and API at one address, with demo data.
  test [STAGE…] [FILTER…]
      Runs all tests, or only some: fmt, clippy, unit, template, web, store, api, races.
      `cargo xtask test api users` runs the API tests whose name contains `users`.
  help
      Prints this.
";

/// What was asked for.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// `help`.
    Help,
    /// `up`.
    Up(up::Options),
    /// `test`.
    Test(test::Options),
}

/// Reads the arguments.
pub(crate) fn parse(mut parser: Parser) -> Result<Command> {
    match parser.next()? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help),
        Some(Arg::Value(word)) => match word.to_str() {
            Some("help") => Ok(Command::Help),
            Some("up") => parse_up(&mut parser).map(Command::Up),
            Some("test") => Ok(Command::Test(test::Options::parse(words(&mut parser)?))),
            _ => bail!("there is no command {}; `cargo xtask help` names them", word.display()),
        },
        Some(other) => Err(other.unexpected().into()),
    }
}

fn parse_up(parser: &mut Parser) -> Result<up::Options> {
    let mut options = up::Options { port: 8080, customers: 2000, demo: true, fresh: false };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("port") => options.port = parser.value()?.parse()?,
            Arg::Long("customers") => options.customers = parser.value()?.parse()?,
            Arg::Long("no-demo") => options.demo = false,
            Arg::Long("fresh") => options.fresh = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn words(parser: &mut Parser) -> Result<Vec<String>> {
    let mut words = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(words)
}
