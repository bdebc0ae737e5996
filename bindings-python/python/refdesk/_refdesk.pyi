# Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias, TypeVar, final

from . import _words as _w
from ._unions import *

_Self = TypeVar("_Self")
_Instant: TypeAlias = int | datetime
_Span: TypeAlias = int | timedelta | str
_Bytes: TypeAlias = bytes | bytearray | memoryview

__version__: str

class Value:
    """A value: two are equal where all their fields are. It cannot be changed."""

    def __hash__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def to_json(self) -> str:
        """It in the wire form, as JSON.

        Raises `TypeError` where it has none of its own. Actions, commands, events and refusals have one, and what
        a host keeps: `Config`, `Entry`, `Explanation`, `OwnHours`, `Policy`, `Record`, `Terms`, `TranscriptView`.
        """
    def to_bytes(self) -> bytes:
        """As `to_json`, in CBOR."""
    @classmethod
    def from_json(cls: type[_Self], text: str) -> _Self:
        """One from the wire form. Raises `InvalidValue`."""
    @classmethod
    def from_bytes(cls: type[_Self], bytes: _Bytes) -> _Self:
        """As `from_json`, from CBOR."""
    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]: ...

class Action(Value):
    """What somebody wants of the router: one class for each action."""

class Event(Value):
    """Something that happened, for the host to carry out: one class for each kind."""

    @property
    def at(self) -> int:
        """When it happened, in milliseconds since the Unix epoch."""
    @property
    def seq(self) -> int:
        """Its number: 1 for a router's first event, without gaps."""

@final
class AddInstitution(Action):
    """Adds an institution."""

    __match_args__ = ("institution",)
    def __new__(cls: type[_Self], institution: str) -> _Self: ...
    @property
    def institution(self) -> str:
        """Its id, not yet in use."""

@final
class RemoveInstitution(Action):
    """Removes an institution that has no operators, queues, groups or partnerships any more."""

    __match_args__ = ("institution",)
    def __new__(cls: type[_Self], institution: str) -> _Self: ...
    @property
    def institution(self) -> str:
        """Which one."""

@final
class AddOperator(Action):
    """Adds an operator to an institution. They are offline until they open a session."""

    __match_args__ = ("operator", "institution", "capacity",)
    def __new__(cls: type[_Self], operator: str, institution: str, capacity: int) -> _Self: ...
    @property
    def operator(self) -> str:
        """Their id, not yet in use."""
    @property
    def institution(self) -> str:
        """Where they work."""
    @property
    def capacity(self) -> int:
        """How many units of chats they answer at once; a chat costs one unit unless its channel costs
        more. 0: none.
        """

@final
class SetCapacity(Action):
    """Changes how many units of chats an operator answers at once. Chats beyond a lowered limit go on,
    and nothing new comes until they are below it.
    """

    __match_args__ = ("operator", "capacity",)
    def __new__(cls: type[_Self], operator: str, capacity: int) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def capacity(self) -> int:
        """How many units of chats they answer at once; a chat costs one unit unless its channel costs
        more. 0: none.
        """

@final
class SetSkills(Action):
    """Says which skills an operator has. Offers for which they lack one now are withdrawn."""

    __match_args__ = ("operator", "skills",)
    def __new__(cls: type[_Self], operator: str, skills: Mapping[str, int]) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def skills(self) -> dict[str, int]:
        """Their skills and the level of each, from 1 to 100. Those of
        before are forgotten. At most `Limits.skills_per_operator`.
        """

@final
class RemoveOperator(Action):
    """Removes an operator. Their chats are offered again, as if they had logged out."""

    __match_args__ = ("operator",)
    def __new__(cls: type[_Self], operator: str) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who. No policy may name them."""

@final
class AddQueue(Action):
    """Adds a queue to an institution."""

    __match_args__ = ("queue", "institution", "policy",)
    def __new__(cls: type[_Self], queue: str, institution: str, policy: Policy) -> _Self: ...
    @property
    def queue(self) -> str:
        """Its id, not yet in use."""
    @property
    def institution(self) -> str:
        """Whose queue it is."""
    @property
    def policy(self) -> Policy:
        """What it does with a waiting chat."""

@final
class WatchAvailability(Action):
    """Watches a queue's availability, for a chat widget: from now on an event tells how it is, at once
    and whenever it changes.
    """

    __match_args__ = ("queue", "watch",)
    def __new__(cls: type[_Self], queue: str, *, watch: bool = ...) -> _Self: ...
    @property
    def queue(self) -> str:
        """Which queue."""
    @property
    def watch(self) -> bool:
        """Whether it is told. Default: yes."""

@final
class SetPolicy(Action):
    """Gives a queue another policy. Chats that wait in it begin again at the first level, each at its
    old place in line.
    """

    __match_args__ = ("queue", "policy",)
    def __new__(cls: type[_Self], queue: str, policy: Policy) -> _Self: ...
    @property
    def queue(self) -> str:
        """Which queue."""
    @property
    def policy(self) -> Policy:
        """What it does with a waiting chat from now on."""

@final
class SetHours(Action):
    """Gives a queue hours, others than before, or none: then it is always open.

    In its hours a queue is open. Outside them it is draining while chats wait that were admitted
    while it was open (they keep their levels), and closed when none does; which levels take new chats
    then is for `Level.only_when` to say. A state
    by hand outranks the hours.
    """

    __match_args__ = ("queue", "hours",)
    def __new__(cls: type[_Self], queue: str, hours: OwnHours | None) -> _Self: ...
    @property
    def queue(self) -> str:
        """Which queue."""
    @property
    def hours(self) -> OwnHours | None:
        """When it is open. `None`: always."""

@final
class SetQueueState(Action):
    """Opens or closes a queue by hand, or leaves it to its hours again."""

    __match_args__ = ("queue", "state",)
    def __new__(cls: type[_Self], queue: str, state: _w.Switch | Literal["open", "draining", "closed", "byHours"]) -> _Self: ...
    @property
    def queue(self) -> str:
        """Which queue."""
    @property
    def state(self) -> _w.Switch:
        """What it is from now on."""

@final
class SetProfile(Action):
    """Says what whoever answers a queue's patrons should know to speak in its name: greetings, rules,
    links. Opaque to the router; offers and hand-overs of chats that open from now on carry it, those at
    partners too.
    """

    __match_args__ = ("queue", "profile",)
    def __new__(cls: type[_Self], queue: str, profile: str | None) -> _Self: ...
    @property
    def queue(self) -> str:
        """Which queue."""
    @property
    def profile(self) -> str | None:
        """What they should know. `None`: nothing. At most
        `Limits.profile_bytes`.
        """

@final
class RemoveQueue(Action):
    """Removes a queue that has no open chats and that no policy and no grant names."""

    __match_args__ = ("queue",)
    def __new__(cls: type[_Self], queue: str) -> _Self: ...
    @property
    def queue(self) -> str:
        """Which one."""

@final
class SetGroup(Action):
    """Defines a group of operators, or says anew who is in it."""

    __match_args__ = ("group", "institution", "operators",)
    def __new__(cls: type[_Self], group: str, institution: str, operators: Sequence[str]) -> _Self: ...
    @property
    def group(self) -> str:
        """The group."""
    @property
    def institution(self) -> str:
        """Whose group it is; an existing group stays with its institution."""
    @property
    def operators(self) -> tuple[str, ...]:
        """Who is in it, all of that institution."""

@final
class RemoveGroup(Action):
    """Removes a group that no policy names."""

    __match_args__ = ("group",)
    def __new__(cls: type[_Self], group: str) -> _Self: ...
    @property
    def group(self) -> str:
        """Which one."""

@final
class AssignOperator(Action):
    """Assigns an operator to a queue of their institution, or of one that lets them staff it.

    Given again, it sets what it says anew.
    """

    __match_args__ = ("operator", "queue", "enabled", "rank", "weight", "limit",)
    def __new__(cls: type[_Self], operator: str, queue: str, *, enabled: bool = ..., rank: int = ..., weight: int = ..., limit: int | None = ...) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def queue(self) -> str:
        """To which queue."""
    @property
    def enabled(self) -> bool:
        """Whether they have opted in. Default: yes."""
    @property
    def rank(self) -> int:
        """Their rank where the order is by fixed ranks: 0 is the first. Default: 0."""
    @property
    def weight(self) -> int:
        """How many chats their turn is worth where the order is round robin by weight; 0 counts as 1.
        Default: 1.
        """
    @property
    def limit(self) -> int | None:
        """The most units of chats that they answer at once of those that reached them through this
        assignment. What they had taken before a limit was first set does not count. Default: as many
        as their capacity allows.
        """

@final
class UnassignOperator(Action):
    """Takes an operator off a queue. Chats in progress go on."""

    __match_args__ = ("operator", "queue",)
    def __new__(cls: type[_Self], operator: str, queue: str) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def queue(self) -> str:
        """Off which queue."""

@final
class OptIn(Action):
    """An operator takes chats of a queue again that they are assigned to."""

    __match_args__ = ("operator", "queue",)
    def __new__(cls: type[_Self], operator: str, queue: str) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def queue(self) -> str:
        """Which queue."""

@final
class OptOut(Action):
    """An operator takes no new chats of a queue that they are assigned to. Chats in progress go on."""

    __match_args__ = ("operator", "queue",)
    def __new__(cls: type[_Self], operator: str, queue: str) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def queue(self) -> str:
        """Which queue."""

@final
class SetSupervisor(Action):
    """Marks an operator as supervisor over queues and groups of their institution, and of no others."""

    __match_args__ = ("operator", "queues", "groups",)
    def __new__(cls: type[_Self], operator: str, *, queues: Sequence[str] = ..., groups: Sequence[str] = ...) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def queues(self) -> tuple[str, ...]:
        """Over which queues."""
    @property
    def groups(self) -> tuple[str, ...]:
        """Over which groups."""

@final
class ProposePartnership(Action):
    """Proposes a partnership to another institution, or other terms for the one that lives.

    Given by an institution. A later proposal of the same institution replaces its earlier one.
    """

    __match_args__ = ("with_", "terms",)
    def __new__(cls: type[_Self], with_: str, terms: Terms) -> _Self: ...
    @property
    def with_(self) -> str:
        """With whom."""
    @property
    def terms(self) -> Terms:
        """On which terms, as the proposer sees them."""

@final
class AcceptPartnership(Action):
    """Agrees to a proposal of the other institution: from now on its terms hold."""

    __match_args__ = ("with_", "proposal",)
    def __new__(cls: type[_Self], with_: str, proposal: int) -> _Self: ...
    @property
    def with_(self) -> str:
        """With whom."""
    @property
    def proposal(self) -> int:
        """Which proposal, so that nobody agrees to terms that they have not seen."""

@final
class DeclinePartnership(Action):
    """Declines a proposal of the other institution, or takes back one's own."""

    __match_args__ = ("with_", "proposal",)
    def __new__(cls: type[_Self], with_: str, proposal: int) -> _Self: ...
    @property
    def with_(self) -> str:
        """With whom."""
    @property
    def proposal(self) -> int:
        """Which proposal."""

@final
class EndPartnership(Action):
    """Ends a partnership, at once and without asking.

    Offers and transfers across are withdrawn in the same step; chats in progress follow
    `Terms.on_end`.
    """

    __match_args__ = ("with_",)
    def __new__(cls: type[_Self], with_: str) -> _Self: ...
    @property
    def with_(self) -> str:
        """With whom."""

@final
class PostListing(Action):
    """Lists an institution that looks for partners: an open proposal with its terms.

    Institutions that see listings may answer it. Given again, it replaces the terms.
    """

    __match_args__ = ("terms",)
    def __new__(cls: type[_Self], terms: Terms) -> _Self: ...
    @property
    def terms(self) -> Terms:
        """The terms that it offers, as the lister sees them. What it asks for cannot name queues,
        since they would be those of a partner who is not known yet.
        """

@final
class WithdrawListing(Action):
    """Takes one's listing back. Proposals that answered it stay."""

    __match_args__ = ()
    def __new__(cls: type[_Self]) -> _Self: ...

@final
class SeeListings(Action):
    """Says whether an institution sees the listings of others, and may answer them. It does until it
    says no.
    """

    __match_args__ = ("sees",)
    def __new__(cls: type[_Self], sees: bool) -> _Self: ...
    @property
    def sees(self) -> bool:
        """Whether it does."""

@final
class AnswerListing(Action):
    """Answers the listing of another institution: its terms become a proposal to the lister, who
    accepts or declines it like any other.
    """

    __match_args__ = ("of",)
    def __new__(cls: type[_Self], of: str) -> _Self: ...
    @property
    def of(self) -> str:
        """Whose listing."""

@final
class SetPresence(Action):
    """Opens a session of an operator, or says anew how it shows them."""

    __match_args__ = ("operator", "session", "show", "priority",)
    def __new__(cls: type[_Self], operator: str, session: str, show: _w.Show | Literal["chat", "available", "away", "xa", "dnd"], *, priority: int = ...) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def session(self) -> str:
        """Which of their sessions."""
    @property
    def show(self) -> _w.Show:
        """How it shows them."""
    @property
    def priority(self) -> int:
        """The priority of the session: where messages go, among several. Default: 0."""

@final
class EndSession(Action):
    """Ends one session of an operator: a tab closed, a connection lost.

    The others go on. The last one starts their grace.
    """

    __match_args__ = ("operator", "session",)
    def __new__(cls: type[_Self], operator: str, session: str) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def session(self) -> str:
        """Which of their sessions."""

@final
class LogOut(Action):
    """Ends all sessions of an operator, without a grace: their chats are offered again at once."""

    __match_args__ = ("operator",)
    def __new__(cls: type[_Self], operator: str) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""

@final
class FinishThenLeave(Action):
    """An operator finishes the chats that they have, and is logged out, without a grace, when the last
    of them is over, its wrap-up included: at once, if they have none. Nothing new comes meanwhile.
    """

    __match_args__ = ("operator", "leaves",)
    def __new__(cls: type[_Self], operator: str, *, leaves: bool = ...) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def leaves(self) -> bool:
        """Whether they leave, or stay after all. Default: yes."""

@final
class Pause(Action):
    """Pauses an operator, whatever their sessions show: nothing new comes until they are back."""

    __match_args__ = ("operator", "reason",)
    def __new__(cls: type[_Self], operator: str, reason: str) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def reason(self) -> str:
        """Why, in their own words: for themself, and for whoever looks after them."""

@final
class Unpause(Action):
    """Ends an operator's pause."""

    __match_args__ = ("operator",)
    def __new__(cls: type[_Self], operator: str) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""

