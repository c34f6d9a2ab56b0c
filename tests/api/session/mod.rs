//! Signing in and out, and what a session is worth.

mod cookie;
mod delay;
mod end_session;
mod end_sessions;
mod get_session;
mod list_sessions;
mod sign_in;
mod sign_out;
mod time_outs;
mod unknown_or_wrong;
mod weak_hash;

use acceptance::access::Access;

/// Who may do what here.
pub(crate) const ACCESS: &[Access] = &[
    end_session::ACCESS,
    end_sessions::ACCESS,
    get_session::ACCESS,
    list_sessions::ACCESS,
    sign_in::ACCESS,
    sign_out::ACCESS,
];
