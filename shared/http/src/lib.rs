//! The edge of every function: how a request comes in, who may pass, and how an answer goes out.
//!
//! A handler reads top to bottom: who asks ([`guard`]), what is asked ([`Request`]), what the
//! domain says, one store call, the [`Answer`].

mod anew;
mod answer;
mod body;
mod change;
mod cookie;
mod cursor;
mod definition;
mod device;
mod guard;
mod keyring;
mod once;
pub mod openapi;
mod origin;
mod password;
mod precondition;
mod problem;
mod query;
pub mod represent;
mod request;
mod run;

pub use anew::{ATTEMPTS, until_decided};
pub use answer::Answer;
pub use body::{All, Body, Member};
pub use change::{StatusAction, set_status};
pub use cookie::{SessionToken, ended_cookie, session_cookie};
pub use cursor::Cursors;
pub use definition::{Decision, Defined, change_definition, get_definition};
pub use guard::{Admitted, Needs, guard};
pub use lambda_http::Error as StartError;
pub use lambda_http::http::{Method, StatusCode};
pub use password::{generate_password, hash_password};
pub use precondition::IfMatch;
pub use problem::{Code, Problem, Stop};
pub use query::{LIMIT_DEFAULT, LIMIT_MAX, Query};
pub use request::Request;
pub use run::{Context, run, run_operator, run_unchecked};
