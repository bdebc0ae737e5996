"""The results as a table, and as data."""

import os
import platform
import subprocess
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from harness.play import Result
from harness.roster import Peer

HEADINGS = [
    "peer",
    "version",
    "order the same?",
    "durability",
    "transport",
    "ns a command (min-max)",
    "commands/s",
    "ratio to refdesk",
]


@dataclass
class Row:
    peer: Peer
    results: list[Result] = field(default_factory=list)
    order: str = ""
    # Why it was not played, or did not end well.
    trouble: str | None = None

    @property
    def times(self) -> list[float]:
        return [result.ns_per_command for result in self.results]

    def cells(self, base: float | None) -> list[str]:
        middle = median(self.times)
        return [
            self.peer.label,
            self.results[0].version,
            self.order,
            self.peer.durability,
            self.peer.transport,
            f"{middle:,.0f} ({min(self.times):,.0f}-{max(self.times):,.0f})",
            f"{1e9 / middle:,.0f}",
            f"{middle / base:,.1f}" if base else "-",
        ]

    def as_data(self, base: float | None) -> dict[str, object]:
        data = asdict(self)
        if self.results:
            data["ns_per_command"] = median(self.times)
            data["ratio"] = median(self.times) / base if base else None
        return data


def base_of(rows: list[Row]) -> float | None:
    """What refdesk needs a command, if it was played."""
    of_refdesk = (row for row in rows if row.peer.family == "refdesk" and row.results)
    row = next(of_refdesk, None)
    return median(row.times) if row else None


def markdown(rows: list[Row]) -> str:
    base = base_of(rows)
    lines = [HEADINGS, ["---"] * 5 + ["---:"] * 3]
    lines += [row.cells(base) for row in rows if row.results and row.trouble is None]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def in_servers(rows: list[Row]) -> list[str]:
    """What servers say that they spent themselves: the rest is transport and client."""
    sentences = []
    for row in rows:
        told = (result.server_ns_per_command for result in row.results)
        spent = [time for time in told if time is not None]
        if row.trouble is None and spent:
            name = f"{row.peer.label} ({row.peer.durability})"
            sentences.append(
                f"{name}: {median(spent):,.0f} ns of a command are the server's own.  "
            )
    return sentences


def environment() -> dict[str, object]:
    """What the figures depend on besides the programs."""
    models = (
        line.split(":", 1)[1].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    )
    return {
        "processor": next(models, platform.machine()),
        "cores": os.cpu_count(),
        "kernel": platform.release(),
        "file system of the servers": _output("df", "--output=fstype", tempfile.gettempdir()),
        "revision": _output("git", "describe", "--always", "--dirty"),
    }


def _output(*words: str) -> str:
    try:
        done = subprocess.run(words, capture_output=True, text=True, cwd=Path(__file__).parent)
    except FileNotFoundError:
        return "unknown"
    return done.stdout.split()[-1] if done.returncode == 0 else "unknown"
