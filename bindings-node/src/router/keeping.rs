//! A router as a document, as a snapshot, and as the journal of its commands.

use napi::Env;
use napi::bindgen_prelude::BufferSlice;
use napi_derive::napi;
use refdesk as core;
use refdesk_crossing::Out as _;

use core::journal::{Header, Input};
use core::setup::Setup;
use core::wire::Wire;

use super::{Held, NativeRouter, command, copied};
use crate::errors::{Result, invalid_value, setup_error, snapshot_error, unreadable};
use crate::kept::{Kept, NativeJournal, secret_of};

#[napi]
impl NativeRouter {
    #[napi(catch_unwind)]
    pub fn plan(&self, setup: String) -> Result<String> {
        let setup = Setup::from_json(&setup).map_err(unreadable)?;
        self.ask(|held| {
            let plan = held.router.plan(&setup).map_err(|report| setup_error(&report))?;
            Ok(plan.to_json())
        })
    }

    #[napi(catch_unwind)]
    pub fn apply_setup(&self, mut bytes: BufferSlice<'_>, setup: String) -> Result<u32> {
        self.ask(|held| {
            let setup = Setup::from_json(&setup).map_err(unreadable)?;
            held.events = held.router.apply_setup(&setup).map_err(|report| setup_error(&report))?;
            held.out.clear();
            held.put_events();
            Ok(held.finish(&mut bytes))
        })
    }

    #[napi(catch_unwind)]
    pub fn setup(&self) -> Result<String> {
        self.ask(|held| Ok(held.router.setup().to_json()))
    }

    #[napi(catch_unwind)]
    pub fn snapshot<'env>(&self, env: &'env Env) -> Result<BufferSlice<'env>> {
        copied(env, &self.ask(|held| Ok(held.router.snapshot().to_bytes()))?)
    }

    #[napi(catch_unwind)]
    pub fn snapshot_json(&self) -> Result<String> {
        self.ask(|held| Ok(held.router.snapshot().to_json()))
    }

    #[napi(factory, catch_unwind)]
    pub fn restore(
        snapshot: Kept<'_>,
        secret: Option<BufferSlice<'_>>,
        adopt_time_zones: bool,
    ) -> Result<Self> {
        let secret = secret_of(secret.as_deref())?;
        let snapshot = match &snapshot {
            Kept::A(bytes) => core::Snapshot::from_bytes(bytes),
            Kept::B(text) => core::Snapshot::from_json(text).map_err(Into::into),
        };
        let restored = snapshot.and_then(|mut snapshot| {
            if adopt_time_zones {
                snapshot.adopt_time_zones();
            }
            core::Router::restore(&snapshot, secret)
        });
        restored.map(Self::of).map_err(|fault| snapshot_error(&fault))
    }

    #[napi(catch_unwind)]
    pub fn digest(&self) -> Result<String> {
        self.ask(|held| Ok(held.router.digest().into()))
    }

    #[napi(catch_unwind)]
    #[allow(clippy::cast_precision_loss, reason = "nobody gives that many commands")]
    pub fn accepted(&self) -> Result<f64> {
        self.ask(|held| Ok(held.router.accepted() as f64))
    }

    #[napi(catch_unwind)]
    pub fn journal_header<'env>(&self, env: &'env Env) -> Result<BufferSlice<'env>> {
        copied(env, &self.ask(|held| Ok(Header::of(&held.router).to_bytes()))?)
    }

    #[napi(catch_unwind)]
    pub fn journal_header_line(&self) -> Result<String> {
        self.ask(|held| Ok(Header::of(&held.router).to_line()))
    }

    #[napi(catch_unwind)]
    pub fn journal_frame<'env>(
        &self,
        env: &'env Env,
        bytes: BufferSlice<'_>,
        length: u32,
        number: Option<f64>,
    ) -> Result<BufferSlice<'env>> {
        copied(env, &self.ask(|held| Ok(held.accepted_as(&bytes, length, number)?.to_bytes()))?)
    }

    #[napi(catch_unwind)]
    pub fn journal_line(
        &self,
        bytes: BufferSlice<'_>,
        length: u32,
        number: Option<f64>,
    ) -> Result<String> {
        self.ask(|held| Ok(held.accepted_as(&bytes, length, number)?.to_line()))
    }

    /// Carries out what the journal has and this router has not: what happened, and what is wrong from there on.
    #[napi(catch_unwind)]
    pub fn replay(
        &self,
        mut bytes: BufferSlice<'_>,
        journal: &NativeJournal,
        keep: bool,
    ) -> Result<u32> {
        self.ask(|held| {
            held.events.clear();
            let hear = |event| held.events.extend(keep.then_some(event));
            let replayed = held.router.replay_all(&journal.0.inputs, hear);
            held.out.clear();
            match replayed {
                Ok(()) => held.out.byte(0),
                Err(fault) => {
                    held.out.byte(1);
                    held.out.text(fault.code());
                    held.out.text(&fault.to_string());
                }
            }
            held.put_events();
            Ok(held.finish(&mut bytes))
        })
    }
}

impl Held {
    /// A command that was accepted as this one, or as the last one, at the time that it is now.
    fn accepted_as(&mut self, bytes: &[u8], length: u32, number: Option<f64>) -> Result<Input> {
        let command = self.read(bytes, length, command)?;
        let whole = |number: f64| {
            let whole = number.to_string().parse();
            whole.map_err(|_| invalid_value("`number`: that of an accepted command is wanted"))
        };
        let input = Input::accepted_as(&self.router, number.map(whole).transpose()?, command);
        input.map_err(|fault| invalid_value(format!("`number`: {fault}")))
    }
}
