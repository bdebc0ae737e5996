"""What is wrong in what a host hands in says where, and what is wanted."""

import json
from array import array
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

import refdesk as r
from refdesk.hours import Day

HOST = r.Actor.Host()
AMES = r.AddInstitution("ames")


def desk(**queue: object) -> dict[str, Any]:
    """A document with two queues, the second with more that is said of it."""
    first = {"id": "first", "institution": "ames"}
    return {"institutions": [{"id": "ames"}], "queues": [first, {**first, "id": "second", **queue}]}


def level(**of: object) -> dict[str, object]:
    return {"pool": [{"type": "assigned"}], "ring": {"type": "all"}, **of}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: r.Setup(desk(policy={"levels": [level(), level(wait="soon")]})),
            "this cannot be read: queues[1].policy.levels[1].wait: `soon` is no span",
        ),
        (
            lambda: r.Setup.from_json('{"queues": [{"id": 7}]}'),
            "this cannot be read: queues[0].id: invalid type: integer `7`",
        ),
        (lambda: r.Setup.from_json('{"queues": [}'), "this cannot be read: expected value at line 1 column 13"),
        (lambda: r.Policy.from_json('{"levels": [{"pool": 7}]}'), "this cannot be read: levels[0].pool: "),
        (lambda: r.Config.from_json('{"limits": {"openChats": -1}}'), "this cannot be read: limits.openChats: "),
        (lambda: r.Policy.from_bytes(b"\xa1\x66levels\x07"), "this cannot be read: levels: "),
        (lambda: r.Router().apply_json('[{"by": 7}]'), "this cannot be read: [0].by: "),
    ],
)
def test_a_fault_in_a_document_says_where(make: Callable[[], object], said: str) -> None:
    with pytest.raises(r.InvalidValue) as caught:
        make()
    assert str(caught.value).startswith(said)
    assert caught.value.code == "invalid_value"


def test_a_value_that_is_none_is_an_error_of_the_library_and_a_value_error() -> None:
    assert r.InvalidValue.__mro__[:3] == (r.InvalidValue, r.RefdeskError, ValueError)
    for kind in (r.RefdeskError, ValueError):
        with pytest.raises(kind, match="`chat`: an id must not be empty"):
            r.OpenChat("", "desk", "pat")
    for other in (r.Refused, r.InvalidSetup, r.InvalidSnapshot, r.InvalidJournal, r.ChainBroken, r.InvariantBroken):
        assert other.__bases__ == (r.RefdeskError,)


def test_a_document_may_hold_what_the_classes_take() -> None:
    hours = {
        "timeZone": "Europe/Berlin",
        "week": [{"days": [Day.MONDAY], "from": time(8), "to": time(17, 30)}],
        "exceptions": [{"dates": [date(2026, 12, 24)], "windows": []}],
    }
    policy = r.Policy([r.Level([r.Source.Assigned()], r.Ring.All(), wait=90_000)])
    given = r.Setup(MappingProxyType(desk(hours={"hours": hours}, policy={"levels": (level(wait=timedelta(seconds=90)),)})))
    plain = {**hours, "week": [{"days": ["monday"], "from": "08:00", "to": "17:30"}]}
    plain["exceptions"] = [{"dates": ["2026-12-24"], "windows": []}]
    written = r.Setup(desk(hours={"hours": plain}, policy={"levels": [level(wait=90_000)]}))
    assert given == written
    assert r.Setup(desk(hours={"hours": plain}, policy=policy)) == written


def itself() -> dict[str, object]:
    document: dict[str, object] = {}
    document["queues"] = [document]
    return document


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (desk(policy={"levels": [level(wait=Decimal(7))]}), "`queues[1].policy.levels[0].wait`: Decimal has no form in a document"),
        (desk(assigned={"ana"}), "`queues[1].assigned`: set has no form in a document"),
        (desk(profile=b"x"), "`queues[1].profile`: bytes has no form in a document"),
        (desk(profile=float("nan")), "`queues[1].profile`: nan has no form in a document"),
        (desk(profile="\ud800"), "`queues[1].profile`: half of a surrogate pair is no text"),
        (desk(hours={7: 8}), "`queues[1].hours`: a key is a text, and not 7"),
        (desk(policy={"levels": [r.Level([r.Source.Assigned()], r.Ring.All())]}), "`queues[1].policy.levels[0]`: Level has no wire form"),
        (desk(closes=datetime(2026, 1, 1)), "`queues[1].closes`: a datetime without a time zone is no instant"),
        (desk(closes=datetime(2026, 1, 1, tzinfo=timezone.utc)), "this cannot be read: queues[1].closes: unknown field"),
    ],
)
def test_what_a_document_cannot_hold_says_where(document: dict[str, Any], said: str) -> None:
    with pytest.raises(r.InvalidValue) as caught:
        r.Setup(document)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("capacity", [2.0, -0.0, 1e300])
