//! The tables of what crosses.

pub(crate) mod actions;
pub(crate) mod values;
