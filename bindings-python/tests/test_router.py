"""The router as a host sees it."""

import copy
import gc
import json
import threading
import tomllib
from collections.abc import Iterator

import pytest
import refdesk as r

HOST = r.Actor.Host()
ANA = r.Actor.Operator("ana")
PAT = r.Actor.Patron("pat")


def test_a_chat_from_its_beginning_to_its_record(desk: r.Router) -> None:
    opened, offered = desk.apply(PAT, r.OpenChat("c1", "desk", "pat"))
    assert isinstance(opened, r.ChatOpened)
    match offered:
        case r.ChatOffered(chat="c1", operator="ana", offer=offer, cause=r.OfferCause.Level(level=0)):
            assert offer == 1
        case _:
            pytest.fail(f"nobody is rung: {offered}")
    assert (deadline := desk.deadline()) and deadline.at == 40_000
    desk.apply(ANA, r.AcceptOffer("c1", 1))
    desk.apply(PAT, r.PostMessage("c1", "m1", "Where is the atlas?"))
    view = desk.view_chat("c1")
    assert view and view.owner == "ana" and view.phase is r.Phase.ACTIVE
    *_, ended = desk.apply(ANA, r.CloseChat("c1"))
    assert isinstance(ended, r.ChatEnded)
    said = [entry.body.content for entry in ended.record.transcript if isinstance(entry.body, r.Body.Message)]
    assert said == ["Where is the atlas?"]
    assert r.Record.from_json(ended.record.to_json()) == ended.record


def test_a_refusal_is_an_exception_with_its_ids(desk: r.Router) -> None:
    desk.apply(PAT, r.OpenChat("c1", "desk", "pat"))
    before = desk.digest()
    with pytest.raises(r.Refused) as caught:
        desk.apply(PAT, r.OpenChat("c1", "desk", "pat"))
    assert caught.value.code == "duplicate_chat"
    assert caught.value.refusal == r.Refusal.DuplicateChat("c1")
    assert str(caught.value) == "there is a chat `c1` already, or was not long ago"
    assert isinstance(caught.value, r.RefdeskError)
    assert desk.digest() == before


def test_many_commands_in_one_call(desk: r.Router) -> None:
    one_by_one = copy.copy(desk)
    commands = [r.Command(PAT, r.OpenChat(f"c{n % 3}", "desk", "pat")) for n in range(5)]
    answers = desk.apply_all(commands)
    for command, answer in zip(commands, answers, strict=True):
        try:
            assert one_by_one.apply(command.by, command.action) == answer
        except r.Refused as refused:
            assert isinstance(answer, r.Refused) and answer.refusal == refused.refusal
    assert desk.digest() == one_by_one.digest()


def test_many_commands_come_from_whatever_gives_them(desk: r.Router) -> None:
    opens = ((PAT, r.OpenChat(f"c{n}", "desk", "pat")) for n in range(3))
    assert [len(answer) for answer in desk.apply_all(opens) if isinstance(answer, list)] == [2, 2, 2]

    def fails_in_the_midst() -> Iterator[r.Command]:
        yield r.Command(PAT, r.OpenChat("c3", "desk", "pat"))
        raise LookupError("no more")

    before = desk.digest()
    with pytest.raises(LookupError, match="no more"):
        desk.apply_all(fails_in_the_midst())
    with pytest.raises(TypeError, match=r"`commands\[1\]`: a Command, or a pair of who gives it and the action, is wanted, not OpenChat"):
        desk.apply_all([r.Command(PAT, r.OpenChat("c3", "desk", "pat")), r.OpenChat("c4", "desk", "pat")])  # type: ignore[list-item]
    assert desk.digest() == before


def test_the_wire_form_says_the_same(desk: r.Router) -> None:
    other = copy.copy(desk)
    command = r.Command(PAT, r.OpenChat("c1", "desk", "pat"))
    (done,) = json.loads(desk.apply_json(f"[{command.to_json()}]"))
    events = other.apply(command.by, command.action)
    assert done["events"] == [json.loads(event.to_json()) for event in events]
    (refused,) = json.loads(desk.apply_json(f"[{command.to_json()}]"))
    assert (refused["type"], refused["code"]) == ("refused", "duplicate_chat")
    assert json.loads(desk.advance_json(40_000)) == [json.loads(e.to_json()) for e in other.advance(40_000)]
    with pytest.raises(r.InvalidValue, match="this cannot be read"):
        desk.apply_json("[7]")
    with pytest.raises(r.InvalidValue, match="this cannot be read"):
        desk.apply_bytes(b"\xff")


