//! refdesk for Swift: the router of the core behind functions that `uniffi` speaks.
//!
//! What crosses is the wire form as bytes; `Sources/RefDesk` has the types that are read from it.

mod documents;
mod fault;
mod keeping;
mod proof;
mod router;
mod values;

uniffi::setup_scaffolding!();
