//! The whole state of a router, kept and gone on from.
//!
//! `v1` is what is kept, apart from the state at work; `capture` and `restore` lead from the one to the
//! other, and `form` to bytes and back.

mod capture;
mod error;
mod form;
mod numbers;
mod restore;
pub(crate) mod v1;

use alloc::boxed::Box;
use alloc::string::String;

pub use error::SnapshotError;
pub(crate) use numbers::Numbers;

use crate::chain::Digest;
use crate::hours::tz_version;
use crate::router::Router;

/// The whole state of a router at one moment, between two steps.
///
/// There are two forms of it, which hold the same: bytes ([`Snapshot::to_bytes`]), and JSON, by serde.
/// Both begin with a header: what it is, the number of the form, the version of the time zone data, and
/// the [digest](Router::digest) of what follows, by which whatever was damaged on the way is known.
/// Whatever a released version has written is read by all that come after it.
///
/// It holds all that the router knows, what was written in open chats and the salts of their transcripts
/// among it: keep it as you keep those. [`Config::secret`](crate::Config::secret) is not in it.
///
/// Two routers in the same state give equal snapshots, whatever led to that state.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    time_zones: String,
    /// Whether hours are looked at anew, since those of other data may differ.
    adopted: bool,
    state: Box<v1::State>,
}

impl Snapshot {
    /// The version of the time zone data that was built in where it was taken
    /// ([`tz_version`]).
    #[must_use]
    pub fn time_zones(&self) -> &str {
        &self.time_zones
    }

    /// Goes on by the time zone data that is built in here, whichever it was before: hours that are open
    /// by these and were not by those open at once when the router is advanced, and the other way
    /// round.
    ///
    /// Without it a snapshot that was taken under other data is refused
    /// ([`SnapshotError::OtherTimeZones`]), since a replay of the same journal could go otherwise.
    pub fn adopt_time_zones(&mut self) {
        self.adopted |= self.time_zones != tz_version();
        self.time_zones = tz_version().into();
    }
}

impl Router {
    /// The whole state, to be kept.
    ///
    /// It costs a copy of everything; the router may go on at once.
    ///
    /// # Example
    /// ```
    /// use refdesk::{Config, Router, Snapshot, Timestamp};
    ///
    /// let router = Router::new(Config::default(), Timestamp::default());
    /// let kept = router.snapshot().to_bytes();
    ///
    /// // Some time later, in another process:
    /// let secret = [0; 32];
    /// let again = Router::restore(&Snapshot::from_bytes(&kept)?, secret)?;
    /// assert_eq!(again.digest(), router.digest());
    /// # Ok::<(), refdesk::SnapshotError>(())
    /// ```
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let state = Box::new(self.capture());
        Snapshot { time_zones: tz_version().into(), adopted: false, state }
    }

    /// A router that goes on where another stood when a snapshot was taken: nobody can tell it from one
    /// that never stopped. `secret` keys its hash tables
    /// ([`Config::secret`](crate::Config::secret)); it may be another one than before.
    ///
    /// All [invariants](crate::check_invariants) are checked first, and that it would give the same
    /// snapshot again. The cost grows with what is in the snapshot and with what the router keeps besides,
    /// and no faster, whatever that is: in each pool there is a place for each operator and each
    /// different thing that is asked there.
    ///
    /// # Errors
    /// [`SnapshotError`]: no router has ever given this snapshot, or one with other time zone data.
    pub fn restore(snapshot: &Snapshot, secret: [u8; 32]) -> Result<Self, SnapshotError> {
        let built_in = tz_version();
        if snapshot.time_zones != built_in {
            let taken_under = snapshot.time_zones.clone();
            return Err(SnapshotError::OtherTimeZones { taken_under, built_in });
        }
        let mut router = Self::revive(&snapshot.state, secret)?;
        if snapshot.adopted {
            router.look_at_hours_again();
        }
        Ok(router)
    }

    /// What stands for the whole state: equal for two routers in the same state, on every platform and
    /// in every language, and for no others.
    ///
    /// Compare it where two run the same journal. It costs a snapshot, and hashing it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        form::digest(&form::payload(&self.capture()))
    }
}

#[cfg(test)]
mod tests;
