//! The router, as `lib/router.js` calls it: values come and go in a buffer of JavaScript's, of which the
//! first `length` bytes are written; how many came back is answered.

use std::sync::Mutex;

use napi::Env;
use napi::bindgen_prelude::BufferSlice;
use napi_derive::napi;
use refdesk as core;
use refdesk_crossing::{Fault, Given as _, Out as _, Put, Take as _};

use core::wire::Wire;
use core::{Command, Event, Refusal, Timestamp};

use crate::errors::{Result, invalid, invalid_value, refused, unreadable, violation_error};
use crate::hold::hold;
use crate::kept::secret_of;
use crate::stream::{Given, Out, Texts};

/// A router, as JavaScript has it. It belongs to one thread: nobody waits for the lock, which is there to know of a
/// panic.
#[napi]
pub struct NativeRouter(Mutex<Held>);

/// The router of the core, and what is used again for each call.
pub(crate) struct Held {
    pub(crate) router: core::Router,
    out: Out,
    events: Vec<Event>,
    commands: Vec<Command>,
    answers: Vec<Result<usize, Refusal>>,
    /// The texts of each command of a list.
    texts: Vec<Texts>,
}

// They have more of its methods: `napi` has to have seen the struct before them.
mod keeping;
mod questions;

impl NativeRouter {
    pub(crate) fn of(router: core::Router) -> Self {
        Self(Mutex::new(Held {
            router,
            out: Out::default(),
            events: Vec::new(),
            commands: Vec::new(),
            answers: Vec::new(),
            texts: Vec::new(),
        }))
    }

    pub(crate) fn ask<Answer>(
        &self,
        asks: impl FnOnce(&mut Held) -> Result<Answer>,
    ) -> Result<Answer> {
        const STOPPED: &str = "the router stopped in the middle of a step, which is a bug of refdesk: make another from \
                               its last snapshot and its journal";
        hold(&self.0, STOPPED, asks)
    }
}

impl Held {
    /// Reads what was handed in.
    fn read<T>(
        &mut self,
        bytes: &[u8],
        length: u32,
        take: impl FnOnce(&mut Given<'_>) -> Result<T, Fault>,
    ) -> Result<T> {
        self.out.clear();
        let bytes = bytes.get(..length as usize).unwrap_or_default();
        take(&mut Given::new(bytes, &mut self.out.texts)).map_err(invalid)
    }

    /// All commands are read before the first is carried out.
    fn read_all(&mut self, bytes: &[u8], length: u32) -> Result<()> {
        let bytes = bytes.get(..length as usize).unwrap_or_default();
        self.commands.clear();
        let mut nothing = Texts::default();
        let mut given = Given::new(bytes, &mut nothing);
        let count = given.count().map_err(invalid)?;
        let mut at = given.consumed();
        for number in 0..count {
            if self.texts.len() == number {
                self.texts.push(Texts::default());
            }
            let texts = &mut self.texts[number];
            texts.clear();
            let mut given = Given::new(bytes.get(at..).unwrap_or_default(), texts);
            let read = command(&mut given).map_err(|fault| fault.numbered(number));
            at += given.consumed();
            self.commands.push(read.map_err(invalid)?);
        }
        Ok(())
    }

    /// Hands a value out.
    fn answer(&mut self, bytes: &mut [u8], value: &impl Put) -> u32 {
        value.put(&mut self.out);
        self.finish(bytes)
    }

    fn or_refused(&mut self, bytes: &mut [u8], value: Result<impl Put, Refusal>) -> Result<u32> {
        match value {
            Ok(value) => Ok(self.answer(bytes, &value)),
            Err(refusal) => Err(refused(&refusal)),
        }
    }

    /// Copies what is written; where there is no room for it, it waits for `fetch`.
    fn finish(&self, bytes: &mut [u8]) -> u32 {
        let written = &self.out.bytes;
        if let Some(room) = bytes.get_mut(..written.len()) {
            room.copy_from_slice(written);
        }
        u32::try_from(written.len()).expect("limits of the router are far below")
    }

    fn put_events(&mut self) {
        self.events.put(&mut self.out);
        self.tidy();
    }

    /// What was used stays for the next call, but not as much as a long journal has.
    fn tidy(&mut self) {
        const MANY: usize = 1_000;
        self.events.clear();
        self.events.shrink_to(MANY);
        self.commands.clear();
        self.commands.shrink_to(MANY);
        self.texts.truncate(MANY);
    }
}

fn command(given: &mut Given<'_>) -> Result<Command, Fault> {
    Command::take(given)
}

fn put_done(out: &mut Out, events: &[Event]) {
    out.byte(0);
    events.put(out);
}

fn put_refused(out: &mut Out, refusal: &Refusal) {
    out.byte(1);
    out.text(refusal.code());
    out.text(&refusal.to_string());
    refusal.put(out);
}

#[napi]
impl NativeRouter {
    #[napi(factory, catch_unwind)]
    pub fn create(config: String, now: f64, secret: Option<BufferSlice<'_>>) -> Result<Self> {
        let mut config = core::Config::from_json(&config).map_err(unreadable)?;
        config.secret = secret_of(secret.as_deref())?;
        Ok(Self::of(core::Router::new(config, instant(now))))
    }

