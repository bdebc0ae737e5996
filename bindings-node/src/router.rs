//! The router, as `lib/router.js` calls it: values come and go in a buffer of JavaScript's, of which the
//! first `length` bytes are written; how many came back is answered.

use napi::Env;
use napi::bindgen_prelude::BufferSlice;
use napi_derive::napi;
use refdesk as core;

use core::journal::{Header, Input};
use core::setup::Setup;
use core::wire::Wire;
use core::{Command, Event, Refusal, Timestamp};

use crate::errors::{
    Result, invalid, invalid_value, refused, setup_error, snapshot_error, unreadable,
    violation_error,
};
use crate::kept::{Kept, NativeJournal, secret_of};
use crate::stream::{Fault, Given, Out, Put, Texts};

/// The router of the core, and what is used again for each call.
#[napi]
pub struct NativeRouter {
    pub(crate) router: core::Router,
    out: Out,
    events: Vec<Event>,
    commands: Vec<Command>,
    answers: Vec<Result<usize, Refusal>>,
    /// The texts of each command of a list.
    texts: Vec<Texts>,
}

impl NativeRouter {
    pub(crate) fn of(router: core::Router) -> Self {
        Self {
            router,
            out: Out::default(),
            events: Vec::new(),
            commands: Vec::new(),
            answers: Vec::new(),
            texts: Vec::new(),
        }
    }

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

impl Put for Event {
    fn put(&self, out: &mut Out) {
        self.at.put(out);
        self.seq.put(out);
        self.kind.put(out);
    }
}

fn command(given: &mut Given<'_>) -> Result<Command, Fault> {
    Ok(Command { by: given.field("by")?, action: given.field("action")? })
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
    pub fn fetch(&self, mut bytes: BufferSlice<'_>) {
        self.finish(&mut bytes);
    }

    #[napi(catch_unwind)]
    pub fn advance(&mut self, mut bytes: BufferSlice<'_>, now: f64) -> u32 {
        self.out.clear();
        self.router.advance_into(instant(now), &mut self.events);
        self.put_events();
        self.finish(&mut bytes)
    }

    #[napi(catch_unwind)]
    pub fn apply(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let command = self.read(&bytes, length, command)?;
        match self.router.apply_into(&command, &mut self.events) {
            Ok(()) => put_done(&mut self.out, &self.events),
            Err(refusal) => put_refused(&mut self.out, &refusal),
        }
        self.tidy();
        Ok(self.finish(&mut bytes))
    }

    #[napi(catch_unwind)]
    pub fn apply_all(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        self.read_all(&bytes, length)?;
        self.out.clear();
        self.router.apply_all_into(&self.commands, &mut self.events, &mut self.answers);
        let mut events = self.events.as_slice();
        for (answer, texts) in self.answers.drain(..).zip(&mut self.texts) {
            std::mem::swap(&mut self.out.texts, texts);
            match answer {
                Ok(count) => {
                    let (own, others) = events.split_at(count);
                    put_done(&mut self.out, own);
                    events = others;
                }
                Err(refusal) => put_refused(&mut self.out, &refusal),
            }
            std::mem::swap(&mut self.out.texts, texts);
        }
        self.tidy();
        Ok(self.finish(&mut bytes))
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
            let read = command(&mut given).map_err(|fault| fault.within(&format!("[{number}]")));
            at += given.consumed();
            self.commands.push(read.map_err(invalid)?);
        }
        Ok(())
    }

    #[napi(catch_unwind)]
    pub fn apply_json(&mut self, commands: String) -> Result<String> {
        self.router.apply_json(&commands).map_err(unreadable)
    }

