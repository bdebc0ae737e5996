//! The router: one lock around that of the core.

use std::sync::Mutex;

use pyo3::prelude::*;
use pyo3::sync::MutexExt;
use pyo3::types::{PyBytes, PyList, PyType};
use refdesk as core;

use core::journal::{Header, Input};
use core::wire::Wire;

use crate::convert::{Given, Show, bytes, may, must, object, text};
use crate::crossing::{Asked, at_length, config_of, hold, or_refused, shown};
use crate::documents::Setup;
use crate::errors::{
    InvalidValue, refused, replay_error, setup_error, snapshot_error, stopped, violation_error,
};
use crate::forms::unreadable;
use crate::keeping::{Journal, Kept};
use crate::mirror::values::Actor;
use crate::value::Action;

/// A whole collaborative as a deterministic state machine.
///
/// The same configuration and the same commands at the same times give the same events. It has no clock: time
/// moves by `advance` alone. It may be shared by threads: each call waits for the one before.
///
/// A new one has no institutions. `now` is the instant at which it begins, 1970 where it is left out. `secret`,
/// 32 bytes, keys its hash tables, so that nobody who chooses ids can make it slow: give a random one where ids come
/// from outside.
#[pyclass(frozen, module = "refdesk")]
pub(crate) struct Router(Mutex<core::Router>);

#[pymethods]
impl Router {
    #[new]
    #[pyo3(signature = (config = None, *, now = Given(None), secret = Given(None)))]
    fn new(config: Option<&Bound<'_, PyAny>>, now: Given<'_>, secret: Given<'_>) -> PyResult<Self> {
        let mut config = config_of(config)?;
        config.secret = may(secret, "secret")?.unwrap_or_default();
        let now = may(now, "now")?.unwrap_or_default();
        Ok(Self::of(core::Router::new(config, now)))
    }

