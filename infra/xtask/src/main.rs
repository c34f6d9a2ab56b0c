//! `cargo xtask …`: builds, runs, tests and packages the whole product.

mod api;
mod checked;
mod cli;
mod commands;
mod cost;
mod demo;
mod dynamodb;
mod events;
mod functions;
mod gateway;
mod guard;
mod http;
mod import;
mod lock;
mod project;
mod report;
mod run;
mod running;
mod secrets;
mod signals;
mod stack;
mod template;
mod tools;

use std::process::ExitCode;

use anyhow::Result;

use cli::Command;
use project::Project;

fn main() -> ExitCode {
    let result = match guard::run(&mut std::env::args_os().skip(1)) {
        Some(result) => result.map(|()| true),
        None => run(),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        // What went wrong has been said already.
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            report::error(format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

// One thread: on Linux a child dies with the *thread* that started it, and this one lives as long as the program.
#[tokio::main(flavor = "current_thread")]
async fn run() -> Result<bool> {
    let command = cli::parse(lexopt::Parser::from_env())?;
    let project = Project::find()?;
    match command {
        Command::Bench(options) => commands::bench::run(&project, &options).await?,
        Command::Chaos(operations, seed) => {
            return commands::test::run(&project, &commands::test::Options::chaos(operations, seed)).await;
        }
        Command::CheckStore(options) => return commands::check_store::run(&project, &options).await,
        Command::Cost(options) => return commands::cost::run(&project, options).await,
        Command::CustomersCsv(count) => report::line(demo::customers::generated(&project, count)?.trim_end()),
        Command::Deploy(options) => commands::deploy::run(&project, &options).await?,
        Command::Env => commands::env::run(&project)?,
        Command::Event(function) => commands::event::run(&project, &function).await?,
        Command::Fuzz(effort) => return commands::test::fuzz(&project, effort).await,
        Command::Help => report::line(cli::HELP),
        Command::ImportCustomers(options) => return commands::import_customers::run(&project, &options).await,
        Command::OpenApi => commands::openapi::write(&project).await?,
        Command::Test(options) => return commands::test::run(&project, &options).await,
        Command::Up(options) => commands::up::run(&project, &options).await?,
    }
    Ok(true)
}