    #[napi(catch_unwind)]
    pub fn apply_bytes<'env>(
        &mut self,
        env: &'env Env,
        commands: BufferSlice<'_>,
    ) -> Result<BufferSlice<'env>> {
        let answers = self.router.apply_bytes(&commands).map_err(unreadable)?;
        copied(env, &answers)
    }

    #[napi(catch_unwind)]
    pub fn advance_json(&mut self, now: f64) -> String {
        self.router.advance_json(instant(now))
    }

    #[napi(catch_unwind)]
    pub fn advance_bytes<'env>(&mut self, env: &'env Env, now: f64) -> Result<BufferSlice<'env>> {
        copied(env, &self.router.advance_bytes(instant(now)))
    }

    #[napi(catch_unwind)]
    pub fn deadline(&mut self, mut bytes: BufferSlice<'_>) -> u32 {
        self.out.clear();
        let deadline = self.router.deadline();
        self.answer(&mut bytes, &deadline)
    }

    #[napi(catch_unwind)]
    #[allow(clippy::cast_precision_loss, reason = "instants are within what JavaScript has")]
    pub fn now(&self) -> f64 {
        self.router.now().as_millis() as f64
    }

    #[napi(catch_unwind)]
    pub fn config(&self) -> String {
        self.router.config().to_json()
    }

    #[napi(catch_unwind)]
    pub fn view_chat(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let chat = self.read(&bytes, length, |given| given.field("chat"))?;
        let view = self.router.view_chat(&chat);
        Ok(self.answer(&mut bytes, &view))
    }

    #[napi(catch_unwind)]
    pub fn view_operator(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let operator = self.read(&bytes, length, |given| given.field("operator"))?;
        let view = self.router.view_operator(&operator);
        Ok(self.answer(&mut bytes, &view))
    }

    #[napi(catch_unwind)]
    pub fn open_chats(&self) -> u32 {
        u32::try_from(self.router.open_chats()).unwrap_or(u32::MAX)
    }

    #[napi(catch_unwind)]
    pub fn availability(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let queue = self.read(&bytes, length, |given| given.field("queue"))?;
        let availability = self.router.availability(&queue);
        Ok(self.answer(&mut bytes, &availability))
    }

    #[napi(catch_unwind)]
    pub fn queue_state(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let queue = self.read(&bytes, length, |given| given.field("queue"))?;
        let state = self.router.queue_state(&queue);
        Ok(self.answer(&mut bytes, &state))
    }

    #[napi(catch_unwind)]
    pub fn position(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let chat = self.read(&bytes, length, |given| given.field("chat"))?;
        let position = self.router.position(&chat);
        Ok(self.answer(&mut bytes, &position))
    }

    #[napi(catch_unwind)]
    pub fn explain(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, by, page) = self.read(&bytes, length, |given| {
            Ok((given.field("chat")?, given.field("by")?, given.field::<Option<_>>("page")?))
        })?;
        let explanation = self.router.explain(&chat, &by, &page.unwrap_or(core::Page::EVERYBODY));
        self.or_refused(&mut bytes, explanation)
    }

    #[napi(catch_unwind)]
    pub fn transcript(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, reader) = self.read(&bytes, length, chat_and_reader)?;
        let entries = self.router.transcript(&chat, &reader);
        self.or_refused(&mut bytes, entries)
    }

    #[napi(catch_unwind)]
    pub fn view_transcript(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, reader) = self.read(&bytes, length, chat_and_reader)?;
        let view = self.router.view_transcript(&chat, &reader);
        self.or_refused(&mut bytes, view)
    }

    #[napi(catch_unwind)]
    pub fn transcript_digest(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, reader) = self.read(&bytes, length, chat_and_reader)?;
        let digest = self.router.transcript_digest(&chat, &reader);
        self.or_refused(&mut bytes, digest)
    }

    #[napi(catch_unwind)]
    pub fn colleagues(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let operator = self.read(&bytes, length, |given| given.field("operator"))?;
        let colleagues = self.router.colleagues(&operator);
        Ok(self.answer(&mut bytes, &colleagues))
    }

    #[napi(catch_unwind)]
    pub fn buddies(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let party = self.read(&bytes, length, |given| given.field("party"))?;
        let buddies = self.router.buddies(&party);
        Ok(self.answer(&mut bytes, &buddies))
    }

    #[napi(catch_unwind)]
    pub fn listings(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let institution = self.read(&bytes, length, |given| given.field("institution"))?;
        // They are of the router that is answered from.
        let listings = self.router.listings(&institution).map_err(|refusal| refused(&refusal))?;
        listings.put(&mut self.out);
        Ok(self.finish(&mut bytes))
    }

    #[napi(catch_unwind)]
    pub fn targets(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (chat, reader) = self.read(&bytes, length, chat_and_reader)?;
        let choices = self.router.targets(&chat, &reader);
        self.or_refused(&mut bytes, choices)
    }

    #[napi(catch_unwind)]
    pub fn chats_at_partners(&mut self, mut bytes: BufferSlice<'_>, length: u32) -> Result<u32> {
        let (institution, reader) = self.read(&bytes, length, |given| {
            Ok((given.field("institution")?, given.field("reader")?))
        })?;
        let chats = self.router.chats_at_partners(&institution, &reader);
        self.or_refused(&mut bytes, chats)
    }

    #[napi(catch_unwind)]
    pub fn check_invariants(&self) -> Result<()> {
        core::check_invariants(&self.router).map_err(|violation| violation_error(&violation))
    }

    #[napi(catch_unwind)]
    pub fn plan(&self, setup: String) -> Result<String> {
        let setup = Setup::from_json(&setup).map_err(unreadable)?;
        let plan = self.router.plan(&setup).map_err(|report| setup_error(&report))?;
        Ok(plan.to_json())
    }

    #[napi(catch_unwind)]
    pub fn apply_setup(&mut self, mut bytes: BufferSlice<'_>, setup: String) -> Result<u32> {
        let setup = Setup::from_json(&setup).map_err(unreadable)?;
        self.events = self.router.apply_setup(&setup).map_err(|report| setup_error(&report))?;
        self.out.clear();
        self.put_events();
        Ok(self.finish(&mut bytes))
    }

    #[napi(catch_unwind)]
    pub fn setup(&self) -> String {
        Setup::of(&self.router).to_json()
    }

    #[napi(catch_unwind)]
    pub fn snapshot<'env>(&self, env: &'env Env) -> Result<BufferSlice<'env>> {
        copied(env, &self.router.snapshot().to_bytes())
    }

    #[napi(catch_unwind)]
    pub fn snapshot_json(&self) -> String {
        self.router.snapshot().to_json()
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
            Kept::B(text) => core::Snapshot::from_json(text)
                .map_err(|fault| core::SnapshotError::Unreadable(fault.to_string())),
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
    pub fn digest(&self) -> String {
        self.router.digest().into()
    }

    #[napi(catch_unwind)]
    #[allow(clippy::cast_precision_loss, reason = "nobody gives that many commands")]
    pub fn accepted(&self) -> f64 {
        self.router.accepted() as f64
    }

    #[napi(catch_unwind)]
    pub fn journal_header<'env>(&self, env: &'env Env) -> Result<BufferSlice<'env>> {
        copied(env, &Header::of(&self.router).to_bytes())
    }

    #[napi(catch_unwind)]
    pub fn journal_header_line(&self) -> String {
        Header::of(&self.router).to_line()
    }

    #[napi(catch_unwind)]
    pub fn journal_frame<'env>(
        &mut self,
        env: &'env Env,
        bytes: BufferSlice<'_>,
        length: u32,
        number: Option<f64>,
    ) -> Result<BufferSlice<'env>> {
        copied(env, &self.accepted_as(&bytes, length, number)?.to_bytes())
    }

    #[napi(catch_unwind)]
    pub fn journal_line(
        &mut self,
        bytes: BufferSlice<'_>,
        length: u32,
        number: Option<f64>,
    ) -> Result<String> {
        Ok(self.accepted_as(&bytes, length, number)?.to_line())
    }

    /// Carries out what the journal has and this router has not: what happened, and what is wrong from there on.
    #[napi(catch_unwind)]
    pub fn replay(
        &mut self,
        mut bytes: BufferSlice<'_>,
        journal: &NativeJournal,
        keep: bool,
    ) -> Result<u32> {
        self.events.clear();
        let hear = |event| self.events.extend(keep.then_some(event));
        let replayed = self.router.replay_all(&journal.0.inputs, hear);
        self.out.clear();
        match replayed {
            Ok(()) => self.out.byte(0),
            Err(fault) => {
                self.out.byte(1);
                self.out.text(fault.code());
                self.out.text(&fault.to_string());
            }
        }
        self.put_events();
        Ok(self.finish(&mut bytes))
    }

    /// Another one that stands where this one does.
    #[napi(catch_unwind)]
    pub fn copy(&self) -> Self {
        Self::of(self.router.clone())
    }
}

fn chat_and_reader(given: &mut Given<'_>) -> Result<(core::ChatId, core::Actor), Fault> {
    Ok((given.field("chat")?, given.field("reader")?))
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
