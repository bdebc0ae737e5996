//! Workloads for the benchmarks, the same for each kind of measurement; and the floor: how cheap
//! routing could be that does nothing but route.

mod capped;
pub mod chained;
mod desk;
pub mod floor;
mod hours;
pub mod journalled;
pub mod kept;
mod life;
mod long_way;
pub mod primitives;
mod ring;
mod rollover;
mod skilled;
pub mod steps;
mod talk;
mod wait;

pub use capped::Capped;
pub use desk::{Desk, Probe, Shape};
pub use hours::{Nights, with_hours};
pub use journalled::Journalled;
pub use kept::Kept;
pub use life::Life;
pub use long_way::LongWay;
pub use ring::RingAll;
pub use rollover::Rollover;
pub use skilled::Skilled;
pub use talk::{Churn, Talk};
pub use wait::Waiting;
