//! Signing in and out, and what a session is worth.

mod cookie;
mod get_session;
mod sign_in;
mod sign_out;
mod time_outs;
mod unknown_or_wrong;
mod weak_hash;
