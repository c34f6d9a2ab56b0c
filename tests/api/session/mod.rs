//! Signing in and out, and what a session is worth.

mod cookie;
mod delay;
mod get_session;
mod sign_in;
mod sign_out;
mod time_outs;
mod unknown_or_wrong;
mod weak_hash;

use acceptance::access::Access;

/// Who may do what here.
pub(crate) const ACCESS: &[Access] = &[get_session::ACCESS, sign_in::ACCESS, sign_out::ACCESS];
