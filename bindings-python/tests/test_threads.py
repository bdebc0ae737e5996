"""Threads and event loops around one router."""

import asyncio
import queue
import threading
from collections.abc import Iterator

import refdesk as r

LIVES = 4_000


def lives(chats: int) -> Iterator[r.Command]:
    ana, pat = r.Actor.Operator("ana"), r.Actor.Patron("pat")
    for number in range(chats):
        chat = f"c{number}"
        yield r.Command(pat, r.OpenChat(chat, "desk", "pat"))
        yield r.Command(ana, r.AcceptOffer(chat, 1))
        yield r.Command(ana, r.CloseChat(chat))


def journal_of(desk: r.Router) -> r.Journal:
    frames = [desk.journal_header()]
    for command in lives(LIVES):
        desk.apply(command.by, command.action)
        frames.append(desk.journal_frame(command.by, command.action))
    return r.Journal(b"".join(frames))


def test_an_event_loop_goes_on_while_another_thread_replays(desk: r.Router) -> None:
    before = r.Router.restore(desk.snapshot())
    journal = journal_of(desk)

    async def replays() -> int:
        at_work = asyncio.create_task(asyncio.to_thread(before.replay, journal, events=False))
        # It waits for the lock of the router, and holds up nobody else.
        waits = asyncio.create_task(asyncio.to_thread(before.digest))
        turns = 0
        while not at_work.done():
            turns += 1
            await asyncio.sleep(0)
        await at_work
        assert await waits == desk.digest()
        return turns

    # Two or three are what it has where replay keeps everybody waiting.
    assert asyncio.run(replays()) > 50


def test_one_thread_has_the_router_and_the_others_a_queue(desk: r.Router) -> None:
    wanted: queue.SimpleQueue[r.Command | None] = queue.SimpleQueue()
    seen: list[int] = []

    def has_the_router() -> None:
        while command := wanted.get():
            seen.extend(event.seq for event in desk.apply(command.by, command.action))

    def asks(who: int) -> None:
        patron = r.Actor.Patron(f"p{who}")
        for number in range(50):
            chat = f"c{who}-{number}"
            wanted.put(r.Command(patron, r.OpenChat(chat, "desk", f"p{who}")))
            wanted.put(r.Command(patron, r.LeaveChat(chat)))

    owner = threading.Thread(target=has_the_router)
    owner.start()
    others = [threading.Thread(target=asks, args=(who,)) for who in range(4)]
    for thread in others:
        thread.start()
    for thread in others:
        thread.join()
    wanted.put(None)
    owner.join()
    assert seen == list(range(seen[0], seen[0] + len(seen))) and len(seen) >= 4 * 50 * 3
    desk.check_invariants()
