//! Operations at once, against the built functions behind the local gateway, on a stack of their own.
