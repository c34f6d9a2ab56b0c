//! What everybody may do with their own account.

mod change_password;
mod update_account;

use acceptance::access::Access;

/// Who may do what here.
pub(crate) const ACCESS: &[Access] = &[change_password::ACCESS, update_account::ACCESS];
