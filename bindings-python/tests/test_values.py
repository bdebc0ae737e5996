"""Commands and events as values: what they accept, how they are compared, what they say."""

import copy
import pickle
from datetime import datetime, timedelta, timezone

import pytest
import refdesk as r


def test_values_are_equal_where_their_fields_are() -> None:
    one, same, other = r.AcceptOffer("c1", 1), r.AcceptOffer(chat="c1", offer=1), r.AcceptOffer("c1", 2)
    assert one == same and hash(one) == hash(same) and one != other
    assert one != r.DeclineOffer("c1", 1)
    assert len({one, same, other}) == 2
    assert copy.deepcopy(one) == one and pickle.loads(pickle.dumps(one)) == one


def test_a_value_says_how_it_is_made() -> None:
    said = repr(r.Actor.Operator("ana"))
    assert said == "Actor.Operator(operator='ana')"
    assert eval(said, {"Actor": r.Actor}) == r.Actor.Operator("ana")


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        r.AcceptOffer("c1", 1).chat = "c2"  # type: ignore[misc]


def test_a_salt_is_in_no_log() -> None:
    chat = r.OpenChat("c1", "desk", "p1", salt=bytes(range(32)))
    assert "salt=..." in repr(chat) and "0102" not in repr(chat)
    assert chat.salt == bytes(range(32)).hex()


def test_words_are_texts_too() -> None:
    assert r.Presence.AWAY == "away"
    assert r.SetPresence("ana", "tab", show="away") == r.SetPresence("ana", "tab", show=r.Show.AWAY)


def test_instants_and_spans_come_in_several_forms() -> None:
    at = datetime(2026, 11, 25, 8, 0, 40, 250_000, tzinfo=timezone.utc)
    assert r.Router(now=at).now == 1_795_593_640_250
    forms = [40_000, timedelta(seconds=40), "40 s", "PT40S"]
    assert len({r.Level([], r.Ring.All(), wait=form) for form in forms}) == 1


def test_what_is_left_out_has_its_default_and_none_is_none() -> None:
    assert r.Ring.Best(order="leastBusy").lapse_after == 20_000
    assert r.Ring.Best(order="leastBusy", lapse_after=None).lapse_after is None
    assert r.Policy([]).preferred_for == 30_000


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (lambda: r.OpenChat("", "desk", "p1"), r.InvalidValue, "`chat`: an id must not be empty"),
        (lambda: r.OpenChat("c\n", "desk", "p1"), r.InvalidValue, "`chat`: an id must not hold control"),
        (lambda: r.OpenChat("c" * 256, "desk", "p"), r.InvalidValue, "`chat`: an id has at most 255 bytes"),
        (lambda: r.OpenChat(7, "desk", "p1"), TypeError, "`chat`: a text is wanted, not int"),
        (lambda: r.OpenChat("c1", "desk"), TypeError, "patron"),
        (lambda: r.AcceptOffer("c1", -1), r.InvalidValue, "`offer`: a whole number from 0 to"),
        (lambda: r.AcceptOffer("c1", True), TypeError, "`offer`: a whole number is wanted, not bool"),
        (lambda: r.AcceptOffer("c1", 1.0), TypeError, "`offer`: a whole number is wanted, not float"),
        (lambda: r.SetPresence("ana", "t", show="gone"), r.InvalidValue, "`show`: 'gone' is none of `chat`"),
        (lambda: r.Policy([7]), TypeError, "`levels[0]`: Level is wanted, not int"),
        (lambda: r.Policy("levels"), TypeError, "`levels`: a list is wanted, not str"),
        (lambda: r.Level([], r.Ring.All(), wait=-1), r.InvalidValue, "`wait`: a whole number from 0"),
        (lambda: r.Level([], r.Ring.All(), wait="soon"), r.InvalidValue, "`wait`: `soon` is no span"),
        (lambda: r.Router(now=datetime(2026, 1, 1)), r.InvalidValue, "`now`: a datetime without a time zone"),
        (lambda: r.OpenChat("c", "q", "p", salt=b"short"), r.InvalidValue, "`salt`: 32 bytes are wanted"),
        (lambda: r.OpenChat("c", "q", "p", salt="xyz"), r.InvalidValue, "`salt`: "),
        (lambda: r.OpenChat("\ud800", "q", "p"), r.InvalidValue, "`chat`: "),
    ],
)
def test_bad_input_has_a_clear_error(make, error, said) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error) as caught:
        make()
    assert said in str(caught.value)


def test_the_wire_form_is_of_the_class_that_reads_it() -> None:
    accept = r.AcceptOffer("c1", 1)
    assert accept.to_json() == '{"type":"acceptOffer","chat":"c1","offer":1}'
    assert r.Action.from_json(accept.to_json()) == accept
    assert r.AcceptOffer.from_bytes(accept.to_bytes()) == accept
    with pytest.raises(r.InvalidValue, match="this is AcceptOffer, and DeclineOffer is wanted"):
        r.DeclineOffer.from_json(accept.to_json())
    with pytest.raises(r.InvalidValue, match="this cannot be read"):
        r.Action.from_json("{}")


def test_what_a_setup_is_found_to_be_can_be_kept() -> None:
    setup = r.Setup({"institutions": [{"id": "ames"}], "queues": [{"id": "desk", "institution": "nowhere"}]})
    report = setup.check()
    again = pickle.loads(pickle.dumps(report))
    assert again == report == r.SetupReport.from_json(report.to_json())
    assert report.faults and again != r.Setup({}).check()
    for found in report.faults + report.oddities:
        assert pickle.loads(pickle.dumps(found)) == found == r.Finding(found.path, found.code, found.text)
    with pytest.raises(r.InvalidSetup) as caught:
        r.Router().apply_setup(setup)
    error = pickle.loads(pickle.dumps(caught.value))
    assert (str(error), error.code, error.report) == (str(caught.value), caught.value.code, report)


def test_a_report_can_be_kept() -> None:
    report = r.Tally("America/Toronto").report(0)
    assert pickle.loads(pickle.dumps(report)) == report == r.Report.from_json(report.to_json())


def test_what_has_a_code_and_a_sentence_says_them() -> None:
    router = r.Router()
    with pytest.raises(r.Refused) as caught:
        router.apply(r.Actor.Host(), r.AddOperator("ana", "ames", capacity=1))
    assert (caught.value.code, str(caught.value)) == (caught.value.refusal.code, str(caught.value.refusal))
    assert (r.Verdict.OptedOut().code, str(r.Verdict.OptedOut())) == ("opted_out", "has opted out of the queue")
    assert r.LevelState.Dormant().code == "dormant"


def test_a_record_says_to_people_what_happened() -> None:
    router = r.Router(now=0)
    host, pat = r.Actor.Host(), r.Actor.Patron("pat")
    router.apply(host, r.AddInstitution("ames"))
    router.apply(host, r.AddQueue("desk", "ames", r.Policy([r.Level([r.Source.Assigned()], r.Ring.All())])))
    router.apply(host, r.AddOperator("ana", "ames", capacity=1))
    router.apply(host, r.SetPresence("ana", "tab", show="available"))
    router.apply(host, r.AssignOperator("ana", "desk"))
    router.apply(pat, r.OpenChat("c1", "desk", "pat"))
    router.apply(pat, r.PostMessage("c1", "m1", "Where is the atlas?"))
    ended = router.apply(pat, r.LeaveChat("c1"))[-1]
    assert isinstance(ended, r.ChatEnded)
    said = str(ended.record)
    assert said.startswith("chat c1 of patron pat\n") and "[everyone] patron: Where is the atlas?" in said
