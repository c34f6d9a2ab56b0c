//! The programs the commands need: what must be installed is checked first, what need not is put into `.local/tools/`.

mod check;
mod chromium;
mod maven;
mod node;
mod python;

pub(crate) use check::{Need, check};
pub(crate) use chromium::tell_browser;
pub(crate) use maven::dynamodb_local;
pub(crate) use node::{build_page, install as install_packages};
pub(crate) use python::{Environment, cargo_lambda, environment, search_path_for_deployment};