def test_a_setup_document_in_toml() -> None:
    document = """
        institutions = [{ id = "ames" }]
        operators = [{ id = "ana", institution = "ames", capacity = 2 }]
        [[queues]]
        id = "desk"
        institution = "ames"
        assigned = ["ana"]
    """
    setup = r.Setup(tomllib.loads(document))
    router = r.Router()
    assert [type(command.action).__name__ for command in router.plan(setup)] == [
        "AddInstitution",
        "AddOperator",
        "AddQueue",
        "AssignOperator",
    ]
    router.apply_setup(setup)
    assert router.plan(setup) == []
    assert router.setup() == r.Setup.from_json(router.setup().to_json())


def test_faults_of_a_setup_document_say_where_they_are() -> None:
    setup = r.Setup({"institutions": [{"id": "ames"}], "operators": [{"id": "ana", "institution": "amse", "capacity": 1}]})
    with pytest.raises(r.InvalidSetup) as caught:
        r.Router().apply_setup(setup)
    (fault,) = caught.value.report.faults
    assert (fault.path, fault.code) == ("operators[0].institution", "unknown_name")
    assert caught.value.code == "unknown_name" and "`ames` can be meant" in str(fault)
    with pytest.raises(r.InvalidValue, match="unknown field `institution`"):
        r.Setup({"institution": []})


def test_a_journal_brings_the_router_back() -> None:
    router = r.Router(now=0)
    frames, lines = [router.journal_header()], [router.journal_header_line()]

    def keep(by: r.Actor, action: r.Action) -> None:
        router.apply(by, action)
        frames.append(router.journal_frame(by, action))
        lines.append(router.journal_line(by, action))

    keep(HOST, r.AddInstitution("ames"))
    router.advance(1_000)
    keep(HOST, r.AddOperator("ana", "ames", 1))
    for kept in (b"".join(frames), "\n".join(line.rstrip("\n") for line in lines) + "\n"):
        journal = r.Journal(kept)
        assert [input.number for input in journal] == [1, 2] and not journal.torn
        assert [input.command.action for input in journal][0] == r.AddInstitution("ames")
        again = journal.router()
        again.replay(journal)
        assert again.digest() == router.digest() and again.replay(journal) == []
    torn = r.Journal(b"".join(frames)[:-1])
    assert torn.torn and len(torn) == 1 and torn.whole == len(b"".join(frames[:2]))
    with pytest.raises(r.InvalidJournal) as caught:
        r.Journal(b"no journal")
    assert caught.value.code == "no_journal"


def test_a_list_of_commands_goes_into_the_journal_by_their_numbers() -> None:
    router, host = r.Router(now=0), r.Actor.Host()
    actions = [r.AddInstitution("ames"), r.AddInstitution("ames"), r.AddInstitution("boone")]
    number, kept = router.accepted, [router.journal_header()]
    for action, answer in zip(actions, router.apply_all((host, action) for action in actions), strict=True):
        if not isinstance(answer, r.Refused):
            number += 1
            kept.append(router.journal_frame(host, action, number))
    journal = r.Journal(b"".join(kept))
    again = journal.router()
    again.replay(journal)
    assert again.digest() == router.digest()
    for strange in (0, 3):
        with pytest.raises(r.InvalidValue, match="has accepted 2 so far") as caught:
            router.journal_frame(host, actions[0], strange)
        assert caught.value.code == "invalid_value"


def test_what_is_replayed_until_a_fault_has_happened() -> None:
    router, host = r.Router(now=0), r.Actor.Host()
    frames = [router.journal_header()]
    for action in (
        r.AddInstitution("ames"),
        r.AddQueue("desk", "ames", r.Policy([r.Level([r.Source.Assigned()], r.Ring.All())])),
        *(r.OpenChat(chat, "desk", "pat") for chat in ("c1", "c2", "c3")),
    ):
        router.apply(host, action)
        frames.append(router.journal_frame(host, action))
    without_the_second_chat = r.Journal(b"".join(frames[:4] + frames[5:]))
    again = without_the_second_chat.router()
    with pytest.raises(r.InvalidJournal) as caught:
        again.replay(without_the_second_chat)
    opened = [event.chat for event in caught.value.events if isinstance(event, r.ChatOpened)]
    assert (caught.value.code, opened, again.open_chats, again.accepted) == ("gap", ["c1"], 1, 3)
    with pytest.raises(r.InvalidJournal) as caught:
        without_the_second_chat.router().replay(without_the_second_chat, events=False)
    assert (caught.value.code, caught.value.events) == ("gap", [])
    with pytest.raises(r.InvalidJournal) as caught:
        r.Journal(b"no journal")
    assert not caught.value.events


