"""A host as somebody writes it who has a checker: every kind of thing is dealt with, or it is an error."""

from datetime import datetime, timedelta, timezone
from typing import assert_never, assert_type

import refdesk as r


def withdrawn(reason: r.AnyWithdrawal) -> str:
    match reason:
        case r.Withdrawal.Claimed(winner=winner):
            assert_type(winner, str)
            return f"{winner} has it"
        case r.Withdrawal.Full() | r.Withdrawal.Absent() | r.Withdrawal.Unassigned():
            return "you cannot have it"
        case r.Withdrawal.GrantEnded() | r.Withdrawal.GrantClosed() | r.Withdrawal.QueueClosed():
            return "it may not cross"
        case r.Withdrawal.LevelLeft() | r.Withdrawal.PolicyChanged() | r.Withdrawal.TransferOver():
            return "it went on"
        case r.Withdrawal.Returned() | r.Withdrawal.ChatEnded():
            return "it is over"
        case _:
            assert_never(reason)


def carry_out(event: r.AnyEvent) -> None:
    match event:
        case r.ChatOffered(chat=chat, operator=operator, offer=offer, lapses_at=lapses_at):
            assert_type(chat, str)
            assert_type(operator, str)
            assert_type(offer, int)
            assert_type(lapses_at, int | None)
        case r.OfferWithdrawn(reason=reason):
            withdrawn(reason)
        case r.MessagePosted(posted=r.Posted(content=str(text)), to=to):
            assert_type(text, str)
            assert_type(to.operators, tuple[str, ...])
        case r.PresenceChanged(presence=r.Presence.AWAY):
            pass
        case r.ChatEnded(record=record):
            assert_type(record.transcript, tuple[r.Entry, ...])
        case _:
            assert_type(event.at, int)


def host(router: r.Router, ana: r.Actor.Operator) -> None:
    try:
        for event in router.apply(ana, r.AcceptOffer("c1", 1)):
            carry_out(event)
    except r.Refused as refused:
        match refused.refusal:
            case r.Refusal.ChatTaken(winner=winner):
                assert_type(winner, str)
            case _:
                assert_type(refused.code, str)
    for answer in router.apply_all([r.Command(ana, r.LeaveChat("c1"))]):
        if isinstance(answer, r.Refused):
            assert_type(answer.refusal, r.AnyRefusal)
        else:
            assert_type(answer, list[r.AnyEvent])


router = r.Router(now=datetime(2026, 11, 25, tzinfo=timezone.utc))
best = r.Ring.Best(order="leastBusy", count=2, lapse_after=timedelta(seconds=40))
week = r.hours.Hours("America/Chicago", week=[r.hours.Window("08:00", "17:00", days=["monday"])])
level = r.Level([r.Source.Assigned()], best, only_when=r.OnlyWhen.Hours(week))
