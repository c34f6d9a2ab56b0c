//! What holds for every request.

mod address;
mod headers;
mod logs;
mod openapi_document;
mod refusal_order;
mod unknown_route;

use acceptance::access::Access;

/// Who may do what here.
pub(crate) const ACCESS: &[Access] = &[openapi_document::ACCESS];
