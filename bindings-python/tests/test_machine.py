"""The desk for hypothesis finds what is wrong with a policy, and nothing where nothing is."""

from collections import Counter
from datetime import datetime, timedelta, timezone
from typing import ClassVar

import pytest
import refdesk as r
from hypothesis import Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from refdesk.testing import DeskMachine

FEW = settings(
    max_examples=150, stateful_step_count=30, deadline=None, derandomize=True, database=None,
    phases=[Phase.generate],
)  # fmt: skip


def desk(levels: list[dict[str, object]], capacity: int = 1, **more: object) -> r.Setup:
    """Ana's desk, for which Ben is to stand in."""
    return r.Setup(
        {
            "institutions": [{"id": "ames"}],
            "operators": [
                {"id": "ana", "institution": "ames", "capacity": capacity},
                {"id": "ben", "institution": "ames", "capacity": capacity},
            ],
            "queues": [
                {"id": "desk", "institution": "ames", "policy": {"levels": levels}, "assigned": ["ana", "ben"], **more}
            ],
        }
    )


ANA = {"pool": [{"type": "operators", "operators": ["ana"]}], "ring": {"type": "all"}, "wait": "40 s"}
BEN = {"pool": [{"type": "operators", "operators": ["ben"]}], "ring": {"type": "all"}}


class StandIn(DeskMachine):
    """Whoever waits for more than a minute while Ben is free is rung through to Ben."""

    setup = desk([ANA, BEN])

    @invariant()
    def ben_stands_in(self) -> None:
        for chat in self.waiting():
            if "ben" in self.free() and self.router.now - chat.opened_at > 60_000:
                reached = any(
                    isinstance(event, r.ChatOffered) and event.chat == chat.chat and event.operator == "ben"
                    for event in self.events
                )
                assert reached, f"{chat.chat} waits, and nobody rang Ben"


class NobodyStandsIn(StandIn):
    """The level with Ben was forgotten."""

    setup = desk([ANA])


def test_a_level_that_was_forgotten_is_found() -> None:
    with pytest.raises(AssertionError, match="waits, and nobody rang Ben"):
        run_state_machine_as_test(NobodyStandsIn, settings=FEW)


def test_where_ben_stands_in_nothing_is_found() -> None:
    run_state_machine_as_test(StandIn, settings=FEW)


# Where the clocks are never changed.
PHOENIX = timezone(timedelta(hours=-7))
BY_DAY = {
    "timeZone": "America/Phoenix",
    "week": [{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "17:00"}],
}


class Nights(DeskMachine):
    """Who asks by day rings Ana, and who asks when the desk is closed rings Ben."""

    setup = desk([BEN | {"onlyWhen": {"type": "closed"}}, ANA], hours={"hours": BY_DAY})
    now = datetime(2026, 3, 2, 10, tzinfo=PHOENIX)
    rang: ClassVar[Counter[tuple[str, bool]]] = Counter()
    done: ClassVar[Counter[type]] = Counter()

    def does(self, by: r.Actor, action: r.Action) -> list[r.AnyEvent]:
        events = super().does(by, action)
        self.done[type(action)] += bool(events)
        if isinstance(action, r.OpenChat):
            clock = datetime.fromtimestamp(self.router.now / 1000, PHOENIX)
            by_day = clock.weekday() < 5 and 9 <= clock.hour < 17
            for event in events:
                if isinstance(event, r.ChatOffered) and event.chat == action.chat:
                    self.rang[event.operator, by_day] += 1
                    assert event.operator == ("ana" if by_day else "ben"), f"{event.operator} is rung at {clock}"
        return events


class AnaByNight(Nights):
    """The level for the night was copied from that for the day."""

    setup = desk([ANA | {"onlyWhen": {"type": "closed"}}, ANA], hours={"hours": BY_DAY})


class BenByDay(Nights):
    """The level for the day was copied from that for the night."""

    setup = desk([BEN | {"onlyWhen": {"type": "closed"}}, BEN], hours={"hours": BY_DAY})


def test_what_is_wrong_with_a_level_for_closed_hours_is_found_from_within_open_ones() -> None:
    with pytest.raises(AssertionError, match="ana is rung at"):
        run_state_machine_as_test(AnaByNight, settings=FEW)


def test_what_is_wrong_with_a_level_for_open_hours_is_found() -> None:
    with pytest.raises(AssertionError, match="ben is rung at"):
        run_state_machine_as_test(BenByDay, settings=FEW)


def test_stories_see_the_desk_open_and_closed_and_operators_of_all_sorts() -> None:
    Nights.rang.clear()
    Nights.done.clear()
    run_state_machine_as_test(Nights, settings=FEW)
    assert Nights.rang["ana", True] > 20 and Nights.rang["ben", False] > 20, Nights.rang
    rare = min(Nights.done[action] for action in [r.TransferChat, r.Pause, r.Unpause, r.LogOut, r.EndSession])
    assert rare > 0, Nights.done


class HandedOver(DeskMachine):
    """No chat is ever handed over, says somebody who does not know their desk."""

    setup = desk([ANA, BEN], capacity=4)

    @invariant()
    def nobody_hands_a_chat_over(self) -> None:
        for event in self.events:
            assert not isinstance(event, r.TransferCompleted), f"{event.from_} hands over to {event.operator}"


def test_chats_are_handed_over() -> None:
    with pytest.raises(AssertionError, match="(ana hands over to ben|ben hands over to ana)"):
        run_state_machine_as_test(HandedOver, settings=settings(FEW, max_examples=1_000))
