//! Who did what.

mod list_audit_events;

use acceptance::access::Access;

/// Who may do what here.
pub(crate) const ACCESS: &[Access] = &[list_audit_events::ACCESS];
