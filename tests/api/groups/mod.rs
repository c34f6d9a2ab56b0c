//! Groups.

mod change_members;
mod create;
mod delete;
mod get;
mod list;
mod list_members;
mod update;

use acceptance::access::Access;

/// Who may do what here.
pub(crate) const ACCESS: &[Access] = &[
    change_members::ACCESS,
    create::ACCESS,
    delete::ACCESS,
    get::ACCESS,
    list::ACCESS,
    list_members::ACCESS,
    update::ACCESS,
];
