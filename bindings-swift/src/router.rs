//! The router: one lock around that of the core.

use std::sync::{Arc, Mutex, MutexGuard};

use refdesk as core;
use refdesk_crossing::{Out as _, Put as _};

use core::journal::{Header, Input};
use core::wire::Wire;
use core::{Actor, Command, Config, Event, Page, Refusal, Snapshot, SnapshotError, Timestamp};

use crate::documents::setup_of;
use crate::fault::Fault;
use crate::keeping::Journal;
use crate::stream::{Out, text_of, value_from};
use crate::values::{bytes_of, id_of, secret_of, value_of};

/// What every call says once one of them has panicked: how far that one came, nobody knows.
const STOPPED: &str = "the router stopped in the middle of a step, which is a bug of refdesk: \
    make another from its last snapshot and its journal";

/// A whole collaborative as a deterministic state machine. What goes in and out is the wire form as CBOR.
#[derive(uniffi::Object)]
pub struct Router(Mutex<core::Router>);

#[uniffi::export]
impl Router {
    /// A router without institutions. An empty configuration is the default one, an empty secret is known to all.
    #[uniffi::constructor]
    pub fn new(config: &[u8], now: i64, secret: &[u8]) -> Result<Self, Fault> {
        let given = (!config.is_empty()).then(|| Config::from_bytes(config)).transpose()?;
        let config = Config { secret: secret_of(secret)?, ..given.unwrap_or_default() };
        Ok(Self::of(core::Router::new(config, Timestamp::from_millis(now))))
    }

    /// A router that goes on where another stood when a snapshot was taken.
    #[uniffi::constructor]
    pub fn restore(snapshot: &[u8], secret: &[u8], adopt_time_zones: bool) -> Result<Self, Fault> {
        Self::restored(Snapshot::from_bytes(snapshot)?, secret, adopt_time_zones)
    }

    /// As `restore`, from JSON.
    #[uniffi::constructor]
    pub fn restore_json(
        snapshot: &str,
        secret: &[u8],
        adopt_time_zones: bool,
    ) -> Result<Self, Fault> {
        let read = Snapshot::from_json(snapshot).map_err(SnapshotError::from)?;
        Self::restored(read, secret, adopt_time_zones)
    }

    /// Another router in the same state.
    pub fn copy(&self) -> Arc<Self> {
        Arc::new(Self::of(self.lock().clone()))
    }

    /// Carries a list of commands out: a list of what came of each.
    pub fn apply_bytes(&self, commands: &[u8]) -> Result<Vec<u8>, Fault> {
        Ok(self.lock().apply_bytes(commands)?)
    }

    /// As `apply_bytes`, in JSON.
    pub fn apply_json(&self, commands: &str) -> Result<String, Fault> {
        Ok(self.lock().apply_json(commands)?)
    }

    /// Carries a command out, and says what came of it: both without names, as `stream` has them.
    pub fn apply(&self, command: &[u8]) -> Result<String, Fault> {
        let command: Command = value_from(command)?;
        let mut events = Vec::with_capacity(4);
        let mut router = self.lock();
        let answer = router.apply_into(&command, &mut events);
        let mut out = Out::new();
        put_answer(&mut out, answer.as_ref().map(|()| events.as_slice()));
        Ok(out.finish())
    }

    /// As `apply`, of many: what came of each. All are read before the first is carried out.
    pub fn apply_all(&self, commands: &[u8]) -> Result<String, Fault> {
        let commands: Vec<Command> = value_from(commands)?;
        let (mut events, mut answers) = (Vec::new(), Vec::new());
        let mut router = self.lock();
        router.apply_all_into(&commands, &mut events, &mut answers);
        let mut out = Out::new();
        out.number(answers.len() as u64);
        let mut events = events.as_slice();
        for answer in &answers {
            let (own, others) = events.split_at(*answer.as_ref().unwrap_or(&0));
            put_answer(&mut out, answer.as_ref().map(|_| own));
            events = others;
        }
        Ok(out.finish())
    }

    /// Moves time on and fires every timer due: the events as a list without names, as `stream` has them.
    pub fn advance(&self, now: i64) -> String {
        text_of(&self.lock().advance(Timestamp::from_millis(now)))
    }

    /// Moves time on and fires every timer due: the events as a list.
    pub fn advance_bytes(&self, now: i64) -> Vec<u8> {
        self.lock().advance_bytes(Timestamp::from_millis(now))
    }

    /// As `advance_bytes`, in JSON.
    pub fn advance_json(&self, now: i64) -> String {
        self.lock().advance_json(Timestamp::from_millis(now))
    }

    /// When to advance next, and whose timer it is: null where there is none.
    pub fn deadline_bytes(&self) -> Vec<u8> {
        bytes_of(&self.lock().deadline())
    }

