//! The whole state of a router, to be kept and gone on from.

mod capture;
mod numbers;
pub(crate) mod v1;

pub(crate) use numbers::Numbers;

use serde::{Deserialize, Serialize};

use crate::router::Router;

/// The whole state of a router at one moment, between two steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Snapshot {
    state: v1::State,
}

impl Router {
    /// The whole state.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { state: self.capture() }
    }
}