def test_a_number_with_a_point_is_no_whole_one_in_a_dict_either(capacity: float) -> None:
    ana = {"id": "ana", "institution": "ames", "capacity": capacity}
    document = {"institutions": [{"id": "ames"}], "operators": [ana]}
    assert said_of(document) == said_of(json.dumps(document))
    assert said_of(document).startswith("this cannot be read: operators[0].capacity: invalid type: floating point")


def test_a_document_may_be_as_deep_as_json() -> None:
    def deep(within: int) -> dict[str, Any]:
        source: dict[str, Any] = {"type": "assigned", "x": []}
        for _ in range(within - 9):
            source["x"] = [source["x"]]
        return desk(policy={"levels": [level(pool=[source])]})

    # Beside a type that has no fields, other keys are passed over.
    assert r.Setup(deep(127)) == r.Setup.from_json(json.dumps(deep(127)))
    assert said_of(deep(128)).endswith("`: this is too deep within others")
    assert "recursion limit exceeded" in said_of(json.dumps(deep(128)))


def said_of(document: dict[str, Any] | str) -> str:
    with pytest.raises(r.InvalidValue) as caught:
        r.Setup.from_json(document) if isinstance(document, str) else r.Setup(document)
    return str(caught.value)


class Endless(date):
    """Says of itself that it is itself."""

    def isoformat(self) -> str:
        return self  # type: ignore[return-value]


def test_a_date_that_is_written_as_a_date_is_none() -> None:
    with pytest.raises(r.InvalidValue, match="`queues\\[1\\].profile`: Endless has no form in a document"):
        r.Setup(desk(profile=Endless(2026, 1, 1)))


def test_a_document_within_itself_is_none() -> None:
    with pytest.raises(r.InvalidValue, match="`: this is too deep within others$"):
        r.Setup(itself())


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda router: router.apply("host", r.AddInstitution("ames")), "`by`: Actor is wanted, not str"),
        (lambda router: router.apply(HOST, HOST), "`action`: Action is wanted, not Actor.Host"),
        (lambda router: r.Router(0), "`config`: Config is wanted, not int"),
        (lambda router: router.explain("c1", "host"), "`by`: Actor is wanted, not str"),
        (lambda router: router.explain("c1", HOST, 7), "`page`: Page is wanted, not int"),
        (lambda router: router.transcript("c1", "host"), "`reader`: Actor is wanted, not str"),
        (lambda router: router.buddies("ana"), "`party`: Party is wanted, not str"),
        (lambda router: router.plan({}), "`setup`: Setup is wanted, not dict"),
        (lambda router: router.apply_setup({}), "`setup`: Setup is wanted, not dict"),
        (lambda router: router.replay(b""), "`journal`: Journal is wanted, not bytes"),
        (lambda router: router.replay(r.Journal(router.journal_header()), events=1), "`events`: True or False is wanted, not int"),
        (lambda router: router.journal_line("host", HOST), "`by`: Actor is wanted, not str"),
        (lambda router: router.journal_line(HOST, AMES, number="x"), "`number`: a whole number is wanted, not str"),
        (lambda router: router.journal_frame(HOST, AMES, number=True), "`number`: a whole number is wanted, not bool"),
        (lambda router: r.Journal(7), "`journal`: bytes or a text is wanted, not int"),
        (lambda router: r.Router.restore(7), "`snapshot`: bytes or a text is wanted, not int"),
        (
            lambda router: r.Router.restore(router.snapshot(), adopt_time_zones=1),
            "`adopt_time_zones`: True or False is wanted, not int",
        ),
        (lambda router: router.apply_json(b"[]"), "`commands`: a text is wanted, not bytes"),
        (lambda router: router.apply_bytes("[]"), "`commands`: bytes is wanted, not str"),
        (lambda router: r.Policy.from_json({}), "`text`: a text is wanted, not dict"),
        (lambda router: r.Policy.from_bytes("{}"), "`bytes`: bytes is wanted, not str"),
        (lambda router: r.Setup([]), "`document`: a dict is wanted, not list"),
        (lambda router: r.Setup.from_json({}), "`text`: a text is wanted, not dict"),
        (lambda router: r.Setup({}).check({}), "`config`: Config is wanted, not dict"),
        (lambda router: r.Tally(7), "`time_zone`: a text is wanted, not int"),
        (lambda router: r.Tally("UTC").hear("x"), "`event`: Event is wanted, not str"),
        (lambda router: r.Tally("UTC").works_at_of("x"), "`router`: Router is wanted, not str"),
        (lambda router: r.Recording("x"), "`journal`: Journal is wanted, not str"),
        (lambda router: r.mask_patron("x", "nobody"), "`record`: Record is wanted, not str"),
        (lambda router: r.view_record("x"), "`record`: Record is wanted, not str"),
        (lambda router: r.verify("x"), "`view`: TranscriptView is wanted, not str"),
    ],
)
def test_an_argument_of_another_type_is_named(call: Callable[[Any], object], said: str) -> None:
    with pytest.raises(TypeError) as caught:
        call(r.Router())
    assert str(caught.value) == said


