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
mod hold;
pub mod kept;
mod proof;
pub mod router;
mod stream;
#[cfg(debug_assertions)]
mod stumbling;
