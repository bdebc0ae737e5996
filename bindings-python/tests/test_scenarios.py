"""The stories of the core, unchanged: Python sees the same events."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
import refdesk as r
from conftest import SCENARIOS

STORIES = sorted(SCENARIOS.glob("*.json"))


class Teller:
    """A host that tells a story to a router, and looks at each object on the way."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.router = r.Router(r.Config.from_json(json.dumps(config)), now=0)
        self.seen: list[r.AnyEvent] = []

    def advance(self, at: int) -> None:
        self.seen += self.router.advance(at)
        while (deadline := self.router.deadline()) is not None and deadline.at <= at:
            self.seen += self.router.advance(at)

    def apply(self, command: dict[str, Any]) -> r.Refused | None:
        read = r.Command.from_json(json.dumps({**command, "by": in_full(command["by"])}))
        made = anew(read)
        assert made == read and hash(made) == hash(read)
        assert pickle.loads(pickle.dumps(read)) == read
        try:
            self.seen += self.router.apply(made.by, made.action)
        except r.Refused as refused:
            return refused
        return None


def in_full(by: Any) -> Any:
    """`operator:ana` for `{"type": "operator", "operator": "ana"}`."""
    if not isinstance(by, str):
        return by
    role, _, id = by.partition(":")
    return {"type": role, role: id} if id else {"type": role}


def anew(value: Any) -> Any:
    """The same value, made again by its constructors from what its fields say."""
    if isinstance(value, r.Value):
        names = type(value).__match_args__  # type: ignore[attr-defined]
        return type(value)(**{name: anew(getattr(value, name)) for name in names})
    if isinstance(value, tuple):
        return [anew(item) for item in value]
    if isinstance(value, dict):
        return {key: anew(item) for key, item in value.items()}
    return value


def wire(event: r.Event, at: int) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(event.to_json())
    del told["seq"]
    if told["at"] == at:
        del told["at"]
    return told


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_everybody_sees_what_is_told(path: Path) -> None:
    story = json.loads(path.read_text(encoding="utf-8"))
    teller = Teller(story.get("config", {}))
    for command in story.get("given", []):
        assert teller.apply(command) is None
    for number, step in enumerate(story["steps"]):
        before = len(teller.seen)
        teller.advance(step["at"])
        refused = teller.apply(step["do"]) if "do" in step else None
        seen = teller.seen[before:]
        where = f"step {number}"
        assert [wire(event, step["at"]) for event in seen] == step.get("see", []), where
        for event in seen:
            assert anew(event) == event and pickle.loads(pickle.dumps(event)) == event, where
        assert (refused is not None) == ("refused" in step), (where, refused)
        if refused is not None:
            assert json.loads(refused.refusal.to_json()) == step["refused"], where
            assert refused.code == step["code"], where
            assert anew(refused.refusal) == refused.refusal
            again = pickle.loads(pickle.dumps(refused))
            assert (type(again), str(again), again.code) == (r.Refused, str(refused), refused.code)
            assert again.refusal == refused.refusal
        if "deadline" in step:
            deadline = teller.router.deadline()
            assert (deadline and deadline.at) == (step["deadline"] and step["deadline"]["at"]), where
        teller.router.check_invariants()
    restored = r.Router.restore(teller.router.snapshot())
    assert restored.digest() == teller.router.digest()
    assert r.Router.restore(restored.snapshot_json()).digest() == restored.digest()


def test_all_stories_are_there() -> None:
    assert len(STORIES) > 300
