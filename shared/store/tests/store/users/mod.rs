//! One change of one user: everything it touches agrees afterwards.

mod create;
mod delete;
mod edit;
mod email;
mod status;