    /// Moves time on to `now` and fires every timer due, each at its own deadline.
    ///
    /// A `now` that is not later than the last moves nothing. After `Limits.events_per_advance` events it stops
    /// between two timers: advance again while the deadline is due.
    fn advance<'py>(&self, now: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
        let now_at = must(now, "now")?;
        let events = self.ask(now.py(), |router| router.advance(now_at))?;
        shown(now.py(), events)
    }

    /// Carries a command out, at the time last advanced to, and says what happened.
    ///
    /// The host has made sure that it is really `by` who asks. What repeats what is so already is no mistake and
    /// gives no events. Raises `Refused`, and then nothing has changed.
    fn apply<'py>(
        &self,
        by: &Bound<'py, PyAny>,
        action: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = by.py();
        let by = object::<Actor>(by, "by")?.get();
        let action = object::<Action>(action, "action")?.get();
        let mut events = Vec::with_capacity(4);
        let mut refusal = None;
        self.ask(py, |router| {
            refusal = router.apply_as(&by.0, &action.0, &mut events).err();
        })?;
        match refusal {
            None => shown(py, events),
            Some(refusal) => Err(refused(py, &refusal)),
        }
    }

    /// Carries many commands out, one after the other, in one call: the events of each, or its refusal.
    ///
    /// Each is a `Command`, or a pair of who gives it and what they want. They are read to the end before the first is
    /// carried out: where reading fails, nothing has changed.
    fn apply_all<'py>(&self, commands: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
        let py = commands.py();
        let asked: Vec<Asked> = must(commands, "commands")?;
        let commands: Vec<core::Command> = asked.into_iter().map(|asked| asked.0).collect();
        let (mut events, mut answers) = (Vec::new(), Vec::with_capacity(commands.len()));
        self.ask_long(py, |router| router.apply_all_into(&commands, &mut events, &mut answers))?;
        let mut events = events.into_iter();
        let answers = answers.into_iter().map(|answer| match answer {
            Ok(count) => shown(py, events.by_ref().take(count)).map(Bound::into_any),
            Err(refusal) => Ok(refused(py, &refusal).into_value(py).into_bound(py).into_any()),
        });
        PyList::new(py, answers.collect::<PyResult<Vec<_>>>()?)
    }

    /// As `apply_all`, in the wire form: a JSON list of commands, and a JSON list of what came of each.
    fn apply_json(&self, commands: &Bound<'_, PyAny>) -> PyResult<String> {
        let (py, commands) = (commands.py(), text(commands, "commands")?);
        let answers = self.ask_long(py, |router| router.apply_json(&commands))?;
        answers.map_err(|fault| unreadable(&fault))
    }

    /// As `apply_json`, in CBOR.
    fn apply_bytes<'py>(&self, commands: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        let (py, commands) = (commands.py(), bytes(commands, "commands")?);
        let answers = self.ask_long(py, |router| router.apply_bytes(&commands))?;
        Ok(PyBytes::new(py, &answers.map_err(|fault| unreadable(&fault))?))
    }

    /// As `advance`: the events as a JSON list.
    fn advance_json(&self, now: &Bound<'_, PyAny>) -> PyResult<String> {
        let at = must(now, "now")?;
        self.ask(now.py(), |router| router.advance_json(at))
    }

    /// As `advance`: the events as a list in CBOR.
    fn advance_bytes<'py>(&self, now: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        let at = must(now, "now")?;
        let events = self.ask(now.py(), |router| router.advance_bytes(at))?;
        Ok(PyBytes::new(now.py(), &events))
    }

    /// When to call `advance` next, and whose timer it is. It changes with every call.
    fn deadline<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let deadline = self.ask(py, |router| router.deadline())?;
        deadline.show(py)
    }

    /// The time last advanced to, in milliseconds since the Unix epoch.
    #[getter]
    fn now(&self, py: Python<'_>) -> PyResult<i64> {
        self.ask(py, |router| router.now().as_millis())
    }

    /// The configuration that it was made with.
    #[getter]
    fn config<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let config = self.ask(py, |router| router.config().clone())?;
        config.show(py)
    }

    /// An open chat, as it is now.
    fn view_chat<'py>(&self, chat: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, chat) = (chat.py(), must(chat, "chat")?);
        let view = self.ask(py, |router| router.view_chat(&chat))?;
        view.show(py)
    }

    /// An operator, as they are now.
    fn view_operator<'py>(&self, operator: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, operator) = (operator.py(), must(operator, "operator")?);
        let view = self.ask(py, |router| router.view_operator(&operator))?;
        view.show(py)
    }

    /// The open chats, in the order of their ids, for a host that begins again.
    fn chats<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let chats = self.ask_long(py, |router| router.chats())?;
        chats.show(py)
    }

    /// How many chats are open.
    #[getter]
    fn open_chats(&self, py: Python<'_>) -> PyResult<usize> {
        self.ask(py, |router| router.open_chats())
    }

    /// What would come of a new chat on a queue now.
    fn availability<'py>(&self, queue: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, queue) = (queue.py(), must(queue, "queue")?);
        let availability = self.ask(py, |router| router.availability(&queue))?;
        availability.show(py)
    }

    /// Whether a queue is open, draining or closed.
    fn queue_state<'py>(&self, queue: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, queue) = (queue.py(), must(queue, "queue")?);
        let state = self.ask(py, |router| router.queue_state(&queue))?;
        state.show(py)
    }

    /// Where a waiting chat stands in line, and how long it may take.
    fn position<'py>(&self, chat: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, chat) = (chat.py(), must(chat, "chat")?);
        let position = self.ask(py, |router| router.position(&chat))?;
        position.show(py)
    }

    /// Why a chat is where it is: for each operator why they are rung, or why not.
    #[pyo3(signature = (chat, by, page = None))]
    fn explain<'py>(
        &self,
        chat: &Bound<'py, PyAny>,
        by: &Bound<'py, PyAny>,
        page: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, chat, by) = (chat.py(), must(chat, "chat")?, must(by, "by")?);
        let page = page.map_or(Ok(core::Page::EVERYBODY), |page| must(page, "page"))?;
        let explanation = self.ask(py, |router| router.explain(&chat, &by, &page))?;
        or_refused(py, explanation)
    }

    /// What `reader` may read of an open chat.
    fn transcript<'py>(
        &self,
        chat: &Bound<'py, PyAny>,
        reader: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, chat) = (chat.py(), must(chat, "chat")?);
        let reader = must(reader, "reader")?;
        let entries = self.ask(py, |router| router.transcript(&chat, &reader))?;
        or_refused(py, entries)
    }

    /// As `transcript`, such that it can be checked with `verify`.
    fn view_transcript<'py>(
        &self,
        chat: &Bound<'py, PyAny>,
        reader: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, chat) = (chat.py(), must(chat, "chat")?);
        let reader = must(reader, "reader")?;
        let view = self.ask(py, |router| router.view_transcript(&chat, &reader))?;
        or_refused(py, view)
    }

    /// Where the chain of digests of an open chat stands now: 64 hexadecimal digits.
    fn transcript_digest<'py>(
        &self,
        chat: &Bound<'py, PyAny>,
        reader: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, chat) = (chat.py(), must(chat, "chat")?);
        let reader = must(reader, "reader")?;
        let digest = self.ask(py, |router| router.transcript_digest(&chat, &reader))?;
        or_refused(py, digest)
    }

    /// All whom an operator sees: buddies, and staff of the same queues.
    fn colleagues<'py>(&self, operator: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, operator) = (operator.py(), must(operator, "operator")?);
        let colleagues = self.ask(py, |router| router.colleagues(&operator))?;
        colleagues.show(py)
    }

    /// The buddies of an operator, a queue or a contact.
    fn buddies<'py>(&self, party: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, party) = (party.py(), must(party, "party")?);
        let buddies = self.ask(py, |router| router.buddies(&party))?;
        buddies.show(py)
    }

    /// Who looks for partners, and on which terms, as far as an institution sees it.
    fn listings<'py>(&self, institution: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, institution) = (institution.py(), must(institution, "institution")?);
        let listings = self.ask(py, |router| router.listings(&institution))?;
        or_refused(py, listings)
    }

    /// To whom a chat that somebody answers may be transferred, and why not to others.
    ///
    /// For the host, and for who answers. Raises `Refused`.
    fn targets<'py>(
        &self,
        chat: &Bound<'py, PyAny>,
        reader: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, chat) = (chat.py(), must(chat, "chat")?);
        let reader = must(reader, "reader")?;
        let choices = self.ask(py, |router| router.targets(&chat, &reader))?;
        or_refused(py, choices)
    }

    /// The open chats of an institution's patrons that are at partners, in the order of arrival. Raises `Refused`.
    fn chats_at_partners<'py>(
        &self,
        institution: &Bound<'py, PyAny>,
        reader: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, institution) = (institution.py(), must(institution, "institution")?);
        let reader = must(reader, "reader")?;
        let chats = self.ask(py, |router| router.chats_at_partners(&institution, &reader))?;
        or_refused(py, chats)
    }

    /// Checks all that has to hold between any two steps. Raises `InvariantBroken`.
    fn check_invariants(&self, py: Python<'_>) -> PyResult<()> {
        let holds = self.ask_long(py, |router| core::check_invariants(router))?;
        holds.map_err(|violation| violation_error(py, &violation))
    }

    /// The whole state, to be kept.
    fn snapshot<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = self.ask_long(py, |router| router.snapshot().to_bytes())?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// The whole state as JSON.
    fn snapshot_json(&self, py: Python<'_>) -> PyResult<String> {
        self.ask_long(py, |router| router.snapshot().to_json())
    }

    /// A router that goes on where another stood when a snapshot was taken. Raises `InvalidSnapshot`.
    ///
    /// `adopt_time_zones` takes a snapshot of other time zone data, and looks at all hours again.
    #[classmethod]
    #[pyo3(
        signature = (snapshot, *, secret = Given(None), adopt_time_zones = Given(None)),
        text_signature = "($cls, snapshot, *, secret=..., adopt_time_zones=False)"
    )]
    fn restore(
        _class: &Bound<'_, PyType>,
        snapshot: &Bound<'_, PyAny>,
        secret: Given<'_>,
        adopt_time_zones: Given<'_>,
    ) -> PyResult<Self> {
        let py = snapshot.py();
        let secret = may(secret, "secret")?.unwrap_or_default();
        let adopt_time_zones = may(adopt_time_zones, "adopt_time_zones")?.unwrap_or(false);
        let kept = Kept::of(snapshot, "snapshot")?;
        let restored = at_length(py, || {
            let mut snapshot = match &kept {
                Kept::Bytes(bytes) => core::Snapshot::from_bytes(bytes)?,
                Kept::Text(text) => core::Snapshot::from_json(text)?,
            };
            if adopt_time_zones {
                snapshot.adopt_time_zones();
            }
            core::Router::restore(&snapshot, secret)
        })?;
        restored.map(Self::of).map_err(|fault| snapshot_error(py, &fault))
    }

    /// What stands for the whole state, the same on every platform and in every language.
    fn digest(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let digest = self.ask_long(py, |router| router.digest())?;
        Ok(digest.show(py)?.unbind())
    }

    /// How many commands it has accepted: the number of the last one in a journal.
    #[getter]
    fn accepted(&self, py: Python<'_>) -> PyResult<u64> {
        self.ask(py, |router| router.accepted())
    }

    /// What a journal of bytes begins with: written before the first command.
    fn journal_header<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let header = self.ask(py, |router| Header::of(router).to_bytes())?;
        Ok(PyBytes::new(py, &header))
    }

    /// What a journal of lines begins with.
    fn journal_header_line(&self, py: Python<'_>) -> PyResult<String> {
        self.ask(py, |router| Header::of(router).to_line())
    }

    /// A command that was accepted at this time, as it goes into a journal before its events are carried out.
    ///
    /// It is the one that was accepted last, or the one with this `number`: of several in one call the first has
    /// `accepted` before the call, and 1 more; who is refused has no number. A command that was not accepted is no
    /// part of a journal.
    #[pyo3(signature = (by, action, number = None))]
    fn journal_frame<'py>(
        &self,
        by: &Bound<'py, PyAny>,
        action: &Bound<'py, PyAny>,
        number: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        Ok(PyBytes::new(by.py(), &self.accepted_as(by, action, number)?.to_bytes()))
    }

    /// As `journal_frame`, for a journal of lines.
    #[pyo3(signature = (by, action, number = None))]
    fn journal_line(
        &self,
        by: &Bound<'_, PyAny>,
        action: &Bound<'_, PyAny>,
        number: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        Ok(self.accepted_as(by, action, number)?.to_line())
    }

    /// Carries out what a journal has and this router has not.
    ///
    /// Raises `InvalidJournal`, and stands in front of what is wrong then; its `events` say what happened until there.
    /// Other threads run meanwhile. Without `events` none are kept, for a long journal.
    #[pyo3(
        signature = (journal, *, events = Given(None)),
        text_signature = "($self, journal, *, events=True)"
    )]
    fn replay<'py>(
        &self,
        journal: &Bound<'py, PyAny>,
        events: Given<'py>,
    ) -> PyResult<Bound<'py, PyList>> {
        let (py, journal) = (journal.py(), object::<Journal>(journal, "journal")?.get());
        let events = may(events, "events")?.unwrap_or(true);
        let mut seen = Vec::new();
        let hear = |event| seen.extend(events.then_some(event));
        let replayed = self.ask_long(py, |router| router.replay_all(&journal.0.inputs, hear))?;
        // Objects are made when others may have the router: the collector may run code that asks it.
        let events = shown(py, seen)?;
        match replayed {
            Ok(()) => Ok(events),
            Err(fault) => Err(replay_error(py, &fault, &events)),
        }
    }

    /// What there is, as a document.
    fn setup(&self, py: Python<'_>) -> PyResult<Setup> {
        self.ask_long(py, |router| router.setup()).map(Setup)
    }

    /// The commands that lead from what is there to what a document says. Raises `InvalidSetup`.
    fn plan<'py>(&self, setup: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let (py, Setup(setup)) = (setup.py(), object(setup, "setup")?.get());
        let plan = self.ask_long(py, |router| router.plan(setup))?;
        let plan = plan.map_err(|report| setup_error(py, &report))?;
        plan.iter().map(|command| command.show(py)).collect()
    }

    /// Brings the router to what a document says. Raises `InvalidSetup`, and then nothing has changed.
    fn apply_setup<'py>(&self, setup: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
        let (py, Setup(setup)) = (setup.py(), object(setup, "setup")?.get());
        let events = self.ask_long(py, |router| router.apply_setup(setup))?;
        shown(py, events.map_err(|report| setup_error(py, &report))?)
    }

    /// A bug of the library, for the tests of what comes after one: what is shipped has none of it.
    #[cfg(debug_assertions)]
    fn _stumble(&self, py: Python<'_>) -> PyResult<()> {
        self.ask(py, |_| panic!("a step has stumbled"))
    }

    fn __copy__(&self, py: Python<'_>) -> PyResult<Self> {
        self.ask_long(py, |router| router.clone()).map(Self::of)
    }

    fn __deepcopy__(&self, py: Python<'_>, _memo: &Bound<'_, PyAny>) -> PyResult<Self> {
        self.__copy__(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        self.ask(py, |router| {
            format!("<Router at {} with {} open chats>", router.now(), router.open_chats())
        })
    }
}

