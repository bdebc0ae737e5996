//! The tables of what crosses.

pub(crate) mod actions;
mod proof;
pub(crate) mod values;
