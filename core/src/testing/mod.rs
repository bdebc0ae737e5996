//! What a product tests its own setup documents and policies with.

#![allow(clippy::wildcard_enum_match_arm, reason = "who tests looks at what they know")]

mod cast;
mod desk;
mod draw;
mod drawn;
mod folder;
mod json;
mod model;
mod moves;
mod observer;
mod pair;
mod scenario;
mod small;
mod step;
mod story;
mod strategies;

pub use cast::{Cast, Next};
pub use desk::{Desk, Moment};
pub use folder::{Filed, play_folder, scenarios_in};
pub use model::Model;
pub use observer::Observer;
pub use pair::Pair;
pub use scenario::{Scenario, ScenarioError};
pub use small::small_desk;
pub use step::{Move, Step};
pub use story::{Failure, Story};
pub use strategies::{any_steps, steps};
