"""A panic of the library is a bug: what stopped in the middle of a step answers nothing more, and others go on."""

import copy
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import refdesk as r

HOST = r.Actor.Host()
PAT = r.Actor.Patron("pat")
AMES = r.AddInstitution("ames")
SETUP = r.Setup({"institutions": [{"id": "ames"}]})
SAID = (
    "the router stopped in the middle of a step, which is a bug of refdesk: make another from its last snapshot and "
    "its journal"
)

ASKED: dict[str, Callable[[r.Router], object]] = {
    "accepted": lambda router: router.accepted,
    "advance": lambda router: router.advance(1_000),
    "advance_bytes": lambda router: router.advance_bytes(1_000),
    "advance_json": lambda router: router.advance_json(1_000),
    "apply": lambda router: router.apply(HOST, AMES),
    "apply_all": lambda router: router.apply_all([]),
    "apply_bytes": lambda router: router.apply_bytes(b"\x80"),
    "apply_json": lambda router: router.apply_json("[]"),
    "apply_setup": lambda router: router.apply_setup(SETUP),
    "availability": lambda router: router.availability("desk"),
    "buddies": lambda router: router.buddies(r.Party.Operator("ana")),
    "chats": lambda router: router.chats(),
    "chats_at_partners": lambda router: router.chats_at_partners("ames", HOST),
    "check_invariants": lambda router: router.check_invariants(),
    "colleagues": lambda router: router.colleagues("ana"),
    "config": lambda router: router.config,
    "deadline": lambda router: router.deadline(),
    "digest": lambda router: router.digest(),
    "explain": lambda router: router.explain("c1", HOST),
    "journal_frame": lambda router: router.journal_frame(HOST, AMES),
    "journal_header": lambda router: router.journal_header(),
    "journal_header_line": lambda router: router.journal_header_line(),
    "journal_line": lambda router: router.journal_line(HOST, AMES),
    "listings": lambda router: router.listings("ames"),
    "now": lambda router: router.now,
    "open_chats": lambda router: router.open_chats,
    "plan": lambda router: router.plan(SETUP),
    "position": lambda router: router.position("c1"),
    "queue_state": lambda router: router.queue_state("desk"),
    "replay": lambda router: router.replay(r.Journal(r.Router().journal_header())),
    "setup": lambda router: router.setup(),
    "snapshot": lambda router: router.snapshot(),
    "snapshot_json": lambda router: router.snapshot_json(),
    "targets": lambda router: router.targets("c1", HOST),
    "transcript": lambda router: router.transcript("c1", HOST),
    "transcript_digest": lambda router: router.transcript_digest("c1", HOST),
    "view_chat": lambda router: router.view_chat("c1"),
    "view_operator": lambda router: router.view_operator("ana"),
    "view_transcript": lambda router: router.view_transcript("c1", HOST),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "repr": repr,
    "works_at_of": lambda router: r.Tally("UTC").works_at_of(router),
}


def stopped(ask: Callable[[], object]) -> None:
    with pytest.raises(r.InvariantBroken) as caught:
        ask()
    assert (caught.value.code, str(caught.value)) == ("invariant_broken", SAID)


def test_a_router_that_stopped_in_the_middle_of_a_step_answers_nothing_more(capfd: pytest.CaptureFixture[str]) -> None:
    router: Any = r.Router()
    before = router.snapshot()
    stopped(router._stumble)
    assert "a step has stumbled" in capfd.readouterr().err
    for ask in ASKED.values():
        stopped(lambda: ask(router))
    with ThreadPoolExecutor() as others:
        others.submit(stopped, router.digest).result()
    again = r.Router.restore(before)
    again.apply(HOST, AMES)
    assert again.accepted == 1


def test_all_that_may_be_asked_is_asked() -> None:
    public = {name for name in vars(r.Router) if not name.startswith("_") and name != "restore"}
    assert public == ASKED.keys() - {"copy", "deepcopy", "repr", "works_at_of"}
