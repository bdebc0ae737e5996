//! The tables of what crosses.

mod actions;
mod values;
