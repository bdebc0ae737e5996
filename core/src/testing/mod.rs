//! What a product tests its own setup documents and policies with (feature `testing`).
//!
//! A [`Desk`] is a router under test, made from any [`Setup`](crate::setup::Setup). It plays stories of
//! [`Step`]s, and after each it holds what must never happen: [`check_invariants`] from the inside, an
//! [`Observer`] from the outside, and a rule of your own. What breaks one shrinks to a short story, told
//! as a [`Scenario`] that can be kept as a file.
//!
//! ```
//! # const DESK: &str = r#"
//! # institutions = [{ id = "ames" }, { id = "boone" }]
//! # operators = [
//! #     { id = "ana", institution = "ames", capacity = 2 },
//! #     { id = "bob", institution = "boone", capacity = 1 },
//! # ]
//! # [[queues]]
//! # id = "ames-desk"
//! # institution = "ames"
//! # assigned = ["ana"]
//! # [[queues]]
//! # id = "boone-desk"
//! # institution = "boone"
//! # assigned = ["bob"]
//! # "#;
//! use proptest::prelude::*;
//! use refdesk::setup::Setup;
//! use refdesk::testing::{Desk, steps};
//!
//! # let config = ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() };
//! let setup: Setup = toml::from_str(DESK)?;
//! // Whatever happens, nobody of `boone` is rung for chats of `ames`: there is no partnership.
//! proptest!(config, |(steps in steps(1..60))| {
//!     Desk::of(&setup)?.watch(&steps, |moment| {
//!         let home = |rung: &refdesk::testing::Rung| rung.chat.origin.as_str() == "ames-desk";
//!         let stranger = moment.rung().find(|rung| home(rung) && rung.operator.operator.as_str() == "bob");
//!         prop_assert!(stranger.is_none(), "{stranger:?}");
//!         Ok(())
//!     })?;
//! });
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The other parts:
//!
//! - [`steps`] and [`any_steps`] are strategies for stories, mostly of what can be done; [`setups`] and
//!   [`any_setups`] for setup documents. A fuzzer has [`Step::story`], which reads any bytes, and
//!   [`Desk::small`], whose setup any number chooses: neither needs proptest.
//! - [`Model`] is a slow and obvious model of the router, and [`Pair`] compares the two.
//! - [`Scenario`] is a story as data: read, played, compared, written anew; [`play_folder`] plays those of
//!   a folder.
//! - [`Cast`] gives the steps their names, for who plays them to a router of their own.
//!
//! The page `docs/testing.md` shows more.

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
mod setups;
mod small;
mod step;
mod story;
mod strategies;
mod teller;

pub use crate::invariants::{Violation, check_invariants};
pub use cast::{Cast, Next};
pub use desk::{Desk, Moment, Rung};
pub use folder::{Filed, play_folder, scenarios_in};
pub use model::Model;
pub use observer::Observer;
pub use pair::Pair;
pub use scenario::{Scenario, ScenarioError};
pub use setups::{any_setups, setups};
pub use small::small_desk;
pub use step::{Move, Step};
pub use story::{Failure, Story};
pub use strategies::{any_steps, steps};
