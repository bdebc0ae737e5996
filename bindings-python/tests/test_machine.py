"""The desk for hypothesis finds what is wrong with a policy, and nothing where nothing is."""

import pytest
import refdesk as r
from hypothesis import Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from refdesk.testing import DeskMachine

FEW = settings(
    max_examples=150, stateful_step_count=30, deadline=None, derandomize=True, database=None,
    phases=[Phase.generate],
)  # fmt: skip


def desk(levels: list[dict[str, object]]) -> r.Setup:
    """Ana's desk, for which Ben is to stand in."""
    return r.Setup(
        {
            "institutions": [{"id": "ames"}],
            "operators": [
                {"id": "ana", "institution": "ames", "capacity": 1},
                {"id": "ben", "institution": "ames", "capacity": 1},
            ],
            "queues": [{"id": "desk", "institution": "ames", "policy": {"levels": levels}, "assigned": ["ana", "ben"]}],
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
