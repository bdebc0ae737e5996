class RefdeskError(builtins.Exception):
    """What the router or its files could not do. Nothing has changed then, but for `Router.replay`."""

    code: str
    """The stable machine code, the same in every language."""

class Refused(RefdeskError):
    """A command that was not carried out."""

    refusal: AnyRefusal
    """Why, with the ids that it speaks of."""

class InvalidSetup(RefdeskError):
    """A setup document with faults."""

    report: SetupReport
    """Each fault, where it is and which."""

class InvalidSnapshot(RefdeskError):
    """What was kept gives no router."""

class InvalidJournal(RefdeskError):
    """A journal that is damaged, has a gap, or does not go on from this router."""

    events: Sequence[AnyEvent]
    """What happened before the fault, where it was replayed: the router stands there now. Otherwise nothing."""

class ChainBroken(RefdeskError):
    """A transcript that is not what its digests say."""

class InvariantBroken(RefdeskError):
    """A rule that holds between any two steps does not: a fault of the library."""

class InvalidValue(RefdeskError, ValueError):
    """A value that no command or document can have, such as an empty id. The text says where: it begins with the name
    of the argument, or has the keys and numbers that lead to it, as in `queues[2].policy.levels[0].wait`.
    """

    code: str
    """`invalid_value`."""