def released() -> memoryview:
    view = memoryview(b"")
    view.release()
    return view


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda router: router.journal_line(HOST, AMES, number=-1), "`number`: a whole number from 0 to"),
        (lambda router: router.journal_line(HOST, AMES, number=0), "`number`: "),
        (lambda router: router.journal_frame(HOST, AMES, number=2**64), "`number`: a whole number from 0 to"),
        (lambda router: r.Journal("\ud800"), "`journal`: half of a surrogate pair is no text"),
        (lambda router: r.Router.restore("\ud800"), "`snapshot`: half of a surrogate pair is no text"),
        (lambda router: router.apply_json("\ud800"), "`commands`: half of a surrogate pair is no text"),
        (lambda router: r.Tally("\ud800"), "`time_zone`: half of a surrogate pair is no text"),
        (lambda router: r.Level([], r.Ring.All(), wait="[7"), "`wait`: `[7` is no span"),
        (lambda router: r.Level([], r.Ring.All(), wait="a`: b"), "`wait`: `a`: b` is no span"),
        (lambda router: r.SetSkills("ana", {"fr": 256}), "`skills['fr']`: a whole number from 0 to 255 is wanted"),
        (lambda router: r.SetPresence("ana", "tab", show="\ud800"), "`show`: half of a surrogate pair is no text"),
        (lambda router: r.Journal(released()), "`journal`: operation forbidden on released memoryview object"),
        (lambda router: router.apply_bytes(released()), "`commands`: operation forbidden on released memoryview object"),
        (lambda router: r.Tally("Mars/X"), "`time_zone`: "),
        (lambda router: r.Recording(r.Journal(router.journal_header()), "Mars/X"), "`time_zone`: "),
    ],
)
def test_an_argument_of_another_value_is_named(call: Callable[[Any], object], said: str) -> None:
    with pytest.raises(r.InvalidValue) as caught:
        call(r.Router())
    assert str(caught.value).startswith(said)
    assert caught.value.code == "invalid_value"


def test_what_the_code_of_a_host_raises_comes_out_as_it_was() -> None:
    router = r.Router()
    for mine in (ValueError("mine"), TypeError("mine"), KeyError("mine")):

        class Own:
            def __iter__(self) -> Iterator[Any]:
                raise mine

            items = __iter__

        def one_and_no_more() -> Iterator[Any]:
            yield HOST, AMES
            raise mine

        for asks in (
            lambda: router.apply_all(one_and_no_more()),
            lambda: router.apply_all(Own()),  # type: ignore[arg-type]
            lambda: r.SetSkills("ana", Own()),  # type: ignore[arg-type]
            lambda: r.Policy(Own()),  # type: ignore[arg-type]
        ):
            with pytest.raises(type(mine)) as caught:
                asks()
            assert caught.value is mine
    assert router.accepted == 0


def test_what_a_time_zone_of_a_host_raises_comes_out_as_it_was() -> None:
    mine = ValueError("mine")

    class Own(tzinfo):
        def utcoffset(self, _: datetime | None) -> timedelta:
            raise mine

    with pytest.raises(ValueError) as caught:
        r.Router(now=datetime(2026, 1, 1, tzinfo=Own()))
    assert caught.value is mine


