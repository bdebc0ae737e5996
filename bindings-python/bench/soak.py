"""A million commands, again and again the same life of a chat: nothing may grow.

    python bench/soak.py [COMMANDS]

Every way across the border is taken: typed and batched, JSON and CBOR, refusals, views, snapshots and journals. The
memory of the process and the blocks of Python are looked at when all has been warm for a while, and at the end.
"""

import gc
import resource
import sys
import time
from dataclasses import dataclass

import life
import read
import refdesk as r

COMMANDS_A_ROUND = 100 * life.COMMANDS


@dataclass
class Soaked:
    commands: int
    blocks: int
    """How many more blocks Python has than when it was warm."""
    kibibytes: int
    """How much more memory the process has ever had than when it was warm."""


def soak(commands: int, warm: int) -> Soaked:
    router = life.desk()
    rounds = 0
    while rounds * COMMANDS_A_ROUND < warm:
        one_round(router, rounds)
        rounds += 1
    blocks, kibibytes = sys.getallocatedblocks(), peak()
    while rounds * COMMANDS_A_ROUND < warm + commands:
        one_round(router, rounds)
        rounds += 1
    gc.collect()
    return Soaked(rounds * COMMANDS_A_ROUND, sys.getallocatedblocks() - blocks, peak() - kibibytes)


def one_round(router: r.Router, number: int) -> None:
    """A hundred lives of a chat."""
    names = [f"c{number}-{n}" for n in range(100)]
    for chat in names[:40]:
        for command in life.commands(chat):
            read.by_attribute(router.apply(command.by, command.action))
            router.journal_frame(command.by, command.action)
        refused(router, chat)
    batch = [command for chat in names[40:80] for command in life.commands(chat)]
    for answer in router.apply_all(batch):
        read.by_match(answer)  # type: ignore[arg-type]
    wire = [command for chat in names[80:90] for command in life.commands(chat)]
    router.apply_json(life.list_in_json(wire))
    wire = [command for chat in names[90:] for command in life.commands(chat)]
    router.apply_bytes(life.list_in_cbor(wire))
    router.advance(router.now + 1_000)
    assert router.view_operator("ana") and router.queue_state("desk") and router.availability("desk")
    assert r.Router.restore(router.snapshot()).digest() == router.digest()
    assert router.open_chats == 0


def refused(router: r.Router, chat: str) -> None:
    """What a fault leaves behind is nothing, neither here nor there."""
    try:
        router.apply(r.Actor.Patron("pat"), r.OpenChat(chat, "desk", "pat"))
    except r.Refused as refusal:
        str(refusal), refusal.refusal, refusal.code
    try:
        r.OpenChat("", "desk", "pat")
    except r.InvalidValue as fault:
        str(fault)


def peak() -> int:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


def main() -> None:
    commands = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    start = time.perf_counter()
    soaked = soak(commands, warm=100_000)
    seconds = time.perf_counter() - start
    print(f"{soaked.commands:,} commands in {seconds:.0f} s: {soaked.blocks:+,} blocks, {soaked.kibibytes:+,} KiB")
    sys.exit(soaked.kibibytes > 1_024 or soaked.blocks > 1_000)


if __name__ == "__main__":
    main()