@final
class Router:
    """A whole collaborative as a deterministic state machine.

    The same configuration and the same commands at the same times give the same events. It has no clock: time
    moves by `advance` alone. It may be shared by threads: each call waits for the one before.
    """

    def __new__(
        cls, config: Config | None = None, *, now: _Instant = ..., secret: _Bytes = ...
    ) -> Router:
        """A router without institutions.

        `now` is the instant at which it begins, 1970 where it is left out. `secret`, 32 bytes, keys its hash
        tables, so that nobody who chooses ids can make it slow: give a random one where ids come from outside.
        """
    def advance(self, now: _Instant) -> list[AnyEvent]:
        """Moves time on to `now` and fires every timer due, each at its own deadline.

        A `now` that is not later than the last moves nothing. After `Limits.events_per_advance` events it stops
        between two timers: advance again while the deadline is due.
        """
    def apply(self, by: Actor, action: Action) -> list[AnyEvent]:
        """Carries a command out, at the time last advanced to, and says what happened.

        The host has made sure that it is really `by` who asks. What repeats what is so already is no mistake and
        gives no events. Raises `Refused`, and then nothing has changed.
        """
    def apply_all(self, commands: Iterable[Command | tuple[Actor, Action]]) -> list[list[AnyEvent] | Refused]:
        """Carries many commands out, one after the other, in one call: the events of each, or its refusal.

        Each is a `Command`, or a pair of who gives it and what they want. They are read to the end before the first is
        carried out: where reading fails, nothing has changed.
        """
    def apply_json(self, commands: str) -> str:
        """As `apply_all`, in the wire form: a JSON list of commands, and a JSON list of what came of each."""
    def apply_bytes(self, commands: _Bytes) -> bytes:
        """As `apply_json`, in CBOR."""
    def advance_json(self, now: _Instant) -> str:
        """As `advance`: the events as a JSON list."""
    def advance_bytes(self, now: _Instant) -> bytes:
        """As `advance`: the events as a list in CBOR."""
    def deadline(self) -> Deadline | None:
        """When to call `advance` next, and whose timer it is. It changes with every call."""
    @property
    def now(self) -> int:
        """The time last advanced to, in milliseconds since the Unix epoch."""
    @property
    def config(self) -> Config:
        """The configuration that it was made with."""
    def view_chat(self, chat: str) -> ChatView | None:
        """An open chat, as it is now."""
    def view_operator(self, operator: str) -> OperatorView | None:
        """An operator, as they are now."""
    @property
    def open_chats(self) -> int:
        """How many chats are open."""
    def availability(self, queue: str) -> AnyAvailability | None:
        """What would come of a new chat on a queue now."""
    def queue_state(self, queue: str) -> _w.QueueState | None:
        """Whether a queue is open, draining or closed."""
    def position(self, chat: str) -> Position | None:
        """Where a waiting chat stands in line, and how long it may take."""
    def explain(self, chat: str, by: Actor, page: Page | None = None) -> Explanation:
        """Why a chat is where it is: for each operator why they are rung, or why not."""
    def transcript(self, chat: str, reader: Actor) -> tuple[Entry, ...]:
        """What `reader` may read of an open chat."""
    def view_transcript(self, chat: str, reader: Actor) -> TranscriptView:
        """As `transcript`, such that it can be checked with `verify`."""
    def transcript_digest(self, chat: str, reader: Actor) -> str:
        """Where the chain of digests of an open chat stands now: 64 hexadecimal digits."""
    def colleagues(self, operator: str) -> Colleagues | None:
        """All whom an operator sees: buddies, and staff of the same queues."""
    def buddies(self, party: Party) -> tuple[BuddyView, ...]:
        """The buddies of an operator, a queue or a contact."""
    def listings(self, institution: str) -> tuple[tuple[str, Terms], ...]:
        """Who looks for partners, and on which terms, as far as an institution sees it."""
    def targets(self, chat: str, reader: Actor) -> tuple[Choice, ...]:
        """To whom a chat that somebody answers may be transferred, and why not to others.

        For the host, and for who answers. Raises `Refused`.
        """
    def chats_at_partners(self, institution: str, reader: Actor) -> tuple[ChatView, ...]:
        """The open chats of an institution's patrons that are at partners, in the order of arrival. Raises `Refused`."""
    def check_invariants(self) -> None:
        """Checks all that has to hold between any two steps. Raises `InvariantBroken`."""
    def setup(self) -> Setup:
        """What there is, as a document."""
    def plan(self, setup: Setup) -> list[Command]:
        """The commands that lead from what is there to what a document says. Raises `InvalidSetup`."""
    def apply_setup(self, setup: Setup) -> list[AnyEvent]:
        """Brings the router to what a document says. Raises `InvalidSetup`, and then nothing has changed."""
    def snapshot(self) -> bytes:
        """The whole state, to be kept."""
    def snapshot_json(self) -> str:
        """The whole state as JSON."""
    @classmethod
    def restore(
        cls, snapshot: _Bytes | str, *, secret: _Bytes = ..., adopt_time_zones: bool = False
    ) -> Router:
        """A router that goes on where another stood when a snapshot was taken. Raises `InvalidSnapshot`.

        `adopt_time_zones` takes a snapshot of other time zone data, and looks at all hours again.
        """
    def digest(self) -> str:
        """What stands for the whole state, the same on every platform and in every language."""
    @property
    def accepted(self) -> int:
        """How many commands it has accepted: the number of the last one in a journal."""
    def journal_header(self) -> bytes:
        """What a journal of bytes begins with: written before the first command."""
    def journal_header_line(self) -> str:
        """What a journal of lines begins with."""
    def journal_frame(self, by: Actor, action: Action, number: int | None = None) -> bytes:
        """A command that was accepted at this time, as it goes into a journal before its events are carried out.

        It is the one that was accepted last, or the one with this `number`: of several in one call the first has
        `accepted` before the call, and 1 more; who is refused has no number. A command that was not accepted is no
        part of a journal.
        """
    def journal_line(self, by: Actor, action: Action, number: int | None = None) -> str:
        """As `journal_frame`, for a journal of lines."""
    def replay(self, journal: Journal, *, events: bool = True) -> list[AnyEvent]:
        """Carries out what a journal has and this router has not.

        Raises `InvalidJournal`, and stands in front of what is wrong then; its `events` say what happened until there.
        Other threads run meanwhile. Without `events` none are kept, for a long journal.
        """
    def __copy__(self) -> Router: ...
    def __deepcopy__(self, memo: Any, /) -> Router: ...

