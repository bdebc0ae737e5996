//! What is kept of a router: bytes or text, and the journal of its commands.

use napi::Either;
use napi::bindgen_prelude::BufferSlice;
use napi_derive::napi;
use refdesk as core;

use core::journal::Journal;
use core::wire::Wire;

use crate::errors::{Result, invalid_value, journal_error, what_if_error};
use crate::router::NativeRouter;

/// The compact form, or the one that is text.
pub(crate) type Kept<'b> = Either<BufferSlice<'b>, String>;

pub(crate) fn secret_of(bytes: Option<&[u8]>) -> Result<[u8; 32]> {
    let Some(bytes) = bytes else { return Ok([0; 32]) };
    bytes
        .try_into()
        .map_err(|_| invalid_value(format!("`secret`: 32 bytes are wanted, not {}", bytes.len())))
}

/// A journal that was read: the accepted commands of a router, in order.
#[napi]
pub struct NativeJournal(pub(crate) Journal);

#[napi]
impl NativeJournal {
    #[napi(factory, catch_unwind)]
    pub fn read(kept: Kept<'_>) -> Result<Self> {
        let read = match &kept {
            Either::A(bytes) => Journal::read(bytes),
            Either::B(text) => Journal::read_lines(text),
        };
        read.map(Self).map_err(|fault| journal_error(&fault))
    }

    #[napi(catch_unwind)]
    #[allow(clippy::cast_precision_loss, reason = "no file is that long")]
    pub fn whole(&self) -> f64 {
        self.0.whole as f64
    }

    #[napi(catch_unwind)]
    pub fn torn(&self) -> bool {
        self.0.torn
    }

    #[napi(catch_unwind)]
    pub fn time_zones(&self) -> String {
        self.0.header.time_zones.clone()
    }

    #[napi(catch_unwind)]
    #[allow(clippy::cast_precision_loss, reason = "instants are within what JavaScript has")]
    pub fn began(&self) -> f64 {
        self.0.header.began.as_millis() as f64
    }

    #[napi(catch_unwind)]
    pub fn config(&self) -> String {
        self.0.header.config.to_json()
    }

    #[napi(catch_unwind)]
    pub fn router(&self, secret: Option<BufferSlice<'_>>) -> Result<NativeRouter> {
        let router = self.0.header.router(secret_of(secret.as_deref())?);
        router.map(NativeRouter::of).map_err(|fault| journal_error(&fault))
    }

    #[napi(catch_unwind)]
    pub fn length(&self) -> u32 {
        u32::try_from(self.0.inputs.len()).unwrap_or(u32::MAX)
    }

    #[napi(catch_unwind)]
    pub fn input(&self, number: u32) -> Option<String> {
        self.0.inputs.get(number as usize).map(Wire::to_json)
    }
}

/// A journal that was replayed, to be asked what another setup would have done.
#[napi]
pub struct NativeRecording(core::what_if::Recording);

#[napi]
impl NativeRecording {
    #[napi(factory, catch_unwind)]
    pub fn of(journal: &NativeJournal, time_zone: String) -> Result<Self> {
        let recording = core::what_if::Recording::of_journal(&journal.0, &time_zone);
        recording.map(Self).map_err(|fault| what_if_error(&fault))
    }

    #[napi(catch_unwind)]
    pub fn setup(&self) -> String {
        self.0.setup().to_json()
    }

    #[napi(catch_unwind)]
    pub fn report(&self) -> String {
        self.0.report().to_json()
    }

    #[napi(catch_unwind)]
    pub fn under(&self, setup: String) -> Result<String> {
        let setup = core::setup::Setup::from_json(&setup).map_err(crate::errors::unreadable)?;
        let what_if = self.0.under(&setup).map_err(|fault| what_if_error(&fault))?;
        Ok(what_if.to_json())
    }
}
