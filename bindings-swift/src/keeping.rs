//! The journal of a router's commands.

use refdesk as core;

use core::wire::Wire;

use crate::fault::Fault;
use crate::router::Router;
use crate::values::{bytes_of, secret_of};

/// A journal that was read: the accepted commands of a router, in order.
#[derive(uniffi::Object)]
pub struct Journal(pub(crate) core::journal::Journal);

#[uniffi::export]
impl Journal {
    /// Reads one of bytes. A torn end is no fault.
    #[uniffi::constructor]
    pub fn read(journal: &[u8]) -> Result<Self, Fault> {
        Ok(Self(core::journal::Journal::read(journal)?))
    }

    /// Reads one of lines. A torn end is no fault.
    #[uniffi::constructor]
    pub fn read_lines(journal: &str) -> Result<Self, Fault> {
        Ok(Self(core::journal::Journal::read_lines(journal)?))
    }

    /// How many bytes from the beginning are whole.
    pub fn whole(&self) -> u64 {
        self.0.whole
    }

    /// Whether it ends in the midst of a command.
    pub fn torn(&self) -> bool {
        self.0.torn
    }

    /// The version of the time zone data that it was written with.
    pub fn time_zones(&self) -> String {
        self.0.header.time_zones.clone()
    }

    /// When the router began.
    pub fn began(&self) -> i64 {
        self.0.header.began.as_millis()
    }

    /// The configuration of the router.
    pub fn config(&self) -> Vec<u8> {
        self.0.header.config.to_bytes()
    }

    /// The router before the first command.
    pub fn router(&self, secret: &[u8]) -> Result<Router, Fault> {
        Ok(Router::of(self.0.header.router(secret_of(secret)?)?))
    }

    /// How many commands it has.
    pub fn count(&self) -> u64 {
        self.0.inputs.len() as u64
    }

    /// Some of its commands, as a list: at most `most` from `first` on, counted from 0.
    pub fn inputs(&self, first: u64, most: u64) -> Vec<u8> {
        let inputs = self.0.inputs.iter().skip(index(first)).take(index(most));
        bytes_of(&inputs.collect::<Vec<_>>())
    }
}

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
