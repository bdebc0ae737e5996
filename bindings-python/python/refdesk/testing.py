"""A desk for `hypothesis`: it plays patrons, operators and time against a setup document.

Derive from `DeskMachine`, give it your `setup`, and say with `@invariant()` what must hold at your desk. The rules of
the router itself are checked after each step besides. `hypothesis` looks for the shortest story that breaks one.

    class Ours(DeskMachine):
        setup = Setup(tomllib.loads(Path("desk.toml").read_text()))

        @invariant()
        def nobody_waits_for_ever(self) -> None:
            for chat in self.waiting():
                assert self.router.now - chat.opened_at <= 300_000, f"{chat.chat} still waits"

    TestOurs = Ours.TestCase

A desk with opening hours wants a `now` in them, or most stories are told at a desk that is closed:

        now = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("America/Chicago"))
"""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from . import (
    AcceptOffer,
    Action,
    Actor,
    AnyEvent,
    ChatClaimed,
    ChatEnded,
    ChatOffered,
    ChatOpened,
    ChatView,
    CloseChat,
    Config,
    DeclineOffer,
    EndSession,
    LeaveChat,
    LogOut,
    OfferDeclined,
    OfferLapsed,
    OfferWithdrawn,
    OpenChat,
    Pause,
    Phase,
    PostMessage,
    Refused,
    Router,
    SetPresence,
    Setup,
    Show,
    TransferChat,
    Unpause,
)

__all__ = ["DeskMachine"]

_HOUR = 3_600_000
# How much time goes by. With those of hours a story comes from open hours to closed ones, and back.
_SPANS = [1, 500, 5_000, 20_000, 60_000, 600_000, _HOUR, 8 * _HOUR, 24 * _HOUR]
# Whoever goes comes again as often, so that there mostly is somebody.
_GOINGS = ["is away", "is gone", "pauses", "logs out"]
_COMINGS = ["is available"] * len(_GOINGS)


