"""What it costs to cross the border between Python and Rust: the life of a chat, again and again, in one run.

    pip install -r bench/requirements.txt && python bench/crossing.py

A row is the processor time of one command of the four, the least of all runs. The first is the core alone: the same
commands, written down and carried out in one call that keeps no events. `--fast` takes a tenth of the time.
"""

from collections.abc import Callable
from time import process_time

import life
import plain
import pyperf  # type: ignore[import-untyped]
import read
import refdesk as r

TOGETHER = 100
"""Commands in one crossing, where they are batched."""

Reads = Callable[[list[r.AnyEvent]], None] | None

Timed = Callable[[int], float]
"""Plays so many lives of a chat, and says how many seconds they took."""


def core(chats: int) -> float:
    router, journal = life.desk(), life.journal(chats)
    start = process_time()
    router.replay(journal, events=False)
    return process_time() - start


def typed(reads: Reads, *, actors: bool = True) -> Timed:
    """Each command is built and applied by itself; what its events say is read, or they are dropped."""

    def timed(chats: int) -> float:
        router, names = life.desk(), [f"c{number}" for number in range(chats)]
        apply, text = router.apply, life.TEXT
        ana, pat = r.Actor.Operator("ana"), r.Actor.Patron("pat")
        start = process_time()
        for chat in names:
            if actors:
                ana, pat = r.Actor.Operator("ana"), r.Actor.Patron("pat")
            opened = apply(pat, r.OpenChat(chat, "desk", "pat"))
            taken = apply(ana, r.AcceptOffer(chat, 1))
            said = apply(pat, r.PostMessage(chat, "m1", text))
            ended = apply(ana, r.CloseChat(chat))
            if reads is not None:
                reads(opened), reads(taken), reads(said), reads(ended)
        return process_time() - start

    return timed


def batched(reads: Reads) -> Timed:
    """The commands are built one by one and applied a hundred in a crossing."""

    def timed(chats: int) -> float:
        router, names = life.desk(), [f"c{number}" for number in range(chats)]
        lives = TOGETHER // life.COMMANDS
        start = process_time()
        for first in range(0, chats, lives):
            commands: list[tuple[r.Actor, r.Action]] = []
            for chat in names[first : first + lives]:
                commands += life.asked(chat)
            for answer in router.apply_all(commands):
                if reads is not None:
                    reads(answer)  # type: ignore[arg-type]
        return process_time() - start

    return timed


def wire(form: str) -> Timed:
    """As a host that hands values on: the commands are text or bytes already, and so are the events."""

    def timed(chats: int) -> float:
        router = life.desk()
        lives = TOGETHER // life.COMMANDS
        crossings: list[str | bytes] = []
        for first in range(0, chats, lives):
            commands = [c for n in range(first, min(first + lives, chats)) for c in life.commands(f"c{n}")]
            crossings.append(life.list_in_json(commands) if form == "json" else life.list_in_cbor(commands))
        apply: Callable[..., str | bytes] = router.apply_json if form == "json" else router.apply_bytes
        start = process_time()
        for crossing in crossings:
            apply(crossing)
        return process_time() - start

    return timed


def peer(reads: Callable[[list[plain.Event]], None] | None) -> Timed:
    """The router in plain Python, which does much less."""

    def timed(chats: int) -> float:
        router, names = plain.Router({"desk": ["ana", "ben"]}, capacity=2), [f"c{number}" for number in range(chats)]
        apply, text = router.apply, life.TEXT
        start = process_time()
        for chat in names:
            opened = apply(plain.Open("pat", chat, "desk"))
            taken = apply(plain.Accept("ana", chat, 1))
            said = apply(plain.Post("pat", chat, "m1", text))
            ended = apply(plain.Close("ana", chat))
            if reads is not None:
                reads(opened), reads(taken), reads(said), reads(ended)
        return process_time() - start

    return timed


def no_op(times: int) -> float:
    """The least call into Rust that there is: it looks at one number."""
    nothing = life.journal(0)
    start = process_time()
    for _ in range(times):
        len(nothing)
    return process_time() - start


def from_rust(times: int) -> float:
    """The least object of a class from Rust: it has no fields."""
    start = process_time()
    for _ in range(times):
        r.Actor.Host()
    return process_time() - start


def with_a_text(times: int) -> float:
    """The same with one field, an id."""
    close = r.CloseChat
    start = process_time()
    for _ in range(times):
        close("c1")
    return process_time() - start


def field(times: int) -> float:
    """The least field that is read of such an object: there is nothing in it."""
    _, offered, _ = life.desk().apply(r.Actor.Patron("pat"), r.OpenChat("c1", "desk", "pat"))
    assert isinstance(offered, r.ChatOffered)
    start = process_time()
    for _ in range(times):
        offered.about
    return process_time() - start


def slots(times: int) -> float:
    """The least object of Python that has what a command has: a class with three slots."""
    start = process_time()
    for _ in range(times):
        plain.Opened("c1", "desk", "pat")
    return process_time() - start


ROWS: dict[str, Timed] = {
    "the core alone": core,
    "typed, events unread": typed(None),
    "typed, every field read by attribute": typed(read.by_attribute),
    "typed, every field read by match": typed(read.by_match),
    "typed, who gives it built once": typed(None, actors=False),
    "a hundred a crossing, events unread": batched(None),
    "a hundred a crossing, every field read": batched(read.by_attribute),
    "JSON, a hundred a crossing": wire("json"),
    "CBOR, a hundred a crossing": wire("cbor"),
    "plain Python, events unread": peer(None),
    "plain Python, every field read": peer(read.of_plain),
}

FLOOR: dict[str, Timed] = {
    "a call into Rust that does nothing": no_op,
    "an object of a class from Rust, without fields": from_rust,
    "an object of a class from Rust, with an id": with_a_text,
    "a field of an object of a class from Rust, None": field,
    "an object of Python, with three slots": slots,
}


def main() -> None:
    runner = pyperf.Runner()
    rows = {name: runner.bench_time_func(name, timed, inner_loops=life.COMMANDS) for name, timed in ROWS.items()}
    rows |= {name: runner.bench_time_func(name, timed) for name, timed in FLOOR.items()}
    if runner.args.worker or None in rows.values():
        return
    # What else the machine does makes a value larger, never smaller.
    best = {name: min(row.get_values()) for name, row in rows.items()}
    core = best["the core alone"]
    print("| what is done | ns a command | of it the border | to the core |\n|---|---:|---:|---:|")
    for name, least in best.items():
        border = f"{(least - core) * 1e9:,.0f}" if name in ROWS else ""
        print(f"| {name} | {least * 1e9:,.0f} | {border} | {least / core:.1f} |")


if __name__ == "__main__":
    main()
