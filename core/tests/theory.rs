//! The router as a queueing system: what theory says must come out.
//!
//! Arrivals are Poisson, service, patience and the time to accept exponential, drawn from seeded
//! generators; the unit of time is the mean service. Each row runs ten seeds, 1 to 10, of equal
//! length, from an empty desk; the first tenth of each run is left out of the means. The answer of
//! theory must lie within the 99 % interval of Student's t over the ten means. The seeds are fixed
//! and were not chosen; of some thirty-five intervals at 99 % three in ten such files would miss by
//! chance, this one does not.
//!
//! Every run also holds Little's law, and that each chat ends exactly once, in one of three ways.
//!
//! Slow: `make test` runs it optimised.

#![allow(clippy::float_arithmetic, reason = "the router has none; its judges do")]
#![allow(clippy::wildcard_enum_match_arm, reason = "a simulated host looks at few events")]

#[path = "theory/desk.rs"]
mod desk;
#[path = "theory/erlang.rs"]
mod erlang;
#[path = "theory/figures.rs"]
mod figures;
#[path = "theory/offers.rs"]
mod offers;
#[path = "theory/position.rs"]
mod position;
#[path = "theory/rollover.rs"]
mod rollover;
#[path = "theory/run.rs"]
mod run;

/// How many chats a seed has: ten of them are some three million.
const CHATS: u32 = 300_000;
