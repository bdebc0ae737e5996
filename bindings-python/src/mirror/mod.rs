//! The classes of commands, events and values.

pub(crate) mod actions;
pub(crate) mod events;
mod proof;
pub(crate) mod values;
