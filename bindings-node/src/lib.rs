//! refdesk for Node: the router of the core, for the JavaScript in `lib`.

#![allow(
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    clippy::needless_pass_by_value,
    reason = "they are called from JavaScript, with values that are made for the call"
)]

pub mod documents;
pub mod errors;
pub mod kept;
#[allow(
    clippy::default_trait_access,
    clippy::wildcard_imports,
    reason = "tables, written by a program"
)]
mod mirror;
pub mod router;
mod simple;
mod stream;
mod tables;
