"""Holds what a peer has chosen against what is right."""

import itertools
from collections import Counter, deque
from pathlib import Path

from harness.roster import Peer
from peer import Workload
from workload import Model


class Wrong(Exception):
    """A peer has chosen what it must not."""


def verdict(peer: Peer, folder: Path, chosen: Path) -> str:
    """Whether the order is the same, in words for the table."""
    choices = chosen.read_text().splitlines()
    workload = Workload.read(folder / "workload", peer.cycles)
    if peer.own_order is not None:
        _check_rules(workload, choices)
        return f"no: {peer.own_order}"
    if peer.window == 1:
        with (folder / "choices").open() as lines:
            right = [line.rstrip() for line in itertools.islice(lines, peer.cycles)]
        _compare(choices, right)
        return "yes"
    _compare(choices, _right_in_windows(workload, peer.window))
    return f"yes, in windows of {peer.window}"


def _compare(choices: list[str], right: list[str]) -> None:
    """Some peers also tell how many chats the operator had; some tell the operator only."""
    for cycle, (choice, expected) in enumerate(zip(choices, right, strict=True)):
        if choice not in (expected, expected.split()[0]):
            raise Wrong(f"cycle {cycle}: `{choice}` was chosen, and not `{expected}`")


def _right_in_windows(workload: Workload, size: int) -> list[str]:
    """The right choices if a window of chats begins before as many end.

    The closes of a window come after its opens, so the order is another one than cycle by cycle;
    but it is just as fixed.
    """
    names = list(workload.operators)
    number_of = {name: number for number, name in enumerate(names)}
    queues = {queue: number for number, queue in enumerate(workload.queues)}
    memberships = [[queues[queue] for queue in member] for member in workload.operators.values()]
    model = Model(memberships, len(queues), workload.capacity)
    model.standing = list(workload.standing().values())
    model.turns = itertools.count(workload.turns)

    answering = deque(number_of[operator] for _, _, operator in workload.answered)
    right = []
    for start in range(0, len(workload.opens), size):
        window = workload.opens[start : start + size]
        for _, queue in window:
            operator, chats = model.take(queues[queue])
            right.append(f"{names[operator]} {chats}")
            answering.append(operator)
        for _ in window:
            model.end(answering.popleft())
    return right


def _check_rules(workload: Workload, choices: list[str]) -> None:
    """Every choice is somebody of the queue who may have one more chat."""
    answering = deque(operator for _, _, operator in workload.answered)
    chats = Counter(answering)
    for (chat, queue), operator in zip(workload.opens, choices, strict=True):
        if queue not in workload.operators[operator]:
            raise Wrong(f"{chat}: {operator} does not work for {queue}")
        if chats[operator] >= workload.capacity:
            raise Wrong(f"{chat}: {operator} has no room")
        chats[operator] += 1
        answering.append(operator)
        chats[answering.popleft()] -= 1