@final
class Journal:
    """A journal that was read: the accepted commands of a router, in order."""

    def __new__(cls, journal: _Bytes | str) -> Journal:
        """Reads one of bytes, or of lines. Raises `InvalidJournal` where it is damaged; a torn end is none."""
    @property
    def whole(self) -> int:
        """How many bytes from the beginning are whole: where `torn`, cut the file there and go on."""
    @property
    def torn(self) -> bool:
        """Whether it ends in the midst of a command, of which nobody was told."""
    @property
    def time_zones(self) -> str:
        """The version of the time zone data that it was written with."""
    @property
    def began(self) -> int:
        """When the router began, in milliseconds since the Unix epoch."""
    @property
    def config(self) -> Config:
        """The configuration of the router."""
    def router(self, *, secret: _Bytes = ...) -> Router:
        """The router before the first command."""
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Input]: ...

@final
class Setup:
    """A whole collaborative as one document: institutions, operators, queues, partnerships."""

    def __new__(cls, document: Mapping[str, Any]) -> Setup:
        """Reads what `json` or `tomllib` has read; in it may stand what `datetime` has, and values such as a `Policy`.
        Raises `InvalidValue` where it has another form.
        """
    @staticmethod
    def from_json(text: str) -> Setup:
        """Reads a document in JSON."""
    def to_json(self) -> str: ...
    def to_dict(self) -> dict[str, Any]: ...
    def check(self, config: Config | None = None) -> SetupReport:
        """All that is wrong with it, and all that is odd about it."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class SetupReport:
    """All that is wrong with a setup document, and all that is odd about it."""

    @property
    def faults(self) -> list[Finding]: ...
    @property
    def oddities(self) -> list[Finding]: ...
    @staticmethod
    def from_json(text: str) -> SetupReport:
        """Reads one in JSON."""
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class Finding:
    """Something found in a setup document."""

    def __new__(cls, path: str, code: str, text: str) -> Finding: ...
    @property
    def path(self) -> str:
        """Where, such as `queues[2].policy.levels[0].ring`. Empty: the document as a whole."""
    @property
    def code(self) -> str:
        """The stable machine code."""
    @property
    def text(self) -> str:
        """A sentence for people."""

@final
class Tally:
    """A report in the making: hears events, in order."""

    def __new__(cls, time_zone: str) -> Tally:
        """One that has heard of nothing. Hours of the day are those of `time_zone`, such as `America/Toronto`."""
    def works_at(self, operator: str, institution: str) -> None:
        """Hears where an operator works: what it takes to say how long an institution was covered."""
    def works_at_of(self, router: Router) -> None:
        """Hears where all operators of a router work."""
    def hear_command(self, command: Command) -> None:
        """Hears of a command that was accepted, before its events: it may say where somebody works."""
    def hear(self, event: Event) -> None:
        """Hears of an event."""
    def report(self, until: _Instant) -> Report:
        """What it has come to."""

@final
class Report:
    """What came of all chats: `str` gives tables, `to_dict` the figures."""

    @staticmethod
    def from_json(text: str) -> Report:
        """Reads one in JSON."""
    def to_json(self) -> str: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class Recording:
    """A journal that was replayed, to be asked what another setup would have done."""

    def __new__(cls, journal: Journal, time_zone: str = "UTC") -> Recording:
        """Replays a journal. Hours of the day are those of `time_zone`."""
    @property
    def setup(self) -> Setup:
        """How the collaborative was set up at the end."""
    @property
    def report(self) -> Report:
        """What the journal came to."""
    def under(self, setup: Setup) -> WhatIf:
        """What another setup would have done with the same patrons and operators."""

@final
class WhatIf:
    """What another setup would have done: `str` gives tables and what is assumed."""

    @property
    def recorded(self) -> Report: ...
    @property
    def supposed(self) -> Report: ...
    def to_json(self) -> str: ...
    def to_dict(self) -> dict[str, Any]: ...

def verify(view: TranscriptView) -> str:
    """Checks a transcript against its chain: the digest after its last entry. Raises `ChainBroken`."""

def tz_version() -> str:
    """The version of the time zone data that is built in."""

def view_record(record: Record) -> TranscriptView | None:
    """The transcript of a record, such that it can be checked with `verify`; None without a chain of digests."""

def mask_patron(record: Record, name: str) -> Record:
    """The same record without what the patron wrote, and with another name for them."""
