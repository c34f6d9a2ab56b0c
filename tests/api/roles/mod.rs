//! Roles.

mod create;
mod delete;
mod get;
mod list;
mod permissions;
mod update;

use acceptance::access::Access;

/// Who may do what here.
pub(crate) const ACCESS: &[Access] =
    &[create::ACCESS, delete::ACCESS, get::ACCESS, list::ACCESS, permissions::ACCESS, update::ACCESS];
