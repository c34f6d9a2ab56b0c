//! Groups.

mod list;

use acceptance::access::Access;

/// Who may do what here.
pub(crate) const ACCESS: &[Access] = &[list::ACCESS];
