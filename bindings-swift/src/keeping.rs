//! The journal of a router's commands.

use refdesk as core;

use core::journal::{self, Header, JournalError};
use core::wire::Wire;

use crate::fault::Fault;
use crate::router::Router;
use crate::values::{bytes_of, secret_of};

/// A journal that was read: the accepted commands of a router, in order.
#[derive(uniffi::Object)]
pub struct Journal {
    header: Header,
    inputs: Vec<journal::Input>,
    whole: u64,
    torn: bool,
}

#[uniffi::export]
impl Journal {
    /// Reads one of bytes. A torn end is no fault.
    #[uniffi::constructor]
    pub fn read(journal: &[u8]) -> Result<Self, Fault> {
        let (header, mut frames) = journal::read(journal)?;
        let read = frames.by_ref().collect();
        Ok(Self::of(header, read, frames.whole())?)
    }

    /// Reads one of lines. A torn end is no fault.
    #[uniffi::constructor]
    pub fn read_lines(journal: &str) -> Result<Self, Fault> {
        let (header, mut lines) = journal::read_lines(journal)?;
        let read = lines.by_ref().collect();
        Ok(Self::of(header, read, lines.whole())?)
    }

    /// How many bytes from the beginning are whole.
    pub fn whole(&self) -> u64 {
        self.whole
    }

    /// Whether it ends in the midst of a command.
    pub fn torn(&self) -> bool {
        self.torn
    }

    /// The version of the time zone data that it was written with.
    pub fn time_zones(&self) -> String {
        self.header.time_zones.clone()
    }

    /// When the router began.
    pub fn began(&self) -> i64 {
        self.header.began.as_millis()
    }

    /// The configuration of the router.
    pub fn config(&self) -> Vec<u8> {
        self.header.config.to_bytes()
    }

    /// The router before the first command.
    pub fn router(&self, secret: &[u8]) -> Result<Router, Fault> {
        Ok(Router::of(self.header.router(secret_of(secret)?)?))
    }

    /// How many commands it has.
    pub fn count(&self) -> u64 {
        self.inputs.len() as u64
    }

    /// Some of its commands, as a list: at most `most` from `first` on, counted from 0.
    pub fn inputs(&self, first: u64, most: u64) -> Vec<u8> {
        let inputs = self.inputs.iter().skip(index(first)).take(index(most));
        bytes_of(&inputs.collect::<Vec<_>>())
    }
}

impl Journal {
    fn of(
        header: Header,
        mut read: Vec<Result<journal::Input, JournalError>>,
        whole: u64,
    ) -> Result<Self, JournalError> {
        let torn = read.pop_if(|last| matches!(last, Err(JournalError::Torn { .. }))).is_some();
        let inputs = read.into_iter().collect::<Result<_, _>>()?;
        Ok(Self { header, inputs, whole, torn })
    }

    pub(crate) fn replay(
        &self,
        router: &mut core::Router,
        keep: bool,
    ) -> Result<Vec<core::Event>, Fault> {
        let mut events = Vec::new();
        for input in &self.inputs {
            let replayed = router.replay_into(input, &mut events);
            replayed.map_err(|fault| Fault::journal(&fault, &events))?;
            if !keep {
                events.clear();
            }
        }
        Ok(events)
    }

    pub(crate) fn recording(
        &self,
        time_zone: &str,
    ) -> Result<core::what_if::Recording, core::what_if::WhatIfError> {
        core::what_if::Recording::of(&self.header, self.inputs.iter().cloned().map(Ok), time_zone)
    }
}

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