@pytest.mark.parametrize("like", [bytes, bytearray, memoryview], ids=lambda like: like.__name__)
def test_what_is_like_bytes_is_read_wherever_bytes_are(like: Callable[[bytes], Any]) -> None:
    router = r.Router(secret=like(bytes(range(32))))
    router.apply_bytes(like(b"\x81" + r.Command(HOST, AMES).to_bytes()))
    assert router.accepted == 1
    assert r.Router.restore(like(router.snapshot()), secret=like(bytes(range(32)))).digest() == router.digest()
    assert len(r.Journal(like(router.journal_header() + router.journal_frame(HOST, AMES)))) == 1
    assert r.Command.from_bytes(like(r.Command(HOST, AMES).to_bytes())) == r.Command(HOST, AMES)
    assert r.OpenChat("c", "q", "p", salt=like(bytes(32))) == r.OpenChat("c", "q", "p", salt=bytes(32))
    for other in ([1, 2], array("B", [1])):
        with pytest.raises(TypeError, match="`journal`: bytes or a text is wanted"):
            r.Journal(other)  # type: ignore[arg-type]


def test_a_host_that_begins_again_finds_the_offers() -> None:
    router = r.Router(now=0)
    document = desk(assigned=["ana"], policy={"levels": [level()]})
    router.apply_setup(r.Setup({**document, "operators": [{"id": "ana", "institution": "ames", "capacity": 1}]}))
    router.apply(r.Actor.Operator("ana"), r.SetPresence("ana", "tab", show="available"))
    router.apply(r.Actor.Patron("pat"), r.OpenChat("c1", "second", "pat"))
    again = r.Router.restore(router.snapshot())
    chat, ana = again.view_chat(again.chats()[0]), again.view_operator("ana")
    assert chat is not None and ana is not None
    assert (again.chats(), chat.patron, ana.sessions) == (("c1",), "pat", ("tab",))
    assert (chat.rung, chat.transfer, ana.rung_for) == ((("ana", 1),), None, (("c1", 1),))
    again.apply(r.Actor.Operator("ana"), r.AcceptOffer("c1", chat.rung[0][1]))


def test_an_offer_may_never_lapse() -> None:
    assert r.Ring.All(lapse_after="never") == r.Ring.All(lapse_after=None)
    assert r.Ring.Best(r.Order.LEAST_BUSY, lapse_after="never").lapse_after is None
    with pytest.raises(r.InvalidValue, match="`lapse_after`: `nver` is no span"):
        r.Ring.All(lapse_after="nver")
    with pytest.raises(r.InvalidValue, match="`wait`: `never` is no span"):
        r.Level([r.Source.Assigned()], r.Ring.All(), wait="never")


def test_none_is_the_same_as_left_out_where_there_may_be_nothing_and_refused_elsewhere() -> None:
    nothing = r.OpenChat("c", "q", "p", preferred=None, returns=None, context=None, channel=None, salt=None)
    assert nothing == r.OpenChat("c", "q", "p")
    for name in ("priority", "excluded", "needs", "practice"):
        with pytest.raises(TypeError, match=f"`{name}`: .* is wanted, not NoneType"):
            r.OpenChat("c", "q", "p", **{name: None})


def test_the_longest_span_is_what_every_language_has_exactly() -> None:
    assert r.Ring.All(lapse_after=2**64 - 1).lapse_after == 2**53 - 1
    assert r.Ring.All(lapse_after=timedelta.max).lapse_after == 2**53 - 1
    for longer in (2**53, 2**64, 2**100):
        here = r.Level([r.Source.Assigned()], r.Ring.All(), wait=longer)
        assert here.wait == 2**53 - 1
        written = r.Setup(desk(policy={"levels": [level(wait=longer)]}))
        assert written == r.Setup(desk(policy=r.Policy([here])))
    with pytest.raises(r.InvalidValue, match="^`lapse_after`: a whole number from 0 to 9007199254740991 is wanted$"):
        r.Ring.All(lapse_after=-(2**64))


def test_a_refusal_says_who_may_not_and_of_a_patron_not_which_one() -> None:
    router = r.Router()
    for actor, asker, said in [
        (r.Actor.Operator("ana"), r.Asker.Operator("ana"), "operator `ana` may not do this"),
        (r.Actor.Institution("ames"), r.Asker.Institution("ames"), "institution `ames` may not do this"),
        (r.Actor.Patron("pat"), r.Asker.Patron(), "a patron may not do this"),
    ]:
        with pytest.raises(r.Refused) as caught:
            router.apply(actor, r.AddInstitution("ames"))
        assert (str(caught.value), caught.value.refusal) == (said, r.Refusal.NotPermitted(asker))