    /// What was too long for the buffer before.
    #[napi(catch_unwind)]
    pub fn fetch(&self, mut bytes: BufferSlice<'_>) -> Result<()> {
        self.ask(|held| {
            held.finish(&mut bytes);
            Ok(())
        })
    }

    #[napi(catch_unwind)]
    pub fn advance(&self, mut bytes: BufferSlice<'_>, now: f64) -> Result<u32> {
        self.ask(|held| {
            held.out.clear();
            held.router.advance_into(instant(now), &mut held.events);
            held.put_events();
            Ok(held.finish(&mut bytes))
        })
    }

    #[napi(catch_unwind)]
    pub fn apply(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            let command = held.read(&bytes, length, command)?;
            match held.router.apply_into(&command, &mut held.events) {
                Ok(()) => put_done(&mut held.out, &held.events),
                Err(refusal) => put_refused(&mut held.out, &refusal),
            }
            held.tidy();
            Ok(held.finish(&mut bytes))
        })
    }

    #[napi(catch_unwind)]
    pub fn apply_all(&self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.ask(|held| {
            held.read_all(&bytes, length)?;
            held.out.clear();
            held.router.apply_all_into(&held.commands, &mut held.events, &mut held.answers);
            let mut events = held.events.as_slice();
            for (answer, texts) in held.answers.drain(..).zip(&mut held.texts) {
                std::mem::swap(&mut held.out.texts, texts);
                match answer {
                    Ok(count) => {
                        let (own, others) = events.split_at(count);
                        put_done(&mut held.out, own);
                        events = others;
                    }
                    Err(refusal) => put_refused(&mut held.out, &refusal),
                }
                std::mem::swap(&mut held.out.texts, texts);
            }
            held.tidy();
            Ok(held.finish(&mut bytes))
        })
    }

    #[napi(catch_unwind)]
    pub fn apply_json(&self, commands: String) -> Result<String> {
        self.ask(|held| held.router.apply_json(&commands).map_err(unreadable))
    }

    #[napi(catch_unwind)]
    pub fn apply_bytes<'env>(
        &self,
        env: &'env Env,
        commands: BufferSlice<'_>,
    ) -> Result<BufferSlice<'env>> {
        let answers = self.ask(|held| held.router.apply_bytes(&commands).map_err(unreadable))?;
        copied(env, &answers)
    }

    #[napi(catch_unwind)]
    pub fn advance_json(&self, now: f64) -> Result<String> {
        self.ask(|held| Ok(held.router.advance_json(instant(now))))
    }

    #[napi(catch_unwind)]
    pub fn advance_bytes<'env>(&self, env: &'env Env, now: f64) -> Result<BufferSlice<'env>> {
        copied(env, &self.ask(|held| Ok(held.router.advance_bytes(instant(now))))?)
    }

    #[napi(catch_unwind)]
    pub fn deadline(&self, mut bytes: BufferSlice<'_>) -> Result<u32> {
        self.ask(|held| {
            held.out.clear();
            let deadline = held.router.deadline();
            Ok(held.answer(&mut bytes, &deadline))
        })
    }

    #[napi(catch_unwind)]
    #[allow(clippy::cast_precision_loss, reason = "instants are within what JavaScript has")]
    pub fn now(&self) -> Result<f64> {
        self.ask(|held| Ok(held.router.now().as_millis() as f64))
    }

    #[napi(catch_unwind)]
    pub fn config(&self) -> Result<String> {
        self.ask(|held| Ok(held.router.config().to_json()))
    }

    #[napi(catch_unwind)]
    pub fn check_invariants(&self) -> Result<()> {
        self.ask(|held| {
            core::check_invariants(&held.router).map_err(|violation| violation_error(&violation))
        })
    }

    /// Another one that stands where this one does.
    #[napi(catch_unwind)]
    pub fn copy(&self) -> Result<Self> {
        self.ask(|held| Ok(held.router.clone())).map(Self::of)
    }
}

/// Bytes that are JavaScript's own. What it only borrows is given back when it comes to its timers: to a host that does
/// not come to them for long, as if it were lost.
fn copied<'env>(env: &'env Env, bytes: &[u8]) -> Result<BufferSlice<'env>> {
    BufferSlice::copy_from(env, bytes).map_err(invalid_value)
}

/// What comes is whole: `lib/router.js` looks.
#[expect(clippy::cast_possible_truncation, reason = "what lies outside becomes the nearer end")]
pub(crate) fn instant(now: f64) -> Timestamp {
    Timestamp::from_millis(now as i64)
}
