//! Workloads for the benchmarks, the same for each kind of measurement, and the floor: how cheap
//! routing could be.

mod desk;
pub mod life;

pub use desk::{Desk, Shape};