@final
class OpenChat(Action):
    """Opens a patron's chat on a queue."""

    __match_args__ = ("chat", "queue", "patron", "priority", "preferred", "returns", "excluded", "needs", "context", "channel", "salt", "practice",)
    def __new__(cls: type[_Self], chat: str, queue: str, patron: str, *, priority: int = ..., preferred: str | None = ..., returns: str | None = ..., excluded: Sequence[str] = ..., needs: Iterable[Need] = ..., context: str | None = ..., channel: str | None = ..., salt: str | _Bytes | None = ..., practice: bool = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat's id, not in use and not used by one of the last that ended."""
    @property
    def queue(self) -> str:
        """Where the patron asks: the chat's origin for ever."""
    @property
    def patron(self) -> str:
        """Who asks."""
    @property
    def priority(self) -> int:
        """The class of priority, of those that the router was set up with
        (`Config.priorities`). Default: 0, ordinary.
        """
    @property
    def preferred(self) -> str | None:
        """The operator who should have it, since they know the patron or the question: where they are
        there, and a level of the queue reaches them, it waits for them alone as long as
        `Policy.preferred_for` says. Default: nobody.
        """
    @property
    def returns(self) -> str | None:
        """The ended chat after which the patron comes back. The record of this one names it, and whoever
        may know who the patron is sees it. Where the router remembers it still
        (`Limits.ended_ids`), who answered it last is preferred as long as
        `Policy.returns_for` says, unless `preferred` names somebody.

        Only the host names it: the router keeps nothing of whose an ended chat was, so it is the host
        who knows that it was this patron's. One in wrap-up counts as ended. Default: none.
        """
    @property
    def excluded(self) -> tuple[str, ...]:
        """The operators who are never to have it. At most
        `Limits.excluded`. Default: nobody.
        """
    @property
    def needs(self) -> tuple[Need, ...]:
        """The skills that whoever answers must have: a language, a subject. At most
        `Limits.needs`. Default: none.
        """
    @property
    def context(self) -> str | None:
        """What the host knows of the patron and their question, opaque to the router; the operator
        who takes the chat is shown it. Default: nothing.
        """
    @property
    def channel(self) -> str | None:
        """The channel by which the patron writes, one of `Config.channels`.
        Default: none, an ordinary one.
        """
    @property
    def salt(self) -> str | None:
        """The secret from which the salts of the chat's chain of digests are made: 32
        bytes that nobody can guess, others for each chat. Default: none, and then a short entry can be
        guessed from the leaf that stands for it in a view that hides it.
        """
    @property
    def practice(self) -> bool:
        """Whether it is for practice: it goes its way as any other, and its record says so. Default: no."""

@final
class AcceptOffer(Action):
    """An operator takes the chat that an offer invites them to, a transferred one too."""

    __match_args__ = ("chat", "offer",)
    def __new__(cls: type[_Self], chat: str, offer: int) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def offer(self) -> int:
        """The offer."""

@final
class DeclineOffer(Action):
    """An operator declines an offer: others are rung, and the chat keeps its place."""

    __match_args__ = ("chat", "offer",)
    def __new__(cls: type[_Self], chat: str, offer: int) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def offer(self) -> int:
        """The offer."""

@final
class PickChat(Action):
    """An operator takes a chat that waits in a queue whose levels reach them, rung or not: also one that
    they had declined or missed, and by a level that the chat has not come to. It never exceeds what
    they can take.
    """

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class AssignChat(Action):
    """Gives a chat to an operator who is there, whether it waits or somebody else answers it: by the host,
    the institution of its origin, or a supervisor of the queue where it is. A supervisor takes a chat
    over by giving it to themself.

    Where somebody else answers it, a transfer that is pending fails. It may exceed what they can take, and then nothing new comes until they are below it.
    """

    __match_args__ = ("chat", "operator",)
    def __new__(cls: type[_Self], chat: str, operator: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """To whom: somebody who has a session and does not pause, and whom live grants let answer it."""

@final
class PostMessage(Action):
    """Posts a message of the patron or of the operator who answers.

    By an operator whose offer the queue's policy lets a first message claim, it claims the chat.
    """

    __match_args__ = ("chat", "message", "content", "audience",)
    def __new__(cls: type[_Self], chat: str, message: str, content: str | Reference, *, audience: Audience = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def message(self) -> str:
        """The message's id: a repeat in the same chat is dropped."""
    @property
    def content(self) -> str | Reference:
        """What it says."""
    @property
    def audience(self) -> AnyAudience:
        """Who may read it. A patron's are always for everyone. Default: everyone."""

@final
class LeaveChat(Action):
    """The patron leaves their chat, whatever state it is in. Where an operator answers and the policy
    has it, a wrap-up follows; in one it is a repeat.
    """

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class CloseChat(Action):
    """Closes a chat: its operator ends it, or the host or its institution does, in any state.

    By its operator, a wrap-up follows where the policy has it; the host, the institution or a
    supervisor ends it at once. In a wrap-up, it ends the wrap-up.
    """

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class FinishWrapUp(Action):
    """Ends a chat's wrap-up before its time: the record is handed out."""

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class DescribeChat(Action):
    """Says what a chat was about and what came of it: who answers it, in its wrap-up too, a supervisor,
    the institution of its origin, or the host. What is left out stays as it is.
    """

    __match_args__ = ("chat", "tags", "follow_up", "resolution",)
    def __new__(cls: type[_Self], chat: str, *, tags: Iterable[str] | None = ..., follow_up: bool | None = ..., resolution: str | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def tags(self) -> frozenset[str] | None:
        """Its tags from now on, each once. At most `Limits.tags`. Default: as before."""
    @property
    def follow_up(self) -> bool | None:
        """Whether somebody is to come back to it. Default: as before."""
    @property
    def resolution(self) -> str | None:
        """The code of how it was resolved, in the institution's own words; an empty one takes it back.
        Default: as before.
        """

@final
class MaskPatron(Action):
    """Masks the patron of an open chat, who asks to be forgotten: they bear another name from now on,
    what the host knew of them is gone, and so is what they wrote. By the host or the institution of
    the origin.

    The entries keep their numbers and what stands for them in the chain of digests.
    What others wrote of them stays. Given again with the same name, it masks what they have written
    since. For a record that was handed out there is
    `mask_patron`.
    """

    __match_args__ = ("chat", "name",)
    def __new__(cls: type[_Self], chat: str, name: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def name(self) -> str:
        """What stands for the patron from now on, made up by the host and telling nothing of them: in the
        record, and as who gives the patron's commands.
        """

@final
class HoldChat(Action):
    """Asks the patron of a chat to wait for a while: by who answers it, and it stays theirs.

    Nobody counts as idle meanwhile, and nothing can be written to the patron before it goes on.
    """

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class ResumeChat(Action):
    """Goes on with a chat that was on hold."""

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class StartChat(Action):
    """An operator opens a chat to a patron whom they know, on a queue to which they are assigned, and
    answers it from the beginning.

    It never exceeds what they can take. A queue that is closed to patrons is open to this.
    """

    __match_args__ = ("chat", "queue", "patron", "context", "channel", "salt", "practice",)
    def __new__(cls: type[_Self], chat: str, queue: str, patron: str, *, context: str | None = ..., channel: str | None = ..., salt: str | _Bytes | None = ..., practice: bool = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat's id, not in use and not used by one of the last that ended."""
    @property
    def queue(self) -> str:
        """In whose name: the chat's origin for ever."""
    @property
    def patron(self) -> str:
        """To whom."""
    @property
    def context(self) -> str | None:
        """What the host knows of the patron and the matter, opaque to the router. Default: nothing."""
    @property
    def channel(self) -> str | None:
        """The channel by which the patron is written to, one of
        `Config.channels`. Default: none, an ordinary one.
        """
    @property
    def salt(self) -> str | None:
        """As `OpenChat.salt`: given by the host, which passes the command on. Default: none."""
    @property
    def practice(self) -> bool:
        """Whether it is for practice, as `OpenChat.practice`. Default: no."""

@final
class DropPatron(Action):
    """The connection of a chat's patron is lost: they have
    `Config.patron_grace` to come back, and keep their place. After that they
    have left.

    In a chat by a store-and-forward channel it means nothing, and in a wrap-up neither.
    """

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class ReturnPatron(Action):
    """A chat's patron whose connection was lost is back. A message of theirs says the same."""

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class InviteOperator(Action):
    """Who answers a chat invites another operator to take part.

    Nobody needs room for it: a chat takes units of its owner alone.
    """

    __match_args__ = ("chat", "operator", "note",)
    def __new__(cls: type[_Self], chat: str, operator: str, *, note: str | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Whom: somebody who has a session, and whom live grants let answer the chat."""
    @property
    def note(self) -> str | None:
        """What they should know; no patron ever sees it."""

@final
class JoinChat(Action):
    """An operator takes part in a chat that somebody else answers."""

    __match_args__ = ("chat", "part",)
    def __new__(cls: type[_Self], chat: str, part: _w.Part | Literal["invited", "observer", "whisperer"]) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def part(self) -> _w.Part:
        """As what. Whoever takes part already has this part from now on."""

@final
class RemoveParticipant(Action):
    """Somebody takes part in a chat no more, or is not invited or consulted any more: by themselves, by who answers, a
    supervisor, the institution of its origin, or the host.
    """

    __match_args__ = ("chat", "operator",)
    def __new__(cls: type[_Self], chat: str, operator: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who."""

@final
class AskBackChat(Action):
    """Home staff ask the partner's operator who answers their patron's chat to hand it back: by an
    operator assigned to its origin.

    The router passes the question on and keeps nothing of it; a transfer home is always allowed.
    """

    __match_args__ = ("chat",)
    def __new__(cls: type[_Self], chat: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""

@final
class TransferChat(Action):
    """The operator who answers a chat hands it to an operator or a queue.

    Until somebody accepts, the chat stays theirs and they go on talking.
    """

    __match_args__ = ("chat", "to", "reason", "note", "mode", "preferred",)
    def __new__(cls: type[_Self], chat: str, to: Target, *, reason: str | None = ..., note: str | None = ..., mode: _w.TransferMode | Literal["blind", "consult", "join"] = ..., preferred: str | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def to(self) -> AnyTarget:
        """To whom."""
    @property
    def reason(self) -> str | None:
        """Why, in words for the new operator and the record."""
    @property
    def note(self) -> str | None:
        """What the new operator should know; no patron ever sees it."""
    @property
    def mode(self) -> _w.TransferMode:
        """What happens when somebody accepts. Default: the chat is theirs."""
    @property
    def preferred(self) -> str | None:
        """The operator of the queue who should have it: as where a chat is opened, it waits for them
        alone for a while. It means nothing where the transfer names an operator. Default: nobody.
        """

@final
class CompleteTransfer(Action):
    """The sender of a transfer has talked with who is to take the chat over: now it is theirs."""

    __match_args__ = ("chat", "transfer",)
    def __new__(cls: type[_Self], chat: str, transfer: int) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def transfer(self) -> int:
        """Which of its transfers."""

@final
class ReturnChat(Action):
    """The operator who got a chat by a transfer hands it back to whom they had it from: a blind transfer
    to them.
    """

    __match_args__ = ("chat", "reason", "note",)
    def __new__(cls: type[_Self], chat: str, *, reason: str | None = ..., note: str | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def reason(self) -> str | None:
        """Why, in words for the operator and the record."""
    @property
    def note(self) -> str | None:
        """What they should know; no patron ever sees it."""

@final
class CancelTransfer(Action):
    """Takes a pending transfer back, a consultation too."""

    __match_args__ = ("chat", "transfer",)
    def __new__(cls: type[_Self], chat: str, transfer: int) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def transfer(self) -> int:
        """Which of its transfers."""

@final
class AllowForeignBuddies(Action):
    """Says whether the operators and queues of an institution may become buddies of anybody outside it:
    of another institution, or a contact. They may until it says no.

    From then on requests across its border, and approvals of such, are refused. Those who are
    buddies already stay so.
    """

    __match_args__ = ("institution", "allow",)
    def __new__(cls: type[_Self], institution: str, allow: bool) -> _Self: ...
    @property
    def institution(self) -> str:
        """Which institution."""
    @property
    def allow(self) -> bool:
        """Whether they may."""

@final
class Subscribe(Action):
    """Asks a party to let another see its presence: `subscribe`, in the words of RFC 6121.

    Given again, it does no harm. Where the other has approved before, it is granted at once.
    """

    __match_args__ = ("party", "buddy",)
    def __new__(cls: type[_Self], party: Party, buddy: Party) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who asks."""
    @property
    def buddy(self) -> AnyParty:
        """Who is asked."""

@final
class ApproveSubscription(Action):
    """Lets another party see one's presence: `subscribed`, in the words of RFC 6121.

    Before any request of theirs it approves the one to come, until it is taken back.
    """

    __match_args__ = ("party", "buddy",)
    def __new__(cls: type[_Self], party: Party, buddy: Party) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who approves."""
    @property
    def buddy(self) -> AnyParty:
        """Whose request."""

@final
class Unsubscribe(Action):
    """Sees a party's presence no more, or takes a request back: `unsubscribe`, in the words of
    RFC 6121.
    """

    __match_args__ = ("party", "buddy",)
    def __new__(cls: type[_Self], party: Party, buddy: Party) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who wants it no more."""
    @property
    def buddy(self) -> AnyParty:
        """Whose presence."""

@final
class CancelSubscription(Action):
    """Lets another party see one's presence no more, declines their request, or takes an approval back
    that was given before any: `unsubscribed`, in the words of RFC 6121.
    """

    __match_args__ = ("party", "buddy",)
    def __new__(cls: type[_Self], party: Party, buddy: Party) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who declines."""
    @property
    def buddy(self) -> AnyParty:
        """Whose request."""

@final
class RemoveBuddy(Action):
    """Ends all between two parties, on both sides: subscriptions, requests, approvals. Blocks stay."""

    __match_args__ = ("party", "buddy",)
    def __new__(cls: type[_Self], party: Party, buddy: Party) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who ends it."""
    @property
    def buddy(self) -> AnyParty:
        """With whom."""

@final
class Block(Action):
    """Blocks another party, a buddy or not: their requests and messages do not arrive, and neither sees
    the other's presence. Subscriptions stay for the day when the block ends.
    """

    __match_args__ = ("party", "buddy",)
    def __new__(cls: type[_Self], party: Party, buddy: Party) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who blocks."""
    @property
    def buddy(self) -> AnyParty:
        """Whom."""

@final
class Unblock(Action):
    """Ends a block."""

    __match_args__ = ("party", "buddy",)
    def __new__(cls: type[_Self], party: Party, buddy: Party) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who blocks no more."""
    @property
    def buddy(self) -> AnyParty:
        """Whom."""

@final
class SetContactPresence(Action):
    """Says how a contact is seen, as the host's gateway has heard. Offline, until it says otherwise."""

    __match_args__ = ("contact", "presence",)
    def __new__(cls: type[_Self], contact: str, presence: _w.Presence | Literal["chat", "available", "away", "xa", "dnd", "offline"]) -> _Self: ...
    @property
    def contact(self) -> str:
        """Who: somebody's buddy, or somebody who is asked."""
    @property
    def presence(self) -> _w.Presence:
        """How they are seen."""

@final
class RemoveContact(Action):
    """Removes a contact whose address is no more: from everybody's buddies, requests and blocks."""

    __match_args__ = ("contact",)
    def __new__(cls: type[_Self], contact: str) -> _Self: ...
    @property
    def contact(self) -> str:
        """Who."""

@final
class SendDirectMessage(Action):
    """Sends a message of an operator or a contact to a buddy: one of the two sees the other's presence.

    To a queue, it opens a chat on it, whose patron is the sender; as long as that one is open, what
    they send to the queue goes into it. A queue sends nothing: those who answer it write in the chat.
    """

    __match_args__ = ("party", "buddy", "message", "content", "chat",)
    def __new__(cls: type[_Self], party: Party, buddy: Party, message: str, content: str | Reference, *, chat: str | None = ...) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who writes."""
    @property
    def buddy(self) -> AnyParty:
        """To whom."""
    @property
    def message(self) -> str:
        """The message's id: a repeat to the same buddy is dropped, among the last
        `Limits.direct_messages` of the sender.
        """
    @property
    def content(self) -> str | Reference:
        """What it says."""
    @property
    def chat(self) -> str | None:
        """The id of the chat that it opens if it is to a queue and none is open: not in use and not used
        by one of the last that ended. Default: none, which does where no chat is to be opened.
        """

@final
class PartnershipProposed(Event):
    """One institution proposed terms to another. Show them to the administrator of `to`."""

    __match_args__ = ("at", "seq", "from_", "to", "proposal", "terms",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, from_: str, to: str, proposal: int, terms: Terms) -> _Self: ...
    @property
    def from_(self) -> str:
        """Who proposed."""
    @property
    def to(self) -> str:
        """Who may accept or decline."""
    @property
    def proposal(self) -> int:
        """The number that the answer must name."""
    @property
    def terms(self) -> Terms:
        """The terms, as the proposer sees them."""

@final
class PartnershipAgreed(Event):
    """Two institutions have agreed: the terms of the proposal hold now. Tell both."""

    __match_args__ = ("at", "seq", "proposer", "accepter", "proposal",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, proposer: str, accepter: str, proposal: int) -> _Self: ...
    @property
    def proposer(self) -> str:
        """Who had proposed."""
    @property
    def accepter(self) -> str:
        """Who accepted."""
    @property
    def proposal(self) -> int:
        """What they agreed on."""

@final
class PartnershipDeclined(Event):
    """A proposal was declined, or taken back. Tell both."""

    __match_args__ = ("at", "seq", "by", "with_", "proposal",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, by: str, with_: str, proposal: int) -> _Self: ...
    @property
    def by(self) -> str:
        """Who declined, or took back."""
    @property
    def with_(self) -> str:
        """The other institution."""
    @property
    def proposal(self) -> int:
        """The proposal."""

@final
class PartnershipEnded(Event):
    """A partnership ended. Tell both."""

    __match_args__ = ("at", "seq", "by", "with_",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, by: str, with_: str) -> _Self: ...
    @property
    def by(self) -> str:
        """Who ended it."""
    @property
    def with_(self) -> str:
        """The other institution."""

@final
class ListingPosted(Event):
    """An institution looks for partners. Show its terms to the administrators of all institutions
    that see listings (`Router.listings`).
    """

    __match_args__ = ("at", "seq", "institution", "terms",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, institution: str, terms: Terms) -> _Self: ...
    @property
    def institution(self) -> str:
        """Who looks for partners."""
    @property
    def terms(self) -> Terms:
        """The terms, as they see them."""

@final
class ListingWithdrawn(Event):
    """An institution looks for partners no more. Take its listing off the screens."""

    __match_args__ = ("at", "seq", "institution",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, institution: str) -> _Self: ...
    @property
    def institution(self) -> str:
        """Who."""

@final
class AvailabilityChanged(Event):
    """A queue that is watched would do something else with a chat than before. Show it in the chat
    widget.
    """

    __match_args__ = ("at", "seq", "queue", "availability",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, queue: str, availability: Availability) -> _Self: ...
    @property
    def queue(self) -> str:
        """The queue."""
    @property
    def availability(self) -> AnyAvailability:
        """What would come to a chat now."""

@final
class PresenceChanged(Event):
    """An operator is seen otherwise than before. Show it to `to`; `offline` means that the host
    forgets their sessions.
    """

    __match_args__ = ("at", "seq", "operator", "presence", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, operator: str, presence: _w.Presence | Literal["chat", "available", "away", "xa", "dnd", "offline"], to: Recipients) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def presence(self) -> _w.Presence:
        """How they are seen now."""
    @property
    def to(self) -> Recipients:
        """Who is told: the operator, if they are there, and those who are there of whom they let see
        them.
        """

@final
class OperatorPaused(Event):
    """An operator paused, and takes nothing new whatever their sessions show. Show it to them, and
    where their supervisors look; colleagues see presence alone.
    """

    __match_args__ = ("at", "seq", "operator", "reason", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, operator: str, reason: PauseReason, to: Recipients) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def reason(self) -> AnyPauseReason:
        """Why."""
    @property
    def to(self) -> Recipients:
        """Who is told: they, if they are there."""

@final
class OperatorUnpaused(Event):
    """An operator's pause is over. Show it as the pause was shown."""

    __match_args__ = ("at", "seq", "operator", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, operator: str, to: Recipients) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def to(self) -> Recipients:
        """Who is told: they, if they are there."""

@final
class OperatorLeaving(Event):
    """An operator finishes the chats that they have, takes nothing new, and is logged out after the
    last one; or does so no more. Show it as a pause is shown.
    """

    __match_args__ = ("at", "seq", "operator", "leaves", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, operator: str, leaves: bool, to: Recipients) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def leaves(self) -> bool:
        """Whether they do. When they are gone, that they are seen as `offline` says so."""
    @property
    def to(self) -> Recipients:
        """Who is told: they, if they are there."""

@final
class GraceStarted(Event):
    """An operator's last session ended; they keep their chats until the grace is over."""

    __match_args__ = ("at", "seq", "operator", "until",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, operator: str, until: _Instant) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def until(self) -> int:
        """When the grace is over."""

@final
class QueueStateChanged(Event):
    """A queue opened or closed, by its hours or by hand. Show it where patrons find the queue.

    Only of queues that have hours, or were set to a state by hand.
    """

    __match_args__ = ("at", "seq", "queue", "state",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, queue: str, state: _w.QueueState | Literal["open", "draining", "closed"]) -> _Self: ...
    @property
    def queue(self) -> str:
        """The queue."""
    @property
    def state(self) -> _w.QueueState:
        """What it is now."""

@final
class ChatOpened(Event):
    """A chat is open and in line. Tell the patron."""

    __match_args__ = ("at", "seq", "chat", "queue", "patron",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, queue: str, patron: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def queue(self) -> str:
        """On which queue."""
    @property
    def patron(self) -> str:
        """Whose chat."""

@final
class ChatOffered(Event):
    """An operator may take a chat. Ring them, and show what is known of it."""

    __match_args__ = ("at", "seq", "chat", "offer", "operator", "origin", "cause", "lapses_at", "about",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, offer: int, operator: str, origin: str, cause: OfferCause, lapses_at: _Instant | None, *, about: About | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def offer(self) -> int:
        """The number that the answer must name."""
    @property
    def operator(self) -> str:
        """Who is rung."""
    @property
    def origin(self) -> str:
        """The queue in whose name they would answer."""
    @property
    def cause(self) -> AnyOfferCause:
        """How the offer came about."""
    @property
    def lapses_at(self) -> int | None:
        """When the offer ends. `None`: when the chat is taken or moves on."""
    @property
    def about(self) -> About | None:
        """What is known of the chat and may be shown to them, if anything is."""

@final
class OfferWithdrawn(Event):
    """An offer is no more. Stop ringing them, and say why."""

    __match_args__ = ("at", "seq", "chat", "offer", "operator", "reason",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, offer: int, operator: str, reason: Withdrawal) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def offer(self) -> int:
        """The offer."""
    @property
    def operator(self) -> str:
        """Who was rung."""
    @property
    def reason(self) -> AnyWithdrawal:
        """Why."""

@final
class OfferLapsed(Event):
    """An offer was not answered in time. Stop ringing them."""

    __match_args__ = ("at", "seq", "chat", "offer", "operator",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, offer: int, operator: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def offer(self) -> int:
        """The offer."""
    @property
    def operator(self) -> str:
        """Who missed it."""

@final
class OfferDeclined(Event):
    """An operator declined. Stop ringing them."""

    __match_args__ = ("at", "seq", "chat", "offer", "operator",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, offer: int, operator: str) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def offer(self) -> int:
        """The offer."""
    @property
    def operator(self) -> str:
        """Who declined."""

@final
class LevelPassedOver(Event):
    """A level is passed over by all chats of its queue while nobody of it can be offered one.
    Nothing to do; an administrator may want to know.
    """

    __match_args__ = ("at", "seq", "queue", "level", "reason",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, queue: str, level: int, reason: _w.RollReason | Literal["unanswered", "allDeclined", "nobodyThere", "allBusy", "outOfHours"]) -> _Self: ...
    @property
    def queue(self) -> str:
        """The queue."""
    @property
    def level(self) -> int:
        """The level, counted from 0."""
    @property
    def reason(self) -> _w.RollReason:
        """Why."""

@final
class ChatRolledOver(Event):
    """A chat rolled on to another level. Nothing to do; the patron may be told that it goes on."""

    __match_args__ = ("at", "seq", "chat", "queue", "level", "reason",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, queue: str, level: int, reason: _w.RollReason | Literal["unanswered", "allDeclined", "nobodyThere", "allBusy", "outOfHours"]) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def queue(self) -> str:
        """The queue."""
    @property
    def level(self) -> int:
        """The level that it entered, counted from 0."""
    @property
    def reason(self) -> _w.RollReason:
        """Why it left the one before."""

@final
class RoundStarted(Event):
    """All have declined or missed a chat, and are rung anew. Nothing to do."""

    __match_args__ = ("at", "seq", "chat", "round",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, round: int) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def round(self) -> int:
        """The round, 2 for the second."""

@final
class ChatClaimed(Event):
    """An operator has a chat now, and nobody else does. Open it on their screen; tell the patron."""

    __match_args__ = ("at", "seq", "chat", "operator", "reason", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, reason: ClaimReason, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who answers."""
    @property
    def reason(self) -> AnyClaimReason:
        """Why it is they."""
    @property
    def to(self) -> Recipients:
        """Who is told: the patron, the operator, and who else takes part."""

@final
class TranscriptShown(Event):
    """What an operator may read of a chat that they took, or in which they take part. Show it to them before they write."""

    __match_args__ = ("at", "seq", "chat", "operator", "handover",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, handover: Handover) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """To whom."""
    @property
    def handover(self) -> Handover:
        """Everything that goes with the chat."""

@final
class MessagePosted(Event):
    """A message was posted. Deliver it to `to`, and to nobody else."""

    __match_args__ = ("at", "seq", "chat", "number", "posted", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, number: int, posted: Posted, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def number(self) -> int:
        """The number of its entry in the transcript."""
    @property
    def posted(self) -> Posted:
        """The message and its author."""
    @property
    def to(self) -> Recipients:
        """Who may see it: the people in its audience. The author's other screens are among them if
        the author is.
        """

@final
class ChatDescribed(Event):
    """Those who answer said what a chat is about, or what came of it. Show it where the chat is shown."""

    __match_args__ = ("at", "seq", "chat", "details", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, details: Details, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def details(self) -> Details:
        """All that is said of it now."""
    @property
    def to(self) -> Recipients:
        """Who is told: the staff of the chat."""

@final
class PatronMasked(Event):
    """A patron asked to be forgotten. Forget who they are and what they wrote in these entries, here
    and in the stores and screens of all who have read them.
    """

    __match_args__ = ("at", "seq", "chat", "patron", "entries", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, patron: str, entries: Iterable[int], to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def patron(self) -> str:
        """What stands for the patron from now on. Not for a partner who may not know the patron."""
    @property
    def entries(self) -> tuple[int, ...]:
        """The numbers of the entries that were masked."""
    @property
    def to(self) -> Recipients:
        """Who is told: the staff of the chat, and those who are rung and were shown what was known of
        the patron.
        """

@final
class ChatRequeued(Event):
    """A chat waits in another place than before, or waits again, always at its old place in line.
    Take it off the screen of who had it; tell the patron.
    """

    __match_args__ = ("at", "seq", "chat", "queue", "operator", "reason", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, queue: str, operator: str | None, reason: _w.RequeueReason | Literal["operatorLost", "grantEnded", "overflow", "operatorIdle"], to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def queue(self) -> str:
        """The queue in which it waits."""
    @property
    def operator(self) -> str | None:
        """Who answered until now. `None` if nobody did."""
    @property
    def reason(self) -> _w.RequeueReason:
        """Why."""
    @property
    def to(self) -> Recipients:
        """Who is told: the patron, who had it if they are there, and who else took part."""

@final
class NoticeGiven(Event):
    """A patron has waited for some time. Tell them so, in the words of the queue."""

    __match_args__ = ("at", "seq", "chat", "notice", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, notice: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def notice(self) -> str:
        """What the patron is told."""
    @property
    def to(self) -> Recipients:
        """Who is told: the patron."""

@final
class ChatHeld(Event):
    """The operator has asked the patron to wait for a while. Tell the patron."""

    __match_args__ = ("at", "seq", "chat", "operator", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who answers."""
    @property
    def to(self) -> Recipients:
        """Who is told: everybody in the chat."""

@final
class ChatResumed(Event):
    """The operator goes on with a chat that was on hold. Tell the patron."""

    __match_args__ = ("at", "seq", "chat", "operator", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who answers."""
    @property
    def to(self) -> Recipients:
        """Who is told: everybody in the chat."""

@final
class PatronDropped(Event):
    """The patron's connection is lost. Show it to the staff of the chat."""

    __match_args__ = ("at", "seq", "chat", "until", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, until: _Instant, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def until(self) -> int:
        """When they have left, if they do not come back."""
    @property
    def to(self) -> Recipients:
        """Who is told: the staff of the chat."""

@final
class PatronReturned(Event):
    """A patron whose connection was lost is back. Show them their chat, and show it to the staff."""

    __match_args__ = ("at", "seq", "chat", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def to(self) -> Recipients:
        """Who is told: everybody in the chat."""

@final
class IdleNoticed(Event):
    """Somebody has not written for some time. Tell them so, in the words of the queue."""

    __match_args__ = ("at", "seq", "chat", "idler", "notice", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, idler: _w.Idler | Literal["patron", "operator"], notice: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def idler(self) -> _w.Idler:
        """Who is to write."""
    @property
    def notice(self) -> str:
        """What they are told."""
    @property
    def to(self) -> Recipients:
        """Who is told: they."""

@final
class OperatorInvited(Event):
    """An operator is invited to take part in a chat. Ask them."""

    __match_args__ = ("at", "seq", "chat", "operator", "by", "note",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, by: str, *, note: str | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def by(self) -> str:
        """Who answers it, and invites them."""
    @property
    def note(self) -> str | None:
        """What they should know."""

@final
class InvitationWithdrawn(Event):
    """Somebody is not invited any more: they declined, or the chat goes on without them. Take the
    question off their screen.
    """

    __match_args__ = ("at", "seq", "chat", "operator", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who was invited."""
    @property
    def to(self) -> Recipients:
        """Who is told: they and who answers, if they are there."""

@final
class OperatorJoined(Event):
    """An operator takes part in a chat that somebody else answers, or has another part than before.
    Open it on their screen; show it to the others.
    """

    __match_args__ = ("at", "seq", "chat", "operator", "part", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, part: _w.Part | Literal["invited", "observer", "whisperer"], to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def part(self) -> _w.Part:
        """As what."""
    @property
    def to(self) -> Recipients:
        """Who is told: the staff of the chat, the patron only of those who may write to them."""

@final
class OperatorLeft(Event):
    """An operator takes part no more, or not so that the patron sees it. Close the chat on their screen
    if they are told; show it to the others.
    """

    __match_args__ = ("at", "seq", "chat", "operator", "part", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, part: _w.Part | Literal["invited", "observer", "whisperer"], to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def part(self) -> _w.Part:
        """What they were."""
    @property
    def to(self) -> Recipients:
        """Who is told: as when they joined; not they themself where they have another part from now on."""

@final
class ChatAskedBack(Event):
    """Home staff would like to have a chat back that a partner's operator answers. Show it to them:
    they may transfer it.
    """

    __match_args__ = ("at", "seq", "chat", "operator", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, operator: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def operator(self) -> str:
        """Who asks, at home."""
    @property
    def to(self) -> Recipients:
        """Who is told: who answers."""

@final
class ChatReassigned(Event):
    """A chat was given to somebody else. Close it on the screen of who had it; the claim says the rest."""

    __match_args__ = ("at", "seq", "chat", "from_", "operator", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, from_: str, operator: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def from_(self) -> str:
        """Who had it."""
    @property
    def operator(self) -> str:
        """Who has it now."""
    @property
    def to(self) -> Recipients:
        """Who is told: the two, if they are there."""

@final
class TransferStarted(Event):
    """A transfer is pending; the sender goes on talking until somebody accepts. Show it to the
    sender.
    """

    __match_args__ = ("at", "seq", "chat", "transfer", "from_", "target", "lapses_at", "mode",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, transfer: int, from_: str, target: Target, lapses_at: _Instant, *, mode: _w.TransferMode | Literal["blind", "consult", "join"] = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def transfer(self) -> int:
        """The transfer."""
    @property
    def from_(self) -> str:
        """Who sends."""
    @property
    def target(self) -> AnyTarget:
        """To whom."""
    @property
    def lapses_at(self) -> int:
        """When it fails if nobody has accepted."""
    @property
    def mode(self) -> _w.TransferMode:
        """What happens when somebody accepts."""

@final
class ConsultationStarted(Event):
    """Who is to take a chat over has accepted to talk about it first: they read along, and what is
    written to the staff goes to them. Open it on their screen; show it to the sender, who completes
    the transfer or takes it back.
    """

    __match_args__ = ("at", "seq", "chat", "transfer", "operator", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, transfer: int, operator: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def transfer(self) -> int:
        """The transfer."""
    @property
    def operator(self) -> str:
        """Who is consulted."""
    @property
    def to(self) -> Recipients:
        """Who is told: the staff of the chat, who is consulted among them."""

@final
class TransferCompleted(Event):
    """A transfer was accepted. Close the chat on the sender's screen; the claim says the rest."""

    __match_args__ = ("at", "seq", "chat", "transfer", "from_", "operator", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, transfer: int, from_: str, operator: str, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def transfer(self) -> int:
        """The transfer."""
    @property
    def from_(self) -> str:
        """Who has sent."""
    @property
    def operator(self) -> str:
        """Who answers now."""
    @property
    def to(self) -> Recipients:
        """Who is told: the sender, the new operator, who else takes part, and the patron."""

@final
class TransferFailed(Event):
    """A transfer came to nothing; the chat is where it was."""

    __match_args__ = ("at", "seq", "chat", "transfer", "why", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, transfer: int, why: _w.TransferFailure | Literal["declined", "lapsed", "cancelled", "targetLost", "senderLost", "nobodyThere", "grantEnded", "queueClosed", "reassigned", "chatEnded"], to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def transfer(self) -> int:
        """The transfer."""
    @property
    def why(self) -> _w.TransferFailure:
        """Why."""
    @property
    def to(self) -> Recipients:
        """Who is told: the sender, if they are there; and the operator whom it named."""

@final
class WrapUpStarted(Event):
    """The patron has left, and the operator finishes their notes: nothing goes to the patron any
    more. Close the chat on the patron's screen; show the operator how much time they have.
    """

    __match_args__ = ("at", "seq", "chat", "outcome", "until", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, outcome: _w.Outcome | Literal["abandoned", "patronLeft", "closed", "forceClosed", "patronIdle", "messageTaken", "closedByQueue"], until: _Instant, to: Recipients) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def outcome(self) -> _w.Outcome:
        """How the conversation ended."""
    @property
    def until(self) -> int:
        """When the wrap-up is over, if nobody ends it before."""
    @property
    def to(self) -> Recipients:
        """Who is told: the patron, the operator, and who else took part."""

@final
class ChatEnded(Event):
    """A chat is over. Close it on every screen, and keep the record: it is handed out only once."""

    __match_args__ = ("at", "seq", "chat", "record", "to", "notice",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, record: Record, to: Recipients, *, notice: str | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def record(self) -> Record:
        """Everything about it: for the institution of its origin, and for nobody of another."""
    @property
    def to(self) -> Recipients:
        """Who is told: the patron, the operator who answered, and who else took part; after a wrap-up the
        operator alone.
        """
    @property
    def notice(self) -> str | None:
        """What the queue says to the patron, if it was the queue that ended it."""

@final
class SubscriptionTold(Event):
    """A party said something to another about seeing presence: it asks, lets them see it, or ends
    that. Where `buddy` is a contact, send it by the gateway; where it is a queue, show it to the
    administrator; else show it to `to`.
    """

    __match_args__ = ("at", "seq", "party", "buddy", "stanza", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, party: Party, buddy: Party, stanza: _w.Stanza | Literal["subscribe", "subscribed", "unsubscribe", "unsubscribed"], to: Recipients) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who said it."""
    @property
    def buddy(self) -> AnyParty:
        """To whom."""
    @property
    def stanza(self) -> _w.Stanza:
        """What, by its name in RFC 6121."""
    @property
    def to(self) -> Recipients:
        """Who is told: the buddy, if they are an operator who is there. Who is not finds it among
        their buddies when they come (`Router.colleagues`).
        """

@final
class BuddyChanged(Event):
    """What is between a party and a buddy is otherwise than before. Show it in the party's list."""

    __match_args__ = ("at", "seq", "party", "buddy", "subscription", "approved", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, party: Party, buddy: Party, subscription: _w.Subscription | Literal["none", "nonePendingOut", "nonePendingIn", "nonePendingOutIn", "to", "toPendingIn", "from", "fromPendingOut", "both"], approved: bool, to: Recipients) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Whose list: an operator's or a queue's."""
    @property
    def buddy(self) -> AnyParty:
        """Who stands in it. With neither a subscription nor an approval they do not, any more."""
    @property
    def subscription(self) -> _w.Subscription:
        """Who sees whom, and who has asked."""
    @property
    def approved(self) -> bool:
        """Whether a request of the buddy is approved before it comes."""
    @property
    def to(self) -> Recipients:
        """Who is told: the party, if they are an operator who is there."""

@final
class BlockChanged(Event):
    """A party blocks another, or does so no more. Show it to the party."""

    __match_args__ = ("at", "seq", "party", "buddy", "blocked", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, party: Party, buddy: Party, blocked: bool, to: Recipients) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who blocks."""
    @property
    def buddy(self) -> AnyParty:
        """Whom."""
    @property
    def blocked(self) -> bool:
        """Whether they are blocked."""
    @property
    def to(self) -> Recipients:
        """Who is told: the party, if they are an operator who is there."""

@final
class BuddyPresence(Event):
    """How a buddy is seen: told to whoever comes, or may see it from now on, if it is not `offline`;
    when they may not any more, as `offline`; and of queues and contacts whenever it changes. Show
    it to `to`.
    """

    __match_args__ = ("at", "seq", "buddy", "presence", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, buddy: Party, presence: _w.Presence | Literal["chat", "available", "away", "xa", "dnd", "offline"], to: Recipients) -> _Self: ...
    @property
    def buddy(self) -> AnyParty:
        """Who is seen."""
    @property
    def presence(self) -> _w.Presence:
        """How."""
    @property
    def to(self) -> Recipients:
        """Who is told: operators who are there, and whom the buddy lets see it."""

@final
class ContactTold(Event):
    """How a party is seen by a contact whom it lets see it. Send it by the gateway."""

    __match_args__ = ("at", "seq", "contact", "buddy", "presence",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, contact: str, buddy: Party, presence: _w.Presence | Literal["chat", "available", "away", "xa", "dnd", "offline"]) -> _Self: ...
    @property
    def contact(self) -> str:
        """Who is told."""
    @property
    def buddy(self) -> AnyParty:
        """Who is seen."""
    @property
    def presence(self) -> _w.Presence:
        """How."""

@final
class DirectMessageSent(Event):
    """A message goes from one buddy to another. Where `buddy` is a contact, send it by the gateway;
    an operator who is not among `to` is not there: keep it for them.
    """

    __match_args__ = ("at", "seq", "party", "buddy", "sent", "to",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, party: Party, buddy: Party, sent: DirectMessage, to: Recipients) -> _Self: ...
    @property
    def party(self) -> AnyParty:
        """Who wrote it."""
    @property
    def buddy(self) -> AnyParty:
        """To whom."""
    @property
    def sent(self) -> DirectMessage:
        """What they wrote."""
    @property
    def to(self) -> Recipients:
        """Who is told: the sender, for their other screens, and the receiver, as far as they are
        operators who are there.
        """

@final
class ColleagueAsks(Event):
    """A colleague wrote to a queue, and this opened a chat on it: what goes to the patron of this
    chat goes to them.
    """

    __match_args__ = ("at", "seq", "chat", "queue", "party",)
    def __new__(cls: type[_Self], at: _Instant, seq: int, chat: str, queue: str, party: Party) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def queue(self) -> str:
        """On which queue."""
    @property
    def party(self) -> AnyParty:
        """Who asks: an operator or a contact."""

@final
class About(Value):
    """What an operator is shown of a chat when they are rung for it, so that they can speak for the
    institution whose patron it is. Opaque to the router.
    """

    __match_args__ = ("profile", "context", "returns",)
    def __new__(cls: type[_Self], *, profile: str | None = ..., context: str | None = ..., returns: str | None = ...) -> _Self: ...
    @property
    def profile(self) -> str | None:
        """The profile that the origin queue had when the chat was opened
        (`SetProfile`), if it had one.
        """
    @property
    def context(self) -> str | None:
        """What the host knows of the patron (`OpenChat.context`), where they
        may know who the patron is.
        """
    @property
    def returns(self) -> str | None:
        """The ended chat after which the patron comes back (`OpenChat.returns`),
        where they may know who the patron is.
        """

class Absence(Value):
    """Why an operator takes nothing new."""

    @final
    class Offline(Absence):
        """They have no session."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class InGrace(Absence):
        """Their last session ended, and their grace runs."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Paused(Absence):
        """They pause."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Leaving(Absence):
        """They finish what they have, and leave."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class NoCapacity(Absence):
        """They take no chats at all."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Shown(Absence):
        """They are seen in a way that takes no chats."""

        __match_args__ = ("show",)
        def __new__(cls: type[_Self], show: _w.Show | Literal["chat", "available", "away", "xa", "dnd"]) -> _Self: ...
        @property
        def show(self) -> _w.Show:
            """How."""

class Actor(Value):
    """Who gives a command."""

    @final
    class Host(Actor):
        """The chat product that embeds the router."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Institution(Actor):
        """An institution, that is, its administrator."""

        __match_args__ = ("institution",)
        def __new__(cls: type[_Self], institution: str) -> _Self: ...
        @property
        def institution(self) -> str:
            """Which one."""

    @final
    class Operator(Actor):
        """An operator."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class Patron(Actor):
        """A patron."""

        __match_args__ = ("patron",)
        def __new__(cls: type[_Self], patron: str) -> _Self: ...
        @property
        def patron(self) -> str:
            """Who."""

class After(Value):
    """What happens to a chat after the last level.

    To a chat of a store-and-forward channel none of it does: it keeps waiting.
    """

    @final
    class KeepWaiting(After):
        """It waits on at the last level, which keeps ringing."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class TakeMessage(After):
        """It ends, and the patron is asked to leave a message."""

        __match_args__ = ("notice",)
        def __new__(cls: type[_Self], *, notice: str | None = ...) -> _Self: ...
        @property
        def notice(self) -> str | None:
            """What the patron is told."""

    @final
    class Close(After):
        """It ends with a notice."""

        __match_args__ = ("notice",)
        def __new__(cls: type[_Self], *, notice: str | None = ...) -> _Self: ...
        @property
        def notice(self) -> str | None:
            """What the patron is told."""

    @final
    class MoveTo(After):
        """It moves on to another queue, at its old place in line. Where it cannot, it keeps waiting: if
        it has been there before, no level there would take a new chat now, no grant lets it wait
        there, or it has moved on too often.
        """

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """That queue. Its own policy may not lead back here."""

@final
class Answer(Value):
    """One operator's turn at a chat."""

    __match_args__ = ("operator", "institution", "at", "waited", "reason",)
    def __new__(cls: type[_Self], operator: str, institution: str, at: _Instant, waited: _Span, reason: ClaimReason) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def institution(self) -> str:
        """Where they work."""
    @property
    def at(self) -> int:
        """When they took the chat."""
    @property
    def waited(self) -> int:
        """For how long the patron had then waited without an operator: from the arrival, or from the
        loss of the operator before. Zero at a transfer.
        """
    @property
    def reason(self) -> AnyClaimReason:
        """Why it was they."""

class Asker(Value):
    """Who asked for something that they may not do. Which patron stands in no refusal."""

    @final
    class Host(Asker):
        """The host."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Institution(Asker):
        """An institution, that is, its administrator."""

        __match_args__ = ("institution",)
        def __new__(cls: type[_Self], institution: str) -> _Self: ...
        @property
        def institution(self) -> str:
            """Which one."""

    @final
    class Operator(Asker):
        """An operator."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class Patron(Asker):
        """A patron."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

class Audience(Value):
    """Who may read an entry."""

    @final
    class Everyone(Audience):
        """The patron and the staff of the chat."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Staff(Audience):
        """The staff of the chat, whichever institution they are of."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Institution(Audience):
        """The staff of the chat who are of this institution."""

        __match_args__ = ("institution",)
        def __new__(cls: type[_Self], institution: str) -> _Self: ...
        @property
        def institution(self) -> str:
            """Which one."""

class Author(Value):
    """Who wrote an entry."""

    @final
    class Patron(Author):
        """The patron."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Operator(Author):
        """An operator."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class Router(Author):
        """The router itself."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

class Availability(Value):
    """What an ordinary chat that asks for nothing special would come to on a queue now.

    It is worked out over exactly those operators who could be offered it.
    """

    @final
    class Available(Availability):
        """Somebody could be rung for it at once. Show that somebody is there."""

        __match_args__ = ("by",)
        def __new__(cls: type[_Self], by: _w.AnsweredBy | Literal["home", "partner", "backup"]) -> _Self: ...
        @property
        def by(self) -> _w.AnsweredBy:
            """Who, of the first level that has anybody."""

    @final
    class Busy(Availability):
        """Somebody is there, and all are busy: it would wait. Show that it may take a while."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Unstaffed(Availability):
        """It would be taken, and nobody is there to be rung for it. Offer to leave a message."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Full(Availability):
        """As many chats wait as the policy allows: what the policy says then would come to it."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Closed(Availability):
        """It would be refused: no level is active. Show when the queue opens."""

        __match_args__ = ("opens_at",)
        def __new__(cls: type[_Self], opens_at: _Instant | None) -> _Self: ...
        @property
        def opens_at(self) -> int | None:
            """When a level will be active, as far as hours tell. `None`: they do not."""

class Body(Value):
    """What an entry says."""

    @final
    class Message(Body):
        """A message, or a note among staff."""

        __match_args__ = ("message", "content",)
        def __new__(cls: type[_Self], message: str, content: str | Reference) -> _Self: ...
        @property
        def message(self) -> str:
            """Its id."""
        @property
        def content(self) -> str | Reference:
            """What it says."""

    @final
    class Claimed(Body):
        """An operator took the chat."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class RolledOver(Body):
        """The chat rolled on to another level."""

        __match_args__ = ("queue", "level",)
        def __new__(cls: type[_Self], queue: str, level: int) -> _Self: ...
        @property
        def queue(self) -> str:
            """The queue in which it waits."""
        @property
        def level(self) -> int:
            """The level that it entered, counted from 0."""

    @final
    class OperatorLost(Body):
        """The operator who answered is gone; the chat waits again."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class OperatorIdle(Body):
        """The operator who answered did not write to the patron for too long; the chat waits again."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class Joined(Body):
        """An operator takes part now, or has another part."""

        __match_args__ = ("operator", "part",)
        def __new__(cls: type[_Self], operator: str, part: _w.Part | Literal["invited", "observer", "whisperer"]) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""
        @property
        def part(self) -> _w.Part:
            """As what."""

    @final
    class Left(Body):
        """An operator takes part no more."""

        __match_args__ = ("operator", "part",)
        def __new__(cls: type[_Self], operator: str, part: _w.Part | Literal["invited", "observer", "whisperer"]) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""
        @property
        def part(self) -> _w.Part:
            """What they were."""

    @final
    class Held(Body):
        """The operator asked the patron to wait for a while."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class Resumed(Body):
        """The operator went on with it."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class PatronDropped(Body):
        """The patron's connection was lost."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class PatronReturned(Body):
        """The patron was back."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Returned(Body):
        """The chat returned to its origin queue, since the grant that carried it has ended."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Moved(Body):
        """The chat moved on to another queue, since the policy of the one before says so."""

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """The queue in which it waits."""

    @final
    class Notice(Body):
        """The patron was told something while nobody answered, or whoever is to write was reminded."""

        __match_args__ = ("text",)
        def __new__(cls: type[_Self], text: str) -> _Self: ...
        @property
        def text(self) -> str:
            """What."""

    @final
    class TransferStarted(Body):
        """The operator asked for a transfer."""

        __match_args__ = ("transfer", "to", "reason", "note",)
        def __new__(cls: type[_Self], transfer: int, to: Target, *, reason: str | None = ..., note: str | None = ...) -> _Self: ...
        @property
        def transfer(self) -> int:
            """Which transfer."""
        @property
        def to(self) -> AnyTarget:
            """To whom."""
        @property
        def reason(self) -> str | None:
            """Why."""
        @property
        def note(self) -> str | None:
            """What the new operator should know."""

    @final
    class TransferFailed(Body):
        """A transfer came to nothing."""

        __match_args__ = ("transfer", "why",)
        def __new__(cls: type[_Self], transfer: int, why: _w.TransferFailure | Literal["declined", "lapsed", "cancelled", "targetLost", "senderLost", "nobodyThere", "grantEnded", "queueClosed", "reassigned", "chatEnded"]) -> _Self: ...
        @property
        def transfer(self) -> int:
            """Which one."""
        @property
        def why(self) -> _w.TransferFailure:
            """Why."""

    @final
    class ConsultationStarted(Body):
        """Who is to take the chat over reads along now, and talks with its operator first."""

        __match_args__ = ("transfer", "operator",)
        def __new__(cls: type[_Self], transfer: int, operator: str) -> _Self: ...
        @property
        def transfer(self) -> int:
            """Which transfer."""
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class TransferCompleted(Body):
        """A transfer was accepted: another operator answers now."""

        __match_args__ = ("transfer", "from_", "to",)
        def __new__(cls: type[_Self], transfer: int, from_: str, to: str) -> _Self: ...
        @property
        def transfer(self) -> int:
            """Which one."""
        @property
        def from_(self) -> str:
            """Who answered before."""
        @property
        def to(self) -> str:
            """Who answers now."""

    @final
    class Ended(Body):
        """The chat ended."""

        __match_args__ = ("outcome",)
        def __new__(cls: type[_Self], outcome: _w.Outcome | Literal["abandoned", "patronLeft", "closed", "forceClosed", "patronIdle", "messageTaken", "closedByQueue"]) -> _Self: ...
        @property
        def outcome(self) -> _w.Outcome:
            """How."""

    @final
    class Masked(Body):
        """A message that was here, and that nobody is to read any more."""

        __match_args__ = ("message", "leaf",)
        def __new__(cls: type[_Self], message: str, *, leaf: str | _Bytes | None = ...) -> _Self: ...
        @property
        def message(self) -> str:
            """Its id."""
        @property
        def leaf(self) -> str | None:
            """What stands for it in the chain of digests: made of what it said. `None` where
            that cannot be known any more: it was masked in a record without a seal.
            """

@final
class BuddyView(Value):
    """What is between a party and another, as the party may know it."""

    __match_args__ = ("buddy", "subscription", "approved", "blocked", "presence",)
    def __new__(cls: type[_Self], buddy: Party, subscription: _w.Subscription | Literal["none", "nonePendingOut", "nonePendingIn", "nonePendingOutIn", "to", "toPendingIn", "from", "fromPendingOut", "both"], approved: bool, blocked: bool, presence: _w.Presence | Literal["chat", "available", "away", "xa", "dnd", "offline"] | None) -> _Self: ...
    @property
    def buddy(self) -> AnyParty:
        """The other."""
    @property
    def subscription(self) -> _w.Subscription:
        """Who sees whom, and who has asked."""
    @property
    def approved(self) -> bool:
        """Whether a request of theirs is approved before it comes."""
    @property
    def blocked(self) -> bool:
        """Whether the party blocks them."""
    @property
    def presence(self) -> _w.Presence | None:
        """How they are seen, if the party may see it."""

@final
class Channel(Value):
    """A way by which patrons write."""

    __match_args__ = ("units", "store_and_forward",)
    def __new__(cls: type[_Self], *, units: int = ..., store_and_forward: bool = ...) -> _Self: ...
    @property
    def units(self) -> int:
        """How many units of an operator's capacity a chat costs. Default: 1; 0 counts as 1."""
    @property
    def store_and_forward(self) -> bool:
        """Whether patrons write and come back for an answer some time later, as by SMS or email. Such a
        chat is admitted though its queue is closed, and waits there with its age until a level takes
        it; nothing that a policy says ends its waiting. Default: no.
        """

class ChatNeeds(Value):
    """How what a chat needs counts at a level."""

    @final
    class InFull(ChatNeeds):
        """As it is."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Lowered(ChatNeeds):
        """Each level of a skill is lowered, but never below having the skill at all."""

        __match_args__ = ("by",)
        def __new__(cls: type[_Self], by: int) -> _Self: ...
        @property
        def by(self) -> int:
            """By how much."""

    @final
    class Ignored(ChatNeeds):
        """Not at all."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

@final
class ChatView(Value):
    """An open chat, as it is now."""

    __match_args__ = ("chat", "patron", "phase", "origin", "queue", "opened_at", "owner", "consulted", "company", "rung", "transfer", "level",)
    def __new__(cls: type[_Self], chat: str, patron: str, phase: _w.Phase | Literal["waiting", "offered", "active", "onHold", "transferring", "consulting", "wrapUp", "ended"], origin: str, queue: str, opened_at: _Instant, owner: str | None, consulted: str | None, company: Iterable[tuple[str, _w.Part | Literal["invited", "observer", "whisperer"]]], rung: Iterable[tuple[str, int]], transfer: int | None, level: int | None) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def patron(self) -> str:
        """Whose chat."""
    @property
    def phase(self) -> _w.Phase:
        """Where it stands in its life."""
    @property
    def origin(self) -> str:
        """Where it was opened."""
    @property
    def queue(self) -> str:
        """Where it is now."""
    @property
    def opened_at(self) -> int:
        """When it was opened."""
    @property
    def owner(self) -> str | None:
        """Who answers, if somebody does."""
    @property
    def consulted(self) -> str | None:
        """Who is to take it over, and talks about it with them first."""
    @property
    def company(self) -> tuple[tuple[str, _w.Part], ...]:
        """Who takes part beside them, in the order of joining."""
    @property
    def rung(self) -> tuple[tuple[str, int], ...]:
        """Who is rung, in the order of ringing, with the offer that each answers."""
    @property
    def transfer(self) -> int | None:
        """The transfer that is pending, or has been accepted and is talked about, if there is one."""
    @property
    def level(self) -> int | None:
        """The level that it entered last of those that ring for it, counted from 0. `None` while it does
        not ring, or no level is active for it.
        """

@final
class Choice(Value):
    """An operator or a queue to whom a chat might be transferred."""

    __match_args__ = ("target", "institution", "presence", "refusal",)
    def __new__(cls: type[_Self], target: Target, institution: str, presence: _w.Presence | Literal["chat", "available", "away", "xa", "dnd", "offline"] | None, refusal: Refusal | None) -> _Self: ...
    @property
    def target(self) -> AnyTarget:
        """Who."""
    @property
    def institution(self) -> str:
        """Whose operator or queue it is."""
    @property
    def presence(self) -> _w.Presence | None:
        """How an operator is seen, where who answers may see it: of a colleague at their own institution,
        of a buddy, and where a grant shows it.
        """
    @property
    def refusal(self) -> AnyRefusal | None:
        """Why a transfer to them would be refused now. `None`: it would not."""

class ClaimReason(Value):
    """Why an operator got a chat."""

    @final
    class Accepted(ClaimReason):
        """They took an offer of this level, counted from 0, by an accept."""

        __match_args__ = ("level", "won",)
        def __new__(cls: type[_Self], level: int, *, won: Won | None = ...) -> _Self: ...
        @property
        def level(self) -> int:
            """The level."""
        @property
        def won(self) -> Won | None:
            """By what they were the best of it. `None`: the level rang everybody."""

    @final
    class FirstMessage(ClaimReason):
        """They took an offer of this level, counted from 0, by their first message."""

        __match_args__ = ("level", "won",)
        def __new__(cls: type[_Self], level: int, *, won: Won | None = ...) -> _Self: ...
        @property
        def level(self) -> int:
            """The level."""
        @property
        def won(self) -> Won | None:
            """By what they were the best of it. `None`: the level rang everybody."""

    @final
    class Preferred(ClaimReason):
        """The chat waited for them alone, and they took it."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Transferred(ClaimReason):
        """They accepted a transfer that named them."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Picked(ClaimReason):
        """They took it out of the queue, whether they were rung for it or not."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Assigned(ClaimReason):
        """The host, an administrator or a supervisor gave it to them."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Started(ClaimReason):
        """They began it themselves."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Returned(ClaimReason):
        """They came back after they were lost, before anybody else had taken it."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

@final
class Colleagues(Value):
    """Whom an operator sees."""

    __match_args__ = ("buddies", "visible",)
    def __new__(cls: type[_Self], buddies: Iterable[BuddyView], visible: Iterable[tuple[str, _w.Presence | Literal["chat", "available", "away", "xa", "dnd", "offline"]]]) -> _Self: ...
    @property
    def buddies(self) -> tuple[BuddyView, ...]:
        """Their buddies, whoever has asked them, and whom they block, in the order of registration."""
    @property
    def visible(self) -> tuple[tuple[str, _w.Presence], ...]:
        """The operators of partners who let them see presence, each with how they are seen, without any
        subscription, in the order of registration: those who are assigned to a queue that such a
        grant covers, while its hours last. They are not told of changes: whoever wants that asks them
        to be buddies.
        """

@final
class Command(Value):
    """A request: who gives it, and what is wanted."""

    __match_args__ = ("by", "action",)
    def __new__(cls: type[_Self], by: Actor, action: Action) -> _Self: ...
    @property
    def by(self) -> AnyActor:
        """Who gives the command. The host has made sure that it is really they."""
    @property
    def action(self) -> AnyAction:
        """What they want."""

@final
class Config(Value):
    """What holds for a whole router, from its beginning to its end."""

    __match_args__ = ("grace", "session_length", "takes_chats", "transfer_lapse", "patron_grace", "priorities", "channels", "digests", "limits",)
    def __new__(cls: type[_Self], *, grace: _Span = ..., session_length: _Span | None = ..., takes_chats: Iterable[_w.Show | Literal["chat", "available", "away", "xa", "dnd"]] = ..., transfer_lapse: _Span = ..., patron_grace: _Span = ..., priorities: Iterable[Priority] = ..., channels: Mapping[str, Channel] = ..., digests: bool = ..., limits: Limits = ...) -> _Self: ...
    @property
    def grace(self) -> int:
        """How long an operator whose last session ended keeps their chats. Default: 60 s."""
    @property
    def session_length(self) -> int | None:
        """After how long a session ends that was not renewed by another
        `SetPresence`, so that a forgotten log-in does not last. Default:
        never.
        """
    @property
    def takes_chats(self) -> tuple[_w.Show, ...]:
        """How operators must show themselves to be offered chats. Default: `chat` and `available`."""
    @property
    def transfer_lapse(self) -> int:
        """How long a transfer may be pending. Default: 60 s."""
    @property
    def patron_grace(self) -> int:
        """How long a patron whose connection is lost keeps their chat. Default: 60 s."""
    @property
    def priorities(self) -> tuple[AnyPriority, ...]:
        """The classes of priority above the ordinary 0: the first is class 1, and so on, each more urgent
        than those before it. At most 100; those beyond are not there. Default: nine
        strict ones.
        """
    @property
    def channels(self) -> dict[str, Channel]:
        """The channels by which patrons write, for a chat to name. Default: none; a chat that names
        none is an ordinary one.
        """
    @property
    def digests(self) -> bool:
        """Whether hand-overs and records carry the digest of the transcript. It costs
        three hashes for each entry, once; asking for it
        (`Router.transcript_digest`) is possible either way, and
        nothing is hashed before. Default: no.
        """
    @property
    def limits(self) -> Limits:
        """The bounds of everything."""

@final
class Course(Value):
    """A chat's way through the levels of a queue."""

    __match_args__ = ("queue", "round", "levels", "rests_until", "ends", "preferred",)
    def __new__(cls: type[_Self], queue: str, round: int, levels: Iterable[ExplainedLevel], *, rests_until: _Instant | None = ..., ends: _Instant | None = ..., preferred: ExplainedOperator | None = ...) -> _Self: ...
    @property
    def queue(self) -> str:
        """The queue."""
    @property
    def round(self) -> int:
        """The round, 1 for the first: whoever declined or missed it is not rung again in the same one."""
    @property
    def levels(self) -> tuple[ExplainedLevel, ...]:
        """The levels that this page speaks of, in order."""
    @property
    def rests_until(self) -> int | None:
        """When the next round starts, if it rests until then."""
    @property
    def ends(self) -> int | None:
        """When its wait in the queue is over, and what the policy says follows: by no level's clock."""
    @property
    def preferred(self) -> ExplainedOperator | None:
        """The operator for whom it waits alone, before it enters the first level."""

@final
class Deadline(Value):
    """When the router wants to be woken, and whose timer it is."""

    __match_args__ = ("at", "reason",)
    def __new__(cls: type[_Self], at: _Instant, reason: Reason) -> _Self: ...
    @property
    def at(self) -> int:
        """When to call `Router.advance`."""
    @property
    def reason(self) -> AnyReason:
        """Whose timer it is."""

@final
class Details(Value):
    """What those who answered a chat said of it."""

    __match_args__ = ("tags", "follow_up", "resolution",)
    def __new__(cls: type[_Self], *, tags: Iterable[str] = ..., follow_up: bool = ..., resolution: str | None = ...) -> _Self: ...
    @property
    def tags(self) -> frozenset[str]:
        """Its tags, each once."""
    @property
    def follow_up(self) -> bool:
        """Whether somebody is to come back to it."""
    @property
    def resolution(self) -> str | None:
        """The code of how it was resolved, in the institution's own words."""

@final
class DirectMessage(Value):
    """A direct message as it was sent."""

    __match_args__ = ("message", "content",)
    def __new__(cls: type[_Self], message: str, content: str | Reference) -> _Self: ...
    @property
    def message(self) -> str:
        """The host's id of it."""
    @property
    def content(self) -> str | Reference:
        """What it says."""

@final
class Entry(Value):
    """One entry of a transcript. Their numbers have no gaps."""

    __match_args__ = ("number", "at", "author", "audience", "body",)
    def __new__(cls: type[_Self], number: int, at: _Instant, author: Author, audience: Audience, body: Body) -> _Self: ...
    @property
    def number(self) -> int:
        """Its number: 1 for the first."""
    @property
    def at(self) -> int:
        """When it was written."""
    @property
    def author(self) -> AnyAuthor:
        """Who wrote it."""
    @property
    def audience(self) -> AnyAudience:
        """Who may read it."""
    @property
    def body(self) -> AnyBody:
        """What it says."""

@final
class Exception(Value):
    """Dates on which other hours count than on ordinary ones."""

    __match_args__ = ("dates", "holidays", "windows",)
    def __new__(cls: type[_Self], *, dates: Sequence[str] = ..., holidays: Sequence[str] = ..., windows: Iterable[Window] = ...) -> _Self: ...
    @property
    def dates(self) -> tuple[str, ...]:
        """The dates: each `YYYY-MM-DD`, or the first and the last of a range with `/` between them:
        `2026-12-24/2027-01-03`. Default: none, then there must be holidays.
        """
    @property
    def holidays(self) -> tuple[str, ...]:
        """Names of lists whose dates are meant too. Default: none, then there must be dates."""
    @property
    def windows(self) -> tuple[Window, ...]:
        """The windows on these dates, at most 64. Default: none, closed."""

@final
class ExplainedLevel(Value):
    """What a level is to a chat."""

    __match_args__ = ("level", "state", "operators",)
    def __new__(cls: type[_Self], level: int, state: LevelState, operators: Iterable[ExplainedOperator]) -> _Self: ...
    @property
    def level(self) -> int:
        """The level, counted from 0."""
    @property
    def state(self) -> AnyLevelState:
        """How it stands."""
    @property
    def operators(self) -> tuple[ExplainedOperator, ...]:
        """Everybody of its pool, and those assigned to its queues who have opted out, in the order of
        registration: those whom this page speaks of.
        """

@final
class ExplainedOperator(Value):
    """What stands between an operator and a chat, at one level."""

    __match_args__ = ("operator", "verdict",)
    def __new__(cls: type[_Self], operator: str, verdict: Verdict) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def verdict(self) -> AnyVerdict:
        """What it is."""

@final
class Explanation(Value):
    """Why a chat is where it is, or as much of it as a page holds."""

    __match_args__ = ("chat", "phase", "passed", "answer", "course", "next",)
    def __new__(cls: type[_Self], chat: str, phase: _w.Phase | Literal["waiting", "offered", "active", "onHold", "transferring", "consulting", "wrapUp", "ended"], passed: Iterable[Hop], *, answer: Answer | None = ..., course: Course | None = ..., next: str | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def phase(self) -> _w.Phase:
        """Where it stands in its life."""
    @property
    def passed(self) -> tuple[Hop, ...]:
        """The levels that it has left so far, in order, and why: whichever queue they are of."""
    @property
    def answer(self) -> Answer | None:
        """Who answers, and why it is they. `None`: nobody does."""
    @property
    def course(self) -> Course | None:
        """Its way through the levels of a queue, while nobody answers or it is transferred to one."""
    @property
    def next(self) -> str | None:
        """Where the next page begins. `None`: this is the last one."""

@final
class Full(Value):
    """A bound on how many chats wait in a queue."""

    __match_args__ = ("chats", "then",)
    def __new__(cls: type[_Self], chats: int, then: After) -> _Self: ...
    @property
    def chats(self) -> int:
        """How many may wait, at least 1; those that are being transferred to the queue count."""
    @property
    def then(self) -> AnyAfter:
        """What comes to a chat that opens while so many wait, in the step of its opening. Never to one
        that was admitted before: lost, returned, transferred, or moved on from another queue.
        """

@final
class Grant(Value):
    """One right inside a partnership, on queues of the institution that gives it."""

    __match_args__ = ("right", "queues", "cap", "hours",)
    def __new__(cls: type[_Self], right: Right, *, queues: Queues = ..., cap: int | None = ..., hours: OwnHours | None = ...) -> _Self: ...
    @property
    def right(self) -> AnyRight:
        """What the partner may do."""
    @property
    def queues(self) -> AnyQueues:
        """On which queues of the giver. Default: all."""
    @property
    def cap(self) -> int | None:
        """The most chats at once that it carries across. For the right to staff: chats whose origin is
        one of its queues, and which the partner's staff answer, or have a place reserved for; at the
        cap those are as good as busy. For the right to transfer: chats of the partner's patrons that
        wait here, are answered here or in company from here, or are being transferred here. It means
        nothing for transcripts and presence.
        Default: as many as come.
        """
    @property
    def hours(self) -> OwnHours | None:
        """When something new may cross by it; what crossed before goes on. It means nothing for
        transcripts. Default: always.
        """

@final
class Handover(Value):
    """What goes with a chat to the operator who took it, by what the grant lets them see."""

    __match_args__ = ("entries", "patron", "context", "returns", "profile", "reason", "note", "digest",)
    def __new__(cls: type[_Self], entries: Iterable[Entry], *, patron: str | None = ..., context: str | None = ..., returns: str | None = ..., profile: str | None = ..., reason: str | None = ..., note: str | None = ..., digest: str | _Bytes | None = ...) -> _Self: ...
    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that were written before they took it, and that they may read."""
    @property
    def patron(self) -> str | None:
        """Who the patron is, where they may know."""
    @property
    def context(self) -> str | None:
        """What the host knows of the patron, where they may know."""
    @property
    def returns(self) -> str | None:
        """The ended chat after which the patron comes back, where they may know the patron."""
    @property
    def profile(self) -> str | None:
        """The profile that the origin queue had when the chat was opened."""
    @property
    def reason(self) -> str | None:
        """Why the chat was transferred, in the sender's words."""
    @property
    def note(self) -> str | None:
        """What the sender wants them to know."""
    @property
    def digest(self) -> str | None:
        """Where the chain stood after the last entry that was written before they took it,
        whether they may read that entry or not: where
        `Config.digests` says so, and anything was written before.
        """

@final
class Holidays(Value):
    """A list of dates that many hours refer to by its name."""

    __match_args__ = ("dates",)
    def __new__(cls: type[_Self], dates: Sequence[str]) -> _Self: ...
    @property
    def dates(self) -> tuple[str, ...]:
        """The dates, in any order: each `YYYY-MM-DD`, or the first and the last of a range with `/`
        between them. At most 4,096.
        """

@final
class Hop(Value):
    """A level that a chat left unanswered."""

    __match_args__ = ("queue", "level", "at", "reason",)
    def __new__(cls: type[_Self], queue: str, level: int, at: _Instant, reason: _w.RollReason | Literal["unanswered", "allDeclined", "nobodyThere", "allBusy", "outOfHours"]) -> _Self: ...
    @property
    def queue(self) -> str:
        """The queue."""
    @property
    def level(self) -> int:
        """The level, counted from 0."""
    @property
    def at(self) -> int:
        """When."""
    @property
    def reason(self) -> _w.RollReason:
        """Why."""

@final
class Hours(Value):
    """When something is open: the hours of a week, and the dates on which they are others.

    # Dates

    A date is ruled by one thing: by the last exception that names it, else by the week. Write what
    is general first, and below it what is special (a summer, and the holidays in it). It is as if
    they were painted over each other in this order:

    - An exception covers its dates from midnight to midnight, and only its own windows count then.
      A window of what stands above it (an earlier exception, the week) is cut off at the first
      midnight and goes on at the last, if it lasts so long: on a date that an exception does not
      name, it changes nothing.
    - A window of its own that runs past midnight goes on into the next date, unless an exception
      further below covers that one.
    - Windows that overlap or touch are one window. That two of one list overlap is an
      oddity, since it is hardly meant.

    # Clocks that are changed

    **A window opens at the first instant at which the clocks show `from` or later, and closes at
    the instant from which on they show `to` or later for good.** So whenever the clocks show a time
    within the window, it is open, and it is never interrupted. It follows:

    - In spring, where an hour is skipped, an edge within that hour is the instant at which the
      clocks are put forward. A window that lies in it as a whole does not happen. (RFC 5545 and
      others move the edge on by an hour, so that a service "from 02:30" would be closed while the
      clocks show 03:00.)
    - In autumn, where an hour comes twice, it opens the first time and closes the second time, and
      is open all the time between.
    - A window that ends just where that hour begins is over the first time: earlier times never
      come back. So what closes at 24:00 does, where the clocks go from 01:00 back to 00:00, and a
      closed date stays closed.
    - One service until 01:30 and another from 01:30 are both open for an hour then, and never
      neither.
    - A date that a zone left out (Samoa had no 30 December 2011) does not happen.
    """

    __match_args__ = ("time_zone", "week", "exceptions",)
    def __new__(cls: type[_Self], time_zone: str, *, week: Iterable[Window] = ..., exceptions: Iterable[Exception] = ...) -> _Self: ...
    @property
    def time_zone(self) -> str:
        """The time zone of all times and dates here, by its IANA name as that is spelled: for example
        `America/Chicago`.
        """
    @property
    def week(self) -> tuple[Window, ...]:
        """The windows of an ordinary week; none: closed but for the exceptions. Around the clock is
        one window on every day from `00:00` to `24:00`. At most 64. Default: none.
        """
    @property
    def exceptions(self) -> tuple[Exception, ...]:
        """Dates with hours of their own. Of two exceptions that name a date, the later one counts. At
        most 512. Default: none.
        """

class HoursFault(Value):
    """What makes hours unusable.

    Each has a stable machine code and a sentence for people.
    """

    @property
    def code(self) -> str:
        """The stable machine code, the same in every language."""

    @final
    class UnknownZone(HoursFault):
        """The time zone data has no zone of this name."""

        __match_args__ = ("zone", "meant",)
        def __new__(cls: type[_Self], zone: str, meant: str | None) -> _Self: ...
        @property
        def zone(self) -> str:
            """The name."""
        @property
        def meant(self) -> str | None:
            """A zone whose name is nearly the same."""

    @final
    class InvalidTime(HoursFault):
        """A text is no time of day."""

        __match_args__ = ("text",)
        def __new__(cls: type[_Self], text: str) -> _Self: ...
        @property
        def text(self) -> str:
            """The text."""

    @final
    class BeginsAtEnd(HoursFault):
        """A window begins at `24:00`."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class EmptyWindow(HoursFault):
        """A window ends where it begins."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class NoDays(HoursFault):
        """A window names no day."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class NoDates(HoursFault):
        """An exception has neither dates nor holidays."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class InvalidDate(HoursFault):
        """A text is no date and no range of dates."""

        __match_args__ = ("text",)
        def __new__(cls: type[_Self], text: str) -> _Self: ...
        @property
        def text(self) -> str:
            """The text."""

    @final
    class NoSuchDate(HoursFault):
        """A date that no calendar has."""

        __match_args__ = ("text",)
        def __new__(cls: type[_Self], text: str) -> _Self: ...
        @property
        def text(self) -> str:
            """The text."""

    @final
    class ReversedDates(HoursFault):
        """A range of dates ends before it begins."""

        __match_args__ = ("text",)
        def __new__(cls: type[_Self], text: str) -> _Self: ...
        @property
        def text(self) -> str:
            """The text."""

    @final
    class UnknownHours(HoursFault):
        """Hours are only named, and no setup document is there to have them."""

        __match_args__ = ("name",)
        def __new__(cls: type[_Self], name: str) -> _Self: ...
        @property
        def name(self) -> str:
            """The name."""

    @final
    class UnknownHolidays(HoursFault):
        """No holidays bear this name."""

        __match_args__ = ("name", "meant",)
        def __new__(cls: type[_Self], name: str, meant: str | None) -> _Self: ...
        @property
        def name(self) -> str:
            """The name."""
        @property
        def meant(self) -> str | None:
            """A list whose name is nearly the same."""

    @final
    class InvalidHolidays(HoursFault):
        """The holidays of this name have faults of their own."""

        __match_args__ = ("name",)
        def __new__(cls: type[_Self], name: str) -> _Self: ...
        @property
        def name(self) -> str:
            """The name."""

    @final
    class TooMany(HoursFault):
        """A list is too long."""

        __match_args__ = ("limit",)
        def __new__(cls: type[_Self], limit: int) -> _Self: ...
        @property
        def limit(self) -> int:
            """How many are allowed."""

@final
class IdleRule(Value):
    """How long somebody in a chat may leave the last word to the other side. Time on hold, or during a
    transfer, does not count.
    """

    __match_args__ = ("after", "notice",)
    def __new__(cls: type[_Self], after: _Span, *, notice: Notice | None = ...) -> _Self: ...
    @property
    def after(self) -> int:
        """After how long it is enough, the notice included: more than 0, and after the notice."""
    @property
    def notice(self) -> Notice | None:
        """What they are told before, and when: counted from when they are to write. Default: nothing."""

@final
class Input(Value):
    """An accepted command, with its number and its time."""

    __match_args__ = ("number", "at", "command",)
    def __new__(cls: type[_Self], number: int, at: _Instant, command: Command) -> _Self: ...
    @property
    def number(self) -> int:
        """The first is 1, and there are no gaps."""
    @property
    def at(self) -> int:
        """When it was applied."""
    @property
    def command(self) -> Command:
        """What was applied."""

@final
class Level(Value):
    """One step of a queue's rollover: who is rung, how, and for how long."""

    __match_args__ = ("pool", "ring", "wait", "needs", "chat_needs", "when_busy", "entry", "only_when",)
    def __new__(cls: type[_Self], pool: Iterable[Source], ring: Ring, *, wait: _Span | None = ..., needs: Iterable[Need] = ..., chat_needs: ChatNeeds = ..., when_busy: _w.WhenBusy | Literal["wait", "rollOn"] = ..., entry: _w.Entering | Literal["widen", "replace"] = ..., only_when: OnlyWhen = ...) -> _Self: ...
    @property
    def pool(self) -> tuple[AnySource, ...]:
        """Whose operators are rung, at least one source."""
    @property
    def ring(self) -> AnyRing:
        """How many of them at once, and in which order."""
    @property
    def wait(self) -> int | None:
        """How long a chat stays before it rolls on, counted from entering the level. `None`: for
        ever, unless nobody is there. After the last level, `Policy.after` follows; where that is
        to keep waiting, the wait of the last level means nothing. Default: `None`.
        """
    @property
    def needs(self) -> tuple[Need, ...]:
        """The skills that everybody here must have, besides what a chat asks for. At most
        `Limits.needs`. Default: none.
        """
    @property
    def chat_needs(self) -> AnyChatNeeds:
        """How what a chat asks for counts here. Default: in full."""
    @property
    def when_busy(self) -> _w.WhenBusy:
        """What happens while all of the level's operators are busy. Default: the chat waits."""
    @property
    def entry(self) -> _w.Entering:
        """What becomes of the earlier levels when a chat enters this one. Default: they keep ringing."""
    @property
    def only_when(self) -> AnyOnlyWhen:
        """When it is active. A chat passes an inactive level over at once; it is rung there after all
        if the level becomes active while the chat waits further on, unless a later level has
        replaced it. A level that a chat has entered stays active for that chat. Default: while the
        queue is open.
        """

class LevelState(Value):
    """How a level of the queue stands for a chat."""

    @property
    def code(self) -> str:
        """The stable machine code, the same in every language."""

    @final
    class NotEntered(LevelState):
        """The chat has not come to it."""

        __match_args__ = ("vacant",)
        def __new__(cls: type[_Self], *, vacant: _w.RollReason | Literal["unanswered", "allDeclined", "nobodyThere", "allBusy", "outOfHours"] | None = ...) -> _Self: ...
        @property
        def vacant(self) -> _w.RollReason | None:
            """Why it would be passed over, as things are now. `None`: it would not."""

    @final
    class Rings(LevelState):
        """It rings for the chat: it was entered last, or was left and rings on, since the plan widens."""

        __match_args__ = ("rung", "wanted", "until", "left", "vacant",)
        def __new__(cls: type[_Self], rung: int, *, wanted: int | None = ..., until: _Instant | None = ..., left: _w.RollReason | Literal["unanswered", "allDeclined", "nobodyThere", "allBusy", "outOfHours"] | None = ..., vacant: _w.RollReason | Literal["unanswered", "allDeclined", "nobodyThere", "allBusy", "outOfHours"] | None = ...) -> _Self: ...
        @property
        def rung(self) -> int:
            """How many operators it rings."""
        @property
        def wanted(self) -> int | None:
            """How many it wants to ring. `None`: everybody."""
        @property
        def until(self) -> int | None:
            """When the chat rolls on. `None`: by no clock."""
        @property
        def left(self) -> _w.RollReason | None:
            """Why the chat has rolled on from it; passed over is what `nobodyThere` and `allBusy` are.
            `None`: it was entered last.
            """
        @property
        def vacant(self) -> _w.RollReason | None:
            """Why nobody of it could be offered a chat now. `None`: somebody could."""

    @final
    class Dormant(LevelState):
        """The chat has come to it, and passed it over since it is not active; it rings once it is."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Replaced(LevelState):
        """A later level has replaced it, for good."""

        __match_args__ = ("left",)
        def __new__(cls: type[_Self], *, left: _w.RollReason | Literal["unanswered", "allDeclined", "nobodyThere", "allBusy", "outOfHours"] | None = ...) -> _Self: ...
        @property
        def left(self) -> _w.RollReason | None:
            """Why the chat had rolled on from it."""

@final
class Limits(Value):
    """How much there may be of each thing. Beyond it a command is refused with
    `Refusal.LimitReached` or
    `Refusal.TooLong`, and nothing changed.
    """

    __match_args__ = ("institutions", "operators", "queues", "groups", "open_chats", "open_chats_per_patron", "waiting_per_queue", "ended_ids", "participants", "sessions_per_operator", "broadcasts_per_operator", "memberships_per_operator", "skills_per_operator", "needs", "demands_per_level", "excluded", "sources_per_level", "operators_named", "grants", "message_bytes", "reference_bytes", "note_bytes", "tags", "label_bytes", "profile_bytes", "context_bytes", "transcript_entries", "hops", "levels_left", "overflows", "buddies_per_party", "requests_per_party", "blocked_per_party", "contacts", "direct_messages", "events_per_advance",)
    def __new__(cls: type[_Self], *, institutions: int = ..., operators: int = ..., queues: int = ..., groups: int = ..., open_chats: int = ..., open_chats_per_patron: int = ..., waiting_per_queue: int = ..., ended_ids: int = ..., participants: int = ..., sessions_per_operator: int = ..., broadcasts_per_operator: int = ..., memberships_per_operator: int = ..., skills_per_operator: int = ..., needs: int = ..., demands_per_level: int = ..., excluded: int = ..., sources_per_level: int = ..., operators_named: int = ..., grants: int = ..., message_bytes: int = ..., reference_bytes: int = ..., note_bytes: int = ..., tags: int = ..., label_bytes: int = ..., profile_bytes: int = ..., context_bytes: int = ..., transcript_entries: int = ..., hops: int = ..., levels_left: int = ..., overflows: int = ..., buddies_per_party: int = ..., requests_per_party: int = ..., blocked_per_party: int = ..., contacts: int = ..., direct_messages: int = ..., events_per_advance: int = ...) -> _Self: ...
    @property
    def institutions(self) -> int:
        """Institutions. Default: 10,000."""
    @property
    def operators(self) -> int:
        """Operators. Default: 1,000,000."""
    @property
    def queues(self) -> int:
        """Queues. Default: 100,000."""
    @property
    def groups(self) -> int:
        """Groups. Default: 100,000."""
    @property
    def open_chats(self) -> int:
        """Open chats. Default: 2,000,000."""
    @property
    def open_chats_per_patron(self) -> int:
        """Open chats of one patron, those in wrap-up apart: they have left them. Default: 10."""
    @property
    def waiting_per_queue(self) -> int:
        """Chats that wait in one queue; one that was admitted before is never refused. Default:
        100,000.
        """
    @property
    def ended_ids(self) -> int:
        """How many ended chats' ids are remembered, so that a late repeat of an open is known as one, and
        who answered them last, for patrons who come back. Default: 100,000.
        """
    @property
    def participants(self) -> int:
        """Operators who take part in one chat, or are invited, beside the one who answers. Default: 8."""
    @property
    def sessions_per_operator(self) -> int:
        """Sessions of one operator. Default: 32."""
    @property
    def broadcasts_per_operator(self) -> int:
        """Broadcast offers that one operator holds; beyond them chats wait their turn with them. The
        one limit that refuses nothing. Default: 20.
        """
    @property
    def memberships_per_operator(self) -> int:
        """Queues that one operator is assigned to, and groups and levels that name them. Default: 64."""
    @property
    def skills_per_operator(self) -> int:
        """Skills of one operator. Default: 64."""
    @property
    def needs(self) -> int:
        """Skills that one chat or one level needs. Default: 8."""
    @property
    def demands_per_level(self) -> int:
        """Different things (skills, units) that chats ask for at one level at a time; at least 1. A chat
        that was admitted before is never refused for it. Default: 64.
        """
    @property
    def excluded(self) -> int:
        """Operators whom one chat excludes. Default: 64."""
    @property
    def sources_per_level(self) -> int:
        """Sources of one level. Default: 64."""
    @property
    def operators_named(self) -> int:
        """Operators that one level or one group names. Default: 100,000."""
    @property
    def grants(self) -> int:
        """Grants that one side gives in a partnership, and queues that one grant names. Default:
        1,000.
        """
    @property
    def message_bytes(self) -> int:
        """Bytes of a message. Default: 65,536."""
    @property
    def reference_bytes(self) -> int:
        """Bytes of a reference to the host's store: its key and its digest together. Default: 1,024."""
    @property
    def note_bytes(self) -> int:
        """Bytes of a reason, a note or a notice. Default: 4,096."""
    @property
    def tags(self) -> int:
        """Tags of one chat. Default: 32."""
    @property
    def label_bytes(self) -> int:
        """Bytes of a tag or of a resolution code. Default: 255."""
    @property
    def profile_bytes(self) -> int:
        """Bytes of a queue's profile. Default: 65,536."""
    @property
    def context_bytes(self) -> int:
        """Bytes of a patron's context. Default: 65,536."""
    @property
    def transcript_entries(self) -> int:
        """Entries of a transcript that messages may fill; the router's own entries always find room.
        Default: 10,000.
        """
    @property
    def hops(self) -> int:
        """Transfers of one chat, whatever came of them. Default: 20."""
    @property
    def levels_left(self) -> int:
        """How many of the levels that one chat has left are told, at least 8: the record has
        the last ones, and the transcript the first; the record counts the others. Default: 256.
        """
    @property
    def overflows(self) -> int:
        """How often one chat moves on to another queue because a policy says so; beyond that it keeps
        waiting. Default: 8.
        """
    @property
    def buddies_per_party(self) -> int:
        """Buddies of one party, whoever it has asked or approved in advance included. Default: 10,000."""
    @property
    def requests_per_party(self) -> int:
        """Those who have asked one party to be buddies, and to whom it has said nothing yet; so strangers
        take no room from buddies. Default: 1,000.
        """
    @property
    def blocked_per_party(self) -> int:
        """Whom one party blocks. Default: 1,000."""
    @property
    def contacts(self) -> int:
        """Contacts with whom anybody has to do. Default: 1,000,000."""
    @property
    def direct_messages(self) -> int:
        """How many of a sender's last direct messages are remembered, so that a repeat is known as one.
        Default: 64.
        """
    @property
    def events_per_advance(self) -> int:
        """Events after which `Router.advance` stops between two timers.
        Default: 10,000; 0 counts as 1.
        """

@final
class Link(Value):
    """A link of the chain: an entry, shown or not."""

    __match_args__ = ("number", "leaf", "shown",)
    def __new__(cls: type[_Self], number: int, leaf: str | _Bytes, *, shown: Shown | None = ...) -> _Self: ...
    @property
    def number(self) -> int:
        """Its number: 1 for the first, and no gaps."""
    @property
    def leaf(self) -> str:
        """What stands for it in the chain."""
    @property
    def shown(self) -> Shown | None:
        """The entry. `None`: the reader may not read it."""

@final
class Masked(Value):
    """What is left of a message that was masked."""

    __match_args__ = ("message", "leaf",)
    def __new__(cls: type[_Self], message: str, *, leaf: str | _Bytes | None = ...) -> _Self: ...
    @property
    def message(self) -> str:
        """Its id."""
    @property
    def leaf(self) -> str | None:
        """What stands for it in the chain of digests: made of what it said. `None` where
        that cannot be known any more: it was masked in a record without a seal.
        """

@final
class Need(Value):
    """A skill that whoever takes a chat must have."""

    __match_args__ = ("skill", "at_least",)
    def __new__(cls: type[_Self], skill: str, *, at_least: int = ...) -> _Self: ...
    @property
    def skill(self) -> str:
        """Which skill: a language, a subject, a permission."""
    @property
    def at_least(self) -> int:
        """At which level at least, from 1 to 100. Default: 1, having it at all."""

@final
class Notice(Value):
    """What somebody is told once: a patron while they wait in a queue, or who is to write in a chat."""

    __match_args__ = ("after", "text",)
    def __new__(cls: type[_Self], after: _Span, text: str) -> _Self: ...
    @property
    def after(self) -> int:
        """When, counted from when the chat began to wait in this queue, or for them."""
    @property
    def text(self) -> str:
        """What they are told."""

class OfferCause(Value):
    """How an offer came about."""

    @final
    class Level(OfferCause):
        """A level rang them, of the queue where the chat is or where it is being transferred."""

        __match_args__ = ("level",)
        def __new__(cls: type[_Self], level: int) -> _Self: ...
        @property
        def level(self) -> int:
            """The level, counted from 0."""

    @final
    class Preferred(OfferCause):
        """The chat waits for them alone."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Transfer(OfferCause):
        """Somebody transfers the chat to them."""

        __match_args__ = ("transfer",)
        def __new__(cls: type[_Self], transfer: int) -> _Self: ...
        @property
        def transfer(self) -> int:
            """The transfer."""

class OnlyWhen(Value):
    """When a level is active."""

    @final
    class Open(OnlyWhen):
        """While the queue is open; and for chats that were admitted while it was, or that somebody
        had answered before.
        """

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Closed(OnlyWhen):
        """While the queue is not open: draining or closed."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Always(OnlyWhen):
        """Always."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Hours(OnlyWhen):
        """In hours of its own."""

        __match_args__ = ("hours", "holidays",)
        def __new__(cls: type[_Self], hours: Hours | str, *, holidays: Mapping[str, Holidays] = ...) -> _Self: ...
        @property
        def hours(self) -> Hours | str:
            """The hours; in a setup document also the name of some that it has."""
        @property
        def holidays(self) -> dict[str, Holidays]:
            """The lists of holidays that their exceptions may name. Default: none."""

@final
class OperatorView(Value):
    """An operator, as they are now."""

    __match_args__ = ("operator", "institution", "presence", "pause", "leaves", "sessions", "capacity", "answering", "rung_for",)
    def __new__(cls: type[_Self], operator: str, institution: str, presence: _w.Presence | Literal["chat", "available", "away", "xa", "dnd", "offline"], pause: PauseReason | None, leaves: bool, sessions: Sequence[str], capacity: int, answering: Sequence[str], rung_for: Iterable[tuple[str, int]]) -> _Self: ...
    @property
    def operator(self) -> str:
        """Who."""
    @property
    def institution(self) -> str:
        """Where they work."""
    @property
    def presence(self) -> _w.Presence:
        """How they are seen."""
    @property
    def pause(self) -> AnyPauseReason | None:
        """Why they pause, if they do."""
    @property
    def leaves(self) -> bool:
        """Whether they log out when their last chat is over."""
    @property
    def sessions(self) -> tuple[str, ...]:
        """Their sessions, the oldest first."""
    @property
    def capacity(self) -> int:
        """How many units of chats they answer at once."""
    @property
    def answering(self) -> tuple[str, ...]:
        """The chats that they answer, in the order of claiming."""
    @property
    def rung_for(self) -> tuple[tuple[str, int], ...]:
        """The chats that ring them, the oldest offer first, each with that offer."""

@final
class OwnHours(Value):
    """Hours, and the lists of holidays that they name: all that it takes to know when something is open.
    In a setup document a name alone may stand for all of it.
    """

    __match_args__ = ("hours", "holidays",)
    def __new__(cls: type[_Self], hours: Hours | str, *, holidays: Mapping[str, Holidays] = ...) -> _Self: ...
    @property
    def hours(self) -> Hours | str:
        """The hours; in a setup document also the name of some that it has."""
    @property
    def holidays(self) -> dict[str, Holidays]:
        """The lists of holidays that their exceptions may name. Default: none."""

@final
class Page(Value):
    """Which part of an explanation is wanted."""

    __match_args__ = ("limit", "after",)
    def __new__(cls: type[_Self], limit: int, *, after: str | None = ...) -> _Self: ...
    @property
    def limit(self) -> int:
        """How many operators it speaks of at most; 0 counts as 1."""
    @property
    def after(self) -> str | None:
        """What the page before ended with. `None`: the first one."""

class Party(Value):
    """Whoever may have buddies, and be one.

    An operator speaks for themself, an institution for its queues, and the host for contacts (it
    hands on what comes by its gateway); the host may speak for anybody.
    """

    @final
    class Operator(Party):
        """An operator."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class Queue(Party):
        """A queue: whoever writes to it opens a chat on it."""

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """Which one."""

    @final
    class Contact(Party):
        """A colleague on some other chat service, reached through the host's gateway."""

        __match_args__ = ("contact",)
        def __new__(cls: type[_Self], contact: str) -> _Self: ...
        @property
        def contact(self) -> str:
            """Their address there."""

class PauseReason(Value):
    """Why an operator pauses."""

    @final
    class Asked(PauseReason):
        """They, or somebody for them, asked for it."""

        __match_args__ = ("text",)
        def __new__(cls: type[_Self], text: str) -> _Self: ...
        @property
        def text(self) -> str:
            """Why, in their words."""

    @final
    class MissedOffers(PauseReason):
        """They let targeted offers lapse, one after the other."""

        __match_args__ = ("count",)
        def __new__(cls: type[_Self], count: int) -> _Self: ...
        @property
        def count(self) -> int:
            """How many."""

@final
class Policy(Value):
    """A queue's policy: its levels in the order of rollover, and what happens after the last.

    The simplest has one level, which rings everybody who is assigned to the queue
    until somebody takes the chat.
    """

    __match_args__ = ("levels", "after", "claim_by", "preferred_for", "returns_for", "round_pause", "wrap_up", "pause_after_missed", "full", "too_long", "notice", "idle_patron", "idle_operator",)
    def __new__(cls: type[_Self], levels: Iterable[Level], *, after: After = ..., claim_by: _w.ClaimBy | Literal["accept", "firstMessage"] = ..., preferred_for: _Span = ..., returns_for: _Span | None = ..., round_pause: _Span = ..., wrap_up: _Span | None = ..., pause_after_missed: int | None = ..., full: Full | None = ..., too_long: TooLong | None = ..., notice: Notice | None = ..., idle_patron: IdleRule | None = ..., idle_operator: IdleRule | None = ...) -> _Self: ...
    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels, at least one and at most 8."""
    @property
    def after(self) -> AnyAfter:
        """What happens when the last level has had its wait, or nobody of it is there. Default: keep
        waiting.
        """
    @property
    def claim_by(self) -> _w.ClaimBy:
        """How an operator takes a chat that is offered to them. Default: by an accept only."""
    @property
    def preferred_for(self) -> int:
        """How long a chat waits for its preferred operator alone, where it has one who is there. Default:
        30 s.
        """
    @property
    def returns_for(self) -> int | None:
        """How long a chat whose patron comes back after an ended one waits for the operator who answered
        that one last, where they are there and the chat names nobody else. Default: it does not.
        """
    @property
    def round_pause(self) -> int:
        """How long a chat rests at the last level when all who are free have declined or missed it, before
        they are rung again: at least 1 s. Default: 20 s.
        """
    @property
    def wrap_up(self) -> int | None:
        """How long an operator has to finish their notes when the patron has left a chat that they
        answered; it counts as theirs meanwhile. 0 is none. Default: none.
        """
    @property
    def pause_after_missed(self) -> int | None:
        """How many targeted offers in a row an operator lets lapse before they are paused: at least 1,
        and counted in all queues together; that of the last offer decides. Whoever claims or
        declines something, is back from a pause, or logs out begins anew. Default: they are not.
        """
    @property
    def full(self) -> Full | None:
        """How many chats may wait, and what comes to one that would be one too many. Default: no
        bound.
        """
    @property
    def too_long(self) -> TooLong | None:
        """How long a chat may wait, and what comes to one that has. Default: for ever."""
    @property
    def notice(self) -> Notice | None:
        """What the patron is told while nobody answers. Default: nothing."""
    @property
    def idle_patron(self) -> IdleRule | None:
        """How long a patron who was written to may leave it at that, before the chat ends as if they had
        left. Default: for ever.
        """
    @property
    def idle_operator(self) -> IdleRule | None:
        """How long an operator who took a chat, or to whom the patron wrote, may leave it at that, before
        the chat is offered to others, at its old place in line. Default: for ever.
        """

@final
class Position(Value):
    """Where a chat that nobody answers stands in line."""

    __match_args__ = ("before", "expected_wait",)
    def __new__(cls: type[_Self], before: int, *, expected_wait: _Span | None = ...) -> _Self: ...
    @property
    def before(self) -> int:
        """How many chats of its queue come before it, those who are being transferred there and those
        for whom somebody is rung among them: 0 is the first in line.
        """
    @property
    def expected_wait(self) -> int | None:
        """How long it may take until somebody is free for it; see `Router.position` for what that
        supposes. `None`: nothing is known, since no chat of the queue has ended yet that somebody
        answered, or nobody is there whom it reaches, or it waits for one operator alone.
        """

@final
class Posted(Value):
    """A message as it was posted."""

    __match_args__ = ("author", "message", "audience", "content",)
    def __new__(cls: type[_Self], author: Author, message: str, audience: Audience, content: str | Reference) -> _Self: ...
    @property
    def author(self) -> AnyAuthor:
        """Who wrote it."""
    @property
    def message(self) -> str:
        """The host's id of it."""
    @property
    def audience(self) -> AnyAudience:
        """Who may read it."""
    @property
    def content(self) -> str | Reference:
        """What it says."""

class Priority(Value):
    """What a class of priority gives to a chat."""

    @final
    class Strict(Priority):
        """It comes before all chats of the classes below."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class HeadStart(Priority):
        """It counts as if it had come so much earlier than it did, among the ordinary ones."""

        __match_args__ = ("span",)
        def __new__(cls: type[_Self], span: _Span) -> _Self: ...
        @property
        def span(self) -> int:
            """How much."""

class Queues(Value):
    """Which queues of an institution."""

    @final
    class All(Queues):
        """All, those of later too."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Only(Queues):
        """These."""

        __match_args__ = ("queues",)
        def __new__(cls: type[_Self], queues: Sequence[str]) -> _Self: ...
        @property
        def queues(self) -> tuple[str, ...]:
            """Which ones."""

class Reason(Value):
    """Whose timer it is."""

    @final
    class OfferLapses(Reason):
        """An operator has not answered an offer."""

        __match_args__ = ("chat", "offer",)
        def __new__(cls: type[_Self], chat: str, offer: int) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""
        @property
        def offer(self) -> int:
            """The offer."""

    @final
    class RingLapses(Reason):
        """Nobody of a level that rings all has claimed the chat."""

        __match_args__ = ("chat", "level",)
        def __new__(cls: type[_Self], chat: str, level: int) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""
        @property
        def level(self) -> int:
            """The level, counted from 0."""

    @final
    class LevelEnds(Reason):
        """A chat rolls on from its level."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class PatienceEnds(Reason):
        """A chat waits for its preferred operator alone no longer."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class RoundStarts(Reason):
        """All who declined or missed a chat are rung anew."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class TransferLapses(Reason):
        """Nobody has accepted a transfer."""

        __match_args__ = ("chat", "transfer",)
        def __new__(cls: type[_Self], chat: str, transfer: int) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""
        @property
        def transfer(self) -> int:
            """The transfer."""

    @final
    class WrapUpEnds(Reason):
        """The time to finish a chat whose patron has left is over."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class GrantHours(Reason):
        """The hours of a grant that an institution gives begin or end."""

        __match_args__ = ("institution",)
        def __new__(cls: type[_Self], institution: str) -> _Self: ...
        @property
        def institution(self) -> str:
            """Whose grant."""

    @final
    class GraceEnds(Reason):
        """An operator whose last session ended has not come back."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class SessionEnds(Reason):
        """A session was not renewed."""

        __match_args__ = ("operator", "session",)
        def __new__(cls: type[_Self], operator: str, session: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Whose."""
        @property
        def session(self) -> str:
            """Which one."""

    @final
    class QueueOpens(Reason):
        """A queue's hours begin. (A state by hand may outrank them.)"""

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """The queue."""

    @final
    class QueueCloses(Reason):
        """A queue's hours end. (A state by hand may outrank them.)"""

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """The queue."""

    @final
    class LevelOpens(Reason):
        """The own hours of a level begin."""

        __match_args__ = ("queue", "level",)
        def __new__(cls: type[_Self], queue: str, level: int) -> _Self: ...
        @property
        def queue(self) -> str:
            """The queue."""
        @property
        def level(self) -> int:
            """The level, counted from 0."""

    @final
    class LevelCloses(Reason):
        """The own hours of a level end."""

        __match_args__ = ("queue", "level",)
        def __new__(cls: type[_Self], queue: str, level: int) -> _Self: ...
        @property
        def queue(self) -> str:
            """The queue."""
        @property
        def level(self) -> int:
            """The level, counted from 0."""

    @final
    class WaitEnds(Reason):
        """A chat has waited in a queue as long as the policy allows."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class NoticeDue(Reason):
        """A patron who waits is to be told so."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class IdleDue(Reason):
        """Somebody who is to write is told so, or has not written for too long."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class PatronGraceEnds(Reason):
        """A patron whose connection is lost has not come back."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

@final
class Recipients(Value):
    """The people who are to see an event."""

    __match_args__ = ("patron", "operators",)
    def __new__(cls: type[_Self], patron: bool, operators: Iterable[str]) -> _Self: ...
    @property
    def patron(self) -> bool:
        """Whether the patron of the chat is among them."""
    @property
    def operators(self) -> tuple[str, ...]:
        """Which operators are."""

@final
class Record(Value):
    """The complete record of an ended chat. It belongs to the institution of the origin queue."""

    __match_args__ = ("chat", "patron", "institution", "origin", "queue", "opened_at", "ended_at", "outcome", "answers", "offers", "hops", "transfers", "transcript", "context", "returns", "channel", "wrapped_up_at", "hops_before", "overflows", "details", "practice", "seal",)
    def __new__(cls: type[_Self], chat: str, patron: str, institution: str, origin: str, queue: str, opened_at: _Instant, ended_at: _Instant, outcome: _w.Outcome | Literal["abandoned", "patronLeft", "closed", "forceClosed", "patronIdle", "messageTaken", "closedByQueue"], answers: Iterable[Answer], offers: int, hops: Iterable[Hop], transfers: Iterable[TransferRecord], transcript: Iterable[Entry], *, context: str | None = ..., returns: str | None = ..., channel: str | None = ..., wrapped_up_at: _Instant | None = ..., hops_before: int = ..., overflows: Sequence[str] = ..., details: Details | None = ..., practice: bool = ..., seal: Seal | None = ...) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def patron(self) -> str:
        """Who asked."""
    @property
    def institution(self) -> str:
        """The institution whose patron it was."""
    @property
    def origin(self) -> str:
        """The queue on which it was opened."""
    @property
    def queue(self) -> str:
        """The queue where it was at the end."""
    @property
    def opened_at(self) -> int:
        """When it was opened."""
    @property
    def ended_at(self) -> int:
        """When the conversation ended: the patron left, or was left. A wrap-up comes after that."""
    @property
    def outcome(self) -> _w.Outcome:
        """How it ended."""
    @property
    def answers(self) -> tuple[Answer, ...]:
        """Who answered, in order, and for how long the patron had waited for each."""
    @property
    def offers(self) -> int:
        """How many offers were made."""
    @property
    def hops(self) -> tuple[Hop, ...]:
        """The levels that were passed, in order: the last ones, where there were more than
        `Limits.levels_left`.
        """
    @property
    def transfers(self) -> tuple[TransferRecord, ...]:
        """The transfers, in order, with what came of each."""
    @property
    def transcript(self) -> tuple[Entry, ...]:
        """Every entry, whoever may read it."""
    @property
    def context(self) -> str | None:
        """What the host knew of them when the chat opened."""
    @property
    def returns(self) -> str | None:
        """The ended chat after which they came back, if they did."""
    @property
    def channel(self) -> str | None:
        """The channel by which they wrote, if one was named."""
    @property
    def wrapped_up_at(self) -> int | None:
        """When the wrap-up was over. `None`: there was none."""
    @property
    def hops_before(self) -> int:
        """How many were passed before those."""
    @property
    def overflows(self) -> tuple[str, ...]:
        """The queues to which it moved on because a policy said so, in order."""
    @property
    def details(self) -> Details | None:
        """What those who answered said of it (`DescribeChat`), if anything."""
    @property
    def practice(self) -> bool:
        """Whether it was a practice chat: reports leave it out."""
    @property
    def seal(self) -> Seal | None:
        """What makes it possible to check them, where
        `Config.digests` says so.
        """

@final
class Reference(Value):
    """Where the host keeps what a message says, and by what it is known again. Opaque to the router."""

    __match_args__ = ("key", "bytes", "digest",)
    def __new__(cls: type[_Self], key: str, *, bytes: int | None = ..., digest: str | None = ...) -> _Self: ...
    @property
    def key(self) -> str:
        """Under which key."""
    @property
    def bytes(self) -> int | None:
        """How many bytes it has there. Default: not told."""
    @property
    def digest(self) -> str | None:
        """The digest of what is kept there, in the host's own form, such as `sha-256:` and its digits:
        with it the transcript's digest vouches for what is kept as well. Default: not told.
        """

class Refusal(Value):
    """Why a command was refused.

    Each has a stable machine code, the same in every language and never used again for
    anything else, a sentence for people, and the ids that it speaks of.

    The checks are made in a fixed order, so that the same mistake always has the same code: texts
    that are too long; names that nobody bears; whether the actor may; the state; the limits.
    """

    @property
    def code(self) -> str:
        """The stable machine code, the same in every language."""

    @final
    class TooLong(Refusal):
        """A text has more bytes than the limit allows."""

        __match_args__ = ("what", "bytes", "limit",)
        def __new__(cls: type[_Self], what: _w.Measured | Literal["message", "note", "context", "reference", "label", "profile"], bytes: int, limit: int) -> _Self: ...
        @property
        def what(self) -> _w.Measured:
            """Which text."""
        @property
        def bytes(self) -> int:
            """How many bytes it has."""
        @property
        def limit(self) -> int:
            """How many are allowed."""

    @final
    class LimitReached(Refusal):
        """One more would be beyond the limit."""

        __match_args__ = ("what", "limit",)
        def __new__(cls: type[_Self], what: _w.Limited | Literal["institutions", "operators", "queues", "groups", "openChats", "openChatsOfPatron", "waiting", "participants", "sessions", "memberships", "skills", "needs", "demands", "excluded", "sources", "operatorsNamed", "grants", "transcriptEntries", "tags", "hops", "buddies", "buddyRequests", "blocked", "contacts"], limit: int) -> _Self: ...
        @property
        def what(self) -> _w.Limited:
            """Of what."""
        @property
        def limit(self) -> int:
            """How many are allowed."""

    @final
    class InvalidPolicy(Refusal):
        """A policy cannot work."""

        __match_args__ = ("level", "fault",)
        def __new__(cls: type[_Self], level: int, fault: _w.PolicyFault | Literal["noLevels", "tooManyLevels", "emptyPool", "ringsNobody", "lapsesAtOnce", "pauseTooShort", "pausesAtOnce", "noSuchSkillLevel", "namesItself", "circle", "keepsWaiting", "endsAtOnce", "idlesAtOnce"]) -> _Self: ...
        @property
        def level(self) -> int:
            """The level, counted from 0; or 0 where the fault is none of a level."""
        @property
        def fault(self) -> _w.PolicyFault:
            """What is wrong with it."""

    @final
    class InvalidHours(Refusal):
        """Hours have a fault."""

        __match_args__ = ("path", "fault",)
        def __new__(cls: type[_Self], path: str, fault: HoursFault) -> _Self: ...
        @property
        def path(self) -> str:
            """Where, such as `hours.week[0].from`; in a policy, from there on:
            `levels[1].onlyWhen.hours.timeZone`.
            """
        @property
        def fault(self) -> AnyHoursFault:
            """The first fault in them."""

    @final
    class UnknownInstitution(Refusal):
        """No institution bears this id."""

        __match_args__ = ("institution",)
        def __new__(cls: type[_Self], institution: str) -> _Self: ...
        @property
        def institution(self) -> str:
            """The id."""

    @final
    class UnknownOperator(Refusal):
        """No operator bears this id."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """The id."""

    @final
    class UnknownQueue(Refusal):
        """No queue bears this id."""

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """The id."""

    @final
    class UnknownGroup(Refusal):
        """No group bears this id."""

        __match_args__ = ("group",)
        def __new__(cls: type[_Self], group: str) -> _Self: ...
        @property
        def group(self) -> str:
            """The id."""

    @final
    class UnknownChannel(Refusal):
        """The configuration has no channel of this id."""

        __match_args__ = ("channel",)
        def __new__(cls: type[_Self], channel: str) -> _Self: ...
        @property
        def channel(self) -> str:
            """The id."""

    @final
    class UnknownChat(Refusal):
        """No open chat bears this id."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The id."""

    @final
    class UnknownContact(Refusal):
        """Nobody here has to do with a contact of this id."""

        __match_args__ = ("contact",)
        def __new__(cls: type[_Self], contact: str) -> _Self: ...
        @property
        def contact(self) -> str:
            """The id."""

    @final
    class UnknownSession(Refusal):
        """The operator has no such session."""

        __match_args__ = ("operator", "session",)
        def __new__(cls: type[_Self], operator: str, session: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""
        @property
        def session(self) -> str:
            """The session."""

    @final
    class InstitutionExists(Refusal):
        """An institution of this id is there already."""

        __match_args__ = ("institution",)
        def __new__(cls: type[_Self], institution: str) -> _Self: ...
        @property
        def institution(self) -> str:
            """The id."""

    @final
    class OperatorExists(Refusal):
        """An operator of this id is there already."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """The id."""

    @final
    class QueueExists(Refusal):
        """A queue of this id is there already."""

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """The id."""

    @final
    class DuplicateChat(Refusal):
        """A chat of this id is open, or ended not long ago."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The id."""

    @final
    class QueueClosed(Refusal):
        """The queue takes no chats now: none of its levels is active."""

        __match_args__ = ("queue", "opens_at",)
        def __new__(cls: type[_Self], queue: str, opens_at: _Instant | None) -> _Self: ...
        @property
        def queue(self) -> str:
            """The queue."""
        @property
        def opens_at(self) -> int | None:
            """When hours open it, or a level of it, next. `None` where they do not."""

    @final
    class NotPermitted(Refusal):
        """The actor may not do this."""

        __match_args__ = ("by",)
        def __new__(cls: type[_Self], by: Asker) -> _Self: ...
        @property
        def by(self) -> AnyAsker:
            """Who asked for it."""

    @final
    class WrongInstitution(Refusal):
        """The operator, queue or group is not of this institution."""

        __match_args__ = ("institution",)
        def __new__(cls: type[_Self], institution: str) -> _Self: ...
        @property
        def institution(self) -> str:
            """Of which it would have to be."""

    @final
    class InUse(Refusal):
        """Something still needs it, so that it cannot be removed."""

        __match_args__ = ("by",)
        def __new__(cls: type[_Self], by: _w.Use | Literal["operators", "queues", "groups", "partnerships", "policy", "chats"]) -> _Self: ...
        @property
        def by(self) -> _w.Use:
            """What needs it."""

    @final
    class NotAssigned(Refusal):
        """The operator is not assigned to the queue."""

        __match_args__ = ("operator", "queue",)
        def __new__(cls: type[_Self], operator: str, queue: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""
        @property
        def queue(self) -> str:
            """The queue."""

    @final
    class NoGrant(Refusal):
        """There is no live grant of `from` to `to` that covers this."""

        __match_args__ = ("from_", "to",)
        def __new__(cls: type[_Self], from_: str, to: str) -> _Self: ...
        @property
        def from_(self) -> str:
            """Who would have to give it."""
        @property
        def to(self) -> str:
            """To whom."""

    @final
    class GrantClosed(Refusal):
        """The grants that would let this cross are outside their hours, or carry as many chats as they
        may.
        """

        __match_args__ = ("home", "to",)
        def __new__(cls: type[_Self], home: str, to: str) -> _Self: ...
        @property
        def home(self) -> str:
            """Whose patron it is."""
        @property
        def to(self) -> str:
            """Where they would be answered."""

    @final
    class OwnPartner(Refusal):
        """An institution cannot be its own partner."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class ProposalGone(Refusal):
        """There is no such proposal, or not any more."""

        __match_args__ = ("proposal",)
        def __new__(cls: type[_Self], proposal: int) -> _Self: ...
        @property
        def proposal(self) -> int:
            """The proposal."""

    @final
    class NoPartnership(Refusal):
        """The two have no partnership."""

        __match_args__ = ("with_",)
        def __new__(cls: type[_Self], with_: str) -> _Self: ...
        @property
        def with_(self) -> str:
            """With whom."""

    @final
    class NoListing(Refusal):
        """The institution has no listing, or none that the other may see."""

        __match_args__ = ("of",)
        def __new__(cls: type[_Self], of: str) -> _Self: ...
        @property
        def of(self) -> str:
            """Whose listing."""

    @final
    class ListingNamesQueues(Refusal):
        """What a listing asks for names queues, of a partner who is not known yet."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class UnknownPriority(Refusal):
        """There is no such class of priority."""

        __match_args__ = ("priority",)
        def __new__(cls: type[_Self], priority: int) -> _Self: ...
        @property
        def priority(self) -> int:
            """The class."""

    @final
    class NoSuchSkillLevel(Refusal):
        """A level of a skill is not from 1 to 100."""

        __match_args__ = ("skill",)
        def __new__(cls: type[_Self], skill: str) -> _Self: ...
        @property
        def skill(self) -> str:
            """The skill."""

    @final
    class NotPaused(Refusal):
        """The operator is not paused."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class OperatorOffline(Refusal):
        """The operator has no session."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class ChatTaken(Refusal):
        """Somebody else answers the chat."""

        __match_args__ = ("chat", "winner",)
        def __new__(cls: type[_Self], chat: str, winner: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""
        @property
        def winner(self) -> str:
            """Who answers it."""

    @final
    class OfferGone(Refusal):
        """The offer was declined, missed or withdrawn, or was never theirs."""

        __match_args__ = ("chat", "offer",)
        def __new__(cls: type[_Self], chat: str, offer: int) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""
        @property
        def offer(self) -> int:
            """The offer."""

    @final
    class AcceptFirst(Refusal):
        """The chat has to be accepted first: the queue wants that, or this is no message to the patron."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class WrongPhase(Refusal):
        """The chat is not in a state that allows this."""

        __match_args__ = ("chat", "phase",)
        def __new__(cls: type[_Self], chat: str, phase: _w.Phase | Literal["waiting", "offered", "active", "onHold", "transferring", "consulting", "wrapUp", "ended"]) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""
        @property
        def phase(self) -> _w.Phase:
            """What it is."""

    @final
    class NotInvited(Refusal):
        """The operator is not invited to the chat, and takes no part in it."""

        __match_args__ = ("chat", "operator",)
        def __new__(cls: type[_Self], chat: str, operator: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class TransferToSelf(Refusal):
        """A chat cannot be transferred to who has it."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class NoSender(Refusal):
        """Who answers the chat did not get it by a transfer."""

        __match_args__ = ("chat",)
        def __new__(cls: type[_Self], chat: str) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class TargetUnavailable(Refusal):
        """The operator may not be offered a chat now: not there, paused, or full."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class NotEligible(Refusal):
        """The chat excludes the operator, or no level of the queue where it waits reaches them for it."""

        __match_args__ = ("operator", "chat",)
        def __new__(cls: type[_Self], operator: str, chat: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""
        @property
        def chat(self) -> str:
            """The chat."""

    @final
    class TransferGone(Refusal):
        """There is no such transfer pending."""

        __match_args__ = ("chat", "transfer",)
        def __new__(cls: type[_Self], chat: str, transfer: int) -> _Self: ...
        @property
        def chat(self) -> str:
            """The chat."""
        @property
        def transfer(self) -> int:
            """The transfer."""

    @final
    class OwnBuddy(Refusal):
        """Nobody is their own buddy."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class BothOutside(Refusal):
        """Both are contacts outside: what is between them is not known here."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class ForeignBuddiesForbidden(Refusal):
        """An institution does not let its operators and queues become buddies of anybody outside it."""

        __match_args__ = ("institution",)
        def __new__(cls: type[_Self], institution: str) -> _Self: ...
        @property
        def institution(self) -> str:
            """Which one of the two."""

    @final
    class BuddyBlocked(Refusal):
        """The sender has blocked them."""

        __match_args__ = ("buddy",)
        def __new__(cls: type[_Self], buddy: Party) -> _Self: ...
        @property
        def buddy(self) -> AnyParty:
            """Who is blocked."""

    @final
    class BuddyUnreachable(Refusal):
        """They do not take anything from the sender."""

        __match_args__ = ("buddy",)
        def __new__(cls: type[_Self], buddy: Party) -> _Self: ...
        @property
        def buddy(self) -> AnyParty:
            """Who."""

    @final
    class NotBuddies(Refusal):
        """Neither of the two sees the other's presence."""

        __match_args__ = ("buddy",)
        def __new__(cls: type[_Self], buddy: Party) -> _Self: ...
        @property
        def buddy(self) -> AnyParty:
            """Who would have to be one."""

    @final
    class ChatNeeded(Refusal):
        """The message would open a chat on the queue, and does not name one."""

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """The queue."""

class Right(Value):
    """What a grant lets the partner do."""

    @final
    class Transfer(Right):
        """Transfer patrons to the giver's queues, and to the operators assigned to them."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Staff(Right):
        """Answer the giver's chats: its operators may be rung by levels of the giver's queues."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class SeePresence(Right):
        """See the presence of the giver's operators who are assigned to its queues, without a
        subscription (`Router.colleagues`).
        """

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Transcript(Right):
        """Read the transcripts of the giver's chats when they answer them. Without this right the
        partner reads as with `View.FROM_NOW`.
        """

        __match_args__ = ("view",)
        def __new__(cls: type[_Self], view: _w.View | Literal["fromNow", "masked", "full"]) -> _Self: ...
        @property
        def view(self) -> _w.View:
            """How much of them."""

class Ring(Value):
    """How many operators of a level are rung at once."""

    @final
    class All(Ring):
        """Everybody: the first to claim wins. Such an offer is a broadcast and reserves nothing."""

        __match_args__ = ("lapse_after",)
        def __new__(cls: type[_Self], *, lapse_after: _Span | None | Literal["never"] = ...) -> _Self: ...
        @property
        def lapse_after(self) -> int | None:
            """When the ring ends for everybody who has not answered, counted from its start; they
            have missed it then. `None`, the default, on the wire `never`: not before the level is
            left.
            """

    @final
    class Best(Ring):
        """The best few, the next best whenever one declines or misses. Such an offer is targeted and
        reserves its place in the operator's capacity.
        """

        __match_args__ = ("order", "count", "proficient_first", "lapse_after",)
        def __new__(cls: type[_Self], order: _w.Order | Literal["leastBusy", "mostSpare", "longestIdle", "roundRobin", "weightedRoundRobin", "fixedRanks"], *, count: int = ..., proficient_first: bool = ..., lapse_after: _Span | None | Literal["never"] = ...) -> _Self: ...
        @property
        def order(self) -> _w.Order:
            """Which of them is better."""
        @property
        def count(self) -> int:
            """How many at once, at least 1. Default: 1."""
        @property
        def proficient_first(self) -> bool:
            """Whether those who are better at what is needed come first, and the order decides among
            equals: by the sum of their levels in the skills that the chat and the level ask for,
            up to 1,023. Default: no.
            """
        @property
        def lapse_after(self) -> int | None:
            """When an offer ends for somebody who has not answered; they have missed it then.
            `None`, on the wire `never`: not before the level is left. Default: 20 s.
            """

@final
class Seal(Value):
    """What a record has besides its entries, so that they can be checked."""

    __match_args__ = ("digest", "salts",)
    def __new__(cls: type[_Self], digest: str | _Bytes, salts: Iterable[str | _Bytes | None]) -> _Self: ...
    @property
    def digest(self) -> str:
        """Where the chain stands after the last entry."""
    @property
    def salts(self) -> tuple[str | None, ...]:
        """The salt of each entry, in order; `None` where it was masked."""

@final
class Shown(Value):
    """An entry that the reader may read."""

    __match_args__ = ("entry", "salt",)
    def __new__(cls: type[_Self], entry: Entry, *, salt: str | _Bytes | None = ...) -> _Self: ...
    @property
    def entry(self) -> Entry:
        """The entry."""
    @property
    def salt(self) -> str | None:
        """Its salt. `None`: it was masked, and its leaf is that of what it said before."""

class Source(Value):
    """Where the operators of a level's pool come from.

    Whichever it is, only operators with whose institution there is a live grant to staff the queue
    are ever rung, and those of the queue's own institution.
    """

    @final
    class Assigned(Source):
        """The operators assigned to the queue itself who have opted in."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Queue(Source):
        """The operators assigned to another queue, of this institution or of a partner, who have
        opted in, while that queue is open. Its own levels do not apply.
        """

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """That queue."""

    @final
    class Group(Source):
        """The operators of a group, of this institution or of a partner."""

        __match_args__ = ("group",)
        def __new__(cls: type[_Self], group: str) -> _Self: ...
        @property
        def group(self) -> str:
            """The group."""

    @final
    class Operators(Source):
        """These operators, whether assigned or not."""

        __match_args__ = ("operators",)
        def __new__(cls: type[_Self], operators: Sequence[str]) -> _Self: ...
        @property
        def operators(self) -> tuple[str, ...]:
            """Who they are."""

class Target(Value):
    """Where a transfer goes."""

    @final
    class Operator(Target):
        """To this operator."""

        __match_args__ = ("operator",)
        def __new__(cls: type[_Self], operator: str) -> _Self: ...
        @property
        def operator(self) -> str:
            """Who."""

    @final
    class Queue(Target):
        """To this queue, by its levels."""

        __match_args__ = ("queue",)
        def __new__(cls: type[_Self], queue: str) -> _Self: ...
        @property
        def queue(self) -> str:
            """Which one."""

@final
class Terms(Value):
    """What two institutions agree on, as the one that proposes it sees it."""

    __match_args__ = ("gives", "asks", "on_end",)
    def __new__(cls: type[_Self], *, gives: Iterable[Grant] = ..., asks: Iterable[Grant] = ..., on_end: _w.EndRule | Literal["finish", "return"] = ...) -> _Self: ...
    @property
    def gives(self) -> tuple[Grant, ...]:
        """What the proposer lets the other do."""
    @property
    def asks(self) -> tuple[Grant, ...]:
        """What the other lets the proposer do."""
    @property
    def on_end(self) -> _w.EndRule:
        """What becomes of chats in progress when a grant that carries them ends. Default: they finish."""

@final
class TooLong(Value):
    """A bound on how long a chat waits in a queue."""

    __match_args__ = ("after", "then",)
    def __new__(cls: type[_Self], after: _Span, then: After) -> _Self: ...
    @property
    def after(self) -> int:
        """How long, at least 1 ms, counted from when it began to wait in this queue."""
    @property
    def then(self) -> AnyAfter:
        """What comes to it then."""

@final
class TranscriptView(Value):
    """A transcript as somebody may read it, whole or in part, such that it can be checked: of an entry
    that they may not read it has the number and the leaf.
    """

    __match_args__ = ("chat", "digest", "links",)
    def __new__(cls: type[_Self], chat: str, digest: str | _Bytes, links: Iterable[Link]) -> _Self: ...
    @property
    def chat(self) -> str:
        """The chat."""
    @property
    def digest(self) -> str:
        """Where the chain stands after the last entry."""
    @property
    def links(self) -> tuple[Link, ...]:
        """Every entry, shown or not, in order."""

@final
class TransferRecord(Value):
    """A transfer and what came of it."""

    __match_args__ = ("from_", "to", "at", "result", "mode", "reason",)
    def __new__(cls: type[_Self], from_: str, to: Target, at: _Instant, result: TransferResult | None, *, mode: _w.TransferMode | Literal["blind", "consult", "join"] = ..., reason: str | None = ...) -> _Self: ...
    @property
    def from_(self) -> str:
        """Who handed the chat over, or tried to."""
    @property
    def to(self) -> AnyTarget:
        """To whom."""
    @property
    def at(self) -> int:
        """When they asked for it."""
    @property
    def result(self) -> AnyTransferResult | None:
        """What came of it. `None` while it is pending."""
    @property
    def mode(self) -> _w.TransferMode:
        """What was to happen when somebody accepts."""
    @property
    def reason(self) -> str | None:
        """Why, in their words."""

@final
class TransferRequest(Value):
    """What an operator asked for who hands a chat over."""

    __match_args__ = ("transfer", "to", "reason", "note",)
    def __new__(cls: type[_Self], transfer: int, to: Target, *, reason: str | None = ..., note: str | None = ...) -> _Self: ...
    @property
    def transfer(self) -> int:
        """Which transfer."""
    @property
    def to(self) -> AnyTarget:
        """To whom."""
    @property
    def reason(self) -> str | None:
        """Why."""
    @property
    def note(self) -> str | None:
        """What the new operator should know."""

class TransferResult(Value):
    """What came of a transfer."""

    @final
    class Completed(TransferResult):
        """This operator took the chat."""

        __match_args__ = ("by",)
        def __new__(cls: type[_Self], by: str) -> _Self: ...
        @property
        def by(self) -> str:
            """Who."""

    @final
    class Failed(TransferResult):
        """Nobody took it."""

        __match_args__ = ("why",)
        def __new__(cls: type[_Self], why: _w.TransferFailure | Literal["declined", "lapsed", "cancelled", "targetLost", "senderLost", "nobodyThere", "grantEnded", "queueClosed", "reassigned", "chatEnded"]) -> _Self: ...
        @property
        def why(self) -> _w.TransferFailure:
            """Why not."""

class Verdict(Value):
    """What stands between an operator and a chat at one level: the first thing that does, in the order of
    this list.
    """

    @property
    def code(self) -> str:
        """The stable machine code, the same in every language."""

    @final
    class Rung(Verdict):
        """They are rung for it by this level."""

        __match_args__ = ("offer", "won", "lapses_at",)
        def __new__(cls: type[_Self], offer: int, *, won: Won | None = ..., lapses_at: _Instant | None = ...) -> _Self: ...
        @property
        def offer(self) -> int:
            """The offer."""
        @property
        def won(self) -> Won | None:
            """By what they were the best. `None`: the level rings everybody; or it waits for them alone."""
        @property
        def lapses_at(self) -> int | None:
            """When the offer ends. `None`: when the chat is taken or moves on."""

    @final
    class RungElsewhere(Verdict):
        """They are rung for it already, but not by this level."""

        __match_args__ = ("level",)
        def __new__(cls: type[_Self], *, level: int | None = ...) -> _Self: ...
        @property
        def level(self) -> int | None:
            """By which one. `None`: the chat waits for them alone."""

    @final
    class Answers(Verdict):
        """They answer it, and want to hand it over."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Excluded(Verdict):
        """The chat excludes them."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Refused(Verdict):
        """They declined or missed it in this round."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class OptedOut(Verdict):
        """They are assigned to the queue, and have opted out."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class QueueClosed(Verdict):
        """The level names the queue to which they are assigned, which is not open."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class NoGrant(Verdict):
        """No live grant lets their institution staff the queue."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class GrantAtCap(Verdict):
        """The grants that would let their institution staff the queue carry as many chats as they may."""

        __match_args__ = ("cap",)
        def __new__(cls: type[_Self], cap: int) -> _Self: ...
        @property
        def cap(self) -> int:
            """How many."""

    @final
    class GrantClosed(Verdict):
        """The grants that would let their institution staff the queue are outside their hours."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class LacksSkill(Verdict):
        """They lack a skill that is asked for here: the first of them by its id."""

        __match_args__ = ("skill", "has", "needs",)
        def __new__(cls: type[_Self], skill: str, has: int, needs: int) -> _Self: ...
        @property
        def skill(self) -> str:
            """Which one."""
        @property
        def has(self) -> int:
            """At which level they have it; 0 is not at all."""
        @property
        def needs(self) -> int:
            """At which level it is needed."""

    @final
    class NotThere(Verdict):
        """They are not there, or take nothing new."""

        __match_args__ = ("why",)
        def __new__(cls: type[_Self], why: Absence) -> _Self: ...
        @property
        def why(self) -> AnyAbsence:
            """Why."""

    @final
    class NoRoom(Verdict):
        """They have no room for it."""

        __match_args__ = ("needs", "room", "capacity",)
        def __new__(cls: type[_Self], needs: int, room: int, capacity: int) -> _Self: ...
        @property
        def needs(self) -> int:
            """How many units it takes."""
        @property
        def room(self) -> int:
            """For how many they have room."""
        @property
        def capacity(self) -> int:
            """How many they take in all."""

    @final
    class AssignmentFull(Verdict):
        """They have taken as much through their assignment as its limit allows."""

        __match_args__ = ("needs", "room",)
        def __new__(cls: type[_Self], needs: int, room: int) -> _Self: ...
        @property
        def needs(self) -> int:
            """How many units the chat takes."""
        @property
        def room(self) -> int:
            """For how many there is room."""

    @final
    class TooManyBroadcasts(Verdict):
        """They hold as many broadcast offers as may be: it waits its turn with them."""

        __match_args__ = ("holds",)
        def __new__(cls: type[_Self], holds: int) -> _Self: ...
        @property
        def holds(self) -> int:
            """How many."""

    @final
    class LevelNotEntered(Verdict):
        """Nothing, but the chat has not come to the level."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class LevelDormant(Verdict):
        """Nothing, but the level is not active at this time."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class LevelLeft(Verdict):
        """Nothing, but the chat has left the level for good."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Next(Verdict):
        """Nothing, but enough operators of the level are rung; they would be the next."""

        __match_args__ = ("won",)
        def __new__(cls: type[_Self], *, won: Won | None = ...) -> _Self: ...
        @property
        def won(self) -> Won | None:
            """By what they are the best of the others. `None`: the level rings everybody."""

    @final
    class EnoughRung(Verdict):
        """Nothing, but enough operators of the level are rung, and others would come before them."""

        __match_args__ = ("place", "won",)
        def __new__(cls: type[_Self], place: int, *, won: Won | None = ...) -> _Self: ...
        @property
        def place(self) -> int:
            """Their place among those who are not rung: 2 comes after the next."""
        @property
        def won(self) -> Won | None:
            """By what they have that place."""

@final
class Window(Value):
    """A time of being open, on some days of the week."""

    __match_args__ = ("from_", "to", "days",)
    def __new__(cls: type[_Self], from_: str, to: str, *, days: Iterable[_w.Day | Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]] = ...) -> _Self: ...
    @property
    def from_(self) -> str:
        """When it opens, as the clocks of the time zone show it: `HH:MM`, from `00:00` to `23:59`."""
    @property
    def to(self) -> str:
        """When it closes: `HH:MM`, from `00:00` to `24:00`. Where that is earlier than `from`, it is
        on the next day; `00:00` is the same as `24:00` then. It may not equal `from`.
        """
    @property
    def days(self) -> tuple[_w.Day, ...]:
        """The days on which it begins, each once and at least one. Default: every day (for an
        exception: every date that it names).
        """

class Withdrawal(Value):
    """Why an offer is no more."""

    @final
    class Claimed(Withdrawal):
        """Somebody else took the chat."""

        __match_args__ = ("winner",)
        def __new__(cls: type[_Self], winner: str) -> _Self: ...
        @property
        def winner(self) -> str:
            """Who."""

    @final
    class Full(Withdrawal):
        """The operator has as many chats as they take."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Absent(Withdrawal):
        """The operator is not there any more: away, paused, gone."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Unassigned(Withdrawal):
        """The operator may not be rung for this chat any more: opted out, taken off the queue or the
        group, removed, or without a skill that it asks for.
        """

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class GrantEnded(Withdrawal):
        """The grant that covered it has ended."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class QueueClosed(Withdrawal):
        """The queue whose staff they were rung as is open no more."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class GrantClosed(Withdrawal):
        """The grant that covered it is outside its hours, or carries as many chats as it may."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class LevelLeft(Withdrawal):
        """The chat has left the level."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class PolicyChanged(Withdrawal):
        """The queue has another policy."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class TransferOver(Withdrawal):
        """The transfer failed or was taken back."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class Returned(Withdrawal):
        """The chat has returned to somebody who had lost it."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

    @final
    class ChatEnded(Withdrawal):
        """The chat ended."""

        __match_args__ = ()
        def __new__(cls: type[_Self]) -> _Self: ...

@final
class Won(Value):
    """By which order an operator was the best of a level, and by which key: as they stood just before
    the offer, which is when they were chosen.

    Keys are compared from left to right, and the better one comes first: the higher
    `proficiency`, where it counts; then the better
    `figure`, which is what the order looks at; then the lower
    `turn` or `registration`.

    | order | figure | better is | then |
    |---|---|---|---|
    | `Order.LEAST_BUSY` | the units that their chats took, reserved ones too | less | the longest idle: the turn at which their last chat began or ended, or they came |
    | `Order.MOST_SPARE` | the units that they had to spare | more | the longest idle |
    | `Order.LONGEST_IDLE` | 0 for those without a chat, 1 for the others | less | the longest idle |
    | `Order.ROUND_ROBIN` | none | | the turn at which they were last offered a chat; those who never were come first, by their registration |
    | `Order.WEIGHTED_ROUND_ROBIN` | none | | the turn at which they were last offered the whole of their weight, in this pool; those who never were come first, by their registration |
    | `Order.FIXED_RANKS` | their rank | less | the longest idle |

    Turns are counted, not timed: they say who was first, and nothing else. Above 65,535 (above 1,023
    where proficiency counts) figures are as good as that.
    """

    __match_args__ = ("order", "proficiency", "figure", "turn", "registration",)
    def __new__(cls: type[_Self], order: _w.Order | Literal["leastBusy", "mostSpare", "longestIdle", "roundRobin", "weightedRoundRobin", "fixedRanks"], *, proficiency: int | None = ..., figure: int | None = ..., turn: int | None = ..., registration: int | None = ...) -> _Self: ...
    @property
    def order(self) -> _w.Order:
        """The order."""
    @property
    def proficiency(self) -> int | None:
        """How good they were at what was needed, up to 1,023, where the level rings the most proficient
        first.
        """
    @property
    def figure(self) -> int | None:
        """What the order looks at. `None`: at turns alone."""
    @property
    def turn(self) -> int | None:
        """The turn that decides among equals, the lowest first."""
    @property
    def registration(self) -> int | None:
        """The number of registration that decides among those whose turn never was, the lowest first."""

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
    """A value that no command or document can have, such as an empty id.

    The text says where: it begins with the name of the argument, or has the keys and numbers
    that lead to it, as in `queues[2].policy.levels[0].wait`.
    """

    code: str
    """`invalid_value`."""

@final
class Router:
    """A whole collaborative as a deterministic state machine.

    The same configuration and the same commands at the same times give the same events. It has no clock: time
    moves by `advance` alone. It may be shared by threads: each call waits for the one before.

    A new one has no institutions. `now` is the instant at which it begins, 1970 where it is left out. `secret`,
    32 bytes, keys its hash tables, so that nobody who chooses ids can make it slow: give a random one where ids come
    from outside.
    """

    def __new__(
        cls, config: Config | None = None, *, now: _Instant = ..., secret: _Bytes = ...
    ) -> Router: ...
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
    def chats(self) -> tuple[str, ...]:
        """The open chats, in the order of their ids, for a host that begins again."""
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
    """A journal that was read: the accepted commands of a router, in order.

    It is made from bytes, or from lines. Raises `InvalidJournal` where they are damaged; a torn end is no damage.
    """

    def __new__(cls, journal: _Bytes | str) -> Journal: ...
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
    """A whole collaborative as one document: institutions, operators, queues, partnerships.

    It is made from what `json` or `tomllib` has read, in which may stand what `datetime` has, and values such as a
    `Policy`. Raises `InvalidValue` where that has another form.
    """

    def __new__(cls, document: Mapping[str, Any]) -> Setup: ...
    @staticmethod
    def from_json(text: str) -> Setup:
        """Reads a document in JSON."""
    def to_json(self) -> str:
        """The document in JSON."""
    def to_dict(self) -> dict[str, Any]:
        """The document as `json` reads it."""
    def check(self, config: Config | None = None) -> SetupReport:
        """All that is wrong with it, and all that is odd about it."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class SetupReport:
    """All that is wrong with a setup document, and all that is odd about it."""

    @property
    def faults(self) -> list[Finding]:
        """What makes the document unusable, area by area. None: it can be applied."""
    @property
    def oddities(self) -> list[Finding]:
        """What can be used but is hardly meant, area by area."""
    @staticmethod
    def from_json(text: str) -> SetupReport:
        """Reads one in JSON."""
    def to_json(self) -> str:
        """The report in JSON."""
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
    """A report in the making: hears events, in order.

    A new one has heard of nothing. Hours of the day are those of `time_zone`, such as `America/Toronto`.
    """

    def __new__(cls, time_zone: str) -> Tally: ...
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
    def to_json(self) -> str:
        """The report in JSON."""
    def to_dict(self) -> dict[str, Any]:
        """The report as `json` reads it."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Recording:
    """A journal that was replayed, to be asked what another setup would have done.

    It replays the journal when it is made. Hours of the day are those of `time_zone`.
    """

    def __new__(cls, journal: Journal, time_zone: str = "UTC") -> Recording: ...
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
    def recorded(self) -> Report:
        """What the journal came to."""
    @property
    def supposed(self) -> Report:
        """What the other setup would have come to, at the time at which the journal ends."""
    def to_json(self) -> str:
        """All of it in JSON."""
    def to_dict(self) -> dict[str, Any]:
        """All of it as `json` reads it."""

def verify(view: TranscriptView) -> str:
    """Checks a transcript against its chain: the digest after its last entry. Raises `ChainBroken`."""

def tz_version() -> str:
    """The version of the time zone data that is built in."""

def view_record(record: Record) -> TranscriptView | None:
    """The transcript of a record, such that it can be checked with `verify`; None without a chain of digests."""

def mask_patron(record: Record, name: str) -> Record:
    """The same record without what the patron wrote, and with another name for them."""

__all__ = [
    "About",
    "Absence",
    "AcceptOffer",
    "AcceptPartnership",
    "Action",
    "Actor",
    "AddInstitution",
    "AddOperator",
    "AddQueue",
    "After",
    "AllowForeignBuddies",
    "Answer",
    "AnswerListing",
    "ApproveSubscription",
    "AskBackChat",
    "Asker",
    "AssignChat",
    "AssignOperator",
    "Audience",
    "Author",
    "Availability",
    "AvailabilityChanged",
    "Block",
    "BlockChanged",
    "Body",
    "BuddyChanged",
    "BuddyPresence",
    "BuddyView",
    "CancelSubscription",
    "CancelTransfer",
    "ChainBroken",
    "Channel",
    "ChatAskedBack",
    "ChatClaimed",
    "ChatDescribed",
    "ChatEnded",
    "ChatHeld",
    "ChatNeeds",
    "ChatOffered",
    "ChatOpened",
    "ChatReassigned",
    "ChatRequeued",
    "ChatResumed",
    "ChatRolledOver",
    "ChatView",
    "Choice",
    "ClaimReason",
    "CloseChat",
    "ColleagueAsks",
    "Colleagues",
    "Command",
    "CompleteTransfer",
    "Config",
    "ConsultationStarted",
    "ContactTold",
    "Course",
    "Deadline",
    "DeclineOffer",
    "DeclinePartnership",
    "DescribeChat",
    "Details",
    "DirectMessage",
    "DirectMessageSent",
    "DropPatron",
    "EndPartnership",
    "EndSession",
    "Entry",
    "Event",
    "Exception",
    "ExplainedLevel",
    "ExplainedOperator",
    "Explanation",
    "Finding",
    "FinishThenLeave",
    "FinishWrapUp",
    "Full",
    "GraceStarted",
    "Grant",
    "Handover",
    "HoldChat",
    "Holidays",
    "Hop",
    "Hours",
    "HoursFault",
    "IdleNoticed",
    "IdleRule",
    "Input",
    "InvalidJournal",
    "InvalidSetup",
    "InvalidSnapshot",
    "InvalidValue",
    "InvariantBroken",
    "InvitationWithdrawn",
    "InviteOperator",
    "JoinChat",
    "Journal",
    "LeaveChat",
    "Level",
    "LevelPassedOver",
    "LevelState",
    "Limits",
    "Link",
    "ListingPosted",
    "ListingWithdrawn",
    "LogOut",
    "MaskPatron",
    "Masked",
    "MessagePosted",
    "Need",
    "Notice",
    "NoticeGiven",
    "OfferCause",
    "OfferDeclined",
    "OfferLapsed",
    "OfferWithdrawn",
    "OnlyWhen",
    "OpenChat",
    "OperatorInvited",
    "OperatorJoined",
    "OperatorLeaving",
    "OperatorLeft",
    "OperatorPaused",
    "OperatorUnpaused",
    "OperatorView",
    "OptIn",
    "OptOut",
    "OwnHours",
    "Page",
    "PartnershipAgreed",
    "PartnershipDeclined",
    "PartnershipEnded",
    "PartnershipProposed",
    "Party",
    "PatronDropped",
    "PatronMasked",
    "PatronReturned",
    "Pause",
    "PauseReason",
    "PickChat",
    "Policy",
    "Position",
    "PostListing",
    "PostMessage",
    "Posted",
    "PresenceChanged",
    "Priority",
    "ProposePartnership",
    "QueueStateChanged",
    "Queues",
    "Reason",
    "Recipients",
    "Record",
    "Recording",
    "RefdeskError",
    "Reference",
    "Refusal",
    "Refused",
    "RemoveBuddy",
    "RemoveContact",
    "RemoveGroup",
    "RemoveInstitution",
    "RemoveOperator",
    "RemoveParticipant",
    "RemoveQueue",
    "Report",
    "ResumeChat",
    "ReturnChat",
    "ReturnPatron",
    "Right",
    "Ring",
    "RoundStarted",
    "Router",
    "Seal",
    "SeeListings",
    "SendDirectMessage",
    "SetCapacity",
    "SetContactPresence",
    "SetGroup",
    "SetHours",
    "SetPolicy",
    "SetPresence",
    "SetProfile",
    "SetQueueState",
    "SetSkills",
    "SetSupervisor",
    "Setup",
    "SetupReport",
    "Shown",
    "Source",
    "StartChat",
    "Subscribe",
    "SubscriptionTold",
    "Tally",
    "Target",
    "Terms",
    "TooLong",
    "TranscriptShown",
    "TranscriptView",
    "TransferChat",
    "TransferCompleted",
    "TransferFailed",
    "TransferRecord",
    "TransferRequest",
    "TransferResult",
    "TransferStarted",
    "UnassignOperator",
    "Unblock",
    "Unpause",
    "Unsubscribe",
    "Value",
    "Verdict",
    "WatchAvailability",
    "WhatIf",
    "Window",
    "WithdrawListing",
    "Withdrawal",
    "Won",
    "WrapUpStarted",
    "__version__",
    "mask_patron",
    "tz_version",
    "verify",
    "view_record",
]