class DeskMachine(RuleBasedStateMachine):
    """Patrons ask, operators come and go, answer or do not, and time goes by."""

    setup: ClassVar[Setup]
    """How the desk is set up."""

    config: ClassVar[Config] = Config()
    """The configuration of the router."""

    now: ClassVar[int | datetime] = 0
    """When every story begins. **A setup with opening hours wants a time in them**: the default is the first moment of
    1970, a Thursday, 00:00 UTC, when a desk by day is closed, and what is said of whom it rings holds of nobody.

    From there time goes by in steps of a millisecond up to a day, and to the next timer, such as that of a queue that
    opens or closes. So a third of the stories of 30 steps see a desk by day ring both when it is open and when it is
    closed: ask for no fewer where hours matter.
    """

    router: Router
    """The router, for your own questions."""

    events: list[AnyEvent]
    """All that has happened."""

    def __init__(self) -> None:
        super().__init__()
        self.router = Router(self.config, now=self.now)
        self.events = []
        self.offers: dict[tuple[str, int], ChatOffered] = {}
        self.chats: dict[str, str] = {}
        self._chats_ever = 0
        self._messages_ever = 0
        self._hear(self.router.apply_setup(self.setup))
        document = self.setup.to_dict()
        self.operators = [str(operator["id"]) for operator in document.get("operators", [])]
        self.queues = [str(queue["id"]) for queue in document.get("queues", [])]
        for operator in self.operators:
            self.does(Actor.Operator(operator), SetPresence(operator, "desk", show=Show.AVAILABLE))

    def waiting(self) -> list[ChatView]:
        """The open chats that nobody answers."""
        views = [self.router.view_chat(chat) for chat in self.chats]
        return [view for view in views if view and view.phase in (Phase.WAITING, Phase.OFFERED)]

    def answered(self) -> list[ChatView]:
        """The open chats that an operator answers: not on hold, and not being handed over."""
        views = [self.router.view_chat(chat) for chat in self.chats]
        return [view for view in views if view and view.phase is Phase.ACTIVE]

    def free(self) -> list[str]:
        """The operators who are there and could answer another chat."""
        views = [self.router.view_operator(operator) for operator in self.operators]
        return [
            view.operator
            for view in views
            # Whose last session has ended is still seen for a while.
            if view and view.sessions and view.pause is None and not view.leaves
            if view.presence in ("available", "chat") and len(view.answering) < view.capacity
        ]

    def does(self, by: Actor, action: Action) -> list[AnyEvent]:
        """Somebody wants something; what is refused has not happened."""
        try:
            events = self.router.apply(by, action)
        except Refused:
            return []
        self._hear(events)
        return events

    def advance(self, now: int) -> None:
        """Lets time go by, as a host does: until no timer is due any more."""
        self._hear(self.router.advance(now))
        # It stops on its way after `Limits.events_per_advance`.
        while (deadline := self.router.deadline()) and deadline.at <= now:
            self._hear(self.router.advance(now))

    def _hear(self, events: list[AnyEvent]) -> None:
        for event in events:
            self.events.append(event)
            match event:
                case ChatOpened(chat=chat, patron=patron):
                    self.chats[chat] = patron
                case ChatOffered(chat=chat, offer=offer):
                    self.offers[chat, offer] = event
                case OfferWithdrawn(chat=chat, offer=offer):
                    self.offers.pop((chat, offer), None)
                case OfferLapsed(chat=chat, offer=offer) | OfferDeclined(chat=chat, offer=offer):
                    self.offers.pop((chat, offer), None)
                case ChatClaimed(chat=chat, operator=operator):
                    # Those who have lost it are told so by `OfferWithdrawn`; the offer that has won is over, too.
                    won = [key for key, offer in self.offers.items() if key[0] == chat and offer.operator == operator]
                    for key in won:
                        del self.offers[key]
                case ChatEnded(chat=chat):
                    self.chats.pop(chat, None)
                    self.offers = {key: offer for key, offer in self.offers.items() if key[0] != chat}
                case _:
                    pass

    @rule(millis=st.sampled_from(_SPANS))
    def time_goes_by(self, millis: int) -> None:
        self.advance(self.router.now + millis)

    @precondition(lambda self: self.router.deadline())
    @rule()
    def the_next_timer_is_due(self) -> None:
        if deadline := self.router.deadline():
            self.advance(max(deadline.at, self.router.now))

    @precondition(lambda self: self.queues)
    @rule(data=st.data())
    def a_patron_asks(self, data: st.DataObject) -> None:
        queue = data.draw(st.sampled_from(self.queues), label="queue")
        self._chats_ever += 1
        patron = f"p{self._chats_ever}"
        self.does(Actor.Patron(patron), OpenChat(f"c{self._chats_ever}", queue, patron))

    @precondition(lambda self: self.offers)
    @rule(data=st.data(), answer=st.sampled_from([AcceptOffer, AcceptOffer, DeclineOffer]))
    def an_operator_answers(
        self, data: st.DataObject, answer: Callable[[str, int], Action]
    ) -> None:
        offer = self.offers[data.draw(st.sampled_from(sorted(self.offers)), label="offer")]
        self.does(Actor.Operator(offer.operator), answer(offer.chat, offer.offer))

    @precondition(lambda self: self.chats)
    @rule(data=st.data())
    def a_patron_writes(self, data: st.DataObject) -> None:
        chat = data.draw(st.sampled_from(sorted(self.chats)), label="chat")
        self._messages_ever += 1
        self.does(Actor.Patron(self.chats[chat]), PostMessage(chat, f"m{self._messages_ever}", "hello"))

    @precondition(lambda self: self.chats)
    @rule(data=st.data(), by_operator=st.booleans())
    def a_chat_ends(self, data: st.DataObject, by_operator: bool) -> None:
        chat = data.draw(st.sampled_from(sorted(self.chats)), label="chat")
        view = self.router.view_chat(chat)
        if by_operator and view and view.owner:
            self.does(Actor.Operator(view.owner), CloseChat(chat))
        else:
            self.does(Actor.Patron(self.chats[chat]), LeaveChat(chat))

    @precondition(lambda self: self.answered())
    @rule(data=st.data())
    def an_operator_transfers(self, data: st.DataObject) -> None:
        owners = {view.chat: view.owner for view in self.answered() if view.owner}
        chat = data.draw(st.sampled_from(sorted(owners)), label="chat")
        by = Actor.Operator(owners[chat])
        allowed = [choice.target for choice in self.router.targets(chat, by) if choice.refusal is None]
        if allowed:
            target = data.draw(st.sampled_from(allowed), label="target")
            self.does(by, TransferChat(chat, target))

    @precondition(lambda self: self.operators)
    @rule(data=st.data(), how=st.sampled_from(_COMINGS + _GOINGS))
    def an_operator_comes_or_goes(self, data: st.DataObject, how: str) -> None:
        operator = data.draw(st.sampled_from(self.operators), label="operator")
        by = Actor.Operator(operator)
        match how:
            case "is available":
                self.does(by, SetPresence(operator, "desk", show=Show.AVAILABLE))
                self.does(by, Unpause(operator))
            case "is away":
                self.does(by, SetPresence(operator, "desk", show=Show.AWAY))
            case "is gone":
                self.does(by, EndSession(operator, "desk"))
            case "pauses":
                self.does(by, Pause(operator, "lunch"))
            case "logs out":
                self.does(by, LogOut(operator))

    @invariant()
    def the_router_breaks_no_rule(self) -> None:
        self.router.check_invariants()