    /// As `deadline_bytes`, without names, as `stream` has it.
    pub fn deadline(&self) -> String {
        text_of(&self.lock().deadline())
    }

    /// When to advance next, alone.
    pub fn due(&self) -> Option<i64> {
        self.lock().deadline().map(|deadline| deadline.at.as_millis())
    }

    /// The time last advanced to.
    pub fn now(&self) -> i64 {
        self.lock().now().as_millis()
    }

    /// The configuration that it was made with.
    pub fn config(&self) -> Vec<u8> {
        self.lock().config().to_bytes()
    }

    /// An open chat, as it is now.
    pub fn view_chat(&self, chat: &str) -> Result<Vec<u8>, Fault> {
        let chat = id_of("chat", chat)?;
        Ok(bytes_of(&self.lock().view_chat(&chat)))
    }

    /// An operator, as they are now.
    pub fn view_operator(&self, operator: &str) -> Result<Vec<u8>, Fault> {
        let operator = id_of("operator", operator)?;
        Ok(bytes_of(&self.lock().view_operator(&operator)))
    }

    /// The open chats, in the order of their ids.
    pub fn chats(&self) -> Vec<String> {
        self.lock().chats().iter().map(ToString::to_string).collect()
    }

    /// How many chats are open.
    pub fn open_chats(&self) -> u64 {
        self.lock().open_chats() as u64
    }

    /// What would come of a new chat on a queue now.
    pub fn availability(&self, queue: &str) -> Result<Vec<u8>, Fault> {
        let queue = id_of("queue", queue)?;
        Ok(bytes_of(&self.lock().availability(&queue)))
    }

    /// Whether a queue is open, draining or closed.
    pub fn queue_state(&self, queue: &str) -> Result<Vec<u8>, Fault> {
        let queue = id_of("queue", queue)?;
        Ok(bytes_of(&self.lock().queue_state(&queue)))
    }

    /// Where a waiting chat stands in line, and how long it may take.
    pub fn position(&self, chat: &str) -> Result<Vec<u8>, Fault> {
        let chat = id_of("chat", chat)?;
        Ok(bytes_of(&self.lock().position(&chat)))
    }

    /// Why a chat is where it is. An empty page is everybody.
    pub fn explain(&self, chat: &str, by: &[u8], page: &[u8]) -> Result<Vec<u8>, Fault> {
        let (chat, by): (_, Actor) = (id_of("chat", chat)?, value_of("by", by)?);
        let page = if page.is_empty() { Page::EVERYBODY } else { value_of("page", page)? };
        Ok(self.lock().explain(&chat, &by, &page)?.to_bytes())
    }

    /// What somebody may read of an open chat.
    pub fn transcript(&self, chat: &str, reader: &[u8]) -> Result<Vec<u8>, Fault> {
        let (chat, reader): (_, Actor) = (id_of("chat", chat)?, value_of("reader", reader)?);
        Ok(bytes_of(&self.lock().transcript(&chat, &reader)?))
    }

    /// As `transcript`, such that it can be checked.
    pub fn view_transcript(&self, chat: &str, reader: &[u8]) -> Result<Vec<u8>, Fault> {
        let (chat, reader): (_, Actor) = (id_of("chat", chat)?, value_of("reader", reader)?);
        Ok(self.lock().view_transcript(&chat, &reader)?.to_bytes())
    }

    /// Where the chain of digests of an open chat stands now.
    pub fn transcript_digest(&self, chat: &str, reader: &[u8]) -> Result<String, Fault> {
        let (chat, reader): (_, Actor) = (id_of("chat", chat)?, value_of("reader", reader)?);
        Ok(self.lock().transcript_digest(&chat, &reader)?.to_string())
    }

    /// To whom a chat that somebody answers may be transferred, and why not to others.
    pub fn targets(&self, chat: &str, reader: &[u8]) -> Result<Vec<u8>, Fault> {
        let (chat, reader): (_, Actor) = (id_of("chat", chat)?, value_of("reader", reader)?);
        Ok(bytes_of(&self.lock().targets(&chat, &reader)?))
    }

    /// The open chats of an institution's patrons that are at partners, in the order of arrival.
    pub fn chats_at_partners(&self, institution: &str, reader: &[u8]) -> Result<Vec<u8>, Fault> {
        let institution = id_of("institution", institution)?;
        let reader: Actor = value_of("reader", reader)?;
        Ok(bytes_of(&self.lock().chats_at_partners(&institution, &reader)?))
    }

    /// All whom an operator sees.
    pub fn colleagues(&self, operator: &str) -> Result<Vec<u8>, Fault> {
        let operator = id_of("operator", operator)?;
        Ok(bytes_of(&self.lock().colleagues(&operator)))
    }

