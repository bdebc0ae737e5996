//! The whole state of a router, to be kept and gone on from.

mod capture;
mod numbers;
mod restore;
pub(crate) mod v1;

pub(crate) use numbers::Numbers;
pub use restore::Unrestorable;

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

    /// A router that goes on where another stood when this snapshot was taken: it cannot be told from
    /// one that never stopped. `secret` keys its hash tables
    /// ([`Config::secret`](crate::Config::secret)).
    ///
    /// # Errors
    /// [`Unrestorable`]: no router has ever given this snapshot.
    pub fn restore(snapshot: &Snapshot, secret: [u8; 32]) -> Result<Self, Unrestorable> {
        Self::revive(&snapshot.state, secret)
    }
}
