//! refdesk for Swift: the router of the core behind functions that `uniffi` speaks.
//!
//! What crosses is the wire form as bytes, and commands and events without names (`stream`); `Sources/RefDesk` has the
//! types that are read from it.

mod documents;
mod fault;
mod keeping;
mod proof;
mod router;
mod stream;
mod values;

uniffi::setup_scaffolding!();