    /// The buddies of an operator, a queue or a contact.
    pub fn buddies(&self, party: &[u8]) -> Result<Vec<u8>, Fault> {
        let party = value_of("party", party)?;
        Ok(bytes_of(&self.lock().buddies(&party)))
    }

    /// Who looks for partners, and on which terms, as far as an institution sees it.
    pub fn listings(&self, institution: &str) -> Result<Vec<u8>, Fault> {
        let institution = id_of("institution", institution)?;
        Ok(bytes_of(&self.lock().listings(&institution)?))
    }

    /// Checks all that has to hold between any two steps.
    pub fn check_invariants(&self) -> Result<(), Fault> {
        Ok(core::check_invariants(&self.lock())?)
    }

    /// The commands that lead from what is there to what a document in JSON says.
    pub fn plan(&self, setup: &str) -> Result<Vec<u8>, Fault> {
        let setup = setup_of(setup)?;
        Ok(self.lock().plan(&setup)?.to_bytes())
    }

    /// Brings the router to what a document in JSON says: the events as a list.
    pub fn apply_setup(&self, setup: &str) -> Result<Vec<u8>, Fault> {
        let setup = setup_of(setup)?;
        Ok(self.lock().apply_setup(&setup)?.to_bytes())
    }

    /// What there is, as a document in JSON.
    pub fn setup(&self) -> String {
        self.lock().setup().to_json()
    }

    /// The whole state, to be kept.
    pub fn snapshot(&self) -> Vec<u8> {
        self.lock().snapshot().to_bytes()
    }

    /// The whole state as JSON.
    pub fn snapshot_json(&self) -> String {
        self.lock().snapshot().to_json()
    }

    /// What stands for the whole state, the same on every platform and in every language.
    pub fn digest(&self) -> String {
        self.lock().digest().to_string()
    }

    /// How many commands it has accepted.
    pub fn accepted(&self) -> u64 {
        self.lock().accepted()
    }

    /// What a journal of bytes begins with.
    pub fn journal_header(&self) -> Vec<u8> {
        Header::of(&self.lock()).to_bytes()
    }

    /// What a journal of lines begins with.
    pub fn journal_header_line(&self) -> String {
        Header::of(&self.lock()).to_line()
    }

    /// A command that was accepted at this time, as it goes into a journal of bytes: the last one, or that number.
    pub fn journal_frame(&self, command: &[u8], number: Option<u64>) -> Result<Vec<u8>, Fault> {
        Ok(self.accepted_as(command, number)?.to_bytes())
    }

    /// As `journal_frame`, for a journal of lines.
    pub fn journal_line(&self, command: &[u8], number: Option<u64>) -> Result<String, Fault> {
        Ok(self.accepted_as(command, number)?.to_line())
    }

    /// Carries out what a journal has and this router has not: the events as a list, or an empty one.
    pub fn replay(&self, journal: &Journal, events: bool) -> Result<Vec<u8>, Fault> {
        let mut seen = Vec::new();
        let hear = |event| seen.extend(events.then_some(event));
        let mut router = self.lock();
        let replayed = router.replay_all(&journal.0.inputs, hear);
        replayed.map_err(|fault| Fault::journal(&fault, &seen))?;
        Ok(seen.to_bytes())
    }
}

/// What came of a command: its events, or its refusal.
fn put_answer(out: &mut Out, answer: Result<&[Event], &Refusal>) {
    match answer {
        Ok(events) => {
            out.byte(0);
            events.put(out);
        }
        Err(refusal) => {
            out.byte(1);
            out.text(refusal.code());
            refusal.put(out);
        }
    }
}

impl Router {
    pub(crate) const fn of(router: core::Router) -> Self {
        Self(Mutex::new(router))
    }

    /// The router of the core, for as long as nobody else may have it: until what happened is written, for whoever
    /// never hears of a step cannot go on from it. `uniffi` hands a panic on, as it did the one before.
    pub(crate) fn lock(&self) -> MutexGuard<'_, core::Router> {
        self.0.lock().unwrap_or_else(|_| panic!("{STOPPED}"))
    }

    fn restored(mut snapshot: Snapshot, secret: &[u8], adopt: bool) -> Result<Self, Fault> {
        let secret = secret_of(secret)?;
        if adopt {
            snapshot.adopt_time_zones();
        }
        Ok(Self::of(core::Router::restore(&snapshot, secret)?))
    }

    /// A command that was accepted as this one, or as the last one, at the time that it is now.
    fn accepted_as(&self, command: &[u8], number: Option<u64>) -> Result<Input, Fault> {
        let input = Input::accepted_as(&self.lock(), number, Command::from_bytes(command)?);
        input.map_err(|fault| Fault::value("number", &fault))
    }
}

#[cfg(test)]
mod tests;
