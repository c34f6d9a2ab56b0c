//! GET /session.
