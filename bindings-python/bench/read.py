"""A host that reads every field of every event of the life of a chat."""

from collections.abc import Callable
from typing import Any

import plain
import refdesk as r


def by_attribute(events: list[r.AnyEvent]) -> None:
    for event in events:
        _READS[type(event)](event)


def _opened(event: r.ChatOpened) -> None:
    event.at, event.seq, event.chat, event.queue, event.patron


def _offered(event: r.ChatOffered) -> None:
    event.at, event.seq, event.chat, event.offer, event.operator, event.origin, event.cause, event.lapses_at, event.about


def _claimed(event: r.ChatClaimed) -> None:
    event.at, event.seq, event.chat, event.operator, event.reason, event.to


def _withdrawn(event: r.OfferWithdrawn) -> None:
    event.at, event.seq, event.chat, event.offer, event.operator, event.reason


def _shown(event: r.TranscriptShown) -> None:
    event.at, event.seq, event.chat, event.operator, event.handover


def _posted(event: r.MessagePosted) -> None:
    event.at, event.seq, event.chat, event.number, event.posted, event.to


def _ended(event: r.ChatEnded) -> None:
    event.at, event.seq, event.chat, event.record, event.to, event.notice


_READS: dict[type, Callable[[Any], None]] = {
    r.ChatOpened: _opened,
    r.ChatOffered: _offered,
    r.ChatClaimed: _claimed,
    r.OfferWithdrawn: _withdrawn,
    r.TranscriptShown: _shown,
    r.MessagePosted: _posted,
    r.ChatEnded: _ended,
}


def by_match(events: list[r.AnyEvent]) -> None:
    for event in events:
        match event:
            case r.ChatOffered(at, seq, chat, offer, operator, origin, cause, lapses_at, about):
                pass
            case r.ChatOpened(at, seq, chat, queue, patron):
                pass
            case r.MessagePosted(at, seq, chat, number, posted, to):
                pass
            case r.ChatClaimed(at, seq, chat, operator, reason, to):
                pass
            case r.OfferWithdrawn(at, seq, chat, offer, operator, reason):
                pass
            case r.ChatEnded(at, seq, chat, record, to, notice):
                pass
            case r.TranscriptShown(at, seq, chat, operator, handover):
                pass
            case other:
                raise AssertionError(f"no part of the life of a chat: {other}")


def of_plain(events: list[plain.Event]) -> None:
    for event in events:
        _PLAIN[type(event)](event)


def _plain_opened(event: plain.Opened) -> None:
    event.chat, event.queue, event.patron


def _plain_offered(event: plain.Offered | plain.Withdrawn) -> None:
    event.chat, event.offer, event.operator


def _plain_claimed(event: plain.Claimed) -> None:
    event.chat, event.operator, event.to


def _plain_posted(event: plain.Posted) -> None:
    event.chat, event.number, event.by, event.message, event.text, event.to


def _plain_ended(event: plain.Ended) -> None:
    event.chat, event.said, event.to


_PLAIN: dict[type, Callable[[Any], None]] = {
    plain.Opened: _plain_opened,
    plain.Offered: _plain_offered,
    plain.Withdrawn: _plain_offered,
    plain.Claimed: _plain_claimed,
    plain.Posted: _plain_posted,
    plain.Ended: _plain_ended,
}
