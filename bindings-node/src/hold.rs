//! What may stop for good.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use crate::errors::{Result, stopped};

/// What is said by what is held. A step that panics may have done a half of what it does: it has `stopped` then, and
/// from then on nobody has it any more.
pub(crate) fn hold<T, Answer>(
    held: &Mutex<T>,
    said: &str,
    asks: impl FnOnce(&mut T) -> Result<Answer>,
) -> Result<Answer> {
    let Ok(mut held) = held.lock() else { return Err(stopped(said)) };
    // The lock is let go within, so that it knows of the panic.
    let asked = catch_unwind(AssertUnwindSafe(move || asks(&mut held)));
    asked.unwrap_or_else(|_| Err(stopped(said)))
}
