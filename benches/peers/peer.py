"""What the peers written in Python share: what they read, and what they print."""

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter


@dataclass
class Workload:
    capacity: int = 0
    # The queues of each operator, in the order of registration.
    operators: dict[str, list[str]] = field(default_factory=dict)
    # (chat, queue, operator), oldest first: what is answered when the clock starts.
    answered: list[tuple[str, str, str]] = field(default_factory=list)
    # (chat, queue): what is opened then, one a cycle.
    opens: list[tuple[str, str]] = field(default_factory=list)

    @property
    def queues(self) -> list[str]:
        return sorted({queue for queues in self.operators.values() for queue in queues})

    @property
    def turns(self) -> int:
        """How many turns have passed when the clock starts: a registration or a chat is one."""
        return len(self.operators) + len(self.answered)

    def standing(self) -> dict[str, tuple[int, int]]:
        """How many chats each operator has when the clock starts, and their last turn."""
        standing = {operator: (0, turn) for turn, operator in enumerate(self.operators)}
        for turn, (_, _, operator) in enumerate(self.answered, start=len(self.operators)):
            chats, _ = standing[operator]
            standing[operator] = (chats + 1, turn)
        return standing

    @classmethod
    def read(cls, path: Path, cycles: int) -> "Workload":
        workload = cls()
        with path.open() as lines:
            for line in lines:
                match line.split():
                    case ["capacity", capacity]:
                        workload.capacity = int(capacity)
                    case ["operator", operator, *queues]:
                        workload.operators[operator] = queues
                    case ["answered", chat, queue, operator]:
                        workload.answered.append((chat, queue, operator))
                    case ["open", chat, queue]:
                        workload.opens.append((chat, queue))
                if len(workload.opens) == cycles:
                    return workload
        raise SystemExit(f"{path} has only {len(workload.opens)} cycles")


@dataclass
class Run:
    """One run of one peer: the clock, and who was chosen."""

    workload: Workload
    choices_path: Path
    # (operator, chats that they had) for each open; of some peers the operator alone.
    choices: list[tuple[str, int] | tuple[str]] = field(default_factory=list)
    started: float = 0.0
    seconds: float = 0.0

    @classmethod
    def arguments(cls) -> argparse.ArgumentParser:
        parser = argparse.ArgumentParser()
        parser.add_argument("workload", type=Path)
        parser.add_argument("cycles", type=int)
        parser.add_argument("choices", type=Path)
        return parser

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> "Run":
        return cls(Workload.read(arguments.workload, arguments.cycles), arguments.choices)

    @property
    def untimed(self) -> int:
        """How many cycles pass before the clock starts."""
        return len(self.workload.opens) // 10

    def start_clock(self) -> None:
        self.started = perf_counter()

    def stop_clock(self) -> None:
        self.seconds = perf_counter() - self.started

    def report(self, version: str, **more: float) -> None:
        lines = (" ".join(map(str, choice)) for choice in self.choices)
        self.choices_path.write_text("".join(f"{line}\n" for line in lines))
        commands = 3 * (len(self.workload.opens) - self.untimed)
        result = {
            "version": version,
            "commands": commands,
            "seconds": self.seconds,
            "ns_per_command": self.seconds * 1e9 / commands,
            **more,
        }
        print(json.dumps(result))
