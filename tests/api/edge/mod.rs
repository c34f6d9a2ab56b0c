//! What holds for every request.

mod address;
mod headers;
mod logs;
mod openapi_document;
mod refusal_order;
mod unknown_route;