impl Router {
    pub(crate) const fn of(router: core::Router) -> Self {
        Self(Mutex::new(router))
    }

    /// A command that was accepted as this one, or as the last one, at the time that it is now.
    fn accepted_as(
        &self,
        by: &Bound<'_, PyAny>,
        action: &Bound<'_, PyAny>,
        number: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Input> {
        let command = core::Command { by: must(by, "by")?, action: must(action, "action")? };
        let number = number.map(|number| must(number, "number")).transpose()?;
        let input = self.ask(by.py(), |router| Input::accepted_as(router, number, command))?;
        input.map_err(|fault| InvalidValue::new_err(format!("`number`: {fault}")))
    }

    /// What the router of the core says, which nobody else has meanwhile. Who waits for it lets Python go on.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "every command goes through it: some 40 ns")]
    pub(crate) fn ask<T>(
        &self,
        py: Python<'_>,
        asks: impl FnOnce(&mut core::Router) -> T,
    ) -> PyResult<T> {
        const STOPPED: &str = "the router stopped in the middle of a step, which is a bug of refdesk: \
                               make another from its last snapshot and its journal";
        hold(self.0.lock_py_attached(py), asks).map_err(|_| stopped(py, STOPPED))
    }

    /// The same, for what may take long: other threads run until it is done.
    fn ask_long<T: Send>(
        &self,
        py: Python<'_>,
        asks: impl FnOnce(&mut core::Router) -> T + Send,
    ) -> PyResult<T> {
        self.ask(py, |router| py.detach(|| asks(router)))
    }
}
