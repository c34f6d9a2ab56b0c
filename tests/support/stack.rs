//! The stack under test, as `cargo xtask test` describes it.

use std::net::IpAddr;
use std::sync::LazyLock;
use std::time::Duration;

use ureq::Agent;
use ureq::config::Config;
use ureq::unversioned::resolver::DefaultResolver;

use crate::network;

/// One pool of connections for all tests of the program.
pub(crate) static AGENT: LazyLock<Agent> = LazyLock::new(|| Agent::new_with_config(config()));

/// For requests from an address of this machine.
pub(crate) fn agent_at(address: IpAddr) -> Agent {
    Agent::with_parts(config(), network::From(address), DefaultResolver::default())
}

fn config() -> Config {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .user_agent("acceptance")
        .allow_non_standard_methods(true)
        .max_idle_connections_per_host(32)
        .timeout_global(Some(Duration::from_mins(1)))
        .build()
}

/// What `cargo xtask test` says.
pub(crate) fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask test api`, or `… races`"))
}

/// Where page and API are, such as `http://localhost:8080`.
pub fn origin() -> &'static str {
    static ORIGIN: LazyLock<String> = LazyLock::new(|| variable("BACKOFFICE_URL").trim_end_matches('/').to_owned());
    &ORIGIN
}

/// Where the API is whose functions can be made to fail, on the same table.
pub fn failing_origin() -> &'static str {
    static ORIGIN: LazyLock<String> = LazyLock::new(|| variable("BACKOFFICE_FAILING_URL"));
    &ORIGIN
}

/// A word that no other test uses, made of letters and digits.
pub fn unique() -> String {
    uuid::Uuid::now_v7().simple().to_string()[8..].to_owned()
}

/// An id that nothing has.
pub fn unknown_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// What all functions have logged so far.
pub fn logs() -> String {
    let files = std::fs::read_dir(variable("BACKOFFICE_LOGS")).expect("the folder of the logs");
    let files = files.map(|file| file.expect("a log").path());
    // Those two are the local gateway's and the runtime API's, which no cloud has.
    let functions = files.filter(|file| !file.ends_with("gateway.log") && !file.ends_with("cargo-lambda.log"));
    functions.map(|file| std::fs::read_to_string(file).expect("text")).collect()
}