def test_who_is_collected_meanwhile_may_ask_the_router() -> None:
    router, host = r.Router(now=0), r.Actor.Host()
    frames = [router.journal_header()]
    for action in (
        r.AddInstitution("ames"),
        r.AddQueue("desk", "ames", r.Policy([r.Level([r.Source.Assigned()], r.Ring.All())])),
        *(r.OpenChat(f"c{number}", "desk", f"p{number}") for number in range(3_000)),
    ):
        router.apply(host, action)
        frames.append(router.journal_frame(host, action))
    journal = r.Journal(b"".join(frames))
    again, asked = journal.router(), list[int]()

    class Asks:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            asked.append(again.now)

    gc.collect()
    for _ in range(10):
        Asks()
    events = again.replay(journal)
    assert len(events) == 3_000 and asked == [0] * 10, "the collector came by as events were made"


def test_to_whom_a_chat_may_go_and_which_are_at_partners(desk: r.Router) -> None:
    ana, pat = r.Actor.Operator("ana"), r.Actor.Patron("pat")
    offered = [event for event in desk.apply(pat, r.OpenChat("c1", "desk", "pat")) if isinstance(event, r.ChatOffered)]
    desk.apply(ana, r.AcceptOffer("c1", offered[0].offer))
    desk.apply(r.Actor.Host(), r.AddOperator("ben", "ames", capacity=1))
    desk.apply(r.Actor.Host(), r.AssignOperator("ben", "desk"))
    choices = {choice.target: choice.refusal for choice in desk.targets("c1", ana)}
    assert choices[r.Target.Operator("ben")] is not None
    with pytest.raises(r.Refused, match="not"):
        desk.targets("c1", r.Actor.Operator("ben"))
    assert desk.chats_at_partners("ames", ana) == ()


@pytest.mark.parametrize("bad", [b"", b"REFDESKS", b"\x00" * 100, "", "{}", "[" * 10_000])
def test_what_is_no_snapshot_is_refused(bad: bytes | str) -> None:
    with pytest.raises(r.InvalidSnapshot) as caught:
        r.Router.restore(bad)
    assert caught.value.code in {"no_snapshot", "cut", "unreadable"}


def test_why_somebody_is_rung(desk: r.Router) -> None:
    desk.apply(PAT, r.OpenChat("c1", "desk", "pat"))
    explanation = desk.explain("c1", HOST)
    assert explanation.course
    (level,) = explanation.course.levels
    (ana,) = level.operators
    assert isinstance(ana.verdict, r.Verdict.Rung) and "ana" in str(explanation)
    with pytest.raises(r.Refused, match="^a patron may not do this$"):
        desk.explain("c1", PAT)


def test_a_chain_of_digests_is_checked() -> None:
    router = r.Router(r.Config(digests=True), now=0)
    everybody = r.Policy([r.Level([r.Source.Assigned()], r.Ring.All())])
    for action in (r.AddInstitution("ames"), r.AddQueue("desk", "ames", everybody)):
        router.apply(HOST, action)
    router.apply(HOST, r.AddOperator("ana", "ames", 1))
    router.apply(HOST, r.AssignOperator("ana", "desk"))
    router.apply(HOST, r.SetPresence("ana", "tab", show="available"))
    router.apply(PAT, r.OpenChat("c1", "desk", "pat", salt=bytes(32)))
    router.apply(ANA, r.AcceptOffer("c1", 1))
    router.apply(PAT, r.PostMessage("c1", "m1", "hello"))
    view = router.view_transcript("c1", HOST)
    assert r.verify(view) == router.transcript_digest("c1", HOST)
    cut = r.TranscriptView(view.chat, view.digest, view.links[1:])
    with pytest.raises(r.ChainBroken, match="entry 1 is missing") as caught:
        r.verify(cut)
    assert caught.value.code == "chain_broken"


def test_a_report_counts_what_was_heard(desk: r.Router) -> None:
    tally = r.Tally("America/Chicago")
    tally.works_at_of(desk)
    for event in desk.apply(PAT, r.OpenChat("c1", "desk", "pat")):
        tally.hear(event)
    for event in desk.apply(ANA, r.AcceptOffer("c1", 1)) + desk.apply(ANA, r.CloseChat("c1")):
        tally.hear(event)
    report = tally.report(60_000)
    assert report.to_dict()["all"]["offered"] == 1
    assert "ames" in str(report)
    with pytest.raises(r.InvalidValue, match="Mars"):
        r.Tally("Mars/Olympus")


def test_threads_share_a_router(desk: r.Router) -> None:
    def ask(who: int) -> None:
        for n in range(200):
            desk.apply(r.Actor.Patron(f"p{who}"), r.OpenChat(f"c{who}-{n}", "desk", f"p{who}"))
            desk.apply(r.Actor.Patron(f"p{who}"), r.LeaveChat(f"c{who}-{n}"))

    threads = [threading.Thread(target=ask, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert desk.open_chats == 0 and desk.accepted == 5 + 4 * 200 * 2
    desk.check_invariants()
