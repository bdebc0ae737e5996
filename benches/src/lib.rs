//! Workloads for the benchmarks, the same for each kind of measurement; and the floor: how cheap
//! routing could be that does nothing but route.

mod desk;
pub mod floor;
mod life;
pub mod primitives;
mod ring;
mod rollover;
pub mod steps;
mod talk;
mod wait;

pub use desk::{Desk, Probe, Shape};
pub use life::Life;
pub use ring::RingAll;
pub use rollover::Rollover;
pub use talk::{Churn, Talk};
pub use wait::Waiting;
