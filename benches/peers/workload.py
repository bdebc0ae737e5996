#!/usr/bin/env python3
"""Writes the workload that every peer reads, and the choices that are right.

FOLDER/workload has one thing a line: the capacity of each operator, the operators with their
queues, in the order of registration, the chats that are answered when the clock starts and by
whom, and the chats that are opened then, with their queues. FOLDER/choices has the right choice
for each of the latter: the operator, and how many chats they had.
"""

import argparse
import itertools
import random
from collections import deque
from collections.abc import Iterator
from pathlib import Path


class Model:
    """The order in its plainest form: looks at everybody in the queue and takes the least.

    The least busy is best, then whose last chat began or ended the longest ago, then who was
    registered first.
    """

    def __init__(self, memberships: list[list[int]], queue_count: int, capacity: int) -> None:
        self.capacity = capacity
        self.members: list[list[int]] = [[] for _ in range(queue_count)]
        for operator, queues in enumerate(memberships):
            for queue in queues:
                self.members[queue].append(operator)
        # (chats, last turn) of each operator; their numbers are the order of registration.
        self.standing = [(0, operator) for operator in range(len(memberships))]
        self.turns = itertools.count(len(memberships))

    def take(self, queue: int) -> tuple[int, int]:
        """A chat begins. Returns who takes it, and how many chats they had."""
        best = min(self.members[queue], key=self.standing.__getitem__)
        chats, _ = self.standing[best]
        if chats >= self.capacity:
            raise SystemExit(f"queue {queue} has nobody free: more operators, or other queues")
        self.standing[best] = (chats + 1, next(self.turns))
        return best, chats

    def end(self, operator: int) -> None:
        """A chat of theirs ends."""
        chats, _ = self.standing[operator]
        self.standing[operator] = (chats - 1, next(self.turns))


class Draw:
    """Draws queues: each as often as the others, or by Zipf's law with an exponent of 1."""

    def __init__(self, seed: int, queue_count: int, zipf: bool) -> None:
        self.chance = random.Random(seed)
        self.queues = range(queue_count)
        weights = (1 / (rank + 1) if zipf else 1 for rank in self.queues)
        self.cumulative = list(itertools.accumulate(weights))

    def queue(self) -> int:
        return self.chance.choices(self.queues, cum_weights=self.cumulative)[0]

    def distinct(self, count: int) -> list[int]:
        """So many different ones: the queues of an operator, staffed as they are asked for."""
        drawn: dict[int, None] = {}
        while len(drawn) < count:
            drawn[self.queue()] = None
        return list(drawn)


def lines(options: argparse.Namespace) -> Iterator[tuple[str, str | None]]:
    """The lines of the workload, each with its line of the right choices if it has one."""
    draw = Draw(options.seed, options.queues, options.zipf)
    memberships = [draw.distinct(3) for _ in range(options.operators)]
    model = Model(memberships, options.queues, options.capacity)

    yield f"capacity {options.capacity}", None
    for operator, queues in enumerate(memberships):
        names = " ".join(f"queue-{queue:04}" for queue in queues)
        yield f"operator operator-{operator:05} {names}", None

    answering: deque[int] = deque()
    already = options.operators * options.capacity // 3
    for chat in range(already + options.cycles):
        queue = draw.queue()
        operator, chats = model.take(queue)
        answering.append(operator)
        name = f"chat-{chat:07} queue-{queue:04}"
        if chat < already:
            yield f"answered {name} operator-{operator:05}", None
        else:
            model.end(answering.popleft())
            yield f"open {name}", f"operator-{operator:05} {chats}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queues", type=int, default=1_000)
    parser.add_argument("--operators", type=int, default=50_000)
    parser.add_argument("--capacity", type=int, default=3)
    parser.add_argument("--cycles", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--zipf", action="store_true")
    options = parser.parse_args()

    options.folder.mkdir(parents=True, exist_ok=True)
    with (
        (options.folder / "workload").open("w") as workload,
        (options.folder / "choices").open("w") as choices,
    ):
        for line, choice in lines(options):
            print(line, file=workload)
            if choice is not None:
                print(choice, file=choices)


if __name__ == "__main__":
    main()
