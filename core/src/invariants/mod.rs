//! What must never happen, checked by code: every index is rebuilt from the entities and compared.

mod chats;
mod colleagues;
mod hours;
mod reach;
mod staff;

use alloc::string::String;

use crate::router::Router;

/// A rule that a router breaks. It is a bug of the library, whatever commands led to it.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct Violation(String);

impl Violation {
    /// The rule in words.
    #[cfg(feature = "testing")]
    pub(crate) fn of(rule: impl Into<String>) -> Self {
        Self(rule.into())
    }
}

/// Checks that a router, between two steps, breaks none of its rules: one owner and one place for
/// each chat; offers within capacity, presence and grants; nobody free beside a chat that they
/// could be offered; timers for what is alive and nothing else; transcripts without gaps; two
/// sides of each tie of buddies that agree; and every index as if built anew.
///
/// For tests: it looks at everything there is, and its cost grows with that.
///
/// # Errors
/// The first rule that is broken, in words.
///
/// # Example
/// ```
/// use refdesk::{Config, Router, Timestamp, check_invariants};
///
/// let router = Router::new(Config::default(), Timestamp::default());
/// assert_eq!(check_invariants(&router), Ok(()));
/// ```
pub fn check_invariants(router: &Router) -> Result<(), Violation> {
    router.check_names()?;
    router.check_operators()?;
    router.check_segments()?;
    router.check_levels()?;
    router.check_queues()?;
    router.check_partnerships()?;
    router.check_colleagues()?;
    router.check_chats()?;
    router.check_work_conservation()?;
    router.check_timers()
}

/// Fails with the words, unless the rule holds.
fn hold(holds: bool, rule: impl FnOnce() -> String) -> Result<(), Violation> {
    if holds { Ok(()) } else { Err(Violation(rule())) }
}
