//! refdesk for Swift: the router of the core behind functions that `uniffi` speaks.
//!
//! What crosses is the wire form as bytes; `Sources/RefDesk` has the types that are read from it.

mod documents;
mod fault;
mod keeping;
#[allow(
    dead_code,
    clippy::match_same_arms,
    clippy::too_many_lines,
    clippy::trivially_copy_pass_by_ref,
    reason = "a proof, written by a program"
)]
mod mirror;
mod router;
mod values;

uniffi::setup_scaffolding!();
