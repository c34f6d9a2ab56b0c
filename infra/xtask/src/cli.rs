//! The command line.

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::commands::{bench, check_store, cost, deploy, import_customers, test, up};
use crate::cost::Office;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask <command>

  up [--port 8080] [--customers 2000] [--no-demo] [--fresh]
      Builds everything and serves page and API at one address, with demo data.
  test [STAGE…] [FILTER…]
      Runs all tests, or only some: fmt, clippy, unit, openapi, template, web, store, events,
      local, api, contract, cost, races, faults, privileges, browser.
      `cargo xtask test api users` runs the API tests whose name contains `users`.
  fuzz [--minutes 30] [--seed N]
      Sends generated requests to a stack of its own and holds every answer to docs/openapi.json:
      what the stage contract does for a minute or two. A seed makes the same requests again, but for
      ids, which are new each time.
  import-customers FILE [--url URL --email EMAIL]
      Imports a CSV file (reference,email,firstName,lastName,gender) into the stack that
      runs here, or into the one at URL; then the password is read from standard input.
  check-store [--table NAME [--region REGION]]
      Reads the whole table of the stack that runs here and says what does not agree; or a table in
      the cloud, with your own AWS credentials and changing nothing.
  cost [--people 50] [--sign-ins N] [--reads N] [--writes N]
      Prints a month's bill for an office of so many people that signs in, looks at pages of a
      list and edits so often a day.
  cost --measure
      Measures what each operation costs and writes it into docs/DATA.md.
  bench [cold] [warm] [sign-in] [scale] [page] [--records 10000]
      Measures how quick it is on this machine and writes docs/PERFORMANCE.md: starting functions,
      our own time in each operation, signing in, tables of up to so many users and customers (up to
      1000000, in memory), the page's first load.
  chaos [--operations 10000] [--seed S]
      Random operations with random faults, against a model; S plays them again.
  event FUNCTION
      Prints tests/events/FUNCTION.json with a live session of the stack that runs here.
  env
      Prints the variables for a function started by hand, as a shell takes them.
  openapi
      Writes docs/openapi.json anew from the code.
  deploy [--dry-run] [--stack-name backoffice] [PARAMETER=VALUE…]
      Builds and deploys everything into your AWS account, or prints every step.
  customers-csv N
      Prints N customers to import, the same ones every time.
  help
      Prints this.
";

/// What was asked for.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// `bench`.
    Bench(bench::Options),
    /// `check-store`.
    CheckStore(check_store::Options),
    /// `chaos`: how many operations, from which seed.
    Chaos(Option<u64>, Option<u64>),
    /// `cost`.
    Cost(cost::Options),
    /// `customers-csv`.
    CustomersCsv(usize),
    /// `deploy`.
    Deploy(deploy::Options),
    /// `env`.
    Env,
    /// `event`.
    Event(String),
    /// `fuzz`.
    Fuzz(test::Effort),
    /// `help`.
    Help,
    /// `up`.
    Up(up::Options),
    /// `import-customers`.
    ImportCustomers(import_customers::Options),
    /// `openapi`.
    OpenApi,
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
            Some("bench") => parse_bench(&mut parser).map(Command::Bench),
            Some("check-store") => parse_check(&mut parser).map(Command::CheckStore),
            Some("chaos") => parse_chaos(&mut parser),
            Some("cost") => parse_cost(&mut parser).map(Command::Cost),
            Some("customers-csv") => Ok(Command::CustomersCsv(parser.value()?.parse()?)),
            Some("deploy") => parse_deploy(&mut parser).map(Command::Deploy),
            Some("env") => Ok(Command::Env),
            Some("event") => Ok(Command::Event(parser.value()?.string()?)),
            Some("fuzz") => parse_fuzz(&mut parser).map(Command::Fuzz),
            Some("import-customers") => parse_import(&mut parser).map(Command::ImportCustomers),
            Some("openapi") => Ok(Command::OpenApi),
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

fn parse_bench(parser: &mut Parser) -> Result<bench::Options> {
    let mut options = bench::Options { parts: Vec::new(), records: 10_000 };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("records") => options.records = parser.value()?.parse()?,
            Arg::Value(word) => {
                let part = bench::Part::ALL.into_iter().find(|part| part.name() == word);
                options.parts.push(part.with_context(|| format!("there is no part {}", word.display()))?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn parse_check(parser: &mut Parser) -> Result<check_store::Options> {
    let mut options = check_store::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("table") => options.table = Some(parser.value()?.string()?),
            Arg::Long("region") => options.region = Some(parser.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if options.region.is_some() && options.table.is_none() {
        bail!("--region is where --table is looked for: name the table");
    }
    Ok(options)
}

fn parse_chaos(parser: &mut Parser) -> Result<Command> {
    let (mut operations, mut seed) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("operations") => operations = Some(parser.value()?.parse()?),
            Arg::Long("seed") => seed = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Chaos(operations, seed))
}

fn parse_cost(parser: &mut Parser) -> Result<cost::Options> {
    let (mut people, mut sign_ins, mut reads, mut writes) = (50.0, None, None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("measure") => return Ok(cost::Options::Measure),
            Arg::Long("people") => people = parser.value()?.parse()?,
            Arg::Long("sign-ins") => sign_ins = Some(parser.value()?.parse()?),
            Arg::Long("reads") => reads = Some(parser.value()?.parse()?),
            Arg::Long("writes") => writes = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let usual = Office::of(people);
    Ok(cost::Options::Bill(Office {
        sign_ins: sign_ins.unwrap_or(usual.sign_ins),
        reads: reads.unwrap_or(usual.reads),
        writes: writes.unwrap_or(usual.writes),
        ..usual
    }))
}

fn parse_deploy(parser: &mut Parser) -> Result<deploy::Options> {
    let mut options = deploy::Options { dry_run: false, stack: "backoffice".to_owned(), parameters: Vec::new() };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("dry-run") => options.dry_run = true,
            Arg::Long("stack-name") => options.stack = parser.value()?.string()?,
            Arg::Value(parameter) if parameter.to_string_lossy().contains('=') => {
                options.parameters.push(parameter.string()?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn parse_fuzz(parser: &mut Parser) -> Result<test::Effort> {
    let (mut minutes, mut seed) = (30, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("minutes") => minutes = parser.value()?.parse()?,
            Arg::Long("seed") => seed = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(test::Effort::Long { minutes, seed })
}

fn parse_import(parser: &mut Parser) -> Result<import_customers::Options> {
    let (mut file, mut url, mut email) = (None, None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("url") => url = Some(parser.value()?.string()?),
            Arg::Long("email") => email = Some(parser.value()?.string()?),
            Arg::Value(path) if file.is_none() => file = Some(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.context("name the CSV file: cargo xtask import-customers FILE")?;
    Ok(import_customers::Options { file, url, email })
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
